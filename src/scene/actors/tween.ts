/** One number that eases towards where it is told to go. Time is handed in, so that a test needs no clock. */
export interface Tween {
  /** Sets off; from where it is now. */
  to(value: number, nowMs: number, durationMs: number): void;
  /** Is there at once. */
  jump(value: number): void;
  at(nowMs: number): number;
  done(nowMs: number): boolean;
  readonly goal: number;
}

export type Easing = (t: number) => number;
export const easeInOut: Easing = (t) => (t < 0.5 ? 4 * t * t * t : 1 - (-2 * t + 2) ** 3 / 2);
export const easeOut: Easing = (t) => 1 - (1 - t) ** 3;

export const createTween = (value: number, easing: Easing = easeInOut): Tween => {
  let from = value;
  let goal = value;
  let start = 0;
  let duration = 0;
  const at = (now: number): number => {
    if (duration <= 0 || now >= start + duration) return goal;
    return from + (goal - from) * easing(Math.max(0, (now - start) / duration));
  };
  return {
    to: (next, now, ms) => {
      if (next === goal) return;
      from = at(now);
      goal = next;
      start = now;
      duration = ms;
    },
    jump: (next) => {
      from = next;
      goal = next;
      duration = 0;
    },
    at,
    done: (now) => duration <= 0 || now >= start + duration,
    get goal() {
      return goal;
    },
  };
};

/** Whether the person asked for less movement: then everything is there at once. */
export const reducedMotion = (): boolean =>
  typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;
