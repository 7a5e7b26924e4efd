import { describe, expect, it } from 'vitest';
import { hexOf, rgbOf } from './rgb-of.ts';

describe('rgbOf', () => {
  it('reads what the map draws with', () => {
    expect(rgbOf('hsl(0 100% 50%)')).toEqual([255, 0, 0]);
    expect(rgbOf('hsl(120 100% 25%)')).toEqual([0, 128, 0]);
    expect(rgbOf('hsl(192 46% 44%)')).toEqual([61, 143, 164]);
    expect(rgbOf('#9aa3a0')).toEqual([154, 163, 160]);
    expect(hexOf('hsl(240 100% 50%)')).toBe('#0000ff');
    expect(hexOf('#0a0b0c')).toBe('#0a0b0c');
  });
  it('keeps greys grey', () => {
    for (const light of [0, 12, 50, 77, 100]) {
      const [red, green, blue] = rgbOf(`hsl(33 0% ${light}%)`);
      expect([green, blue]).toEqual([red, red]);
    }
  });
});
