/** The outline of a compound is that of its buildings, where it is theirs alone. */
import { describe, expect, it } from 'vitest';
import { buildingSet, checkThrough } from '../../geometry/tiling/index.ts';
import { squares, tilingOf } from '../../geometry/tiling/fixtures/town.ts';
import { sampleGround, sampleGrids } from '../../geometry/tiling/fixtures/data.ts';
import { importCoverage } from '../../geometry/tiling/index.ts';
import { compoundsOf } from './compounds.ts';

const house = (x: number, y: number) => ({
  id: `${x} ${y}`,
  footprint: [
    [
      [x, y],
      [x + 20, y],
      [x + 20, y + 10],
      [x, y + 10],
    ],
  ] as [number, number][][],
});

describe('compounds', () => {
  it('have the hull of their buildings; single houses and mixed ground have none', () => {
    const set = buildingSet(
      [house(0, 0), house(60, 0), house(0, 60), house(200, 0), house(260, 0), house(230, 0), house(400, 0)],
      [],
    );
    const found = compoundsOf(set, ['甲苑', '甲苑', '甲苑', '乙苑', '乙苑', '', '丙苑']);
    expect(found.map(({ name }) => name)).toEqual(['甲苑']);
    expect(found[0]?.ring.length).toBeGreaterThanOrEqual(5);
  });
  it('warn of a border between their houses, and not of one beside them', () => {
    const set = buildingSet([house(70, 20), house(110, 20), house(70, 60), house(110, 60)], []);
    const compounds = compoundsOf(set, ['安居苑', '安居苑', '安居苑', '安居苑']);
    const report = checkThrough(tilingOf(squares(2, 2)), { compounds });
    expect(report.findings.map(({ zh }) => zh)).toEqual(['边界从“安居苑”中间穿过。']);
    const apart = buildingSet([house(10, 20), house(60, 20), house(60, 60)], []);
    expect(
      checkThrough(tilingOf(squares(2, 2)), { compounds: compoundsOf(apart, ['甲', '甲', '甲']) }).findings,
    ).toEqual([]);
  });
  it('of the sample are few warnings, each with a name', () => {
    const { buildings } = sampleGround();
    const set = buildingSet(
      buildings.map(({ id, footprint }) => ({ id, footprint })),
      [],
    );
    const compounds = compoundsOf(
      set,
      buildings.map(({ estate }) => estate),
    );
    expect(compounds.length).toBeGreaterThan(3);
    const grids = importCoverage(sampleGrids().polygons);
    if ('refused' in grids) throw new Error(grids.refused.en);
    const { findings } = checkThrough(grids.ok.tiling, { compounds });
    // Grids were drawn around compounds: the rule has little to say of them.
    expect(findings.length).toBeLessThan(compounds.length / 2);
  });
});
