/**
 * After cells have got their faces: pieces of a face that lie apart from the rest of it. Small ones without a building go to the
 * neighbour they touch most; what holds buildings is told, for a person to decide.
 */
import { ringLength, flatRing, twiceArea, windingOf, type RingCoordinates } from '../model/ring-measures.ts';
import type { FaceId, MmPoint, Side } from '../model/rows.ts';
import type { Chain, Overlay } from './overlay.ts';

export interface Piece {
  readonly face: FaceId;
  readonly cells: readonly number[];
  readonly areaMm2: number;
  /** Rows of buildings in it. */
  readonly rows: readonly number[];
}

export interface PlacedBuildings {
  readonly rows: readonly number[];
  pointOf(row: number): MmPoint;
}

const root = (parent: Int32Array, cell: number): number => {
  let up = cell;
  while (parent[up] !== up) up = parent[up] = parent[parent[up] as number] as number;
  return up;
};

const within = (rings: readonly RingCoordinates[], { x, y }: MmPoint): boolean =>
  rings.reduce((sum, ring) => sum + windingOf(ring, x, y), 0) !== 0;

/** The pieces of each face, the heaviest (most buildings, then largest) first. */
export const piecesOf = (
  { chains, cells, sideOf }: Overlay,
  labels: readonly (Side | undefined)[],
  buildings: PlacedBuildings,
): Map<FaceId, Piece[]> => {
  const parent = Int32Array.from(labels, (_, i) => i);
  for (let i = 0; i < chains.length; i++) {
    const [l, r] = [cells.cellOf[2 * i] as number, cells.cellOf[2 * i + 1] as number];
    if (l !== r && labels[l] === labels[r]) parent[root(parent, l)] = root(parent, r);
  }
  const members = new Map<number, number[]>();
  for (let cell = 1; cell < labels.length; cell++) {
    if (sideOf[cell] === undefined || labels[cell] === undefined || labels[cell] === null) continue;
    const top = root(parent, cell);
    const list = members.get(top);
    if (list === undefined) members.set(top, [cell]);
    else list.push(cell);
  }
  const out = new Map<FaceId, Piece[]>();
  for (const list of members.values()) {
    const face = labels[list[0] as number] as FaceId;
    const rings = list.map((cell) => cells.rings(cell));
    const rows = buildings.rows.filter((row) => rings.some((r) => within(r, buildings.pointOf(row))));
    const areaMm2 = rings.flat().reduce((sum, ring) => sum + twiceArea(ring), 0) / 2;
    out.set(face, [...(out.get(face) ?? []), { face, cells: list, areaMm2, rows }]);
  }
  for (const pieces of out.values())
    pieces.sort((a, b) => b.rows.length - a.rows.length || b.areaMm2 - a.areaMm2);
  return out;
};

/** The faces around a piece, with the length shared; `allowed` may leave some out. */
export const heirOf = (
  overlay: Overlay,
  labels: readonly (Side | undefined)[],
  piece: Piece,
  allowed: (side: FaceId) => boolean,
): FaceId | null => {
  const own = new Set(piece.cells);
  const lengths = new Map<FaceId, number>();
  for (const [i, chain] of overlay.chains.entries()) {
    const [l, r] = [overlay.cells.cellOf[2 * i] as number, overlay.cells.cellOf[2 * i + 1] as number];
    if (own.has(l) === own.has(r)) continue;
    const other = labels[own.has(l) ? r : l];
    if (other === undefined || other === null || !allowed(other)) continue;
    lengths.set(other, (lengths.get(other) ?? 0) + chainLength(overlay, chain));
  }
  return [...lengths].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
};

const chainLength = (overlay: Overlay, { vertexIds }: Chain): number => {
  const open = flatRing(vertexIds.map((id) => overlay.at(id)));
  const [first, last] = [vertexIds[0] as number, vertexIds[vertexIds.length - 1] as number];
  const closing = Math.hypot(
    overlay.at(first).x - overlay.at(last).x,
    overlay.at(first).y - overlay.at(last).y,
  );
  return ringLength(open) - closing;
};
