import { describe, expect, it } from 'vitest';
import { readTiling } from '../exchange/read-tiling.ts';
import { bentGrids, squares, tilingOf } from '../fixtures/town.ts';
import { assignBuildings } from '../ground/assignment.ts';
import { buildingSet } from '../ground/building-set.ts';
import { Tiling } from '../model/tiling.ts';
import type { TilingData } from '../model/rows.ts';
import { setFace } from '../operations/fields.ts';
import { insertVertex } from '../operations/insert-vertex.ts';
import { moveVertex } from '../operations/move-vertex.ts';
import { RULES, type Rule } from './finding.ts';
import { type Facts, hasErrors, validate } from './validate.ts';

const square = (x: number, y: number, size = 10): [number, number][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
];
const broken = (change: (data: TilingData) => Partial<TilingData>): Tiling => {
  const data = tilingOf(squares(3, 3)).toData();
  return Tiling.of({ ...data, ...change(data) });
};
const problems = (tiling: Tiling, facts: Facts = {}): Rule[] =>
  validate(tiling, facts)
    .filter(({ state }) => state === 'problem')
    .map(({ rule }) => rule)
    .filter((rule) => rule !== 'staff');

describe('validate', () => {
  it('reports every rule once, and says what it cannot say yet', () => {
    const reports = validate(tilingOf(squares(3, 3)));
    expect(reports.map(({ rule }) => rule)).toEqual([...RULES]);
    expect(reports.filter(({ state }) => state === 'notYet').map(({ rule }) => rule)).toEqual([
      'buildings',
      'band',
      'locked',
      'outline',
      'through',
    ]);
    expect(problems(tilingOf(bentGrids(6, 5)))).toEqual([]);
  });
  it('sees each kind of broken border', () => {
    const middle = (data: TilingData) => data.vertices.find(({ x, y }) => x === 100_000 && y === 100_000);
    const moved = (x: number, y: number) =>
      broken((data) => ({ vertices: data.vertices.map((v) => (v === middle(data) ? { ...v, x, y } : v)) }));
    expect(problems(moved(250_000, 150_000))).toContain('crossings');
    expect(problems(moved(199_990, 150_000))).toContain('clearance');
    expect(problems(moved(199_000, 199_000))).toContain('rings');
    expect(
      problems(
        broken((data) => ({ arcs: data.arcs.map((a, i) => (i === 3 ? { ...a, right: a.left } : a)) })),
      ),
    ).toContain('sides');
    expect(
      problems(
        broken((data) => ({
          arcs: data.arcs.map((a) =>
            a.left === 'c1r1' || a.right === 'c1r1' ? { ...a, left: a.right, right: a.left } : a,
          ),
        })),
      ),
    ).toContain('rings');
    const apart = broken((data) => ({
      arcs: data.arcs.map((a) => ({
        ...a,
        left: a.left === 'c2r2' ? 'c0r0' : a.left,
        right: a.right === 'c2r2' ? 'c0r0' : a.right,
      })),
      faces: data.faces.filter(({ id }) => id !== 'c2r2'),
    }));
    expect(problems(apart)).toEqual(['contiguous']);
    expect(validate(apart).flatMap(({ findings }) => findings)[0]).toMatchObject({
      level: 'error',
      at: { x: expect.any(Number) },
    });
  });
  it('buildings, the band, branch, workers and heads', () => {
    const tiling = tilingOf(squares(2, 1));
    const set = buildingSet(
      [
        { id: 'in', footprint: [square(20, 20)], values: [400] },
        { id: 'cut', footprint: [square(94, 50, 14)], values: [900] },
        { id: 'out', footprint: [square(300, 20)], values: [5] },
      ],
      ['households'],
    );
    const assignment = assignBuildings(tiling, set);
    const band = { min: 300, max: 500, warnBelow: 150, warnAbove: 600 };
    const reports = validate(tiling, { assignment, band, hasHead: (row) => row === 0 });
    const of = (rule: Rule) => reports.find((report) => report.rule === rule)?.findings ?? [];
    expect(of('buildings').map(({ id, level }) => [id, level])).toEqual([
      ['buildings:out', 'error'],
      ['buildings:cut cut', 'warning'],
    ]);
    expect(of('band').map(({ faceIds, level }) => [faceIds[0], level])).toEqual([['c1r0', 'error']]);
    expect(of('band')[0]?.fixes.map(({ kind }) => kind)).toEqual(['rebalance', 'split']);
    expect(of('staff').filter(({ id }) => id.includes('branch')).length).toBe(2);
    expect(of('staff').find(({ id }) => id.includes('heads'))?.rows).toEqual([1]);
    expect(hasErrors(reports)).toBe(true);
    for (const finding of reports.flatMap(({ findings }) => findings)) {
      expect(finding.zh).not.toBe('');
      expect(finding.en).not.toBe('');
      expect(finding.at).not.toBeNull();
    }
  });
  it('a grid is measured by its own target where it has one, and gives it back to the byte', () => {
    const tiling = tilingOf(squares(2, 1));
    const before = JSON.stringify(tiling.toData());
    const set = buildingSet([{ id: 'in', footprint: [square(20, 20)], values: [400] }], ['households']);
    const band = { min: 300, max: 500, warnBelow: 150, warnAbove: 600 };
    const outside = (): unknown[] =>
      validate(tiling, { assignment: assignBuildings(tiling, set), band })
        .find(({ rule }) => rule === 'band')
        ?.findings.map(({ faceIds, level }) => [faceIds[0], level]) ?? [];
    const say = (faceId: string, target: { min: number; max: number } | undefined): void => {
      const outcome = setFace(tiling, { faceId, fields: { target } });
      if ('ok' in outcome) tiling.apply(outcome.ok);
    };
    expect(outside()).toEqual([['c1r0', 'error']]);
    say('c1r0', { min: 0, max: 50 });
    say('c0r0', { min: 100, max: 350 });
    expect(outside()).toEqual([['c0r0', 'warning']]);
    say('c0r0', undefined);
    say('c1r0', undefined);
    expect(JSON.stringify(tiling.toData())).toBe(before);
  });
  it('what must not change, and what a border had better not run through', () => {
    const base = tilingOf(squares(2, 2));
    const lock = setFace(base, { faceId: 'c0r0', fields: { locked: true } });
    if ('ok' in lock) base.apply(lock.ok);
    const tiling = Tiling.of(base.toData());
    const unlock = setFace(tiling, { faceId: 'c0r0', fields: { locked: false } });
    if ('ok' in unlock) tiling.apply(unlock.ok);
    expect(problems(tiling, { base })).toEqual([]);
    const vertex = [...tiling.vertices.values()].find(({ x, y }) => x === 100_000 && y === 100_000);
    const moved = moveVertex(tiling, { vertexId: vertex?.id ?? 0, to: { x: 110_000, y: 100_000 } });
    if ('ok' in moved) tiling.apply(moved.ok);
    expect(problems(tiling, { base })).toEqual(['locked']);
    const rim = [...tiling.arcs.values()].find(({ left, right }) => left === null || right === null);
    const bulge = insertVertex(
      tiling,
      { arcId: rim?.id ?? 0, at: { x: -4000, y: 50_000 }, place: 'free' },
      { outline: 'change' },
    );
    if ('ok' in bulge) tiling.apply(bulge.ok);
    expect(problems(tiling, { base })).toContain('outline');
    const compounds = [
      { name: '安居苑', ring: square(80, 10, 60).map(([x, y]) => ({ x: x * 1000, y: y * 1000 })) },
    ];
    const mainRoads = [
      [
        { x: 0, y: 60_000 },
        { x: 200_000, y: 60_000 },
      ],
    ];
    expect(problems(tiling, { compounds, mainRoads })).toEqual(['through']);
  });
});

describe('readTiling', () => {
  it('takes what was written and refuses what is no tiling', () => {
    const data = tilingOf(squares(3, 3)).toData();
    const read = readTiling(JSON.parse(JSON.stringify(data)));
    if ('refused' in read) throw new Error(read.refused.en);
    expect(JSON.stringify(read.ok.toData())).toBe(JSON.stringify(data));
    const code = (change: Partial<TilingData>): string => {
      const outcome = readTiling({ ...data, ...change });
      return 'refused' in outcome ? outcome.refused.code : 'ok';
    };
    expect(code({ vertices: data.vertices.slice(1) })).toBe('unknown');
    expect(code({ faces: data.faces.slice(1) })).toBe('unknown');
    expect(code({ nextId: 3 })).toBe('taken');
    expect(code({ vertices: data.vertices.map((v, i) => (i === 0 ? { ...v, x: 0.5 } : v)) })).toBe(
      'notNumber',
    );
    expect(
      code({
        vertices: data.vertices.map((v) => (v.x === 100_000 && v.y === 100_000 ? { ...v, x: 290_000 } : v)),
      }),
    ).toBe('crosses');
    expect(code({ arcs: data.arcs.map((a, i) => (i === 3 ? { ...a, right: a.left } : a)) })).toBe('crosses');
    expect(
      code({
        arcs: data.arcs.map((a) =>
          a.left === 'c1r1' || a.right === 'c1r1' ? { ...a, left: a.right, right: a.left } : a,
        ),
      }),
    ).toBe('collapses');
  });
});
