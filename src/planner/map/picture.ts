/** What a picture of the map is made from, and the two coordinates it is drawn in: millimetres of the ground, pixels of the screen. */
import type { Community } from '../../domain/records/index.ts';
import type { FaceShape, PlanDifference, Tiling } from '../../geometry/tiling/index.ts';
import type { PlanSession } from '../session/plan-session.ts';
import type { PlannerState } from '../session/planner-store.ts';
import type { Backdrop } from './backdrop.ts';
import type { GridColours } from './colours.ts';
import type { MapView, MmBox } from './map-view.ts';
import type { Moment } from './moment.ts';

export interface MapInk {
  readonly night: boolean;
  readonly paper: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly panel: string;
  readonly brand: string;
  readonly danger: string;
  readonly warning: string;
  readonly font: string;
}

export interface MapPicture {
  readonly context: CanvasRenderingContext2D;
  readonly ratio: number;
  readonly view: MapView;
  readonly ink: MapInk;
  readonly colours: GridColours;
  readonly backdrop: Backdrop;
  readonly session: PlanSession;
  readonly state: PlannerState;
  readonly moment: Moment;
  /** Borders that the plan has moved, as they were. */
  readonly difference: PlanDifference | null;
  /** The community's band of households. */
  readonly band: Community['settings']['gridBand'] | null;
  /** What of it is drawn anew, the rest being on the canvas already; null for all of it. */
  readonly region: MmBox | null;
}

/** Has what lies in a box to be drawn? */
export const isAsked = ({ region }: MapPicture, [minX, minY, maxX, maxY]: FaceShape['box']): boolean =>
  region === null ||
  (minX <= region.maxX && maxX >= region.minX && minY <= region.maxY && maxY >= region.minY);

/** The grids as they are, or as a line that waits to be taken would make them. */
export const shownTiling = ({ session, state }: Pick<MapPicture, 'session' | 'state'>): Tiling =>
  state.pending?.after ?? session.tiling;

/** From here on coordinates are millimetres. */
export const toGround = ({ context, ratio, view }: MapPicture): void => {
  const k = view.scale * ratio;
  context.setTransform(
    k,
    0,
    0,
    -k,
    (view.width / 2) * ratio - view.centre.x * k,
    (view.height / 2) * ratio + view.centre.y * k,
  );
};

/** Draws within a rectangle only, in pixels of the canvas. */
export const clipped = (
  context: CanvasRenderingContext2D,
  [left, top, right, bottom]: readonly [left: number, top: number, right: number, bottom: number],
  draw: () => void,
): void => {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  draw();
  context.restore();
};

export const toScreen = ({ context, ratio }: MapPicture): void =>
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
