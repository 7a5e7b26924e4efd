import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isIdle } from '../state/busy.ts';
import { createRest, type Rest } from './rest.ts';

let wakes = 0;
let rest: Rest;
/** Frames of so many milliseconds in each of which the picture moves. */
const move = (frames: number, frameMs: number): void => {
  for (let k = 0; k < frames; k++) {
    vi.advanceTimersByTime(frameMs);
    rest.drawn(true);
  }
};

beforeEach(() => {
  vi.useFakeTimers();
  wakes = 0;
  rest = createRest(
    () => {
      wakes++;
    },
    () => Date.now(),
  );
});
afterEach(() => {
  rest.dispose();
  vi.useRealTimers();
});

describe('createRest', () => {
  it('rests a while after the last movement, and has work in hand until that picture is drawn', () => {
    move(3, 16);
    expect([rest.resting, isIdle()]).toEqual([false, false]);
    vi.advanceTimersByTime(200);
    expect([rest.resting, wakes, isIdle()]).toEqual([true, 1, false]);
    rest.drawn(false);
    expect(isIdle()).toBe(true);
  });

  it('waits longer where frames take long: no full picture between two steps of a drag', () => {
    move(6, 400);
    vi.advanceTimersByTime(400);
    expect(rest.resting).toBe(false);
    vi.advanceTimersByTime(400);
    expect(rest.resting).toBe(true);
  });

  it('does not rest while a button is held', () => {
    rest.hold();
    move(2, 16);
    vi.advanceTimersByTime(5000);
    expect([rest.resting, wakes]).toEqual([false, 0]);
    rest.release();
    vi.advanceTimersByTime(200);
    expect([rest.resting, wakes]).toEqual([true, 1]);
  });

  it('leaves no work behind', () => {
    move(2, 16);
    rest.dispose();
    expect(isIdle()).toBe(true);
  });
});
