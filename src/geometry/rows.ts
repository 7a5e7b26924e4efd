/** Things that stand close together, told off into rows about their middle: what overlaps from afar can then be drawn side by side. */
import type { Vec3 } from './framing.ts';

export interface RowPlace {
  /** Middle of the group; the highest of its feet. */
  readonly middle: Vec3;
  /** Places to the right of the middle: −1, 0, 1 or −0.5, 0.5 …; 0 for what stands alone. */
  readonly rank: number;
}

/** Groups by chains of neighbours within the reach (metres, in plan); in a group from west to east. Cost: quadratic. */
export const placesInRows = (feet: readonly Vec3[], reachMetres: number): RowPlace[] => {
  const groupOf = feet.map((_, i) => i);
  feet.forEach((a, i) => {
    feet.forEach((b, j) => {
      if (j >= i || Math.hypot(a[0] - b[0], a[1] - b[1]) > reachMetres) return;
      const [from, to] = [groupOf[i] as number, groupOf[j] as number];
      groupOf.forEach((group, k) => {
        if (group === from) groupOf[k] = to;
      });
    });
  });
  return feet.map((_, i) => {
    const group = feet
      .map((foot, k) => ({ foot, k }))
      .filter(({ k }) => groupOf[k] === groupOf[i])
      .sort((a, b) => a.foot[0] - b.foot[0] || a.k - b.k);
    const mean = (axis: 0 | 1): number => group.reduce((sum, { foot }) => sum + foot[axis], 0) / group.length;
    return {
      middle: [mean(0), mean(1), Math.max(...group.map(({ foot }) => foot[2]))],
      rank: group.findIndex(({ k }) => k === i) - (group.length - 1) / 2,
    };
  });
};
