/** What is followed is what would be made anew: the rows, who is in which grid, and every finding. */
import { describe, expect, it } from 'vitest';
import { chanceOf, randomOperation } from '../../geometry/tiling/fixtures/random-operations.ts';
import { bentGrids, tilingOf } from '../../geometry/tiling/fixtures/town.ts';
import {
  assignBuildings,
  buildingSet,
  invertPatch,
  type Patch,
  Tiling,
  validate,
} from '../../geometry/tiling/index.ts';
import { followTiling } from './followed-tiling.ts';

/** Which neighbour is named first hangs on when its border was last drawn, and says nothing. */
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value))
    return value.map(inOrder).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, inOrder(of)]));
};

const band = { min: 300, max: 500, warnBelow: 150, warnAbove: 600 };

describe('a tiling that is followed', () => {
  it.each([1, 2, 3])('is the newer one after any steps, also back and in leaps, seed %i', (seed) => {
    const tiling = tilingOf(bentGrids(5, 4, { bends: 5 }));
    const chance = chanceOf(seed);
    const houses = Array.from({ length: 240 }, (_, i) => {
      const [x, y] = [chance.next() * 900, chance.next() * 720];
      const footprint = [
        [
          [x, y],
          [x + 20, y],
          [x + 20, y + 9],
          [x, y + 9],
        ],
      ] as const;
      return { id: `b${i}`, footprint, values: [10 + i] };
    });
    const buildings = buildingSet(houses, ['households']);
    const base = Tiling.of(tiling.toData());
    const follow = followTiling(buildings);
    const done: Patch[] = [];
    for (let step = 0; step < 160; step++) {
      if (chance.next() < 0.2 && done.length > 0) tiling.apply(invertPatch(done.pop() as Patch));
      else {
        const { outcome } = randomOperation(tiling, chance);
        if ('refused' in outcome) continue;
        tiling.apply(outcome.ok);
        done.push(outcome.ok);
      }
      if (chance.next() < 0.4) continue;
      const data = tiling.toData();
      const { tiling: now, assignment } = follow(structuredClone(data));
      expect(JSON.stringify(now.toData())).toBe(JSON.stringify(data));
      const fresh = Tiling.of(data);
      const anew = assignBuildings(fresh, buildings);
      expect(assignment.faceOf).toEqual(anew.faceOf);
      for (const id of fresh.faces.keys()) expect([...assignment.sums(id)], id).toEqual([...anew.sums(id)]);
      const findings = (of: Tiling, who: typeof anew): string[] =>
        validate(of, { assignment: who, band, base })
          .flatMap((report) => report.findings)
          // Of an outline that was changed in several places one is named, whichever is met first.
          .map(({ at, ...finding }) =>
            JSON.stringify(inOrder(finding.rule === 'outline' ? finding : { ...finding, at })),
          )
          .sort();
      expect(findings(now, assignment)).toEqual(findings(fresh, anew));
    }
    expect(done.length).toBeGreaterThan(20);
  });
});
