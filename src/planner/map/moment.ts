/** What is on the map for this moment only: under the pointer, being dragged, being drawn. Never in a store. */
import type { DragFrame, FaceId, Hit, MmPoint, Snap } from '../../geometry/tiling/index.ts';
import type { ScreenPoint } from './map-view.ts';

export interface Moment {
  /** In millimetres and on the canvas; null when it is elsewhere. */
  pointer: { readonly at: MmPoint; readonly screen: ScreenPoint } | null;
  hover: Hit | null;
  hoverRow: number | null;
  drag: DragFrame | null;
  snap: Snap | null;
  /** Buildings of the stroke, and the grid they go to. */
  stroke: { readonly rows: Set<number>; readonly to: FaceId } | null;
  /** The last press or movement was a finger's: handles are drawn larger. */
  isTouch: boolean;
  /** Points of the line being drawn. */
  line: MmPoint[];
  /** Where the keyboard points; null while the mouse does. */
  crosshair: MmPoint | null;
}

export const noMoment = (): Moment => ({
  pointer: null,
  hover: null,
  hoverRow: null,
  drag: null,
  snap: null,
  stroke: null,
  isTouch: false,
  line: [],
  crosshair: null,
});
