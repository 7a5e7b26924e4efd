/**
 * The camera by keyboard while the canvas has the focus: arrows or W A S D move, Q and E turn, R and F tilt, + and − zoom, N north,
 * T from above, H home.
 */
import type { CameraRequest } from '../../../state/view.ts';

/** Directions that are held, each −1, 0 or 1. */
export interface KeyMotion {
  readonly right: number;
  readonly forward: number;
  readonly turn: number;
  readonly tilt: number;
  readonly zoom: number;
}
export interface CameraKeys {
  /** What is held now, or null. */
  motion(): KeyMotion | null;
  dispose(): void;
}

type Axis = keyof KeyMotion;
const HELD: Readonly<Record<string, readonly [Axis, number]>> = {
  ArrowUp: ['forward', 1],
  KeyW: ['forward', 1],
  ArrowDown: ['forward', -1],
  KeyS: ['forward', -1],
  ArrowRight: ['right', 1],
  KeyD: ['right', 1],
  ArrowLeft: ['right', -1],
  KeyA: ['right', -1],
  KeyQ: ['turn', -1],
  KeyE: ['turn', 1],
  KeyR: ['tilt', -1],
  KeyF: ['tilt', 1],
  Equal: ['zoom', 1],
  NumpadAdd: ['zoom', 1],
  Minus: ['zoom', -1],
  NumpadSubtract: ['zoom', -1],
};
const ONCE: Readonly<Record<string, CameraRequest>> = {
  KeyN: { kind: 'north' },
  KeyT: { kind: 'top' },
  KeyH: { kind: 'home' },
};

export const attachKeys = (
  element: HTMLElement,
  wake: () => void,
  go: (request: CameraRequest) => void,
): CameraKeys => {
  const held = new Set<string>();
  const down = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const once = ONCE[event.code];
    if (once) {
      if (!event.repeat) go(once);
    } else if (event.code in HELD) {
      held.add(event.code);
      wake();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const up = (event: KeyboardEvent): void => {
    if (held.delete(event.code)) wake();
  };
  const release = (): void => held.clear();
  element.addEventListener('keydown', down);
  element.addEventListener('blur', release);
  // A key may come up after the focus has gone elsewhere.
  window.addEventListener('keyup', up);
  return {
    motion: () => {
      if (held.size === 0) return null;
      const motion: Record<Axis, number> = { right: 0, forward: 0, turn: 0, tilt: 0, zoom: 0 };
      for (const code of held) {
        const [axis, amount] = HELD[code] as readonly [Axis, number];
        motion[axis] += amount;
      }
      return motion;
    },
    dispose: () => {
      element.removeEventListener('keydown', down);
      element.removeEventListener('blur', release);
      window.removeEventListener('keyup', up);
    },
  };
};
