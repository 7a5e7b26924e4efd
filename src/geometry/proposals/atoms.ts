/**
 * What proposals are made of: atoms (buildings, or compounds that must stay together), which of them touch, how long the border
 * between them is and how much of it follows a road or a wall. Only ground that may change hands is in it.
 */
import { Clipper, FillRule, type Paths64 } from 'clipper2-ts';
import { crossingPoint, distance, distance2, segmentsCross } from '../tiling/model/exact.ts';
import type { FaceId, MmPoint, Side } from '../tiling/model/rows.ts';
import { shapeContains } from '../tiling/model/shape.ts';
import type { Tiling } from '../tiling/model/tiling.ts';
import type { GroundCells, GroundEdge } from '../tiling/ground/ground-cells.ts';
import { followerOf } from '../tiling/ground/free-space.ts';
import { regionLoops } from '../tiling/ground/region-of.ts';

export interface AtomLink {
  readonly other: number;
  /** Straight length of the common border, millimetres. */
  readonly lengthMm: number;
  /** What a cut here costs: its length, less where it follows a road. */
  readonly costMm: number;
}

export interface Atoms {
  readonly count: number;
  /** Rows of the building set in each atom. */
  readonly rows: readonly (readonly number[])[];
  readonly weight: Float64Array;
  readonly areaMm2: Float64Array;
  /** Border with what may not change: the outline, locked grids. */
  readonly rimMm: Float64Array;
  readonly links: readonly (readonly AtomLink[])[];
  /** Where each atom is now; the grid of most of its weight. */
  readonly home: readonly Side[];
}

export interface AtomInput {
  readonly tiling: Tiling;
  readonly ground: GroundCells;
  /** Households by row. */
  readonly households: ArrayLike<number>;
  readonly faceOf: readonly Side[];
  /** Grids whose ground is shared out anew. */
  readonly faceIds: readonly FaceId[];
  /** Rows with the same key stay together; null or absent: by itself. */
  readonly compoundOf?: (row: number) => string | null;
  /** Roads and walls that a border should follow. */
  readonly guides?: readonly (readonly MmPoint[])[];
}

/** Atoms that share less than this do not count as touching: a grid held together by a corner is none. */
const TOUCH_MM = 4000;
/** Following a road costs this share of the length. */
const FOLLOW_COST = 0.35;

const groupRows = ({ faceOf, faceIds, compoundOf }: AtomInput): number[][] => {
  const wanted = new Set<Side>(faceIds);
  const groups = new Map<string, number[]>();
  for (const [row, side] of faceOf.entries()) {
    if (!wanted.has(side)) continue;
    const compound = compoundOf?.(row) ?? null;
    const key = compound === null ? `row ${row}` : `compound ${compound}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
};

/** An edge as far as it lies on the ground that is shared out. */
interface ClippedEdge extends GroundEdge {
  readonly p: MmPoint;
  readonly q: MmPoint;
}

/** The straight length of a border given in pieces: from end to end of each connected run. */
const straightLength = (edges: readonly ClippedEdge[]): number => {
  const around = new Map<number, number[]>();
  for (const [i, { from, to }] of edges.entries())
    for (const t of [from, to]) around.set(t, [...(around.get(t) ?? []), i]);
  const used = new Uint8Array(edges.length);
  let sum = 0;
  const walk = (start: number): void => {
    let here = start;
    let first: MmPoint | null = null;
    let last: MmPoint | null = null;
    for (;;) {
      const i = around.get(here)?.find((index) => !used[index]);
      if (i === undefined) break;
      used[i] = 1;
      const { from, to, p, q } = edges[i] as ClippedEdge;
      first ??= from === here ? p : q;
      last = from === here ? q : p;
      here = from === here ? to : from;
    }
    if (first !== null && last !== null) sum += distance(first, last);
  };
  for (const [t, list] of around) if (list.length === 1 && !used[list[0] as number]) walk(t);
  // What is left is closed: its own length counts.
  for (const [i, { p, q }] of edges.entries()) if (!used[i]) sum += distance(p, q);
  return sum;
};

/** Where a line from inside leaves the ground that is shared out. */
const rimBetween = (tiling: Tiling, wanted: ReadonlySet<Side>, from: MmPoint, to: MmPoint): MmPoint => {
  let best = to;
  let least = Infinity;
  const box = {
    minX: Math.min(from.x, to.x),
    minY: Math.min(from.y, to.y),
    maxX: Math.max(from.x, to.x),
    maxY: Math.max(from.y, to.y),
  };
  for (const { a, b, arcId } of tiling.search(box)) {
    const arc = tiling.arc(arcId);
    if (arc === undefined || wanted.has(arc.left) === wanted.has(arc.right)) continue;
    const [p, q] = [tiling.vertex(a) as MmPoint, tiling.vertex(b) as MmPoint];
    if (!segmentsCross(from, to, p, q)) continue;
    const at = crossingPoint(from, to, p, q);
    const d2 = distance2(from, at);
    if (d2 < least) [best, least] = [at, d2];
  }
  return best;
};

const communityPaths = (tiling: Tiling, faceIds: readonly FaceId[]): Paths64 => {
  const paths: Paths64 = faceIds.flatMap((id) =>
    tiling
      .shape(id)
      .parts.flat()
      .map(({ vertexIds }) =>
        vertexIds.map((v) => tiling.vertex(v) as MmPoint).map(({ x, y }) => ({ x, y })),
      ),
  );
  return Clipper.union(paths, FillRule.NonZero);
};

const pathLength = (path: readonly MmPoint[]): number =>
  path.reduce((sum, p, i) => sum + distance(p, path[(i + 1) % path.length] as MmPoint), 0);

/** How much is done between two chances to stop: borders looked at, atoms measured. */
const EDGES_A_STEP = 4000;
const ATOMS_A_STEP = 40;

/** Yields now and then: the atoms of thousands of buildings take longer than a stop may. */
export function* atomSteps(input: AtomInput): Generator<void, Atoms> {
  const { tiling, ground, households, faceOf, faceIds, guides = [] } = input;
  const rows = groupRows(input);
  const atomOf = new Map<number, number>();
  for (const [atom, list] of rows.entries()) for (const row of list) atomOf.set(row, atom);
  const shapes = faceIds.map((id) => tiling.shape(id));
  const inside = new Map<number, boolean>();
  const points = new Map<number, MmPoint>();
  const node = (t: number): MmPoint => {
    let point = points.get(t);
    if (point === undefined) {
      point = ground.node(t);
      points.set(t, point);
    }
    return point;
  };
  const isInside = (t: number): boolean => {
    let known = inside.get(t);
    if (known === undefined) {
      const { x, y } = node(t);
      known = shapes.some((shape) => shapeContains(shape, x, y));
      inside.set(t, known);
    }
    return known;
  };
  const follows = followerOf(guides);
  const wanted = new Set<Side>(faceIds);
  const clip = (edge: GroundEdge): ClippedEdge => {
    const [p, q] = [node(edge.from), node(edge.to)];
    if (isInside(edge.from) && isInside(edge.to)) return { ...edge, p, q };
    const end = rimBetween(tiling, wanted, isInside(edge.from) ? p : q, isInside(edge.from) ? q : p);
    return isInside(edge.from) ? { ...edge, p, q: end } : { ...edge, p: end, q };
  };

  const borders = new Map<number, ClippedEdge[]>();
  const atRim = new Uint8Array(rows.length);
  for (const [index, edge] of ground.edges.entries()) {
    if (index % EDGES_A_STEP === EDGES_A_STEP - 1) yield;
    const [a, b] = [atomOf.get(edge.a), atomOf.get(edge.b)];
    if (a === b) continue;
    const [from, to] = [isInside(edge.from), isInside(edge.to)];
    for (const atom of [a, b])
      if (atom !== undefined && (a === undefined || b === undefined || !from || !to)) atRim[atom] = 1;
    if (a === undefined || b === undefined || (!from && !to)) continue;
    const key = Math.min(a, b) * rows.length + Math.max(a, b);
    const list = borders.get(key);
    if (list === undefined) borders.set(key, [clip(edge)]);
    else list.push(clip(edge));
  }
  const links: AtomLink[][] = rows.map(() => []);
  const innerMm = new Float64Array(rows.length);
  let seen = 0;
  for (const [key, edges] of borders) {
    if (++seen % (4 * ATOMS_A_STEP) === 0) yield;
    const [a, b] = [Math.floor(key / rows.length), key % rows.length];
    let raw = 0;
    let along = 0;
    for (const { p, q } of edges) {
      const length = distance(p, q);
      raw += length;
      if (follows({ x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 })) along += length;
    }
    const lengthMm = Math.min(raw, straightLength(edges));
    innerMm[a] = (innerMm[a] as number) + raw;
    innerMm[b] = (innerMm[b] as number) + raw;
    if (raw < TOUCH_MM) continue;
    const costMm = lengthMm * (1 - (1 - FOLLOW_COST) * (along / raw));
    links[a]?.push({ other: b, lengthMm, costMm });
    links[b]?.push({ other: a, lengthMm, costMm });
  }

  const areaMm2 = new Float64Array(rows.length);
  const rimMm = new Float64Array(rows.length);
  const community = atRim.some((rim) => rim === 1) ? communityPaths(tiling, faceIds) : [];
  yield;
  for (const [atom, list] of rows.entries()) {
    if (atom % ATOMS_A_STEP === ATOMS_A_STEP - 1) yield;
    const loops = regionLoops(ground, new Set(list)).map((loop) => loop.map(node));
    const paths = atRim[atom] ? Clipper.intersect(loops, community, FillRule.EvenOdd) : loops;
    const areas = paths.map((path) => Math.abs(Clipper.area(path))).sort((a, b) => b - a);
    areaMm2[atom] = atRim[atom]
      ? Math.abs(Clipper.areaPaths(paths))
      : areas.reduce((sum, area, i) => (i === 0 ? area : sum - area), 0);
    if (!atRim[atom]) continue;
    const length = paths.reduce((sum, path) => sum + pathLength(path), 0);
    rimMm[atom] = Math.max(0, length - (innerMm[atom] as number));
  }
  return {
    count: rows.length,
    rows,
    weight: Float64Array.from(rows, (list) => list.reduce((sum, row) => sum + (households[row] ?? 0), 0)),
    areaMm2,
    rimMm,
    links,
    home: rows.map((list) => homeOf(list, households, faceOf)),
  };
}

export const makeAtoms = (input: AtomInput): Atoms => {
  const steps = atomSteps(input);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
};

const homeOf = (rows: readonly number[], weights: ArrayLike<number>, faceOf: readonly Side[]): Side => {
  const sums = new Map<Side, number>();
  for (const row of rows)
    sums.set(faceOf[row] as Side, (sums.get(faceOf[row] as Side) ?? 0) + (weights[row] ?? 0) + 1e-6);
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
};

/** Groups of atoms that hang together. */
export const componentsOf = ({ count, links }: Atoms): number[][] => {
  const seen = new Uint8Array(count);
  const out: number[][] = [];
  for (let start = 0; start < count; start++) {
    if (seen[start]) continue;
    seen[start] = 1;
    const group = [start];
    for (const atom of group)
      for (const { other } of links[atom] ?? [])
        if (!seen[other]) {
          seen[other] = 1;
          group.push(other);
        }
    out.push(group);
  }
  return out;
};
