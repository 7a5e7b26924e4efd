/** Ground given back as it was, and two grids that change places. */
import { describe, expect, it } from 'vitest';
import { chanceOf, randomOperation } from '../fixtures/random-operations.ts';
import { bentGrids, squares, tilingOf } from '../fixtures/town.ts';
import { exportCoverage } from '../exchange/polygons.ts';
import { invertPatch } from '../model/patch.ts';
import type { Outcome } from '../model/refusal.ts';
import type { Patch } from '../model/rows.ts';
import { Tiling } from '../model/tiling.ts';
import { checkLocked } from '../rules/ground-rules.ts';
import { dissolveFace } from './dissolve.ts';
import { lockFace, setFace } from './fields.ts';
import { mergeFaces } from './merge.ts';
import { reshape } from './reshape.ts';
import { restoreFaces } from './restore.ts';
import { splitFace } from './split.ts';
import { swapGround } from './swap-ground.ts';

const at = (x: number, y: number) => ({ x: x * 1000, y: y * 1000 });
const apply = (tiling: Tiling, outcome: Outcome<Patch>): void => {
  if ('refused' in outcome) throw new Error(outcome.refused.en);
  const before = JSON.stringify(tiling.toData());
  tiling.apply(outcome.ok);
  tiling.apply(invertPatch(outcome.ok));
  expect(JSON.stringify(tiling.toData())).toBe(before);
  tiling.apply(outcome.ok);
};
const codeOf = (outcome: Outcome<Patch>): string => ('refused' in outcome ? outcome.refused.code : 'ok');
const shapeOf = (tiling: Tiling, id: string): string =>
  JSON.stringify(exportCoverage(tiling).find((face) => face.id === id)?.parts);

describe('restoring', () => {
  it('gives a grid back what it lost and takes what it gained', () => {
    const base = tilingOf(squares(3, 3));
    const tiling = Tiling.of(base.toData());
    apply(tiling, reshape(tiling, { faceId: 'c1r1', line: [at(100, 120), at(130, 150), at(100, 180)] }));
    apply(tiling, reshape(tiling, { faceId: 'c1r1', line: [at(200, 120), at(230, 150), at(200, 180)] }));
    apply(tiling, restoreFaces(tiling, { base, faceIds: ['c1r1'] }));
    for (const id of base.faces.keys())
      expect(tiling.shape(id).areaMm2, id).toBeCloseTo(base.shape(id).areaMm2, -3);
    expect(codeOf(restoreFaces(Tiling.of(base.toData()), { base, faceIds: ['c1r1'] }))).toBe('nothing');
  });
  it('brings back a grid that was merged away, dissolved or split, with its fields', () => {
    const base = tilingOf(squares(3, 3));
    for (const change of [
      (tiling: Tiling) => mergeFaces(tiling, { faceIds: ['c0r0', 'c1r0'], keepId: 'c1r0' }),
      (tiling: Tiling) => dissolveFace(tiling, { faceId: 'c0r0' }),
      (tiling: Tiling) =>
        splitFace(tiling, { faceId: 'c0r0', line: [at(50, -5), at(50, 105)], created: [{ id: 'n' }] }),
      (tiling: Tiling) => setFace(tiling, { faceId: 'c0r0', fields: { name: '另一个', branchId: 'b' } }),
    ]) {
      const tiling = Tiling.of(base.toData());
      apply(tiling, change(tiling));
      apply(tiling, restoreFaces(tiling, { base, faceIds: ['c0r0'] }));
      expect(tiling.face('c0r0')).toEqual(base.face('c0r0'));
      expect(tiling.face('n')).toBeUndefined();
      expect(tiling.shape('c0r0').areaMm2).toBe(base.shape('c0r0').areaMm2);
    }
  });
  it('repairs a locked grid that was unlocked, changed and locked again; others keep their locks', () => {
    const base = tilingOf(squares(3, 3));
    apply(base, lockFace(base, { faceId: 'c1r1', locked: true }));
    const tiling = Tiling.of(base.toData());
    apply(tiling, lockFace(tiling, { faceId: 'c1r1', locked: false }));
    apply(tiling, reshape(tiling, { faceId: 'c1r1', line: [at(100, 120), at(130, 150), at(100, 180)] }));
    apply(tiling, lockFace(tiling, { faceId: 'c1r1', locked: true }));
    const [finding] = checkLocked(tiling, base).findings;
    expect(finding?.fixes).toEqual([{ kind: 'restore', faceIds: ['c1r1'] }]);
    apply(tiling, lockFace(tiling, { faceId: 'c0r1', locked: true }));
    expect(codeOf(restoreFaces(tiling, { base, faceIds: ['c1r1'] }))).toBe('locked');
    apply(tiling, lockFace(tiling, { faceId: 'c0r1', locked: false }));
    apply(tiling, restoreFaces(tiling, { base, faceIds: ['c1r1'] }));
    expect(checkLocked(tiling, base).findings).toEqual([]);
    expect(tiling.face('c1r1')?.locked).toBe(true);
    expect(codeOf(restoreFaces(tiling, { base, faceIds: ['c1r1'] }))).toBe('nothing');
  });
  it.each([3, 4, 5])(
    'after thirty random operations: the grid is as it was, or why not is said; seed %i',
    (seed) => {
      const base = tilingOf(bentGrids(4, 4, { bends: 3 }));
      const tiling = Tiling.of(base.toData());
      const chance = chanceOf(seed);
      for (let i = 0; i < 30; i++) {
        const { outcome, name } = randomOperation(tiling, chance);
        if ('ok' in outcome && !['cutHole', 'addGround', 'lock', 'apart'].includes(name))
          tiling.apply(outcome.ok);
      }
      let done = 0;
      for (const faceId of base.faces.keys()) {
        const outcome = restoreFaces(tiling, { base, faceIds: [faceId] });
        if ('refused' in outcome) {
          expect(outcome.refused.zh).not.toBe('');
          continue;
        }
        apply(tiling, outcome);
        done++;
        // Rounding of cuts may leave a millimetre here and there.
        expect(Math.abs(tiling.shape(faceId).areaMm2 / base.shape(faceId).areaMm2 - 1)).toBeLessThan(1e-4);
      }
      expect(done).toBeGreaterThan(5);
    },
  );
});

describe('two grids that change places', () => {
  it('keep id, branch and workers, and have the ground of the other; twice is nothing', () => {
    const tiling = tilingOf(squares(3, 3));
    const before = JSON.stringify(tiling.toData());
    const [a, b] = [shapeOf(tiling, 'c0r0'), shapeOf(tiling, 'c1r0')];
    apply(tiling, setFace(tiling, { faceId: 'c0r0', fields: { branchId: 'b' } }));
    apply(tiling, swapGround(tiling, { faceIds: ['c0r0', 'c1r0'] }));
    expect([shapeOf(tiling, 'c0r0'), shapeOf(tiling, 'c1r0')]).toEqual([b, a]);
    expect(tiling.face('c0r0')?.branchId).toBe('b');
    apply(tiling, swapGround(tiling, { faceIds: ['c1r0', 'c0r0'] }));
    apply(tiling, setFace(tiling, { faceId: 'c0r0', fields: { branchId: null } }));
    expect(JSON.stringify(tiling.toData())).toBe(before);
  });
  it('is refused for one and the same, for locked and unknown ones', () => {
    const tiling = tilingOf(squares(2, 2));
    apply(tiling, lockFace(tiling, { faceId: 'c1r1', locked: true }));
    expect(codeOf(swapGround(tiling, { faceIds: ['c0r0', 'c0r0'] }))).toBe('sameFace');
    expect(codeOf(swapGround(tiling, { faceIds: ['c0r0', 'c1r1'] }))).toBe('locked');
    expect(codeOf(swapGround(tiling, { faceIds: ['c0r0', 'none'] }))).toBe('unknown');
    // Beside a locked grid the line stays where it is, whoever is on the other side.
    apply(tiling, swapGround(tiling, { faceIds: ['c0r0', 'c1r0'] }));
  });
});
