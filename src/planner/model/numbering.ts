/** Codes of grids when a plan is published: numbered anew in reading order, or kept, new ones taking the next free number. */
import { type FaceId, placeIn, type Tiling } from '../../geometry/tiling/index.ts';

export type Numbering = 'renumber' | 'keep';

/** Grids this near in north–south direction are in one row. */
const ROW_MM = 200_000;

/** Rows from north to south, within a row from west to east. */
export const readingOrder = (tiling: Tiling): FaceId[] => {
  const placed = [...tiling.faces.keys()].map((id) => {
    const [minX, minY, maxX, maxY] = tiling.shape(id).box;
    const at = Number.isFinite(minX)
      ? { x: (minX + maxX) / 2, y: (minY + maxY) / 2 }
      : placeIn(tiling.shape(id));
    return { id, row: -Math.round(at.y / ROW_MM), x: at.x };
  });
  return placed.sort((a, b) => a.row - b.row || a.x - b.x || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
};

/** Sequence by grid. `taken` are sequences that were used once, by closed grids too: a kept numbering never uses one again. */
export const sequencesOf = (
  tiling: Tiling,
  numbering: Numbering,
  current: ReadonlyMap<FaceId, number>,
  taken: Iterable<number>,
): Map<FaceId, number> => {
  const order = readingOrder(tiling);
  if (numbering === 'renumber') return new Map(order.map((id, at) => [id, at + 1]));
  let next = Math.max(0, ...current.values(), ...taken) + 1;
  return new Map(order.map((id) => [id, current.get(id) ?? next++]));
};
