import { describe, expect, it } from 'vitest';
import { createTween, easeInOut, easeOut } from './tween.ts';

describe('createTween', () => {
  it('goes from where it is to its goal and stays', () => {
    const tween = createTween(0);
    tween.to(10, 100, 400);
    expect(tween.at(100)).toBe(0);
    expect(tween.at(300)).toBeCloseTo(5);
    expect(tween.done(499)).toBe(false);
    expect(tween.at(500)).toBe(10);
    expect(tween.done(500)).toBe(true);
  });
  it('turns round half-way without a jump', () => {
    const tween = createTween(0);
    tween.to(1, 0, 100);
    const middle = tween.at(40);
    tween.to(0, 40, 100);
    expect(tween.at(40)).toBeCloseTo(middle);
    expect(tween.at(140)).toBe(0);
  });
  it('eases between 0 and 1', () => {
    for (const ease of [easeInOut, easeOut]) {
      expect(ease(0)).toBe(0);
      expect(ease(1)).toBe(1);
    }
  });
});
