/**
 * Every operation on squares of 100 m: what it makes, and what it refuses, where.
 *
 * Above 300 lines: one short case an operation, all on the same nine squares.
 */
import { describe, expect, it } from 'vitest';
import { squares, tilingOf } from '../fixtures/town.ts';
import { invertPatch } from '../model/patch.ts';
import type { Outcome, Refusal } from '../model/refusal.ts';
import type { MmPoint, Patch } from '../model/rows.ts';
import type { Tiling } from '../model/tiling.ts';
import { bordersOf } from '../model/measures.ts';
import { deleteVertex } from './delete-vertex.ts';
import { dissolveFace, fillHole, removeEnclave } from './dissolve.ts';
import { assignStaff, lockFace, setFace } from './fields.ts';
import { insertVertex } from './insert-vertex.ts';
import { mergeFaces } from './merge.ts';
import { moveArc } from './move-arc.ts';
import { moveVertex } from './move-vertex.ts';
import { addEnclave, addGround, assignRegion, cutHole } from './region.ts';
import { reshape } from './reshape.ts';
import { slideJunction } from './slide-junction.ts';
import { splitFace } from './split.ts';
import { followGuide, straightenArc } from './straighten.ts';

const M = 1000;
const at = (x: number, y: number): MmPoint => ({ x: x * M, y: y * M });
const nine = (): Tiling => tilingOf(squares(3, 3));

const vertexAt = (tiling: Tiling, x: number, y: number): number => {
  const found = [...tiling.vertices.values()].find((v) => v.x === x * M && v.y === y * M);
  if (found === undefined) throw new Error(`no vertex at ${x} ${y}`);
  return found.id;
};
const arcBetween = (tiling: Tiling, left: string, right: string | null): number => {
  const found = [...tiling.arcs.values()].find(
    (arc) => (arc.left === left && arc.right === right) || (arc.left === right && arc.right === left),
  );
  if (found === undefined) throw new Error(`no arc between ${left} and ${right}`);
  return found.id;
};
const area = (tiling: Tiling, id: string): number => Math.round(tiling.shape(id).areaMm2 / 1e6);
const patchOf = (outcome: Outcome<Patch>): Patch => {
  if ('refused' in outcome) throw new Error(outcome.refused.en);
  return outcome.ok;
};
const refusalOf = (outcome: Outcome<Patch>): Refusal => {
  if ('ok' in outcome) throw new Error('not refused');
  expect(outcome.refused.zh).not.toBe('');
  return outcome.refused;
};
/** Applies, checks that undoing gives back the same bytes, and applies again. */
const apply = (tiling: Tiling, outcome: Outcome<Patch>): void => {
  const before = JSON.stringify(tiling.toData());
  const patch = patchOf(outcome);
  tiling.apply(patch);
  const after = JSON.stringify(tiling.toData());
  tiling.apply(invertPatch(patch));
  expect(JSON.stringify(tiling.toData())).toBe(before);
  tiling.apply(patch);
  expect(JSON.stringify(tiling.toData())).toBe(after);
};

describe('moving a vertex', () => {
  it('takes every neighbour along', () => {
    const tiling = nine();
    apply(tiling, moveVertex(tiling, { vertexId: vertexAt(tiling, 100, 100), to: at(120, 110) }));
    expect(['c0r0', 'c1r0', 'c0r1', 'c1r1'].map((id) => area(tiling, id))).toEqual([
      11_500, 9500, 10_500, 8500,
    ]);
  });
  it('is refused where borders would cross, come too near, or leave the outline', () => {
    const tiling = nine();
    const vertexId = vertexAt(tiling, 100, 100);
    expect(refusalOf(moveVertex(tiling, { vertexId, to: at(250, 150) })).code).toBe('crosses');
    const near = refusalOf(moveVertex(tiling, { vertexId, to: { x: 199_990, y: 150_000 } }));
    expect(near.code).toBe('tooClose');
    expect(near.at?.x).toBeGreaterThan(199_000);
    expect(near.faceIds.length).toBeGreaterThan(0);
    const rim = vertexAt(tiling, 100, 0);
    expect(refusalOf(moveVertex(tiling, { vertexId: rim, to: at(100, -10) })).code).toBe('outline');
    expect(
      patchOf(moveVertex(tiling, { vertexId: rim, to: at(100, -10) }, { outline: 'change' })),
    ).toBeDefined();
    expect(refusalOf(moveVertex(tiling, { vertexId: 999_999, to: at(0, 0) })).code).toBe('unknown');
    expect(refusalOf(moveVertex(tiling, { vertexId, to: { x: Number.NaN, y: 0 } })).code).toBe('notNumber');
    expect(refusalOf(moveVertex(tiling, { vertexId, to: at(100, 100) })).code).toBe('nothing');
  });
  it('is refused where a corner of a small grid would be pulled through its opposite side', () => {
    const tiling = nine();
    const ring = [at(140, 140), at(160, 140), at(150, 160)];
    apply(tiling, addEnclave(tiling, { ring, id: 'e' }));
    const vertexId = vertexAt(tiling, 150, 160);
    // No edge crosses another: only the ring turns over.
    expect(refusalOf(moveVertex(tiling, { vertexId, to: at(150, 120) })).code).toBe('collapses');
  });
  it('is refused where a border would jump over an enclave without touching it', () => {
    const tiling = nine();
    const ring = [at(110, 145), at(120, 145), at(120, 155), at(110, 155)];
    apply(tiling, addEnclave(tiling, { ring, id: 'e' }));
    apply(tiling, insertVertex(tiling, { arcId: arcBetween(tiling, 'c0r1', 'c1r1'), at: at(100, 150) }));
    const vertexId = vertexAt(tiling, 100, 150);
    const refused = refusalOf(moveVertex(tiling, { vertexId, to: at(190, 150) }));
    expect(refused.code).toBe('engulfs');
  });
  it('is refused where less than the smallest area would be left', () => {
    const tiling = tilingOf(squares(2, 1, 10_000));
    expect(refusalOf(moveArc(tiling, { arcId: arcBetween(tiling, 'c0r0', 'c1r0'), by: at(1, 0) })).code).toBe(
      'fixedArc',
    );
    apply(tiling, insertVertex(tiling, { arcId: arcBetween(tiling, 'c0r0', 'c1r0'), at: at(10, 5) }));
    const to = { x: 100, y: 5000 };
    expect(
      refusalOf(
        moveVertex(
          tiling,
          { vertexId: vertexAt(tiling, 10, 5), to },
          { limits: { clearanceMm: 20, minAreaMm2: 60e6 } },
        ),
      ).code,
    ).toBe('tooSmall');
  });
});

describe('vertices on edges', () => {
  it('are inserted into both neighbours at once and taken away again', () => {
    const tiling = nine();
    const arcId = arcBetween(tiling, 'c0r0', 'c1r0');
    apply(tiling, insertVertex(tiling, { arcId, at: { x: 103_000, y: 50_400 } }));
    const id = vertexAt(tiling, 100, 50.4);
    for (const face of ['c0r0', 'c1r0']) expect(tiling.shape(face).parts[0]?.[0]?.vertexIds).toContain(id);
    apply(tiling, deleteVertex(tiling, { vertexId: id }));
    expect(tiling.vertices.size).toBe(16);
  });
  it('are refused too near to an end; a junction is not deleted', () => {
    const tiling = nine();
    const arcId = arcBetween(tiling, 'c0r0', 'c1r0');
    expect(refusalOf(insertVertex(tiling, { arcId, at: { x: 100_000, y: 15 } })).code).toBe('tooClose');
    expect(refusalOf(deleteVertex(tiling, { vertexId: vertexAt(tiling, 100, 100) })).code).toBe('junction');
  });
  it('a triangle keeps its corners; the ring may begin anywhere', () => {
    const tiling = nine();
    apply(
      tiling,
      addEnclave(tiling, { ring: [at(140, 140), at(160, 140), at(160, 160), at(140, 160)], id: 'e' }),
    );
    apply(tiling, deleteVertex(tiling, { vertexId: vertexAt(tiling, 140, 140) }));
    for (const [x, y] of [
      [160, 140],
      [160, 160],
      [140, 160],
    ] as const)
      expect(refusalOf(deleteVertex(tiling, { vertexId: vertexAt(tiling, x, y) })).code).toBe('triangle');
  });
});

describe('courses', () => {
  it('an arc moves as a whole, its ends on the outline stay', () => {
    const tiling = nine();
    const arcId = arcBetween(tiling, 'c0r1', 'c1r1');
    apply(tiling, moveArc(tiling, { arcId, by: at(10, 0) }));
    expect([area(tiling, 'c0r1'), area(tiling, 'c1r1')]).toEqual([11_000, 9000]);
    expect(area(tiling, 'c0r0')).toBe(10_500);
  });
  it('an arc is straightened, and laid along a road', () => {
    const tiling = nine();
    const arcId = arcBetween(tiling, 'c0r1', 'c1r1');
    apply(tiling, insertVertex(tiling, { arcId, at: at(110, 150), place: 'free' }));
    expect(area(tiling, 'c0r1')).toBe(10_500);
    apply(tiling, straightenArc(tiling, { arcId }));
    expect(area(tiling, 'c0r1')).toBe(10_000);
    const guide = [at(120, 0), at(120, 300)];
    apply(
      tiling,
      followGuide(tiling, { arcId, guide: guide.map(({ x, y }) => ({ x, y: y / 10 + 135 * M })) }),
    );
    expect(area(tiling, 'c0r1')).toBeGreaterThan(11_000);
  });
  it('a junction slides along the outline, around a corner too, and leaves no point behind', () => {
    const tiling = nine();
    apply(tiling, slideJunction(tiling, { vertexId: vertexAt(tiling, 100, 0), to: at(60, -5) }));
    expect(tiling.vertices.size).toBe(16);
    expect(area(tiling, 'c0r0')).toBe(8000);
    apply(tiling, slideJunction(tiling, { vertexId: vertexAt(tiling, 60, 0), to: at(-3, 40) }));
    expect(area(tiling, 'c0r0') + area(tiling, 'c1r0')).toBe(20_000);
    expect(
      refusalOf(slideJunction(tiling, { vertexId: vertexAt(tiling, 100, 100), to: at(90, 90) })).code,
    ).toBe('junction');
  });
  it('a border is redrawn by a new line, into the grid and out of it', () => {
    const tiling = nine();
    apply(tiling, reshape(tiling, { faceId: 'c1r1', line: [at(100, 120), at(80, 150), at(100, 180)] }));
    expect([area(tiling, 'c1r1'), area(tiling, 'c0r1')]).toEqual([10_600, 9400]);
    apply(tiling, reshape(tiling, { faceId: 'c1r1', line: [at(200, 120), at(150, 150), at(200, 180)] }));
    expect([area(tiling, 'c1r1'), area(tiling, 'c2r1')]).toEqual([9100, 11_500]);
    const refused = refusalOf(reshape(tiling, { faceId: 'c1r1', line: [at(125, 150), at(100, 190)] }));
    expect([refused.code, refused.at]).toEqual(['notOnBorder', at(125, 150)]);
    expect(refusalOf(reshape(tiling, { faceId: 'c1r1', line: [at(100, 190)] })).code).toBe('shortLine');
  });
  it('a border redrawn across several neighbours takes from each', () => {
    const tiling = nine();
    apply(
      tiling,
      reshape(tiling, { faceId: 'c0r0', line: [at(0, 100), at(60, 130), at(130, 60), at(100, 0)] }),
    );
    expect(area(tiling, 'c0r0')).toBeGreaterThan(11_000);
    const total = [...tiling.faces.keys()].reduce((sum, id) => sum + tiling.shape(id).areaMm2, 0);
    expect(total / 1e6).toBeCloseTo(90_000, 0);
  });
});

describe('splitting and merging', () => {
  it('a line through the grid splits it; the heavier part keeps the id', () => {
    const tiling = nine();
    const weights = [
      { ...at(110, 150), weight: 40 },
      { ...at(190, 150), weight: 7 },
    ];
    const line = [at(130, 90), at(130, 210)];
    apply(tiling, splitFace(tiling, { faceId: 'c1r1', line, created: [{ id: 'new', name: '新' }], weights }));
    expect([area(tiling, 'c1r1'), area(tiling, 'new')]).toEqual([3000, 7000]);
    expect(tiling.face('new')?.parents).toEqual(['c1r1']);
    // What lies outside of the grid is not cut.
    expect(area(tiling, 'c1r0')).toBe(10_000);
    expect([...bordersOf(tiling, 'new').keys()].sort()).toEqual(['c1r0', 'c1r1', 'c1r2', 'c2r1']);
  });
  it('swaps on request, and asks for more ids where a line makes more parts', () => {
    const tiling = nine();
    apply(
      tiling,
      splitFace(tiling, {
        faceId: 'c1r1',
        line: [at(130, 90), at(130, 210)],
        created: [{ id: 'n' }],
        keep: 'lightest',
      }),
    );
    expect(area(tiling, 'c1r1')).toBe(3000);
    const zigzag = [at(-10, 30), at(110, 30), at(110, 60), at(-10, 60)];
    const refused = refusalOf(splitFace(tiling, { faceId: 'c0r0', line: zigzag, created: [{ id: 'a' }] }));
    expect(refused.code).toBe('pieces');
    apply(tiling, splitFace(tiling, { faceId: 'c0r0', line: zigzag, created: [{ id: 'a' }, { id: 'b' }] }));
    expect([area(tiling, 'c0r0'), area(tiling, 'a'), area(tiling, 'b')]).toEqual([4000, 3000, 3000]);
  });
  it('is refused where the line does not divide, crosses itself, or leaves too little', () => {
    const tiling = nine();
    const split = (line: MmPoint[]) =>
      refusalOf(splitFace(tiling, { faceId: 'c1r1', line, created: [{ id: 'n' }] })).code;
    expect(split([at(130, 90), at(130, 150)])).toBe('misses');
    expect(split([at(100, 100), at(200, 100)])).toBe('misses');
    expect(split([at(90, 90), at(210, 210), at(210, 90), at(90, 210)])).toBe('lineCrossesItself');
    expect(split([at(100.3, 90), at(100.3, 210)])).toBe('tooSmall');
    expect(split([])).toBe('shortLine');
    expect(
      refusalOf(
        splitFace(tiling, { faceId: 'c1r1', line: [at(130, 90), at(130, 210)], created: [{ id: 'c0r0' }] }),
      ).code,
    ).toBe('taken');
  });
  it('merging takes the border away and remembers the parent', () => {
    const tiling = nine();
    apply(tiling, mergeFaces(tiling, { faceIds: ['c0r0', 'c1r0', 'c2r0'], keepId: 'c1r0' }));
    expect([tiling.faces.size, area(tiling, 'c1r0')]).toEqual([7, 30_000]);
    expect(tiling.face('c1r0')?.parents).toEqual(['c0r0', 'c2r0']);
    expect(refusalOf(mergeFaces(tiling, { faceIds: ['c1r0', 'c1r2'] })).code).toBe('notAdjacent');
    expect(refusalOf(mergeFaces(tiling, { faceIds: ['c1r0'] })).code).toBe('sameFace');
  });
  it('of grids apart is refused with both their names, whichever is kept', () => {
    const tiling = nine();
    for (const keepId of ['c0r0', 'c2r2']) {
      const { en, code } = refusalOf(mergeFaces(tiling, { faceIds: ['c0r0', 'c2r2'], keepId }));
      expect([code, en.includes('“00”'), en.includes('“22”')]).toEqual(['notAdjacent', true, true]);
    }
  });
  it('split and merge again leaves no point behind between the others', () => {
    const tiling = nine();
    apply(
      tiling,
      splitFace(tiling, { faceId: 'c1r1', line: [at(130, 90), at(130, 210)], created: [{ id: 'n' }] }),
    );
    apply(tiling, mergeFaces(tiling, { faceIds: ['c1r1', 'n'] }));
    expect(tiling.vertices.size).toBe(16);
    expect(tiling.arcs.size).toBe(nine().arcs.size);
  });
});

describe('enclaves, holes, parts', () => {
  const ring = [at(140, 140), at(160, 140), at(160, 160), at(140, 160)];
  it('a dedicated grid is carved out of a basic one and given back', () => {
    const tiling = nine();
    apply(tiling, addEnclave(tiling, { ring, id: 'market', fields: { name: '市场' } }));
    expect(tiling.face('market')).toMatchObject({ kind: 'dedicated', parents: ['c1r1'] });
    expect([area(tiling, 'c1r1'), tiling.shape('c1r1').parts[0]?.length]).toEqual([9600, 2]);
    expect(refusalOf(addEnclave(tiling, { ring, id: 'market' })).code).toBe('taken');
    expect(refusalOf(removeEnclave(tiling, { faceId: 'c0r0' })).code).toBe('notInside');
    apply(tiling, removeEnclave(tiling, { faceId: 'market' }));
    expect(tiling.arcs.size).toBe(nine().arcs.size);
  });
  it('a dedicated grid may lie across several; what would be cut in two is refused', () => {
    const tiling = nine();
    const across = [at(80, 80), at(120, 80), at(120, 120), at(80, 120)];
    apply(tiling, addEnclave(tiling, { ring: across, id: 'campus' }));
    expect(tiling.face('campus')?.parents.length).toBe(4);
    const band = [at(-10, 140), at(310, 140), at(310, 160), at(-10, 160)];
    expect(refusalOf(addEnclave(tiling, { ring: band, id: 'band' })).code).toBe('disconnects');
    apply(tiling, setFace(tiling, { faceId: 'c0r1', fields: { apart: true } }));
    expect(refusalOf(setFace(tiling, { faceId: 'c0r1', fields: { apart: true } })).code).toBe('nothing');
  });
  it('a grid covered wholly may go, if that is meant', () => {
    const tiling = nine();
    const over = [at(-5, -5), at(105, -5), at(105, 105), at(-5, 105)];
    expect(refusalOf(assignRegion(tiling, { rings: [over], to: 'c1r1' })).code).toBe('empties');
    apply(tiling, assignRegion(tiling, { rings: [over], to: 'c1r1', absorb: true }));
    expect(tiling.face('c0r0')).toBeUndefined();
  });
  it('a hole is cut and filled; ground is added; nothing else may change the outline', () => {
    const tiling = nine();
    expect(refusalOf(assignRegion(tiling, { rings: [ring], to: null })).code).toBe('outline');
    const tiny = [at(140, 140), at(144, 140), at(144, 144)];
    expect(refusalOf(cutHole(tiling, { ring: tiny })).code).toBe('tinyHole');
    apply(tiling, cutHole(tiling, { ring }));
    expect(tiling.shape(null).parts.length).toBe(1);
    expect(refusalOf(fillHole(tiling, { at: at(10, 10) })).code).toBe('noHole');
    apply(tiling, fillHole(tiling, { at: at(150, 150) }));
    expect([area(tiling, 'c1r1'), tiling.shape(null).parts.length]).toEqual([10_000, 0]);
    const island = [at(400, 0), at(450, 0), at(450, 50), at(400, 50)];
    apply(tiling, addGround(tiling, { ring: island, id: 'island' }));
    expect(tiling.shape(null).loose.length).toBe(2);
    const more = [at(300, 20), at(320, 20), at(320, 60), at(290, 60)];
    apply(tiling, addGround(tiling, { ring: more, id: 'c2r0' }));
    expect(area(tiling, 'c2r0')).toBeGreaterThan(10_700);
    expect(area(tiling, 'c2r1')).toBe(10_000);
  });
  it('a grid that goes leaves its ground to the neighbour it touches most', () => {
    const tiling = nine();
    apply(tiling, dissolveFace(tiling, { faceId: 'c0r0', into: 'c0r1' }));
    expect(area(tiling, 'c0r1')).toBe(20_000);
    expect(refusalOf(dissolveFace(tiling, { faceId: 'c2r2', into: 'c0r1' })).code).toBe('notAdjacent');
  });
});

describe('fields and locks', () => {
  it('branch and workers', () => {
    const tiling = nine();
    apply(tiling, assignStaff(tiling, { faceId: 'c0r0', branchId: 'b', workerIds: ['w'] }));
    expect(tiling.face('c0r0')).toMatchObject({ branchId: 'b', workerIds: ['w'], name: '00' });
  });
  it('no border of a locked grid moves, but neighbours may end at it', () => {
    const tiling = nine();
    apply(tiling, lockFace(tiling, { faceId: 'c1r1', locked: true }));
    const code = (outcome: Outcome<Patch>): string => {
      const refused = refusalOf(outcome);
      expect(refused.faceIds).toContain('c1r1');
      return refused.code;
    };
    expect(code(moveVertex(tiling, { vertexId: vertexAt(tiling, 100, 100), to: at(105, 105) }))).toBe(
      'locked',
    );
    expect(code(mergeFaces(tiling, { faceIds: ['c1r1', 'c0r1'] }))).toBe('locked');
    expect(
      code(splitFace(tiling, { faceId: 'c1r1', line: [at(130, 90), at(130, 210)], created: [{ id: 'n' }] })),
    ).toBe('locked');
    expect(code(reshape(tiling, { faceId: 'c0r1', line: [at(100, 110), at(120, 150), at(100, 190)] }))).toBe(
      'locked',
    );
    apply(
      tiling,
      splitFace(tiling, { faceId: 'c0r1', line: [at(-5, 150), at(105, 150)], created: [{ id: 'n' }] }),
    );
    expect(area(tiling, 'c1r1')).toBe(10_000);
    apply(tiling, slideJunction(tiling, { vertexId: vertexAt(tiling, 100, 150), to: at(100, 130) }));
    expect(area(tiling, 'c1r1')).toBe(10_000);
  });
});
