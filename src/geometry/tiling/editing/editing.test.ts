/** What an editor with a pointer asks for, held against the operations themselves and against counting anew. */
import { describe, expect, it } from 'vitest';
import { chanceOf } from '../fixtures/random-operations.ts';
import { bentGrids, squares, tilingOf } from '../fixtures/town.ts';
import { assignBuildings } from '../ground/assignment.ts';
import { type BuildingSet, buildingSet } from '../ground/building-set.ts';
import { sidesOfPatch } from '../model/patch.ts';
import { Tiling } from '../model/tiling.ts';
import type { FaceId } from '../model/rows.ts';
import { lockFace } from '../operations/fields.ts';
import { moveVertex } from '../operations/move-vertex.ts';
import { differenceOf } from './difference.ts';
import { beginDrag, type DragTarget } from './drag.ts';
import { faceAt, hitTest, nearestEdge } from './hit.ts';
import { newPlan, record, redo, replay, undo } from './plan.ts';
import { createSnapper } from './snap.ts';

const scattered = (count: number, width: number, height: number, seed: number): BuildingSet => {
  const chance = chanceOf(seed);
  return buildingSet(
    Array.from({ length: count }, (_, i) => {
      const [x, y] = [chance.next() * width, chance.next() * height];
      return {
        id: `b${i}`,
        footprint: [
          [
            [x, y],
            [x + 9, y],
            [x + 9, y + 9],
            [x, y + 9],
          ],
        ],
        values: [1 + Math.floor(chance.next() * 30), Math.floor(chance.next() * 5)],
      };
    }),
    ['households', 'members'],
  );
};

describe('a drag', () => {
  it.each([1, 2, 3])('tells frame by frame what counting anew would, seed %i', (seed) => {
    const tiling = tilingOf(bentGrids(4, 3, { bends: 4, seed }));
    const buildings = scattered(600, 720, 540, seed);
    const assignment = assignBuildings(tiling, buildings);
    const chance = chanceOf(seed);
    let accepted = 0;
    for (let drags = 0; drags < 40; drags++) {
      const arc = chance.pick([...tiling.arcs.values()]);
      const vertexId = chance.pick(arc.vertexIds);
      const start = tiling.vertex(vertexId) ?? { x: 0, y: 0 };
      const target = chance.pick<DragTarget>([
        { kind: 'vertex', vertexId },
        { kind: 'edge', arcId: arc.id, edge: 0 },
        { kind: 'arc', arcId: arc.id, from: start },
      ]);
      const before = JSON.stringify(tiling.toData());
      const drag = beginDrag(tiling, target, { assignment });
      const shown = assignment.faceOf.slice();
      const counts = new Map<FaceId, Float64Array>();
      for (let frame = 0; frame < 8; frame++) {
        const to = { x: start.x + chance.around() * 40_000, y: start.y + chance.around() * 40_000 };
        const { refusal, changed, moved, counts: rows } = drag.move(to);
        if (refusal === null) accepted++;
        for (const { row, from, to: now } of changed) {
          expect(shown[row]).toBe(from);
          shown[row] = now;
        }
        for (const [id, sums] of rows) counts.set(id, sums);
        for (const { row, to: now } of moved) expect(shown[row]).toBe(now);
      }
      // A drag changes nothing before it ends.
      expect(JSON.stringify(tiling.toData())).toBe(before);
      const outcome = drag.end();
      if ('refused' in outcome) {
        expect(shown).toEqual(assignment.faceOf);
        continue;
      }
      const sides = sidesOfPatch(tiling, outcome.ok);
      tiling.apply(outcome.ok);
      assignment.update(tiling, [...sides, ...sidesOfPatch(tiling, outcome.ok)]);
      const fresh = assignBuildings(tiling, buildings);
      expect(shown).toEqual(fresh.faceOf);
      expect(assignment.faceOf).toEqual(fresh.faceOf);
      for (const id of tiling.faces.keys()) expect(assignment.sums(id)).toEqual(fresh.sums(id));
      for (const [id, sums] of counts) expect(sums).toEqual(fresh.sums(id));
    }
    expect(accepted).toBeGreaterThan(40);
  });
  it('bounces back with the reason, goes back where it began, and is given back by Esc', () => {
    const tiling = tilingOf(squares(3, 3));
    const assignment = assignBuildings(tiling, scattered(200, 300, 300, 4));
    const vertexId =
      [...tiling.vertices.values()].find(({ x, y }) => x === 100_000 && y === 100_000)?.id ?? 0;
    const drag = beginDrag(tiling, { kind: 'vertex', vertexId }, { assignment });
    const good = drag.move({ x: 140_000, y: 130_000 });
    expect([good.refusal, good.changed.length > 0]).toEqual([null, true]);
    const bad = drag.move({ x: 260_000, y: 130_000 });
    expect([bad.refusal?.code, bad.changed, bad.vertices]).toEqual(['crosses', [], good.vertices]);
    expect(
      drag
        .cancel()
        .changed.map(({ row }) => row)
        .sort(),
    ).toEqual(good.changed.map(({ row }) => row).sort());
    expect('refused' in drag.end()).toBe(true);
    expect(drag.move({ x: 100_000, y: 100_000 })).toMatchObject({ refusal: null, moved: [] });
  });
  it('a junction of the outline slides, a border of a locked grid stays', () => {
    const tiling = tilingOf(squares(3, 3));
    const at = (x: number, y: number): number =>
      [...tiling.vertices.values()].find((v) => v.x === x * 1000 && v.y === y * 1000)?.id ?? 0;
    const rim = beginDrag(tiling, { kind: 'vertex', vertexId: at(100, 0) });
    expect(rim.move({ x: 130_000, y: 20_000 })).toMatchObject({
      refusal: null,
      vertices: [{ x: 130_000, y: 0 }],
    });
    const locked = lockFace(tiling, { faceId: 'c1r1', locked: true });
    if ('ok' in locked) tiling.apply(locked.ok);
    const inner = beginDrag(tiling, { kind: 'vertex', vertexId: at(100, 100) });
    expect(inner.move({ x: 90_000, y: 90_000 }).refusal?.code).toBe('locked');
  });
});

describe('under the pointer', () => {
  const tiling = tilingOf(squares(2, 2));
  it('a vertex comes before an edge before a grid', () => {
    expect(hitTest(tiling, { x: 100_400, y: 99_700 }, 1000)).toMatchObject({
      kind: 'vertex',
      junction: true,
      distanceMm: 500,
    });
    expect(hitTest(tiling, { x: 100_400, y: 50_000 }, 1000)).toMatchObject({
      kind: 'edge',
      edge: 0,
      at: { x: 100_000, y: 50_000 },
    });
    expect(hitTest(tiling, { x: 150_000, y: 50_000 }, 1000)).toMatchObject({ kind: 'face', faceId: 'c1r0' });
    expect(hitTest(tiling, { x: -5000, y: 50_000 }, 1000)).toBeNull();
  });
  it('the nearest edge is what looking at all of them finds', () => {
    const bent = tilingOf(bentGrids(5, 4));
    const chance = chanceOf(3);
    for (let i = 0; i < 200; i++) {
      const p = { x: chance.next() * 9e5, y: chance.next() * 7.2e5 };
      const near = nearestEdge(bent, p, 1e7);
      const far = near === null ? 0 : near.distanceMm;
      expect(nearestEdge(bent, p, far + 1)?.arcId).toBe(near?.arcId);
      if (far > 1) expect(nearestEdge(bent, p, far - 1)).toBeNull();
      const inside = faceAt(bent, p);
      if (inside !== null) expect(bent.face(inside.faceId)).toBeDefined();
    }
  });
  it('points snap to borders, and guides attract but do not glue', () => {
    const snapper = createSnapper([
      {
        kind: 'road',
        line: [
          { x: 0, y: 30_000 },
          { x: 200_000, y: 30_000 },
        ],
      },
    ]);
    const options = { radiusMm: 2000 };
    expect(snapper.snap(tiling, { x: 60_000, y: 31_000 }, options)).toMatchObject({
      to: 'guide',
      at: { x: 60_000, y: 30_000 },
    });
    expect(snapper.snap(tiling, { x: 100_900, y: 60_000 }, options)).toMatchObject({
      to: 'edge',
      at: { x: 100_000, y: 60_000 },
    });
    expect(snapper.snap(tiling, { x: 100_900, y: 99_000 }, options).to).toBe('vertex');
    expect(snapper.snap(tiling, { x: 60_000.4, y: 50_000 }, options)).toEqual({
      at: { x: 60_000, y: 50_000 },
      to: 'nothing',
      target: null,
      distanceMm: 0,
    });
    expect(snapper.snap(tiling, { x: 60_000, y: 31_000 }, { ...options, to: 'tiling' }).to).toBe('nothing');
    const own = new Set([...tiling.vertices.keys()]);
    expect(snapper.snap(tiling, { x: 100_900, y: 60_000 }, { ...options, without: own }).to).toBe('nothing');
  });
});

describe('plans', () => {
  it('are undone, redone and replayed to the same bytes', () => {
    const tiling = tilingOf(squares(3, 3));
    const start = JSON.stringify(tiling.toData());
    let plan = newPlan('p', 'v1');
    const chance = chanceOf(8);
    for (let i = 0; i < 60; i++) {
      const vertex = chance.pick([...tiling.vertices.values()]);
      const to = { x: vertex.x + chance.around() * 20_000, y: vertex.y + chance.around() * 20_000 };
      const outcome = moveVertex(tiling, { vertexId: vertex.id, to });
      if ('refused' in outcome) continue;
      tiling.apply(outcome.ok);
      plan = record(plan, { patch: outcome.ok, label: 'move' });
    }
    expect(plan.cursor).toBeGreaterThan(1);
    const end = JSON.stringify(tiling.toData());
    // A reload: the plan as text, the base tiling as it was published.
    const again = Tiling.of(JSON.parse(start));
    replay(again, JSON.parse(JSON.stringify(plan)));
    expect(JSON.stringify(again.toData())).toBe(end);
    for (let back = undo(plan); back !== null; back = undo(plan)) {
      tiling.apply(back.patch);
      plan = back.plan;
    }
    expect(JSON.stringify(tiling.toData())).toBe(start);
    for (let on = redo(plan); on !== null; on = redo(plan)) {
      tiling.apply(on.patch);
      plan = on.plan;
    }
    expect(JSON.stringify(tiling.toData())).toBe(end);
  });
  it('the difference of two is a flow of buildings and a list of borders', () => {
    const tiling = tilingOf(squares(2, 1));
    const set = buildingSet(
      [
        [95, 50, 7],
        [20, 20, 3],
        [150, 50, 5],
      ].map(([x = 0, y = 0, n = 0], i) => ({
        id: `b${i}`,
        footprint: [
          [
            [x - 1, y - 1],
            [x + 1, y - 1],
            [x + 1, y + 1],
            [x - 1, y + 1],
          ],
        ],
        values: [n],
      })),
      ['households'],
    );
    const after = Tiling.of(tiling.toData());
    const arc = [...after.arcs.values()].find(({ left, right }) => left !== null && right !== null);
    const drag = beginDrag(after, { kind: 'edge', arcId: arc?.id ?? 0, edge: 0 });
    drag.move({ x: 80_000, y: 50_000 });
    const outcome = drag.end();
    if ('ok' in outcome) after.apply(outcome.ok);
    const state = (t: Tiling) => ({ tiling: t, faceOf: assignBuildings(t, set).faceOf });
    const { flows, reshaped, bordersGone, bordersNew } = differenceOf(state(tiling), state(after), set);
    expect(flows).toMatchObject([{ from: 'c0r0', to: 'c1r0', rows: [0] }]);
    expect([...(flows[0]?.values ?? [])]).toEqual([7]);
    expect([reshaped, bordersGone.length, bordersNew.length]).toEqual([['c0r0', 'c1r0'], 1, 2]);
    expect(differenceOf(state(tiling), state(tiling), set)).toMatchObject({
      moves: [],
      reshaped: [],
      bordersNew: [],
    });
  });
});
