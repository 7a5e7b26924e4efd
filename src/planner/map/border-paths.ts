/**
 * Borders as two paths, inner ones and the outline. All but the few that are being dragged stay as they are from frame to frame:
 * hundreds of arcs are not written anew for each.
 */
import type { Arc, MmPoint, Tiling } from '../../geometry/tiling/index.ts';
import type { DragFrame } from '../../geometry/tiling/index.ts';
import { arcInto, draggedArcs } from './rings.ts';

export interface BorderPaths {
  readonly inner: Path2D;
  readonly rim: Path2D;
}

const isRim = ({ left, right }: Arc): boolean => left === null || right === null;

/** Two maps beside each other have one each. */
const kept = new WeakMap<Tiling, { readonly key: string; readonly paths: BorderPaths }>();

const resting = (tiling: Tiling, dragged: ReadonlyMap<number, Arc>): BorderPaths => {
  const key = `${tiling.version} ${[...dragged.keys()].join(' ')}`;
  const known = kept.get(tiling);
  if (known?.key === key) return known.paths;
  const paths = { inner: new Path2D(), rim: new Path2D() };
  for (const arc of tiling.arcs.values())
    if (!dragged.has(arc.id)) arcInto(isRim(arc) ? paths.rim : paths.inner, arc, (id) => tiling.vertex(id));
  kept.set(tiling, { key, paths });
  return paths;
};

/** Borders at rest. */
export const restingBorders = (tiling: Tiling, drag: DragFrame | null): BorderPaths =>
  resting(tiling, draggedArcs(tiling, drag));

/** Borders in the hand; null where there are none. */
export const movingBorders = (
  tiling: Tiling,
  drag: DragFrame | null,
  place: (id: number) => MmPoint | undefined,
): BorderPaths | null => {
  const dragged = draggedArcs(tiling, drag);
  if (dragged.size === 0) return null;
  const moving = { inner: new Path2D(), rim: new Path2D() };
  for (const arc of dragged.values()) arcInto(isRim(arc) ? moving.rim : moving.inner, arc, place);
  return moving;
};
