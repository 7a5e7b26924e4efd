/**
 * Union and difference of polygons on a fine grid (clipper2), with the given points coming back exactly as they were given: only
 * points where edges cross are new.
 *
 * Grid steps are 0.1 mm up to 9 km across and coarser beyond: clipper's exact arithmetic is fast up to 9e7 steps, and slow, not wrong,
 * above.
 */
import { Clipper64, ClipType, FillRule, type Path64, PathType } from 'clipper2-ts';
import { type Point, type PointRing, signedArea } from '../polygon.ts';
import { findContacts } from './contacts.ts';
import { type GridPoint, nodeRings, traceLoops } from './faces.ts';
import type { FootprintPolygon, MetresPerUnit } from './footprint.ts';
import { interiorPoint } from './interior-point.ts';
import { createRingFinder } from './ring-finder.ts';

const STEPS_PER_METRE = 10_000;
const MOST_STEPS = 80_000_000;

interface Grid {
  toPath(ring: PointRing): Path64;
  toRing(path: readonly GridPoint[]): Point[];
  /** The same to within half a step, where the given points would cross. */
  toGridRing(path: readonly GridPoint[]): Point[];
}

const gridOf = (polygons: readonly FootprintPolygon[], [mx, my]: MetresPerUnit): Grid => {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const polygon of polygons)
    for (const ring of polygon)
      for (const [x, y] of ring) {
        if (x < west) west = x;
        if (x > east) east = x;
        if (y < south) south = y;
        if (y > north) north = y;
      }
  const metres = Math.max((east - west) * mx, (north - south) * my, 1e-3);
  const steps = Math.min(STEPS_PER_METRE, MOST_STEPS / metres);
  const sx = mx * steps;
  const sy = my * steps;
  const given = new Map<string, Point>();
  return {
    toPath: (ring) =>
      ring.map((point) => {
        const x = Math.round((point[0] - west) * sx);
        const y = Math.round((point[1] - south) * sy);
        given.set(`${x},${y}`, point);
        return { x, y };
      }),
    toRing: (path) => path.map(({ x, y }) => given.get(`${x},${y}`) ?? [west + x / sx, south + y / sy]),
    toGridRing: (path) => path.map(({ x, y }) => [west + x / sx, south + y / sy]),
  };
};

/** Holes to the outside that they lie in. */
const polygonsOf = (loops: readonly (readonly Point[])[]): FootprintPolygon[] => {
  const outsides = loops.filter((loop) => signedArea(loop) > 0);
  const holes = loops.filter((loop) => signedArea(loop) < 0);
  const polygons = outsides.map((outside): (readonly Point[])[] => [outside]);
  const find = createRingFinder(outsides);
  const size = (i: number): number => signedArea(outsides[i] as PointRing);
  for (const hole of holes) {
    const inside = interiorPoint([hole]);
    const holders = inside === null ? [] : find(inside[0], inside[1]);
    // An island in the hole may hold its inner point too, but is smaller than the hole.
    const area = -signedArea(hole);
    const nearest = holders.reduce<number | null>(
      (best, i) => (size(i) > area && (best === null || size(i) < size(best)) ? i : best),
      null,
    );
    if (nearest !== null) (polygons[nearest] as (readonly Point[])[]).push(hole);
  }
  return polygons;
};

const pathsOf = (type: ClipType, rule: FillRule, subject: Path64[], clip: Path64[]): Path64[] => {
  const clipper = new Clipper64();
  clipper.preserveCollinear = true;
  clipper.addPaths(subject, PathType.Subject);
  if (clip.length > 0) clipper.addPaths(clip, PathType.Clip);
  const out: Path64[] = [];
  clipper.execute(type, rule, out);
  return out;
};

const positive = (path: Path64): Path64 => {
  const [a, b, c] = path as [GridPoint, GridPoint, GridPoint];
  const twice = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  return twice < 0 ? path.toReversed() : path;
};

/**
 * Everything that any of the polygons covers. A ring that crosses itself covers what it winds around, however often and whichever way
 * round: a loop drawn over is not a hole. Holes are taken out of their own polygon only.
 */
export const unionOf = (
  polygons: readonly FootprintPolygon[],
  metresPerUnit: MetresPerUnit,
): FootprintPolygon[] => {
  if (polygons.length === 0) return [];
  const grid = gridOf(polygons, metresPerUnit);
  const covered: Path64[] = [];
  for (const polygon of polygons) {
    const [outside, ...holes] = polygon.map(grid.toPath);
    if (outside === undefined) continue;
    // A triangle cannot cross itself; a mesh is thousands of them.
    const solid =
      outside.length === 3 ? [positive(outside)] : pathsOf(ClipType.Union, FillRule.NonZero, [outside], []);
    if (holes.length === 0) covered.push(...solid);
    else {
      const gone = holes.flatMap((hole) => pathsOf(ClipType.Union, FillRule.NonZero, [hole], []));
      // Every path of `gone` winds as clipper has it, holes of holes against it: together they cover what the holes cover.
      covered.push(...pathsOf(ClipType.Difference, FillRule.NonZero, solid, gone));
    }
  }
  const loops = untangled(covered);
  const exact = polygonsOf(loops.map(grid.toRing));
  return findContacts(exact.flat()).list.some(({ ringA, ringB }) => ringA === ringB)
    ? polygonsOf(loops.map(grid.toGridRing))
    : exact;
};

/** Crossing points are rounded to the grid, which may make their edges cross anew; it settles in a round or two. */
const MOST_ROUNDS = 8;

const untangled = (covered: Path64[]): GridPoint[][] => {
  let paths = covered;
  for (let round = 1; ; round++) {
    const united = pathsOf(ClipType.Union, round === 1 ? FillRule.NonZero : FillRule.Positive, paths, []);
    const noded = nodeRings(united);
    if (!noded.unsettled || round === MOST_ROUNDS) return traceLoops(noded.rings);
    paths = noded.rings.map((ring) => ring.map(({ x, y }) => ({ x, y })));
  }
};
