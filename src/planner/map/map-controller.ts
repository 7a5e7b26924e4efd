/**
 * The map's pointer and keyboard: turns them into gestures, keeps the moment, and asks for a new picture. One of it lives as long as
 * the canvas does. Two fingers, the middle or right button, or Space move the map whatever the tool is; the wheel zooms to the pointer.
 */
import { type FaceId, faceAt, hitTest, type MmPoint } from '../../geometry/tiling/index.ts';
import { addVertex, merge, removeVertex, split, tell } from '../session/actions.ts';
import { selectFace, usePlanner } from '../session/planner-store.ts';
import {
  type Gesture,
  paintStroke,
  type Pressed,
  pullBorder,
  reachOf,
  snapperOf,
  targetUnder,
} from './gestures.ts';
import type { MapView, ScreenPoint } from './map-view.ts';
import type { Moment } from './moment.ts';
import { buildingAt } from './under-pointer.ts';

/** A press that moves less than this is a click. */
const CLICK_PIXELS = 4;

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
      alt: event.altKey,
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
    redraw();
  };

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
    moment.crosshair = null;
    const { press } = this;
    if (press === null) {
      this.hover(pressed);
      return redraw();
    }
    const away = Math.hypot(screen.x - press.from.x, screen.y - press.from.y);
    if (!press.moved && away < CLICK_PIXELS) return;
    press.moved = true;
    if (press.gesture !== null) press.gesture.move(pressed);
    else if (before !== undefined) view.pan(screen.x - before.x, screen.y - before.y);
    redraw();
  };

  up = (event: PointerEvent): void => {
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
    const step = event.deltaMode === 1 ? event.deltaY * 24 : event.deltaY;
    // A pinch on a touchpad comes as a wheel with Ctrl, in smaller steps.
    const factor = Math.exp(-step * (event.ctrlKey ? 0.01 : 0.0016));
    this.options.view.zoomAt(this.pointOf(event), factor);
    this.options.redraw();
  };

  doubleClick = (event: MouseEvent): void => {
    const { session, tool, editable } = usePlanner.getState();
    if (session === null || !editable) return;
    if (tool === 'split') return this.finishLine();
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

  hover({ at, isTouch, alt }: Pressed): void {
    const { session, tool } = usePlanner.getState();
    const { moment, view } = this.options;
    if (session === null) return;
    moment.hover =
      tool === 'edge' ? hitTest(session.tiling, at, view.mm(reachOf(isTouch))) : faceAt(session.tiling, at);
    moment.hoverRow = buildingAt(session, at);
    moment.snap =
      tool === 'split' && !alt
        ? snapperOf(session).snap(session.tiling, at, { radiusMm: view.mm(10) })
        : null;
  }

  /** A press without a movement, or Enter at the crosshair. */
  click(pressed: Pressed): void {
    const { session, tool, faceId, editable } = usePlanner.getState();
    if (session === null) return;
    const { at, isTouch } = pressed;
    const under = faceAt(session.tiling, at)?.faceId ?? null;
    tell(null);
    if (tool === 'edge' && editable) {
      const hit = hitTest(session.tiling, at, this.options.view.mm(reachOf(isTouch)));
      if (hit?.kind === 'vertex') return usePlanner.setState({ vertexId: hit.vertexId, arcId: null });
      if (hit?.kind === 'edge') return usePlanner.setState({ arcId: hit.arcId, vertexId: null });
    }
    if (tool === 'split' && editable) return this.addToLine(at);
    if (tool === 'merge' && editable && faceId !== null && under !== null && under !== faceId)
      return merge(faceId, under, at);
    selectFace(under);
  }

  private addToLine(at: MmPoint): void {
    const { session } = usePlanner.getState();
    const { moment, view } = this.options;
    if (session === null) return;
    const snap = snapperOf(session).snap(session.tiling, at, { radiusMm: view.mm(10) });
    moment.line.push(snap.at);
    // From border to border is a whole line.
    if (moment.line.length > 1 && (snap.to === 'edge' || snap.to === 'vertex')) this.finishLine();
  }

  finishLine = (): void => {
    const { session, faceId } = usePlanner.getState();
    const { moment, nameOfNew, redraw } = { ...this.options };
    const line = moment.line.filter(
      (p, i, all) => i === 0 || Math.hypot(p.x - (all[i - 1]?.x ?? 0), p.y - (all[i - 1]?.y ?? 0)) > 100,
    );
    moment.line = [];
    redraw();
    if (session === null || line.length < 2) return;
    const at = line[line.length - 1] ?? null;
    const face = faceOfLine(line, faceId, (p) => faceAt(session.tiling, p)?.faceId ?? null);
    if (face !== null) split(face, line, nameOfNew(), at);
  };

  takeBackPoint = (): boolean => {
    const had = this.options.moment.line.pop() !== undefined;
    if (had) this.options.redraw();
    return had;
  };
}

/** The grid that a line is meant to split: the chosen one where the line runs through it, else the one that most of it runs through. */
const faceOfLine = (
  line: readonly MmPoint[],
  chosen: FaceId | null,
  under: (p: MmPoint) => FaceId | null,
): FaceId | null => {
  const lengths = new Map<FaceId, number>();
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1] as MmPoint, line[i] as MmPoint];
    for (let step = 0.5; step < 20; step++) {
      const id = under({ x: a.x + ((b.x - a.x) * step) / 20, y: a.y + ((b.y - a.y) * step) / 20 });
      if (id !== null) lengths.set(id, (lengths.get(id) ?? 0) + Math.hypot(b.x - a.x, b.y - a.y) / 20);
    }
  }
  if (chosen !== null && lengths.has(chosen)) return chosen;
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
};
