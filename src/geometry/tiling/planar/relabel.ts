/** Gives every cell of an overlay its new face: borders between cells of one face go, the rest become arcs again. */
import { nearestOnSegment, distance2 } from '../model/exact.ts';
import { ROUNDING_MM } from '../model/limits.ts';
import type { Side } from '../model/rows.ts';
import type { Chain, Overlay } from './overlay.ts';

interface Piece {
  readonly vertexIds: readonly number[];
  readonly arcId: number | null;
  /** Does it run as its arc did? */
  readonly forward: boolean;
  readonly left: Side;
  readonly right: Side;
}

const reversed = ({ vertexIds, arcId, forward, left, right }: Piece): Piece => ({
  vertexIds: vertexIds.toReversed(),
  arcId,
  forward: !forward,
  left: right,
  right: left,
});

const startOf = (piece: Piece): number => piece.vertexIds[0] as number;
const endOf = (piece: Piece): number => piece.vertexIds[piece.vertexIds.length - 1] as number;

const keptPieces = (overlay: Overlay, newSide: (cell: number) => Side): Piece[] => {
  const { chains, cells, sides, sideOf } = overlay;
  const sideAt = (chain: Chain, h: number): Side | undefined => {
    const old = chain.arc === null ? undefined : h & 1 ? chain.arc.right : chain.arc.left;
    if (old !== undefined && !sides.has(old)) return old;
    const cell = cells.cellOf[h] as number;
    return sideOf[cell] === undefined ? undefined : newSide(cell);
  };
  return chains.flatMap((chain, i) => {
    const [left, right] = [sideAt(chain, 2 * i), sideAt(chain, 2 * i + 1)];
    // A new line through what is not to be changed divides nothing there.
    if (left === undefined || right === undefined || left === right) return [];
    return [{ vertexIds: chain.vertexIds, arcId: chain.arc?.id ?? null, forward: true, left, right }];
  });
};

/** Pieces joined to arcs, each with the pieces that it is made of in order. */
const joined = (pieces: readonly Piece[], isJunction: (id: number, ends: number) => boolean): Piece[][] => {
  const at = new Map<number, Piece[]>();
  for (const piece of pieces)
    for (const id of [startOf(piece), endOf(piece)]) {
      const list = at.get(id);
      if (list === undefined) at.set(id, [piece]);
      else list.push(piece);
    }
  const stops = (id: number): boolean => isJunction(id, (at.get(id) as Piece[]).length);
  const used = new Set<Piece>();
  const walk = (first: Piece, piece: Piece): Piece[] => {
    const run = [piece];
    used.add(first);
    for (let last = piece; !stops(endOf(last)); ) {
      const next = (at.get(endOf(last)) as Piece[]).find((other) => !used.has(other));
      if (next === undefined) break;
      used.add(next);
      last = startOf(next) === endOf(last) ? next : reversed(next);
      run.push(last);
    }
    return run;
  };
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    if (used.has(piece)) continue;
    if (stops(startOf(piece))) runs.push(walk(piece, piece));
    else if (stops(endOf(piece))) runs.push(walk(piece, reversed(piece)));
  }
  for (const piece of pieces) if (!used.has(piece)) runs.push(walk(piece, piece));
  return runs;
};

export const relabel = (overlay: Overlay, newSide: (cell: number) => Side): void => {
  const { draft, arcs, at } = overlay;
  const { base } = draft;
  const ours = new Set(arcs.map(({ id }) => id));
  const hasOthers = (id: number): boolean => base.arcsAt(id).some((arcId) => !ours.has(arcId));
  const runs = joined(keptPieces(overlay, newSide), (id, ends) => ends !== 2 || hasOthers(id));
  const isFixed = (side: Side): boolean => side === null || base.face(side)?.locked === true;
  /** A point where pieces were joined is dropped when nothing needs it: put there just now, or a junction of an inner border. */
  const isSpare = (id: number, before: number, after: number, { left, right }: Piece): boolean => {
    const wasThere = base.vertex(id) !== undefined;
    if (wasThere && (isFixed(left) || isFixed(right) || base.arcsAt(id).length < 2)) return false;
    const p = at(id);
    return distance2(p, nearestOnSegment(p, at(before), at(after))) <= ROUNDING_MM * ROUNDING_MM;
  };

  const claimed = new Set<number>();
  const used = new Set<number>();
  for (const run of runs) {
    const keeper = run.find(({ arcId }) => arcId !== null && !claimed.has(arcId));
    // The arc that lends its id keeps its direction.
    const original = keeper === undefined ? undefined : base.arc(keeper.arcId as number);
    const ordered = keeper?.forward === false ? run.toReversed().map(reversed) : run;
    const vertexIds = joinVertices(ordered, isSpare);
    const id = keeper?.arcId ?? draft.newId();
    claimed.add(id);
    const { left, right } = ordered[0] as Piece;
    draft.putArc({ id, vertexIds: sameRing(vertexIds, original?.vertexIds) ?? vertexIds, left, right });
    for (const vertexId of vertexIds) {
      used.add(vertexId);
      if (base.vertex(vertexId) === undefined)
        draft.putVertex({ id: vertexId, x: at(vertexId).x, y: at(vertexId).y });
    }
  }
  for (const arc of arcs) {
    if (!claimed.has(arc.id)) draft.deleteArc(arc.id);
    for (const id of arc.vertexIds) if (!used.has(id) && !hasOthers(id)) draft.deleteVertex(id);
  }
};

const joinVertices = (
  run: readonly Piece[],
  isSpare: (id: number, before: number, after: number, piece: Piece) => boolean,
): number[] => {
  const ids = [...(run[0] as Piece).vertexIds];
  for (const piece of run.slice(1)) {
    const joint = ids[ids.length - 1] as number;
    if (isSpare(joint, ids[ids.length - 2] as number, piece.vertexIds[1] as number, piece)) ids.pop();
    ids.push(...piece.vertexIds.slice(1));
  }
  return ids;
};

/** The old order of vertices where a ring is the same and only begins elsewhere. */
const sameRing = (ids: readonly number[], old: readonly number[] | undefined): readonly number[] | null => {
  const n = ids.length - 1;
  if (old === undefined || old.length !== ids.length || ids[0] !== ids[n] || old[0] !== old[n]) return null;
  const shift = ids.indexOf(old[0] as number);
  if (shift === -1) return null;
  for (let i = 0; i < n; i++) if (old[i] !== ids[(shift + i) % n]) return null;
  return old;
};
