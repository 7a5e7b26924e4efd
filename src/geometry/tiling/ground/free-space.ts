/** Straightens a border through the free space between buildings: it may cut corners, but no building and no one's way round. */
import Flatbush from 'flatbush';
import { segmentsCross, segmentDistance2 } from '../model/exact.ts';
import { flatRing, windingOf } from '../model/ring-measures.ts';
import type { MmPoint } from '../model/rows.ts';
import type { BuildingSet } from './building-set.ts';

export interface FreeSpace {
  /** May the chain from `points[0]` to the last point be replaced by the straight line? */
  allows(points: readonly MmPoint[]): boolean;
}

/** A border keeps this far from walls where it is straightened. */
const KEEP_MM = 300;

export const freeSpaceOf = ({ footprints }: BuildingSet): FreeSpace => {
  const segments: [MmPoint, MmPoint][] = [];
  for (const rings of footprints)
    for (const ring of rings.slice(0, 1))
      for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
        segments.push([
          { x: ring[j] as number, y: ring[j + 1] as number },
          { x: ring[i] as number, y: ring[i + 1] as number },
        ]);
  if (segments.length === 0) return { allows: () => true };
  const index = new Flatbush(segments.length);
  for (const [a, b] of segments)
    index.add(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y));
  index.finish();
  return {
    allows: (points) => {
      const [a, b] = [points[0] as MmPoint, points[points.length - 1] as MmPoint];
      const loop = flatRing(points);
      let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
      for (const { x, y } of points) {
        minX = Math.min(minX, x);
        minY = Math.min(minY, y);
        maxX = Math.max(maxX, x);
        maxY = Math.max(maxY, y);
      }
      return !index.search(minX - KEEP_MM, minY - KEEP_MM, maxX + KEEP_MM, maxY + KEEP_MM).some((i) => {
        const [p, q] = segments[i] as [MmPoint, MmPoint];
        // A wall between the old course and the new one would change sides.
        if (segmentsCross(a, b, p, q) || windingOf(loop, p.x, p.y) !== 0) return true;
        const keep = KEEP_MM * KEEP_MM;
        return segmentDistance2(p, a, b) < keep || segmentDistance2(a, p, q) < keep;
      });
    },
  };
};

export interface StraightenOptions {
  /** How far a vertex may lie from the line that replaces it. */
  readonly toleranceMm: number;
  /** Closer, for vertices that lie on something worth following. */
  readonly follows?: (p: MmPoint) => boolean;
}

/** A vertex on a road or wall may lie this far from the line that replaces it. */
const FOLLOW_MM = 5000;

/** Most vertices that one straight line may replace: keeps the search short on long borders. */
const MOST_STEPS = 60;

/** Both ends stay. From each vertex the line goes to the farthest one that it may go to. */
export const straightenThrough = (
  line: readonly MmPoint[],
  space: FreeSpace,
  { toleranceMm, follows }: StraightenOptions,
): MmPoint[] => {
  const out: MmPoint[] = line.slice(0, 1);
  const near2 = line.map((p) => (follows?.(p) === true ? FOLLOW_MM : toleranceMm) ** 2);
  for (let i = 0; i + 1 < line.length; ) {
    let next = i + 1;
    for (let j = Math.min(line.length - 1, i + MOST_STEPS); j > i + 1; j--) {
      const [a, b] = [line[i] as MmPoint, line[j] as MmPoint];
      const inner = line.slice(i + 1, j);
      if (!inner.every((p, k) => segmentDistance2(p, a, b) <= (near2[i + 1 + k] as number))) continue;
      if (!space.allows(line.slice(i, j + 1))) continue;
      next = j;
      break;
    }
    out.push(line[next] as MmPoint);
    i = next;
  }
  return out;
};

/** Lies a place on one of some lines? For borders that should keep to roads and walls. */
export const followerOf = (guides: readonly (readonly MmPoint[])[]): ((p: MmPoint) => boolean) => {
  const segments = guides.flatMap((line) => line.slice(1).map((b, i) => [line[i] as MmPoint, b] as const));
  if (segments.length === 0) return () => false;
  const index = new Flatbush(segments.length);
  for (const [a, b] of segments)
    index.add(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y));
  index.finish();
  const r = ON_GUIDE_MM;
  return (p) =>
    index.search(p.x - r, p.y - r, p.x + r, p.y + r).some((i) => {
      const [a, b] = segments[i] as (typeof segments)[number];
      return segmentDistance2(p, a, b) <= r * r;
    });
};

/** A border this near to a road's centre line follows it. */
const ON_GUIDE_MM = 2500;
