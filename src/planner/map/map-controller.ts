/**
 * The map's pointer and keyboard: turns them into gestures, keeps the moment, and asks for a new picture. One of it lives as long as
 * the canvas does. Two fingers, the middle or right button, or Space move the map whatever the tool is; the wheel zooms to the pointer.
 */
import { type DragTarget, faceAt, hitTest, nearestVertex } from '../../geometry/tiling/index.ts';
import { addVertex, merge, removeVertex, tell } from '../session/actions.ts';
import { isLineTool, selectFace, usePlanner } from '../session/planner-store.ts';
import { wheelFactor } from './canvas-events.ts';
import { type Gesture, paintStroke, type Pressed, pullBorder, reachOf, targetUnder } from './gestures.ts';
import { finishLine, isWholeLine, lineFrom, snapForLine } from './lines.ts';
import type { MapView, ScreenPoint } from './map-view.ts';
import type { Moment } from './moment.ts';
import { buildingAt } from './under-pointer.ts';

/** A press that moves less than this is a click. */
const CLICK_PIXELS = 4;
/** A finger trembles. */
const TAP_PIXELS = 9;
/** A finger that stays this long on a border puts a point there. */
const LONG_PRESS_MS = 550;

interface Press {
  readonly from: ScreenPoint;
  readonly pressed: Pressed;
  readonly pans: boolean;
  gesture: Gesture | null;
  moved: boolean;
}

export interface ControllerOptions {
  readonly canvas: HTMLCanvasElement;
  readonly view: MapView;
  readonly moment: Moment;
  readonly redraw: () => void;
  /** What a grid that a split makes is called until somebody names it. */
  readonly nameOfNew: () => string;
}

export class MapController {
  private readonly pointers = new Map<number, ScreenPoint>();
  private press: Press | null = null;
  private pinch: number | null = null;
  private space = false;
  private holding: ReturnType<typeof setTimeout> | undefined;
  private readonly options: ControllerOptions;

  constructor(options: ControllerOptions) {
    this.options = options;
  }

  get isBusy(): boolean {
    return this.press?.gesture != null;
  }

  private pointOf(event: { clientX: number; clientY: number }): ScreenPoint {
    const { left, top } = this.options.canvas.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  private pressedAt(event: PointerEvent | MouseEvent, screen: ScreenPoint): Pressed {
    return {
      at: this.options.view.toWorld(screen),
      isTouch: 'pointerType' in event && event.pointerType === 'touch',
      free: event.altKey || event.ctrlKey,
      shift: event.shiftKey,
    };
  }

  down = (event: PointerEvent): void => {
    const { canvas, moment, view, redraw } = this.options;
    const screen = this.pointOf(event);
    canvas.setPointerCapture(event.pointerId);
    canvas.focus({ preventScroll: true });
    this.pointers.set(event.pointerId, screen);
    moment.crosshair = null;
    moment.isTouch = event.pointerType === 'touch';
    clearTimeout(this.holding);
    if (this.pointers.size === 2) {
      this.press?.gesture?.cancel();
      this.press = null;
      this.pinch = this.spread();
      return redraw();
    }
    const { session, tool, faceId, editable } = usePlanner.getState();
    if (session === null) return;
    const pressed = this.pressedAt(event, screen);
    const pans = event.button !== 0 || this.space;
    let gesture: Gesture | null = null;
    // A stroke may begin on open ground and sweep into buildings; a press there that goes nowhere chooses a grid.
    if (!pans && editable && tool === 'paint' && faceId !== null)
      gesture = paintStroke(session, moment, faceId, pressed.at);
    const target = !pans && editable && tool === 'edge' ? targetUnder(session, view, pressed) : null;
    if (target !== null) {
      // The border is held from here on, and pulled from the first real movement on.
      const pull = (): Gesture => pullBorder(session, view, moment, target);
      gesture = { move: (now) => this.begin(pull, now), end: () => undefined, cancel: () => undefined };
    }
    this.press = { from: screen, pressed, pans, gesture, moved: false };
    if (pressed.isTouch && target !== null && target.kind !== 'vertex') this.hold(target.arcId);
    redraw();
  };

  /** A long press puts a point into the border; without lifting the finger it can be pulled from there. */
  private hold(arcId: number): void {
    this.holding = setTimeout(() => {
      const { press } = this;
      const { session } = usePlanner.getState();
      if (press === null || press.moved || session === null) return;
      const { view, moment, redraw } = this.options;
      const { at } = press.pressed;
      addVertex(arcId, at);
      const made = nearestVertex(session.tiling, at, view.mm(reachOf(true)));
      if (made === null) return;
      const target: DragTarget = { kind: 'vertex', vertexId: made.vertexId };
      const pull = (): Gesture => pullBorder(session, view, moment, target);
      press.gesture = { move: (now) => this.begin(pull, now), end: () => undefined, cancel: () => undefined };
      redraw();
    }, LONG_PRESS_MS);
  }

  private begin(pull: () => Gesture, now: Pressed): void {
    if (this.press === null) return;
    this.press.gesture = pull();
    this.press.gesture.move(now);
  }

  move = (event: PointerEvent): void => {
    const { moment, view, redraw } = this.options;
    const screen = this.pointOf(event);
    const before = this.pointers.get(event.pointerId);
    if (before !== undefined) this.pointers.set(event.pointerId, screen);
    if (this.pinch !== null) return this.movePinch(before, screen);
    const pressed = this.pressedAt(event, screen);
    moment.pointer = { at: pressed.at, screen };
    moment.isTouch = pressed.isTouch;
    moment.crosshair = null;
    const { press } = this;
    if (press === null) {
      this.hover(pressed);
      return redraw();
    }
    const away = Math.hypot(screen.x - press.from.x, screen.y - press.from.y);
    if (!press.moved && away < (pressed.isTouch ? TAP_PIXELS : CLICK_PIXELS)) return;
    press.moved = true;
    if (press.gesture !== null) press.gesture.move(pressed);
    else if (before !== undefined) view.pan(screen.x - before.x, screen.y - before.y);
    redraw();
  };

  up = (event: PointerEvent): void => {
    clearTimeout(this.holding);
    this.pointers.delete(event.pointerId);
    if (this.pinch !== null) {
      if (this.pointers.size < 2) this.pinch = null;
      return;
    }
    const { press } = this;
    this.press = null;
    if (press === null) return;
    const touched = this.options.moment.stroke?.rows.size ?? 0;
    if (press.gesture !== null && (press.moved || touched > 0)) press.gesture.end();
    else {
      press.gesture?.cancel();
      if (!press.pans) this.click(press.pressed);
    }
    this.options.redraw();
  };

  /** Whatever is under way is given back: Esc, or a pointer that the system took away. */
  cancel = (): boolean => {
    const { moment, redraw } = this.options;
    const had = this.press?.gesture != null || moment.line.length > 0;
    this.press?.gesture?.cancel();
    this.press = null;
    clearTimeout(this.holding);
    this.pointers.clear();
    this.pinch = null;
    moment.line = [];
    moment.snap = null;
    redraw();
    return had;
  };

  leave = (): void => {
    if (this.press !== null) return;
    const { moment, redraw } = this.options;
    moment.pointer = null;
    moment.hover = null;
    moment.hoverRow = null;
    redraw();
  };

  wheel = (event: WheelEvent): void => {
    event.preventDefault();
    this.options.view.zoomAt(this.pointOf(event), wheelFactor(event));
    this.options.redraw();
  };

  doubleClick = (event: MouseEvent): void => {
    const { session, tool, editable } = usePlanner.getState();
    if (session === null || !editable) return;
    if (isLineTool(tool)) return this.finishLine();
    if (tool !== 'edge') return;
    const { at } = this.pressedAt(event, this.pointOf(event));
    const hit = hitTest(session.tiling, at, this.options.view.mm(reachOf(false)));
    if (hit?.kind === 'vertex') removeVertex(hit.vertexId);
    else if (hit?.kind === 'edge') addVertex(hit.arcId, hit.at);
    this.options.redraw();
  };

  setSpace = (down: boolean): void => {
    this.space = down;
  };

  private spread(): number {
    const [a, b] = [...this.pointers.values()];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 1;
  }

  private movePinch(before: ScreenPoint | undefined, now: ScreenPoint): void {
    const { view, redraw } = this.options;
    const [a, b] = [...this.pointers.values()];
    if (before === undefined || !a || !b) return;
    const spread = this.spread();
    view.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    view.zoomAt({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, spread / (this.pinch ?? spread));
    this.pinch = spread;
    redraw();
  }

  hover({ at, isTouch, free }: Pressed): void {
    const { session, tool, pending } = usePlanner.getState();
    const { moment, view } = this.options;
    if (session === null) return;
    moment.hover =
      tool === 'edge' ? hitTest(session.tiling, at, view.mm(reachOf(isTouch))) : faceAt(session.tiling, at);
    moment.hoverRow = buildingAt(session, at);
    const draws = isLineTool(tool) && pending === null && !free;
    moment.snap = draws ? snapForLine(session, moment.line, at, view, isTouch) : null;
  }

  /** A press without a movement, or Enter at the crosshair. */
  click(pressed: Pressed): void {
    const { session, tool, faceId, editable, pending } = usePlanner.getState();
    // What is drawn waits for its answer: Enter, Esc or a button.
    if (session === null || pending !== null) return;
    const { at, isTouch } = pressed;
    const under = faceAt(session.tiling, at)?.faceId ?? null;
    tell(null);
    if (tool === 'edge' && editable) {
      const hit = hitTest(session.tiling, at, this.options.view.mm(reachOf(isTouch)));
      if (hit?.kind === 'vertex') return usePlanner.setState({ vertexId: hit.vertexId, arcId: null });
      if (hit?.kind === 'edge') return usePlanner.setState({ arcId: hit.arcId, vertexId: null });
    }
    if (isLineTool(tool) && editable) return this.addToLine(pressed);
    if (tool === 'merge' && editable && faceId !== null && under !== null && under !== faceId)
      return merge(faceId, under, at);
    selectFace(under);
  }

  private addToLine({ at, free, isTouch }: Pressed): void {
    const { session, tool } = usePlanner.getState();
    const { moment, view } = this.options;
    if (session === null) return;
    const snap = free ? null : snapForLine(session, moment.line, at, view, isTouch);
    moment.line.push(snap?.at ?? { x: Math.round(at.x), y: Math.round(at.y) });
    if (isWholeLine(tool, moment.line, snap, view.mm(reachOf(isTouch)))) this.finishLine();
  }

  finishLine = (): void => {
    const { moment, nameOfNew, redraw, view } = this.options;
    const line = lineFrom(moment.line);
    moment.line = [];
    moment.snap = null;
    redraw();
    finishLine(line, nameOfNew(), view.mm(reachOf(false)));
  };

  takeBackPoint = (): boolean => {
    const had = this.options.moment.line.pop() !== undefined;
    if (had) this.options.redraw();
    return had;
  };
}
