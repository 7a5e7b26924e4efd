/** How much of one polygon lies in another: exact up to a grid of a centimetre. */
import { Clipper64, ClipType, FillRule, type Path64, PathType } from 'clipper2-ts';
import { type Point, signedArea } from './polygon.ts';

const STEPS_PER_METRE = 100;

type Rings = readonly (readonly Point[])[];

const toPaths = (rings: Rings, [ox, oy]: Point): Path64[] =>
  rings.map((ring) =>
    ring.map(([x, y]) => ({
      x: Math.round((x - ox) * STEPS_PER_METRE),
      y: Math.round((y - oy) * STEPS_PER_METRE),
    })),
  );

const areaOf = (paths: readonly Path64[]): number =>
  paths.reduce((sum, path) => sum + signedArea(path.map(({ x, y }): Point => [x, y])), 0) /
  STEPS_PER_METRE ** 2;

/** Square metres that lie in both. Rings in local metres: outside first, then holes, however wound. */
export const overlapArea = (a: Rings, b: Rings): number => {
  const origin = a[0]?.[0];
  if (!origin || !b[0]?.[0]) return 0;
  const clipper = new Clipper64();
  clipper.addPaths(toPaths(a, origin), PathType.Subject);
  clipper.addPaths(toPaths(b, origin), PathType.Clip);
  const out: Path64[] = [];
  clipper.execute(ClipType.Intersection, FillRule.EvenOdd, out);
  return Math.abs(areaOf(out));
};
