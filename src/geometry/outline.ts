/**
 * The outline on the ground of a building that is only known as a mesh.
 *
 *        ____roof____            The section at knee height is the outline, its inside filled: rooms are no holes. What nothing
 *       ╱            ╲           covers from above is one: a courtyard. Where there is no closed section (missing walls, pillars,
 *      ╱│            │╲          a tree) the faces near the ground are taken, else all that is covered from above, eaves included.
 *       │- - - - - - │ ← section
 *       │____________│ ← ground
 */
import {
  Clipper,
  ClipType,
  EndType,
  FillRule,
  JoinType,
  type Path64,
  type Paths64,
  PointInPolygonResult,
  PolyPath64,
  PolyTree64,
} from 'clipper2-ts';
import { sectionAt, weld } from './mesh-section.ts';
import type { Point } from './polygon.ts';
import { coverOf, extentOf, frameOf, type IntegerFrame, type Triangles } from './triangle-cover.ts';

/** Rings not closed: the outside counter-clockwise, then holes clockwise. Same as `LocalPolygon`, in the mesh's own unit. */
export type OutlinePolygon = readonly (readonly Point[])[];

export interface Outline {
  readonly polygons: readonly OutlinePolygon[];
  /** How it was found; of several parts the least sure. */
  readonly source: 'section' | 'ground' | 'cover';
  /** Lowest and highest z of the mesh. */
  readonly low: number;
  readonly high: number;
}

export interface OutlineOptions {
  /** Corners off the straight line by less are dropped. Default: a two-thousandth of the longer side (5 cm on 100 m). */
  readonly tolerance?: number;
  /** Holes and parts of less than this share of the outline are dropped. */
  readonly smallestHole?: number;
  readonly smallestPart?: number;
}

const TOLERANCE_SHARE = 1 / 2000;
const SMALLEST_HOLE = 0.02;
const SMALLEST_PART = 0.01;
/** Where to cut, as shares of the height; the first whose section is no less than `ENOUGH` of what is covered is taken. */
const CUTS = [0.1, 0.25, 0.5] as const;
const HIGHEST_CUT = 1.5;
const ENOUGH = 0.3;
/** Below this share of the height (and above the lowest point) faces are near the ground. */
const GROUND_BAND = 0.15;

const areaOf = (paths: Paths64): number => Math.abs(Clipper.areaPaths(paths));

const combine = (type: ClipType, subject: Paths64, clip: Paths64): Paths64 =>
  subject.length === 0 ? [] : Clipper.booleanOp(type, subject, clip, FillRule.NonZero);

/** All loops as solids: whether a loop turns left or right says nothing in meshes found in the wild. */
const filled = (loops: Paths64): Paths64 =>
  Clipper.union(
    loops.map((loop) => (Clipper.area(loop) < 0 ? [...loop].reverse() : loop)),
    FillRule.NonZero,
  ).filter((path) => Clipper.area(path) > 0);

const holesOf = (cover: Paths64): Paths64 =>
  cover.filter((path) => Clipper.area(path) < 0).map((path) => [...path].reverse());

const trianglesBelow = ({ positions, indices }: Triangles, z: number): Triangles => {
  const kept: number[] = [];
  for (let i = 0; i + 2 < indices.length; i += 3) {
    const corners = [0, 1, 2].map((k) => indices[i + k] as number);
    if (corners.every((v) => (positions[3 * v + 2] as number) <= z)) kept.push(...corners);
  }
  return { positions, indices: kept };
};

/** Cracks of less than the tolerance closed, corners within it of a straight line dropped. */
const tidied = (paths: Paths64, tolerance: number): Paths64 => {
  const grown = Clipper.inflatePaths(paths, tolerance / 2, JoinType.Miter, EndType.Polygon);
  const closed = Clipper.inflatePaths(grown, -tolerance / 2, JoinType.Miter, EndType.Polygon);
  const simple = Clipper.simplifyPaths(closed, tolerance);
  return Clipper.union(simple, FillRule.NonZero);
};

/** Outsides with their holes, back in the mesh's unit; the largest polygon first. */
const polygonsOf = (paths: Paths64, frame: IntegerFrame, options: OutlineOptions): OutlinePolygon[] => {
  const tree = new PolyTree64();
  Clipper.booleanOpWithPolyTree(ClipType.Union, paths, null, tree, FillRule.NonZero);
  const whole = areaOf(paths);
  const ring = (path: Path64): Point[] =>
    path.map(({ x, y }) => [x / frame.scale + frame.x, y / frame.scale + frame.y]);
  const children = (node: PolyPath64): PolyPath64[] =>
    Array.from({ length: node.count }, (_, i) => node.child(i));
  const found: { area: number; polygon: OutlinePolygon }[] = [];
  const visit = (outside: PolyPath64): void => {
    const path = outside.poly ?? [];
    const holes = children(outside);
    const area = Math.abs(Clipper.area(path));
    const smallestHole = (options.smallestHole ?? SMALLEST_HOLE) * area;
    const kept = holes.filter((hole) => Math.abs(Clipper.area(hole.poly ?? [])) >= smallestHole);
    if (area >= (options.smallestPart ?? SMALLEST_PART) * whole && path.length >= 3)
      found.push({ area, polygon: [ring(path), ...kept.map((hole) => ring(hole.poly ?? []))] });
    // An island in a courtyard is a part of its own; one in a hole that is filled up is none.
    for (const hole of kept) children(hole).forEach(visit);
  };
  children(tree).forEach(visit);
  return found.sort((a, b) => b.area - a.area).map(({ polygon }) => polygon);
};

/** What the triangles cover, seen from above. */
export const coveredFromAbove = (mesh: Triangles, options: OutlineOptions = {}): OutlinePolygon[] => {
  const box = extentOf(mesh);
  if (box === null) return [];
  const frame = frameOf(box);
  return polygonsOf(coverOf(mesh, frame), frame, { smallestHole: 0, smallestPart: 0, ...options });
};

interface Found {
  readonly paths: Paths64;
  readonly source: Outline['source'];
}

/** The outline of one thing, in integers of the frame. */
const outlineOfOne = (mesh: Triangles, frame: IntegerFrame, cover: Paths64): Found => {
  const box = extentOf(mesh);
  if (box === null) return { paths: [], source: 'cover' };
  const enough = areaOf(cover) * ENOUGH;
  const low = box.low[2];
  const height = box.high[2] - low;
  const welded = weld(mesh, frame);
  for (const share of height > 0 ? CUTS : []) {
    // A tall building is cut at knee height, but not below a hundredth: a model in millimetres has a plinth, too.
    const cut =
      share === CUTS[0] ? Math.max(Math.min(share * height, HIGHEST_CUT), 0.01 * height) : share * height;
    const section = filled(sectionAt(mesh, welded, frame, low + cut));
    const area = areaOf(section);
    if (area <= 0 || area < enough) continue;
    // A shell without a roof covers next to nothing: its inside is no courtyard.
    const courtyards = areaOf(cover) > area * ENOUGH ? holesOf(cover) : [];
    return { paths: combine(ClipType.Difference, section, courtyards), source: 'section' };
  }
  const ground = coverOf(trianglesBelow(mesh, low + height * GROUND_BAND), frame);
  return areaOf(ground) > enough ? { paths: ground, source: 'ground' } : { paths: cover, source: 'cover' };
};

/** The mesh by the parts of its cover that stand apart: on a slope each has its own ground. */
const apart = (mesh: Triangles, frame: IntegerFrame, cover: Paths64, near: number): Triangles[] => {
  const whole = areaOf(cover);
  const outsides = cover.filter((path) => Clipper.area(path) >= SMALLEST_PART * whole);
  if (outsides.length < 2) return [mesh];
  const areas = Clipper.inflatePaths(outsides, near, JoinType.Miter, EndType.Polygon)
    .filter((path) => Clipper.area(path) > 0)
    .map((path) => ({ path, box: Clipper.getBounds(path) }));
  const parts = areas.map((): number[] => []);
  const { positions, indices } = mesh;
  for (let i = 0; i + 2 < indices.length; i += 3) {
    const corners = [0, 1, 2].map((k) => indices[i + k] as number);
    const middle = (k: number): number =>
      corners.reduce((sum, v) => sum + (positions[3 * v + k] as number), 0) / 3;
    const x = Math.round((middle(0) - frame.x) * frame.scale);
    const y = Math.round((middle(1) - frame.y) * frame.scale);
    const part = areas.findIndex(
      ({ path, box }) =>
        x >= box.left &&
        x <= box.right &&
        y >= box.top &&
        y <= box.bottom &&
        Clipper.pointInPolygon({ x, y }, path) !== PointInPolygonResult.IsOutside,
    );
    parts[part]?.push(...corners);
  }
  return parts.filter((part) => part.length > 0).map((part) => ({ positions, indices: part }));
};

const rankOf: Readonly<Record<Outline['source'], number>> = { section: 0, ground: 1, cover: 2 };

/** The outline of a mesh, z up. No polygons where it has no area from above, or a coordinate is no number. */
export const outlineOfMesh = (mesh: Triangles, options: OutlineOptions = {}): Outline => {
  const box = extentOf(mesh);
  if (box === null) return { polygons: [], source: 'cover', low: Number.NaN, high: Number.NaN };
  const frame = frameOf(box);
  const across = Math.max(box.high[0] - box.low[0], box.high[1] - box.low[1]);
  const tolerance = (options.tolerance ?? across * TOLERANCE_SHARE) * frame.scale;
  const cover = coverOf(mesh, frame);
  const parts = apart(mesh, frame, cover, tolerance);
  const found = parts.map((part) =>
    outlineOfOne(part, frame, parts.length === 1 ? cover : coverOf(part, frame)),
  );
  const paths = found.flatMap((part) => part.paths);
  return {
    polygons: polygonsOf(tidied(paths, tolerance), frame, options),
    source: found.reduce<Outline['source']>(
      (worst, { source }) => (rankOf[source] > rankOf[worst] ? source : worst),
      'section',
    ),
    low: box.low[2],
    high: box.high[2],
  };
};
