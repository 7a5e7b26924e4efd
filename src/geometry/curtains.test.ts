import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meshCurtains } from './curtains.ts';

const SQUARE = [
  [0, 0],
  [30, 0],
  [30, 30],
  [0, 30],
] as const;

describe('curtains', () => {
  it('follow the ground along the whole ring, whatever the step', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (step) => {
        const mesh = meshCurtains([{ ring: SQUARE, owner: 3 }], (x, y) => x - 2 * y, step);
        const vertices = mesh.top.length;
        expect(mesh.position).toHaveLength(vertices * 3);
        expect(mesh.along.at(-1)).toBeCloseTo(120, 3);
        for (let v = 0; v < vertices; v++) {
          const [x = 0, y = 0, z] = mesh.position.subarray(3 * v, 3 * v + 3);
          expect(z).toBeCloseTo(x - 2 * y, 3);
        }
        expect(mesh.owner.every((owner) => owner === 3)).toBe(true);
        expect(Math.max(...mesh.index)).toBeLessThan(vertices);
        // Two triangles a step.
        expect(mesh.index.length).toBe((vertices / 2 - 1) * 6);
      }),
    ));

  it('pass over what is no ring', () =>
    expect(
      meshCurtains(
        [
          {
            ring: [
              [0, 0],
              [1, 1],
            ],
            owner: 0,
          },
        ],
        () => 0,
        5,
      ).index,
    ).toHaveLength(0));
});
