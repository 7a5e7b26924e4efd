/** Questions about single vertices that the map and the keyboard ask. */
import type { FaceId, Tiling } from '../../geometry/tiling/index.ts';

export const isOutlineVertex = (tiling: Tiling, id: number): boolean =>
  tiling.arcsAt(id).some((arcId) => {
    const arc = tiling.arc(arcId);
    return arc !== undefined && (arc.left === null || arc.right === null);
  });

/** The next vertex along the border of a grid, for the keyboard; the first where none is chosen. */
export const vertexAfter = (
  tiling: Tiling,
  faceId: FaceId,
  vertexId: number | null,
  by: 1 | -1,
): number | null => {
  const ids = tiling
    .shape(faceId)
    .parts.flat()
    .flatMap((ring) => ring.vertexIds);
  if (ids.length === 0) return null;
  const at = vertexId === null ? -1 : ids.indexOf(vertexId);
  if (at < 0) return ids[0] ?? null;
  return ids[(at + by + ids.length) % ids.length] ?? null;
};
