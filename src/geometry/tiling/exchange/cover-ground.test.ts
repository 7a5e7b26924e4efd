import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { squares, tilingOf } from '../fixtures/town.ts';
import { outlineOf } from './blank-spots.ts';
import { coverGround, type GroundGrid, gridsAtPoints } from './cover-ground.ts';
import type { MmPolygon } from './polygons.ts';

const SIDE = 3;
const grids = (): GroundGrid[] =>
  squares(SIDE, SIDE).map(({ id, parts }) => ({ id, parts, dedicated: false }));
const outline = outlineOf(tilingOf(squares(SIDE, SIDE)));
const CELL_MM2 = 1e10;

const box = (x: number, y: number, w: number, h: number): MmPolygon => [
  [
    { x, y },
    { x: x + w, y },
    { x: x + w, y: y + h },
    { x, y: y + h },
  ],
];

describe('coverGround', () => {
  it('whole ground has no spot', () => {
    expect(coverGround(grids(), outline)).toEqual({
      areaMm2: SIDE * SIDE * CELL_MM2,
      onceMm2: SIDE * SIDE * CELL_MM2,
      spots: [],
    });
  });
  it('a grid that is missing is a gap of its area, whichever it is', () => {
    fc.assert(
      fc.property(fc.nat(SIDE * SIDE - 1), (at) => {
        const all = grids();
        const gone = all[at];
        const { spots, onceMm2 } = coverGround(all.toSpliced(at, 1), outline);
        expect(spots).toMatchObject([{ kind: 'gap', areaMm2: CELL_MM2 }]);
        expect(onceMm2).toBe((SIDE * SIDE - 1) * CELL_MM2);
        // It says a place that lies in what is missing.
        expect(gone && gridsAtPoints([gone], [spots[0]?.at ?? { x: 0, y: 0 }])).toEqual([[gone?.id]]);
      }),
      { seed: 3, numRuns: 9 },
    );
  });
  it('a grid drawn over others overlaps; a dedicated one takes their ground', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 150 }),
        fc.integer({ min: 2, max: 150 }),
        fc.integer({ min: 5, max: 140 }),
        (x, y, side) => {
          const parts = [box(x * 1000, y * 1000, side * 1000, side * 1000)];
          const over = (dedicated: boolean) => [...grids(), { id: 'over', parts, dedicated }];
          const { spots, onceMm2, areaMm2 } = coverGround(over(false), outline);
          expect(spots.every(({ kind, faceIds }) => kind === 'overlap' && faceIds.includes('over'))).toBe(
            true,
          );
          const lost = spots.reduce((sum, spot) => sum + spot.areaMm2, 0);
          expect(lost).toBeCloseTo((side * 1000) ** 2, -3);
          expect(areaMm2 - onceMm2).toBeCloseTo(lost, -3);
          expect(coverGround(over(true), outline).spots).toEqual([]);
          const middle = { x: (x + side / 2) * 1000 + 1, y: (y + side / 2) * 1000 + 1 };
          expect(gridsAtPoints(over(false), [middle])[0]?.length).toBe(2);
          expect(gridsAtPoints(over(true), [middle])).toEqual([['over']]);
        },
      ),
      { seed: 11, numRuns: 12 },
    );
  });
  it('the same polygon twice is an overlap of all of it', () => {
    const [first] = grids();
    if (first === undefined) throw new Error('no grid');
    const { spots } = coverGround([...grids(), { ...first, id: 'again' }], outline);
    expect(spots).toMatchObject([{ kind: 'overlap', areaMm2: CELL_MM2, faceIds: [first.id, 'again'] }]);
  });
  it('what reaches out is beyond, and no gap', () => {
    const out = { id: 'out', parts: [box(300_000, 0, 50_000, 20_000)], dedicated: false };
    expect(coverGround([...grids(), out], outline).spots).toMatchObject([
      { kind: 'beyond', areaMm2: 1e9, faceIds: ['out'] },
    ]);
  });
  it('without any grid all of the ground is one gap', () => {
    const { spots, onceMm2 } = coverGround([], outline);
    expect(spots).toMatchObject([{ kind: 'gap', areaMm2: SIDE * SIDE * CELL_MM2, faceIds: [] }]);
    expect(onceMm2).toBe(0);
    expect(coverGround([], [])).toEqual({ areaMm2: 0, onceMm2: 0, spots: [] });
  });
});
