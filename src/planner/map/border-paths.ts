/**
 * Borders as two paths, inner ones and the outline. All but the few that are being dragged stay as they are from frame to frame:
 * hundreds of arcs are not written anew for each.
 */
import type { Arc, MmPoint, Tiling } from '../../geometry/tiling/index.ts';
import type { DragFrame } from '../../geometry/tiling/index.ts';
import type { MmBox } from './map-view.ts';
import { arcInto, draggedArcs } from './rings.ts';

export interface BorderPaths {
  readonly inner: Path2D;
  readonly rim: Path2D;
}

const isRim = ({ left, right }: Arc): boolean => left === null || right === null;

/** Two maps beside each other have one each. */
const kept = new WeakMap<Tiling, { readonly key: string; readonly paths: BorderPaths }>();

/** Of a region a few dozen arcs: those that have an edge in it, whole. */
const restingIn = (tiling: Tiling, dragged: ReadonlyMap<number, Arc>, region: MmBox): BorderPaths => {
  const paths = { inner: new Path2D(), rim: new Path2D() };
  const ids = new Set(tiling.search(region).map(({ arcId }) => arcId));
  for (const id of ids) {
    const arc = dragged.has(id) ? undefined : tiling.arc(id);
    if (arc !== undefined) arcInto(isRim(arc) ? paths.rim : paths.inner, arc, (at) => tiling.vertex(at));
  }
  return paths;
};

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

/** Borders at rest, and those in the hand. */
export const borderPaths = (
  tiling: Tiling,
  drag: DragFrame | null,
  place: (id: number) => MmPoint | undefined,
  region: MmBox | null,
): readonly BorderPaths[] => {
  const dragged = draggedArcs(tiling, drag);
  const rest = region === null ? resting(tiling, dragged) : restingIn(tiling, dragged, region);
  if (dragged.size === 0) return [rest];
  const moving = { inner: new Path2D(), rim: new Path2D() };
  for (const arc of dragged.values()) arcInto(isRim(arc) ? moving.rim : moving.inner, arc, place);
  return [rest, moving];
};
