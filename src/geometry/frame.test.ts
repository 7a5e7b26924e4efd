import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrame, metresPerDegree } from './frame.ts';

const anchor: [number, number] = [107.6507, 35.7306];

describe('frame', () => {
  it('has the lengths of a degree that WGS 84 has at Xifeng', () => {
    const { lng, lat } = metresPerDegree(35.7306);
    expect(lng).toBeCloseTo(90_470, -1);
    expect(lat).toBeCloseTo(110_954, -1);
  });

  it('puts the anchor at the origin, east along x and north along y', () => {
    const frame = createFrame(anchor);
    expect(frame.toLocal(anchor)).toEqual([0, 0]);
    const [x, y] = frame.toLocal([anchor[0] + 0.001, anchor[1] + 0.001]);
    expect(x).toBeCloseTo(90.47, 1);
    expect(y).toBeCloseTo(110.95, 1);
  });

  it('goes there and back within a micrometre', () => {
    const frame = createFrame(anchor);
    fc.assert(
      fc.property(
        fc.double({ min: -5000, max: 5000, noNaN: true }),
        fc.double({ min: -5000, max: 5000, noNaN: true }),
        (x, y) => {
          const [bx, by] = frame.toLocal(frame.toLngLat([x, y]));
          expect(Math.hypot(bx - x, by - y)).toBeLessThan(1e-6);
        },
      ),
    );
  });
});
