import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packShelves } from './shelf-pack.ts';

describe('packShelves', () => {
  it('puts every box inside and none over another', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ width: fc.integer({ min: 5, max: 180 }), height: fc.integer({ min: 10, max: 40 }) }),
          {
            maxLength: 120,
          },
        ),
        (boxes) => {
          const { size, x, y } = packShelves(boxes);
          boxes.forEach((a, i) => {
            const ax = x[i] as number;
            const ay = y[i] as number;
            expect(ax).toBeGreaterThanOrEqual(0);
            expect(ax + a.width).toBeLessThanOrEqual(size);
            expect(ay + a.height).toBeLessThanOrEqual(size);
            boxes.forEach((b, j) => {
              if (j <= i) return;
              const bx = x[j] as number;
              const by = y[j] as number;
              const apart =
                ax + a.width <= bx || bx + b.width <= ax || ay + a.height <= by || by + b.height <= ay;
              expect(apart).toBe(true);
            });
          });
        },
      ),
      { seed: 5, numRuns: 60 },
    );
  });
  it('leaves out what does not fit the largest picture', () => {
    const { size, x } = packShelves(
      Array.from({ length: 20 }, () => ({ width: 200, height: 100 })),
      512,
    );
    expect(size).toBe(512);
    expect([...x].filter((v) => v < 0).length).toBe(10);
  });
});
