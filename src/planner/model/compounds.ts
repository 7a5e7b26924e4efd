/**
 * Outlines of compounds, for the rule that a border had better not run through one. Records know a compound (小区) only as a name on its
 * buildings, and walls of the landscape stop at every gate and belong to nobody; so the outline is the hull of the buildings of one
 * name. It is taken only where no other building stands in it: a courtyard around another one's houses has an outline that nobody
 * could draw from this, and a wrong warning is worse than none.
 */
import { hullOf } from '../../geometry/footprints/hull.ts';
import type { BuildingSet, Compound, MmPoint } from '../../geometry/tiling/index.ts';

const isIn = (ring: readonly MmPoint[], x: number, y: number): boolean =>
  ring.every((a, i) => {
    const b = ring[(i + 1) % ring.length] as MmPoint;
    return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) >= 0;
  });

export const compoundsOf = (
  { footprints, x, y, ids }: Pick<BuildingSet, 'footprints' | 'x' | 'y' | 'ids'>,
  estates: readonly string[],
): Compound[] => {
  const rows = new Map<string, number[]>();
  for (const [row, name] of estates.entries()) {
    if (name === '') continue;
    const list = rows.get(name);
    if (list === undefined) rows.set(name, [row]);
    else list.push(row);
  }
  return [...rows].flatMap(([name, own]) => {
    if (own.length < 2) return [];
    const points = own.flatMap((row) => {
      const ring = footprints[row]?.[0] ?? new Float64Array();
      return Array.from(
        { length: ring.length / 2 },
        (_, i) => [ring[2 * i] as number, ring[2 * i + 1] as number] as const,
      );
    });
    const ring = hullOf(points).map(([px, py]) => ({ x: px, y: py }));
    if (ring.length < 3) return [];
    const mine = new Set(own);
    const isOthers = ids.some((_, row) => !mine.has(row) && isIn(ring, x[row] as number, y[row] as number));
    return isOthers ? [] : [{ name, ring }];
  });
};
