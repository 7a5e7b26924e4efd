import { describe, expect, it } from 'vitest';
import { beginWork, duringWork, endWork, isIdle, whenIdle, workInHand } from './busy.ts';

describe('busy', () => {
  it('counts overlapping work under one key', () => {
    beginWork('a');
    beginWork('a');
    endWork('a');
    expect(isIdle()).toBe(false);
    expect(workInHand()).toEqual(['a']);
    endWork('a');
    expect(isIdle()).toBe(true);
  });
  it('ends work that fails', async () => {
    await expect(duringWork('b', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(isIdle()).toBe(true);
  });
  it('resolves only after work that follows upon work', async () => {
    let done = false;
    void duringWork('first', () => new Promise((resolve) => setTimeout(resolve, 30))).then(() =>
      duringWork('second', async () => {
        await new Promise((resolve) => setTimeout(resolve, 30));
        done = true;
      }),
    );
    await whenIdle();
    expect(done).toBe(true);
  });
});
