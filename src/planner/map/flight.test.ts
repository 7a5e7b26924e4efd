import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Camera, cameraAt } from './flight.ts';

const place = fc.integer({ min: -2_000_000, max: 2_000_000 });
const camera = fc.record({
  centre: fc.record({ x: place, y: place }),
  scale: fc.double({ min: 0.000_05, max: 0.05, noNaN: true }),
});
const onScreen = ({ centre, scale }: Camera, x: number): number => (x - centre.x) * scale;

describe('a flight of the map', () => {
  it('begins where it looks and ends where it is to look', () => {
    fc.assert(
      fc.property(camera, camera, (from, to) => {
        for (const [share, end] of [
          [0, from],
          [1, to],
        ] as const) {
          const at = cameraAt(from, to, share);
          expect(at.scale / end.scale).toBeCloseTo(1, 6);
          expect(Math.hypot(at.centre.x - end.centre.x, at.centre.y - end.centre.y)).toBeLessThan(1);
        }
      }),
    );
  });

  it('leaves one point of the ground where it is on the screen while it zooms', () => {
    fc.assert(
      fc.property(camera, camera, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (from, to, share) => {
        fc.pre(Math.abs(Math.log(to.scale / from.scale)) > 0.3);
        // The point that both ends show at the same pixel.
        const fixed = (from.centre.x * from.scale - to.centre.x * to.scale) / (from.scale - to.scale);
        expect(onScreen(cameraAt(from, to, share), fixed)).toBeCloseTo(onScreen(from, fixed), 1);
      }),
    );
  });
});
