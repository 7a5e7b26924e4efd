import { describe, expect, it } from 'vitest';
import { squares, tilingOf } from '../fixtures/town.ts';
import { splitFace } from '../operations/split.ts';
import { outlineOf, proveCoverage } from './blank-spots.ts';

describe('proveCoverage', () => {
  it('is whole after any operation that keeps the outline', () => {
    const tiling = tilingOf(squares(3, 3));
    const outline = outlineOf(tiling);
    const line = [
      { x: -5000, y: 33_333 },
      { x: 105_000, y: 71_111 },
    ];
    const outcome = splitFace(tiling, { faceId: 'c0r0', line, created: [{ id: 'n' }] });
    if ('ok' in outcome) tiling.apply(outcome.ok);
    expect(tiling.faces.size).toBe(10);
    expect(proveCoverage(tiling, outline)).toEqual({ isWhole: true, blank: [], beyond: [] });
    expect(proveCoverage(tiling).isWhole).toBe(true);
  });
  it('tells blank spots inside and at the rim, and what lies beyond', () => {
    const outline = outlineOf(tilingOf(squares(3, 3)));
    const holed = tilingOf(squares(3, 3).filter(({ id }) => id !== 'c1r1'));
    expect(proveCoverage(holed)).toMatchObject({ isWhole: false, blank: [{ areaMm2: 1e10 }] });
    const short = tilingOf(squares(3, 3).filter(({ id }) => id !== 'c2r2'));
    expect(proveCoverage(short).isWhole).toBe(true);
    const { blank } = proveCoverage(short, outline);
    expect(blank).toMatchObject([{ areaMm2: 1e10 }]);
    expect(blank[0]?.at.x).toBeGreaterThan(200_000);
    expect(proveCoverage(tilingOf(squares(4, 3)), outline)).toMatchObject({ isWhole: false, blank: [] });
    expect(proveCoverage(tilingOf(squares(4, 3)), outline).beyond.length).toBe(3);
  });
});
