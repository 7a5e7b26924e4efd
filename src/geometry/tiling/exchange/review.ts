/**
 * Polygons from outside → what is wrong with them, and a tiling once every fault has its repair. Nothing is repaired behind
 * one's back: each fault is listed with place and size, and each has repairs to choose from, the first being taken otherwise.
 *
 *     const review = reviewCoverage(polygons);
 *     review.faults;                                    // to list, to draw, to fly to
 *     review.resolve(new Map([['gap:1', 'give:g3']]))   // { ok: { tiling, leftOut, … } } or { refused }
 */
import { DEFAULT_LIMITS, type Limits, SLIVER_GAP_MM } from '../model/limits.ts';
import { type Outcome, refuse } from '../model/refusal.ts';
import { distance } from '../model/exact.ts';
import {
  type Arc,
  edgeKey,
  type Face,
  type FaceId,
  type MmPoint,
  newFace,
  type Side,
} from '../model/rows.ts';
import type { FacePart } from '../model/shape.ts';
import { insidePoint, type RingCoordinates } from '../model/ring-measures.ts';
import { Tiling } from '../model/tiling.ts';
import { buildTiling } from './build.ts';
import { type Fault, Faults, type Repair } from './fault.ts';
import { groupCells, type Group, ownersOf, type Reading } from './groups.ts';
import { type NodedRings, nodeRings } from './node-rings.ts';
import type { CoveragePolygon, MmPolygon } from './polygons.ts';
import { type ReadPolygon, readPolygons } from './read-rings.ts';

export interface ReviewOptions {
  /** Points and edges this near or nearer become one. */
  readonly toleranceMm?: number;
  /** What the polygons should tile, where it is known. */
  readonly outline?: readonly MmPolygon[];
  readonly limits?: Limits;
}

export interface ResolvedCoverage {
  readonly tiling: Tiling;
  /** Grids of which nothing is left. */
  readonly leftOut: readonly FaceId[];
}

export interface Review {
  readonly faults: readonly Fault[];
  /** With the repair for each fault that is not to have its first one. Choices may be changed and resolved again. */
  resolve(choices?: ReadonlyMap<string, Repair>): Outcome<ResolvedCoverage>;
}

const pointsOfRing = (ring: RingCoordinates): MmPoint[] =>
  Array.from({ length: ring.length / 2 }, (_, i) => ({
    x: ring[2 * i] as number,
    y: ring[2 * i + 1] as number,
  }));

const firstRepair = (fault: Fault): Repair => fault.repairs[0] as Repair;

const resolveReview = (
  noded: NodedRings,
  polygons: readonly ReadPolygon[],
  listed: readonly Fault[],
  hasOutline: boolean,
  limits: Limits,
  choices: ReadonlyMap<string, Repair>,
): Outcome<ResolvedCoverage> => {
  if (noded.failedAt !== null) return refuse('unnoded', [], noded.failedAt);
  const byId = new Map(listed.map((fault) => [fault.id, fault]));
  const chosen: Reading = (id) => {
    const fault = byId.get(id);
    return choices.get(id) ?? (fault === undefined ? '' : firstRepair(fault));
  };
  const owners = ownersOf(noded, polygons, hasOutline, chosen);
  const groups = groupCells(noded, owners);
  const labels: Side[] = noded.cells.cells.map(() => null);
  const made = new Map<FaceId, FaceId>();
  for (const group of groups) {
    const side = sideOfGroup(group, polygons, listed, chosen, limits);
    if (typeof side === 'object' && side !== null) return side;
    for (const cell of group.cells) labels[cell] = side;
    if (side !== null) made.set(side, side);
  }
  const edges = noded.chains.flatMap(([a, b], i) => {
    const left = labels[noded.cells.cellOf[2 * i] as number] as Side;
    const right = labels[noded.cells.cellOf[2 * i + 1] as number] as Side;
    return left === right ? [] : [{ a, b, left, right }];
  });
  const sources = new Map(polygons.toReversed().map((polygon) => [polygon.id, polygon.source]));
  const faces = [...made.keys()].map((id): Face => newFace(id, { ...sources.get(id)?.fields }));
  const built = Tiling.of(buildTiling(edges, noded.at, faces));
  const tiling = withParts(built, listed, chosen);
  const leftOut = [...sources.keys()].filter((id) => tiling.face(id) === undefined);
  return tiling.faces.size === 0 ? refuse('nothing', [], null) : { ok: { tiling, leftOut } };
};

/** Which grid a group of cells goes to; a refusal where a choice names no grid. */
const sideOfGroup = (
  group: Group,
  polygons: readonly ReadPolygon[],
  listed: readonly Fault[],
  chosen: Reading,
  limits: Limits,
): Side | { readonly refused: ReturnType<typeof refuse>['refused'] } => {
  const kind = kindOfGroup(group, limits);
  if (kind === null) return group.owners[0] ?? null;
  const fault = listed.find((one) => one.kind === kind && one.at.x === group.at.x && one.at.y === group.at.y);
  const choice = fault === undefined ? '' : chosen(fault.id);
  if (choice.startsWith('new:')) return choice.slice(4);
  if (choice.startsWith('give:')) {
    const id = choice.slice(5);
    return polygons.some((polygon) => polygon.id === id) ? id : refuse('unknown', [id], group.at);
  }
  if (choice === 'first') return group.owners[0] ?? null;
  if (choice === 'keep') return group.owners[0] ?? null;
  if (choice === 'cut' || choice === 'leave') return null;
  return group.longest;
};

/** What kind of fault a group of cells is, if any. */
const kindOfGroup = (
  group: Group,
  limits: Limits,
): 'gap' | 'missing' | 'overlap' | 'beyondOutline' | null => {
  if (group.beyond && group.owners.length > 0) return 'beyondOutline';
  if (group.owners.length > 1) return 'overlap';
  if (group.owners.length === 1 || group.unbounded) return null;
  if (group.beyond) return null;
  const isSliver = group.areaMm2 < limits.minAreaMm2 || group.widthMm < SLIVER_GAP_MM;
  return isSliver ? 'gap' : 'missing';
};

/** Several parts: declared, or the largest kept and the rest given to whom they touch most. */
const withParts = (tiling: Tiling, listed: readonly Fault[], chosen: Reading): Tiling => {
  const data = tiling.toData();
  const faces = data.faces.map((face) => {
    if (tiling.shape(face.id).parts.length < 2) return face;
    return { ...face, apart: true };
  });
  const asked = listed.filter(({ id, kind }) => kind === 'apart' && chosen(id) === 'largest');
  if (asked.length === 0) return Tiling.of({ ...data, faces });
  return keepLargest(Tiling.of({ ...data, faces }), new Set(asked.flatMap(({ faceIds }) => faceIds)));
};

const keepLargest = (tiling: Tiling, ids: ReadonlySet<FaceId>): Tiling => {
  const areaOf = (part: FacePart): number => part[0]?.twiceAreaMm2 ?? 0;
  /** Who gets the part to the left of a directed edge. */
  const heirs = new Map<string, Side>();
  for (const id of ids)
    for (const part of tiling
      .shape(id)
      .parts.toSorted((a, b) => areaOf(b) - areaOf(a))
      .slice(1)) {
      const lengths = new Map<Side, number>();
      const names: string[] = [];
      for (const { vertexIds } of part)
        for (const [i, a] of vertexIds.entries()) {
          const b = vertexIds[(i + 1) % vertexIds.length] as number;
          names.push(`${a} ${b}`);
          const arc = tiling.arc(tiling.edge(edgeKey(a, b))?.arcId ?? -1) as Arc;
          const other = arc.left === id ? arc.right : arc.left;
          const length = distance(tiling.vertex(a) as MmPoint, tiling.vertex(b) as MmPoint);
          lengths.set(other, (lengths.get(other) ?? 0) + length);
        }
      const heir = [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
      for (const name of names) heirs.set(name, heir);
    }
  const edges = [...tiling.arcs.values()].flatMap(({ vertexIds, ...sides }) =>
    vertexIds.slice(1).flatMap((b, i) => {
      const a = vertexIds[i] as number;
      const [there, back] = [heirs.get(`${a} ${b}`), heirs.get(`${b} ${a}`)];
      const left = there === undefined ? sides.left : there;
      const right = back === undefined ? sides.right : back;
      return left === right ? [] : [{ a, b, left, right }];
    }),
  );
  const faces = [...tiling.faces.values()].map((face) =>
    ids.has(face.id) ? { ...face, apart: false } : face,
  );
  return Tiling.of(buildTiling(edges, (id) => tiling.vertex(id) as MmPoint, faces));
};

export const reviewCoverage = (source: readonly CoveragePolygon[], options: ReviewOptions = {}): Review => {
  const { limits = DEFAULT_LIMITS, toleranceMm = limits.clearanceMm, outline } = options;
  const faults = new Faults();
  const polygons = readPolygons(source, toleranceMm, faults);
  const hidden = new Faults();
  const [rim] = outline === undefined ? [] : readPolygons([{ id: '', parts: outline }], toleranceMm, hidden);
  const rimRings = (rim?.rings ?? []).map((ring) => ({ ...ring, polygon: -1 }));
  const noded = nodeRings(polygons, rimRings, toleranceMm, faults);
  const hasOutline = rimRings.length > 0;
  const standard: Reading = (id) => {
    const fault = faults.list.find((one) => one.id === id);
    return fault === undefined ? '' : firstRepair(fault);
  };
  const owners = ownersOf(noded, polygons, hasOutline, standard);
  for (const group of groupCells(noded, owners)) {
    const kind = kindOfGroup(group, limits);
    if (kind === null) continue;
    const parts = group.cells.map((cell) => noded.cells.rings(cell).map(pointsOfRing));
    faults.add(kind, group.at, group.owners, { sizeMm: group.widthMm, areaMm2: group.areaMm2, parts });
  }
  const rest = resolveReview(noded, polygons, faults.list, hasOutline, limits, new Map());
  if ('ok' in rest) {
    for (const id of rest.ok.leftOut) {
      const told = faults.list.some(({ kind, faceIds }) => kind === 'duplicate' && faceIds[1] === id);
      const at = polygons.find((polygon) => polygon.id === id)?.rings[0]?.points[0];
      if (!told) faults.add('vanished', at ?? { x: 0, y: 0 }, [id]);
    }
    for (const { id, apart } of rest.ok.tiling.faces.values()) {
      if (!apart) continue;
      const parts = rest.ok.tiling
        .shape(id)
        .parts.toSorted((a, b) => (a[0]?.twiceAreaMm2 ?? 0) - (b[0]?.twiceAreaMm2 ?? 0));
      const ring = parts[0]?.[0];
      if (ring === undefined) continue;
      faults.add('apart', insidePoint([ring.coordinates]), [id], { areaMm2: ring.twiceAreaMm2 / 2 });
    }
  }
  return {
    faults: faults.list,
    resolve: (choices = new Map()) =>
      resolveReview(noded, polygons, faults.list, hasOutline, limits, choices),
  };
};

/** Polygons → tiling with every fault repaired in the usual way; the faults come along. */
export const importCoverage = (
  polygons: readonly CoveragePolygon[],
  options: ReviewOptions = {},
): Outcome<ResolvedCoverage & { readonly faults: readonly Fault[] }> => {
  const review = reviewCoverage(polygons, options);
  const resolved = review.resolve();
  return 'refused' in resolved ? resolved : { ok: { ...resolved.ok, faults: review.faults } };
};
