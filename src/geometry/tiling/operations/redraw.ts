/**
 * Draws the borders of some grids anew from which building is to be in which: what turns a proposal into a patch. Borders run in
 * the middle between the ground of buildings, along roads and walls where those part it, straightened through free space. The rim
 * of the redrawn ground (the outline, other grids) stays as it is.
 */
import { Draft } from '../model/draft.ts';
import { distance } from '../model/exact.ts';
import { type Outcome, refuse } from '../model/refusal.ts';
import { insidePoint } from '../model/ring-measures.ts';
import { type Face, type FaceId, type MmPoint, newFace, type Patch, type Side } from '../model/rows.ts';
import { shapeContains } from '../model/shape.ts';
import type { Tiling } from '../model/tiling.ts';
import { makeOverlay, type Overlay } from '../planar/overlay.ts';
import { relabel } from '../planar/relabel.ts';
import { heirOf, piecesOf } from '../planar/settle.ts';
import { type FreeSpace, straightenThrough } from '../ground/free-space.ts';
import type { GroundCells, GroundEdge } from '../ground/ground-cells.ts';
import { checkOptions, finish, nameOf, type OperationOptions } from './options.ts';

export interface Redraw {
  /** Grids whose ground is shared out anew. */
  readonly faceIds: readonly FaceId[];
  /** By row of the building set: the grid it is to be in. */
  readonly faceOf: readonly Side[];
  readonly ground: GroundCells;
  readonly space: FreeSpace;
  /** Is a place on a road or wall that borders should keep to? See `followerOf`. */
  readonly follows?: (p: MmPoint) => boolean;
  /** Fields of grids that do not exist yet. */
  readonly created?: Readonly<Record<FaceId, Partial<Omit<Face, 'id'>>>>;
}

const STRAIGHTEN_MM = 45_000;

/** Ground of buildings that are not up for sharing may reach over the rim: there it goes with a neighbour. */
const labelsOfRows = ({ faceOf, ground }: Redraw, wanted: ReadonlySet<Side>): Side[] => {
  const labels = faceOf.map((side) => (wanted.has(side) ? side : null));
  const queue = [...labels.keys()].filter((row) => labels[row] !== null);
  for (const row of queue)
    for (const index of ground.edgesOf[row] ?? []) {
      const { a, b } = ground.edges[index] as GroundEdge;
      const other = a === row ? b : a;
      if (other < 0 || labels[other] !== null) continue;
      labels[other] = labels[row] as Side;
      queue.push(other);
    }
  return labels;
};

interface LabelledLine {
  readonly points: readonly MmPoint[];
  readonly left: Side;
  readonly right: Side;
}

/** Borders between labels, from one place where three meet to the next. */
const bordersOf = ({ ground, space, follows }: Redraw, labels: readonly Side[]): LabelledLine[] => {
  const how = { toleranceMm: STRAIGHTEN_MM, ...(follows === undefined ? {} : { follows }) };
  const sideOf = (row: number): Side => (row < 0 ? null : (labels[row] as Side));
  const edges = ground.edges.filter(({ a, b }) => a >= 0 && b >= 0 && sideOf(a) !== sideOf(b));
  const around = new Map<number, number[]>();
  for (const [i, { from, to }] of edges.entries())
    for (const t of [from, to]) {
      const list = around.get(t);
      if (list === undefined) around.set(t, [i]);
      else list.push(i);
    }
  const used = new Uint8Array(edges.length);
  const lines: LabelledLine[] = [];
  const walk = (start: number, first: number): void => {
    const nodes = [start];
    let here = start;
    for (let i = first; ; ) {
      used[i] = 1;
      const { from, to } = edges[i] as GroundEdge;
      here = from === here ? to : from;
      nodes.push(here);
      const onward = around.get(here) as number[];
      const next = onward.length === 2 ? onward.find((index) => !used[index]) : undefined;
      if (next === undefined) break;
      i = next;
    }
    const { from, a, b } = edges[first] as GroundEdge;
    const [left, right] = from === start ? [sideOf(a), sideOf(b)] : [sideOf(b), sideOf(a)];
    const raw = nodes.map((t) => ground.node(t));
    // A closed border keeps a point in the middle, or it would be straightened to nothing.
    const half = raw.length >> 1;
    const points =
      nodes[0] === here
        ? [
            ...straightenThrough(raw.slice(0, half + 1), space, how).slice(0, -1),
            ...straightenThrough(raw.slice(half), space, how),
          ]
        : straightenThrough(raw, space, how);
    lines.push({ points, left, right });
  };
  for (const [t, list] of around) if (list.length !== 2) for (const i of list) if (!used[i]) walk(t, i);
  for (const [i, { from }] of edges.entries()) if (!used[i]) walk(from, i);
  return lines;
};

/** Which label each cell has, by the borders around it; by its nearest building where it has none. */
const cellLabels = (
  overlay: Overlay,
  lines: readonly LabelledLine[],
  rows: readonly Side[],
  ground: GroundCells,
): (Side | undefined)[] => {
  const beside = new Map<string, Side>();
  for (const [i, path] of overlay.paths.entries()) {
    const { left, right } = lines[i] as LabelledLine;
    for (let k = 1; k < path.length; k++) {
      beside.set(`${path[k - 1]} ${path[k]}`, left);
      beside.set(`${path[k]} ${path[k - 1]}`, right);
    }
  }
  const { cells, chains, sideOf } = overlay;
  return cells.cells.map(({ outside, holes }, cell) => {
    if (sideOf[cell] === undefined || cell === 0) return sideOf[cell];
    const lengths = new Map<Side, number>();
    for (const h of [outside, ...holes].flat()) {
      const chain = chains[h >> 1] as Overlay['chains'][number];
      if (chain.arc !== null) continue;
      const [a, b] = (h & 1 ? chain.vertexIds.toReversed() : chain.vertexIds) as [number, number];
      const label = beside.get(`${a} ${b}`) ?? null;
      if (label !== null)
        lengths.set(label, (lengths.get(label) ?? 0) + distance(overlay.at(a), overlay.at(b)));
    }
    const best = [...lengths].sort((x, y) => y[1] - x[1])[0]?.[0];
    if (best !== undefined) return best;
    const owner = ground.ownerOf(insidePoint(cells.rings(cell)));
    return rows[owner] ?? (sideOf[cell] as Side);
  });
};

/** Pieces without a building, apart from the rest of their grid, go to whom they touch. */
const settle = (overlay: Overlay, labels: (Side | undefined)[], { ground, faceOf }: Redraw): void => {
  const { x, y } = ground.buildings;
  const placed = {
    rows: [...faceOf.keys()],
    pointOf: (row: number) => ({ x: x[row] as number, y: y[row] as number }),
  };
  for (const pieces of piecesOf(overlay, labels, placed).values())
    for (const piece of pieces.slice(1)) {
      const heir = piece.rows.length > 0 ? null : heirOf(overlay, labels, piece, () => true);
      if (heir !== null) for (const cell of piece.cells) labels[cell] = heir;
    }
};

export const redraw = (tiling: Tiling, args: Redraw, options: OperationOptions = {}): Outcome<Patch> => {
  const { faceIds, faceOf, ground, created = {} } = args;
  for (const id of faceIds) {
    const face = tiling.face(id);
    if (face === undefined) return refuse('unknown', [id], null);
    if (face.locked) return refuse('locked', [nameOf(tiling, id)], null, [id]);
  }
  const old = new Set<Side>(faceIds);
  const wanted = new Set<Side>([...old, ...Object.keys(created)]);
  const rows = labelsOfRows(args, wanted);
  const lines = bordersOf(args, rows);
  const draft = new Draft(tiling);
  const overlay = makeOverlay(
    draft,
    old,
    lines.map(({ points }) => ({ points, closed: false })),
    checkOptions(options).limits.clearanceMm,
    ({ left, right }) => old.has(left) && old.has(right),
  );
  if ('refused' in overlay) return overlay;
  const labels = cellLabels(overlay, lines, rows, ground);
  settle(overlay, labels, args);
  relabel(overlay, (cell) => labels[cell] as Side);
  const present = new Set(labels);
  for (const id of faceIds) if (!present.has(id)) draft.deleteFace(id);
  for (const [id, fields] of Object.entries(created)) {
    if (!present.has(id) || tiling.face(id) !== undefined) continue;
    const parents = new Set<FaceId>();
    for (const [row, side] of faceOf.entries()) {
      const before = side === id ? homeOf(tiling, ground, row, faceIds) : null;
      if (before !== null) parents.add(before);
    }
    draft.putFace(newFace(id, { ...fields, parents: fields.parents ?? [...parents] }));
  }
  return finish(draft, options);
};

const homeOf = (
  tiling: Tiling,
  { buildings }: GroundCells,
  row: number,
  faceIds: readonly FaceId[],
): FaceId | null => {
  const [x, y] = [buildings.x[row] as number, buildings.y[row] as number];
  return faceIds.find((id) => shapeContains(tiling.shape(id), x, y)) ?? null;
};
