/** Questions about single vertices that the map and the keyboard ask. */
import type { FaceId, MmPoint, Tiling } from '../../geometry/tiling/index.ts';

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

/** The next border of a grid that can be moved, by rising id; the outline of the community stays. */
export const arcAfter = (tiling: Tiling, faceId: FaceId, arcId: number | null, by: 1 | -1): number | null => {
  const ids = [...tiling.arcsOf(faceId)]
    .filter((id) => tiling.arc(id)?.left !== null && tiling.arc(id)?.right !== null)
    .sort((a, b) => a - b);
  if (ids.length === 0) return null;
  const at = arcId === null ? -1 : ids.indexOf(arcId);
  if (at < 0) return ids[0] ?? null;
  return ids[(at + by + ids.length) % ids.length] ?? null;
};

/** The middle of the middle edge of a border. */
export const middleOf = (tiling: Tiling, arcId: number): MmPoint | null => {
  const ids = tiling.arc(arcId)?.vertexIds ?? [];
  const at = Math.max(0, (ids.length >> 1) - 1);
  const [a, b] = [tiling.vertex(ids[at] ?? -1), tiling.vertex(ids[at + 1] ?? -1)];
  return a && b ? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : null;
};
