/** The ground of several buildings as rings: cell borders chained by the triangles they run between, so nothing is compared. */
import type { MmPoint } from '../model/rows.ts';
import type { GroundCells } from './ground-cells.ts';
import { type FreeSpace, straightenThrough } from './free-space.ts';

/** Rings of triangle numbers around the ground of some rows. */
export const regionLoops = (ground: GroundCells, rows: ReadonlySet<number>): number[][] => {
  const next = new Map<number, number[]>();
  const link = (a: number, b: number): void => {
    const list = next.get(a);
    if (list === undefined) next.set(a, [b]);
    else list.push(b);
  };
  for (const row of rows)
    for (const index of ground.edgesOf[row] ?? []) {
      const edge = ground.edges[index] as GroundCells['edges'][number];
      if (rows.has(edge.a) && rows.has(edge.b)) continue;
      link(edge.from, edge.to);
      link(edge.to, edge.from);
    }
  const loops: number[][] = [];
  const seen = new Set<number>();
  for (const start of next.keys()) {
    if (seen.has(start)) continue;
    const loop: number[] = [];
    for (let here: number | undefined = start; here !== undefined; ) {
      seen.add(here);
      loop.push(here);
      here = next.get(here)?.find((node) => !seen.has(node));
    }
    if (loop.length >= 3) loops.push(loop);
  }
  return loops;
};

const farthest = (points: readonly MmPoint[], from: MmPoint): number => {
  let best = 0;
  let most = -1;
  for (const [i, { x, y }] of points.entries()) {
    const d2 = (x - from.x) ** 2 + (y - from.y) ** 2;
    if (d2 > most) [best, most] = [i, d2];
  }
  return best;
};

/** A closed ring straightened between two far points of it, which stay. */
export const straightenRing = (
  points: readonly MmPoint[],
  space: FreeSpace,
  toleranceMm: number,
): MmPoint[] => {
  const first = farthest(points, points[0] as MmPoint);
  const turned = [...points.slice(first), ...points.slice(0, first)];
  const second = farthest(turned, turned[0] as MmPoint);
  const there = turned.slice(0, second + 1);
  const back = [...turned.slice(second), turned[0] as MmPoint];
  return [
    ...straightenThrough(there, space, { toleranceMm }).slice(0, -1),
    ...straightenThrough(back, space, { toleranceMm }).slice(0, -1),
  ];
};
