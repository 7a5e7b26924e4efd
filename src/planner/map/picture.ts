/** What a picture of the map is made from, and the two coordinates it is drawn in: millimetres of the ground, pixels of the screen. */
import type { PlanDifference, Tiling } from '../../geometry/tiling/index.ts';
import type { PlanSession } from '../session/plan-session.ts';
import type { PlannerState } from '../session/planner-store.ts';
import type { Backdrop } from './backdrop.ts';
import type { GridColours } from './colours.ts';
import type { MapView } from './map-view.ts';
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
  readonly band: { readonly min: number; readonly max: number } | null;
}

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
export const toScreen = ({ context, ratio }: MapPicture): void =>
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
