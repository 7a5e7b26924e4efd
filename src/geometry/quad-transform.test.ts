import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Homography, type Quad, quadToPicture } from './quad-transform.ts';

const at = ([a, b, c, d, e, f, g, h, i]: Homography, [x, y]: readonly [number, number]): [number, number] => {
  const w = g * x + h * y + i;
  return [(a * x + b * y + c) / w, (d * x + e * y + f) / w];
};
const UNIT = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;
const coordinate = fc.double({ min: -500, max: 500, noNaN: true });

describe('the place of a point in a picture', () => {
  it('takes the corners to the corners, whatever convex shape they have', () => {
    const shake = fc.double({ min: -0.2, max: 0.2, noNaN: true });
    fc.assert(
      fc.property(
        coordinate,
        coordinate,
        fc.double({ min: 0, max: 6.3, noNaN: true }),
        fc.double({ min: 1, max: 800, noNaN: true }),
        fc.array(shake, { minLength: 8, maxLength: 8 }),
        (x, y, turn, size, shaken) => {
          const quad = UNIT.map(([u, v], k) => {
            const [px, py] = [u + (shaken[2 * k] as number), v + (shaken[2 * k + 1] as number)];
            const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
            return [x + size * (px * cos - py * sin), y + size * (px * sin + py * cos)] as const;
          }) as unknown as Quad;
          const map = quadToPicture(quad);
          expect(map).not.toBeNull();
          for (const [k, corner] of quad.entries()) {
            const [u, v] = at(map as Homography, corner);
            expect(u).toBeCloseTo((UNIT[k] as readonly number[])[0] as number, 6);
            expect(v).toBeCloseTo((UNIT[k] as readonly number[])[1] as number, 6);
          }
        },
      ),
    );
  });
  it('is the plain scale of a rectangle, rows from the north', () => {
    const map = quadToPicture([
      [0, 100],
      [200, 100],
      [200, 0],
      [0, 0],
    ]) as Homography;
    expect(at(map, [50, 75])).toEqual([0.25, 0.25]);
  });
  it.each<[string, Quad]>([
    [
      'a line',
      [
        [0, 0],
        [1, 0],
        [2, 0],
        [3, 0],
      ],
    ],
    [
      'a bow tie',
      [
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
      ],
    ],
    [
      'a point',
      [
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    ],
    [
      'an arrow',
      [
        [0, 0],
        [4, 0],
        [1, 1],
        [0, 4],
      ],
    ],
    [
      'nothing finite',
      [
        [0, Number.NaN],
        [1, 0],
        [1, 1],
        [0, 1],
      ],
    ],
  ])('is none for %s', (_what, quad) => expect(quadToPicture(quad)).toBeNull());
});
