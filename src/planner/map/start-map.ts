/** Wires the canvas: size, pointer, drawing when something changed, flights. `stop` takes everything off again. */
import { differenceOf, type FaceId, type MmPoint, type PlanDifference } from '../../geometry/tiling/index.ts';
import { usePlanner } from '../session/planner-store.ts';
import type { Backdrop } from './backdrop.ts';
import { fitCanvas, listenTo, onLetters } from './canvas-events.ts';
import type { GridColours } from './colours.ts';
import { drawHands } from './draw-hands.ts';
import { drawMap } from './draw.ts';
import { forgetNames } from './draw-names.ts';
import { startFlights } from './flight.ts';
import { MapController } from './map-controller.ts';
import { type MmBox, MapView } from './map-view.ts';
import { noMoment } from './moment.ts';
import type { MapInk, MapPicture } from './picture.ts';
import { startRegions, within } from './region.ts';

export interface Shown {
  readonly backdrop: Backdrop | null;
  readonly band: MapPicture['band'];
  readonly ink: MapInk;
}

interface Start {
  readonly canvas: HTMLCanvasElement;
  readonly note: HTMLElement;
  readonly colours: GridColours;
  readonly nameOfNew: () => string;
  readonly busy: { readonly begin: () => void; readonly end: () => void };
}

const drawAll = (picture: MapPicture): void => {
  drawMap(picture);
  drawHands(picture);
};

export const startMap = ({ canvas, note, colours, nameOfNew, busy }: Start) => {
  // Screen readers pass its keys on to it.
  canvas.setAttribute('role', 'application');
  const view = new MapView();
  const moment = noMoment();
  const context = canvas.getContext('2d');
  let shown: Shown | null = null;
  let frame = 0;
  let difference: { version: number; of: PlanDifference } | null = null;
  let isFitted = false;
  let regionOf = startRegions();

  const draw = (): void => {
    frame = 0;
    busy.end();
    const state = usePlanner.getState();
    const { session } = state;
    if (context === null || shown?.backdrop == null || session === null || view.width < 2) return;
    if (!isFitted) {
      view.fit(boxOf('all') ?? { minX: 0, minY: 0, maxX: 0, maxY: 0 });
      isFitted = true;
    }
    colours.update(state.pending?.after ?? session.tiling);
    if (difference?.version !== state.version) {
      const { faceOf } = session.assignment;
      const of = differenceOf(
        { tiling: session.base, faceOf: session.baseFaceOf },
        { tiling: session.tiling, faceOf },
        session.town.buildings,
      );
      difference = { version: state.version, of };
    }
    const whole: MapPicture = {
      context,
      ratio: canvas.width / view.width,
      view,
      colours,
      session,
      state,
      moment,
      backdrop: shown.backdrop,
      band: shown.band,
      ink: shown.ink,
      difference: difference.of,
      region: null,
    };
    const region = regionOf(whole);
    if (region === 'all') drawAll(whole);
    else if (region !== 'nothing') within(whole, region, drawAll);
    placeNote();
    // For tests: where millimetres are on the canvas.
    canvas.dataset['view'] = `${view.scale} ${view.centre.x} ${view.centre.y}`;
  };
  const redraw = (): void => {
    if (frame !== 0) return;
    busy.begin();
    frame = requestAnimationFrame(draw);
  };

  /** What is said stands where it happened, else beside the pointer, else below. */
  const placeNote = (): void => {
    const { told, live, pending } = usePlanner.getState();
    const end = pending?.line[pending.line.length - 1];
    const at = end
      ? view.toScreen(end)
      : live === null && told?.at
        ? view.toScreen(told.at)
        : (moment.pointer?.screen ?? null);
    const [width, height] = [note.offsetWidth, note.offsetHeight];
    const anchor = at ?? { x: view.width / 2, y: view.height - height - 40 };
    const x = Math.min(view.width - width - 8, Math.max(8, anchor.x + 18));
    const y = anchor.y + 22 + height > view.height ? anchor.y - height - 14 : anchor.y + 18;
    note.style.translate = `${Math.round(x)}px ${Math.round(Math.max(8, y))}px`;
  };

  const boxOf = (to: FaceId | 'all'): MmBox | null => {
    const { session } = usePlanner.getState();
    if (session === null) return null;
    const ids = to === 'all' ? [...session.tiling.faces.keys()] : [to];
    const boxes = ids.map((id) => session.tiling.shape(id).box);
    if (boxes.length === 0) return null;
    return {
      minX: Math.min(...boxes.map((box) => box[0])),
      minY: Math.min(...boxes.map((box) => box[1])),
      maxX: Math.max(...boxes.map((box) => box[2])),
      maxY: Math.max(...boxes.map((box) => box[3])),
    };
  };
  const flights = startFlights(view, redraw, busy);
  /** A place is shown with a hundred metres around it, a grid as a whole with its neighbours' rim. */
  const fly = (to: MmPoint | FaceId | 'all'): void => {
    if (typeof to !== 'string')
      return flights.to({
        centre: to,
        scale: Math.max(view.scale, Math.min(view.width, view.height) / 200_000),
      });
    const box = boxOf(to);
    if (box === null) return;
    const rim = to === 'all' ? 0 : (box.maxX - box.minX) * 0.3;
    const target = new MapView();
    [target.width, target.height] = [view.width, view.height];
    target.fit({ minX: box.minX - rim, minY: box.minY - rim, maxX: box.maxX + rim, maxY: box.maxY + rim });
    flights.to(target);
  };

  /** A grid that was chosen elsewhere comes into view where it is out of it. */
  const bringIntoView = (faceId: FaceId): void => {
    const box = usePlanner.getState().session?.tiling.face(faceId) === undefined ? null : boxOf(faceId);
    if (box === null || view.width < 2) return;
    const { x: west, y: north } = view.toWorld({ x: 0, y: 0 });
    const { x: east, y: south } = view.toWorld({ x: view.width, y: view.height });
    if (box.minX > east || box.maxX < west || box.minY > north || box.maxY < south) fly(faceId);
  };

  const stopLetters = onLetters(() => {
    if (context !== null) forgetNames(context);
    emptied();
  });

  const controller = new MapController({ canvas, view, moment, redraw, nameOfNew });
  const resize = (): void => {
    if (fitCanvas(canvas, view)) emptied();
  };
  /** Nothing is on the canvas any more: its size was set, be it to the same, or the browser has given it another surface. */
  const emptied = (): void => {
    regionOf = startRegions();
    redraw();
  };
  const observer = new ResizeObserver(resize);
  observer.observe(canvas);
  resize();

  const stopListening = listenTo(canvas, {
    contextrestored: emptied,
    pointerdown: (event) => {
      flights.stop();
      controller.down(event);
    },
    pointermove: controller.move,
    pointerup: controller.up,
    pointercancel: controller.cancel,
    pointerleave: controller.leave,
    wheel: (event) => {
      flights.stop();
      controller.wheel(event);
    },
    keydown: flights.stop,
    dblclick: controller.doubleClick,
    contextmenu: (event) => event.preventDefault(),
  });
  const unfollow = usePlanner.subscribe((state, before) => {
    if (state.flight !== before.flight && state.flight !== null) fly(state.flight.to);
    if (state.faceId !== before.faceId && state.faceId !== null && state.flight === before.flight)
      bringIntoView(state.faceId);
    if (state.tool !== before.tool) moment.line = [];
    if (state.version !== before.version) moment.hover = null;
    redraw();
  });

  return {
    view,
    moment,
    controller,
    redraw,
    fly,
    show: (now: Shown): void => {
      shown = now;
      redraw();
    },
    stop: (): void => {
      unfollow();
      observer.disconnect();
      if (frame !== 0) {
        cancelAnimationFrame(frame);
        busy.end();
      }
      stopListening();
      stopLetters();
      flights.stop();
    },
  };
};

export type StartedMap = ReturnType<typeof startMap>;
