/**
 * New lines laid over some faces of a tiling: the cells that come of it, and of which face each was a piece. What an operation
 * then says is only which face each cell belongs to from now on; `relabel.ts` makes the arcs.
 */
import type { Draft } from '../model/draft.ts';
import { type Refusal, refusal } from '../model/refusal.ts';
import { type Arc, edgeKey, type MmPoint, type Side } from '../model/rows.ts';
import { type Cells, cellsOf } from './cells.ts';
import { Noder } from './noder.ts';

export interface Chain {
  readonly vertexIds: readonly number[];
  /** The arc that it is a piece of, in the arc's direction; null for a new line. */
  readonly arc: Arc | null;
}

export interface Overlay {
  readonly draft: Draft;
  readonly sides: ReadonlySet<Side>;
  readonly arcs: readonly Arc[];
  readonly chains: readonly Chain[];
  readonly cells: Cells;
  /** What each cell was a piece of; undefined where it is none of `sides`. */
  readonly sideOf: readonly (Side | undefined)[];
  /** The vertices of each line as it was laid. */
  readonly paths: readonly (readonly number[])[];
  at(id: number): MmPoint;
}

export interface Line {
  readonly points: readonly MmPoint[];
  readonly closed: boolean;
}

const arcsOfSides = (draft: Draft, sides: ReadonlySet<Side>): Arc[] => {
  const ids = new Set<number>();
  for (const side of sides) for (const id of draft.base.arcsOf(side)) ids.add(id);
  return [...ids].sort((a, b) => a - b).map((id) => draft.base.arc(id) as Arc);
};

const layLines = (noder: Noder, lines: readonly Line[]): number[][] => {
  const placed = lines.map(({ points, closed }) => {
    const ids: number[] = [];
    for (const point of points) {
      const id = noder.addPoint(point);
      if (ids[ids.length - 1] !== id) ids.push(id);
    }
    if (closed && ids.length > 1 && ids[0] !== ids[ids.length - 1]) ids.push(ids[0] as number);
    return ids;
  });
  for (const ids of placed)
    for (let i = 1; i < ids.length; i++) noder.addSegment(ids[i - 1] as number, ids[i] as number);
  return placed.map((ids) => {
    const path = ids.slice(0, 1);
    for (let i = 1; i < ids.length; i++)
      path.push(...noder.pathOf(ids[i - 1] as number, ids[i] as number).slice(1));
    return path;
  });
};

/** The arc's vertices with every cut led in, broken where lines meet it. */
const pieces = (arc: Arc, noder: Noder, isBreak: (id: number) => boolean): number[][] => {
  const ids: number[] = [arc.vertexIds[0] as number];
  for (let i = 1; i < arc.vertexIds.length; i++) {
    const a = arc.vertexIds[i - 1] as number;
    const b = arc.vertexIds[i] as number;
    if (noder.cuts.has(edgeKey(a, b))) ids.push(...noder.pathOf(a, b).slice(1));
    else ids.push(b);
  }
  const out: number[][] = [];
  let piece: number[] = [ids[0] as number];
  for (let i = 1; i < ids.length; i++) {
    const id = ids[i] as number;
    piece.push(id);
    if (i + 1 === ids.length || !isBreak(id)) continue;
    out.push(piece);
    piece = [id];
  }
  out.push(piece);
  return out;
};

/** New lines that end in the open divide nothing. */
const withoutDeadEnds = (chains: Chain[]): Chain[] => {
  const ends = new Map<number, number>();
  const count = (chain: Chain, by: number): void => {
    for (const id of [chain.vertexIds[0], chain.vertexIds[chain.vertexIds.length - 1]] as number[])
      ends.set(id, (ends.get(id) ?? 0) + by);
  };
  for (const chain of chains) count(chain, 1);
  let kept = chains;
  for (;;) {
    const dead = kept.filter(
      ({ arc, vertexIds }) =>
        arc === null &&
        (ends.get(vertexIds[0] as number) === 1 || ends.get(vertexIds[vertexIds.length - 1] as number) === 1),
    );
    if (dead.length === 0) return kept;
    const gone = new Set(dead);
    for (const chain of dead) count(chain, -1);
    kept = kept.filter((chain) => !gone.has(chain));
  }
};

/** Which face each cell was a piece of: told by its arcs, and by its neighbours across new lines. */
const oldSides = (chains: readonly Chain[], { cells, cellOf }: Cells, sides: ReadonlySet<Side>) => {
  const sideOf: (Side | undefined)[] = cells.map(() => undefined);
  const known = new Uint8Array(cells.length);
  const queue: number[] = [];
  const tell = (cell: number, side: Side | undefined): void => {
    if (known[cell]) return;
    known[cell] = 1;
    sideOf[cell] = side;
    queue.push(cell);
  };
  for (const [i, { arc }] of chains.entries()) {
    if (arc === null) continue;
    tell(cellOf[2 * i] as number, sides.has(arc.left) ? arc.left : undefined);
    tell(cellOf[2 * i + 1] as number, sides.has(arc.right) ? arc.right : undefined);
  }
  for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
    const { outside, holes } = cells[cell] as Cells['cells'][number];
    for (const halves of [outside, ...holes])
      for (const h of halves) {
        if ((chains[h >> 1] as Chain).arc === null) tell(cellOf[h ^ 1] as number, sideOf[cell]);
      }
  }
  return sideOf;
};

export const makeOverlay = (
  draft: Draft,
  sides: ReadonlySet<Side>,
  lines: readonly Line[],
  clearanceMm: number,
  /** Arcs that are to go anyway: lines are not led through them, and they divide nothing. */
  isGone: (arc: Arc) => boolean = () => false,
): Overlay | { readonly refused: Refusal } => {
  const arcs = arcsOfSides(draft, sides);
  const met = arcs.filter((arc) => !isGone(arc));
  const noder = new Noder({
    clearanceMm,
    newId: () => draft.newId(),
    base: { tiling: draft.base, arcIds: new Set(met.map(({ id }) => id)) },
  });
  const paths = layLines(noder, lines);
  if (noder.failedAt !== null) return { refused: refusal('unnoded', [], noder.failedAt) };
  const breaks = new Set<number>(noder.cuts.values());
  const lineEdges = [...noder.edges.values()].filter(({ arcId }) => arcId === 0);
  for (const { a, b } of lineEdges) breaks.add(a).add(b);
  const isBreak = (id: number): boolean => breaks.has(id);
  const chains = withoutDeadEnds([
    ...met.flatMap((arc) => pieces(arc, noder, isBreak).map((vertexIds): Chain => ({ vertexIds, arc }))),
    ...lineEdges.map(({ a, b }): Chain => ({ vertexIds: [a, b], arc: null })),
  ]);
  const at = (id: number): MmPoint => noder.at(id);
  const cells = cellsOf(
    chains.map(({ vertexIds }) => vertexIds),
    at,
  );
  return { draft, sides, arcs, chains, cells, sideOf: oldSides(chains, cells, sides), paths, at };
};
