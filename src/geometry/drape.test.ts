import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Corner, drapeConvex } from './drape.ts';
import { createTerrain } from './terrain.ts';

const bumpy = createTerrain({
  origin: [-40, -40],
  cellMetres: 10,
  columns: 9,
  rows: 9,
  heightsMetres: Array.from({ length: 81 }, (_, i) => ((i * 37) % 11) - 5),
});

const area = (polygon: readonly Corner[]): number => {
  let twice = 0;
  polygon.forEach((p, i) => {
    const q = polygon[(i + 1) % polygon.length] as Corner;
    twice += (p[0] as number) * (q[1] as number) - (q[0] as number) * (p[1] as number);
  });
  return twice / 2;
};

const coordinate = fc.double({ min: -60, max: 60, noNaN: true });
const triangle = fc.tuple(coordinate, coordinate, coordinate, coordinate, coordinate, coordinate);

describe('drapeConvex', () => {
  it('keeps the area and lies flat on the land (property)', () => {
    fc.assert(
      fc.property(triangle, ([ax, ay, bx, by, cx, cy]) => {
        const corners: Corner[] = [
          [ax, ay, 0],
          [bx, by, 1],
          [cx, cy, 2],
        ];
        fc.pre(Math.abs(area(corners)) > 0.5);
        let total = 0;
        drapeConvex(bumpy, corners, (piece) => {
          total += area(piece);
          // Within one terrain triangle the ground is a plane: the middle of the piece lies on the mean of its corners.
          const middle = [0, 1].map(
            (k) => piece.reduce((s, c) => s + (c[k] as number), 0) / piece.length,
          ) as [number, number];
          const mean =
            piece.reduce((s, c) => s + bumpy.heightAt(c[0] as number, c[1] as number), 0) / piece.length;
          expect(bumpy.heightAt(...middle)).toBeCloseTo(mean, 5);
        });
        expect(total).toBeCloseTo(area(corners), 4);
      }),
      { numRuns: 200 },
    );
  });

  it('interpolates what rides on the corners', () => {
    const corners: Corner[] = [
      [-20, -20, -20],
      [25, -20, 25],
      [25, 30, 25],
    ];
    drapeConvex(bumpy, corners, (piece) => {
      for (const [x, , rider] of piece) expect(rider).toBeCloseTo(x as number, 9);
    });
  });
});
