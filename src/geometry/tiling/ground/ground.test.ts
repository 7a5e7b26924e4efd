/** Painting and redrawing on the sample's own ground, with GEOS and with counting anew as second opinions. */
import { beforeAll, describe, expect, it } from 'vitest';
import { exportCoverage } from '../exchange/polygons.ts';
import { providence, providencePopulation, sampleGrids, sampleGround } from '../fixtures/data.ts';
import { loadOracle, type Oracle } from '../fixtures/geos.ts';
import { chanceOf } from '../fixtures/random-operations.ts';
import { squares, tilingOf } from '../fixtures/town.ts';
import { bordersOf } from '../model/measures.ts';
import { invertPatch, sidesOfPatch } from '../model/patch.ts';
import type { Patch, Side } from '../model/rows.ts';
import { shapeContains } from '../model/shape.ts';
import { Tiling } from '../model/tiling.ts';
import { applyAssignment } from '../operations/apply-assignment.ts';
import { mergeFaces } from '../operations/merge.ts';
import { lockFace } from '../operations/fields.ts';
import { paint } from '../operations/paint.ts';
import { redraw } from '../operations/redraw.ts';
import { assignBuildings } from './assignment.ts';
import { buildingSet } from './building-set.ts';
import { cutBuildings, footprintShares } from './cut-buildings.ts';
import { freeSpaceOf } from './free-space.ts';
import { groundCells } from './ground-cells.ts';

let oracle: Oracle;
beforeAll(async () => {
  oracle = await loadOracle();
});

const sample = () => {
  const { buildings, roads, walls } = sampleGround();
  const set = buildingSet(
    buildings.map(({ id, footprint, households }) => ({ id, footprint, values: [households] })),
    ['households'],
  );
  const guides = [...roads.filter(({ kind }) => kind !== 'path').map(({ line }) => line), ...walls];
  const tiling = tilingOf(sampleGrids().polygons);
  const ground = groundCells(set, guides);
  const neighbours = (row: number): number[] =>
    (ground.edgesOf[row] ?? []).flatMap((i) => {
      const edge = ground.edges[i];
      const other = edge?.a === row ? edge.b : edge?.a;
      return other === undefined || other < 0 ? [] : [other];
    });
  return { buildings, set, tiling, ground, neighbours, space: freeSpaceOf(set) };
};

describe('buildings and grids', () => {
  it('the sample has each building where its record says', () => {
    const { buildings, set, tiling } = sample();
    expect(assignBuildings(tiling, set).faceOf).toEqual(buildings.map(({ gridId }) => gridId));
  });
  it('a building is in exactly one grid, as asking every grid says', () => {
    const { set, tiling } = sample();
    const { faceOf } = assignBuildings(tiling, set);
    for (const row of set.ids.keys()) {
      const all = [...tiling.faces.keys()].filter((id) =>
        shapeContains(tiling.shape(id), set.x[row] ?? 0, set.y[row] ?? 0),
      );
      expect(all).toEqual([faceOf[row]]);
    }
  });
  it('a cut building is named with its shares', () => {
    const tiling = tilingOf(squares(2, 1));
    const set = buildingSet(
      [
        {
          id: 'b',
          footprint: [
            [
              [96, 40],
              [112, 40],
              [112, 50],
              [96, 50],
            ],
          ],
        },
      ],
      [],
    );
    expect(cutBuildings(tiling, set)).toMatchObject([{ row: 0, faceIds: ['c0r0', 'c1r0'] }]);
    expect(footprintShares(tiling, set, 0)).toEqual([
      { faceId: 'c1r0', share: 0.75 },
      { faceId: 'c0r0', share: 0.25 },
    ]);
    expect(assignBuildings(tiling, set).faceOf).toEqual(['c1r0']);
  });
});

describe('real population', () => {
  const blocks = providence();
  it.skipIf(blocks === null)('adds up by block, and stays right through forty merges', () => {
    const { polygons } = blocks as NonNullable<typeof blocks>;
    const people = providencePopulation();
    const tiling = tilingOf(polygons);
    const set = buildingSet(
      exportCoverage(tiling).map(({ id, parts }) => ({
        id,
        footprint: (parts[0] ?? []).map((ring) =>
          ring.map(({ x, y }): [number, number] => [x / 1000, y / 1000]),
        ),
        values: [people.get(id) ?? 0],
      })),
      ['people'],
    );
    const assignment = assignBuildings(tiling, set);
    expect(assignment.faceOf).toEqual(set.ids);
    const chance = chanceOf(17);
    let merged = 0;
    for (let i = 0; i < 40; i++) {
      const id = chance.pick([...tiling.faces.keys()]);
      const other = [...bordersOf(tiling, id).keys()].find((side) => side !== null);
      if (other === undefined || other === null) continue;
      const outcome = mergeFaces(tiling, { faceIds: [id, other] });
      if ('refused' in outcome) continue;
      merged++;
      const sides = sidesOfPatch(tiling, outcome.ok);
      tiling.apply(outcome.ok);
      assignment.update(tiling, [...sides, ...sidesOfPatch(tiling, outcome.ok)]);
    }
    expect(merged).toBeGreaterThan(30);
    const fresh = assignBuildings(tiling, set);
    expect(assignment.faceOf).toEqual(fresh.faceOf);
    for (const id of tiling.faces.keys()) expect(assignment.sums(id)).toEqual(fresh.sums(id));
    const total = [...tiling.faces.keys()].reduce((sum, id) => sum + (assignment.sums(id)[0] ?? 0), 0);
    expect(total).toBe([...people.values()].reduce((sum, n) => sum + n, 0));
  });
});

describe('painting', () => {
  it.each([1, 2, 3])('moves the buildings asked for and no other, and leaves a coverage, seed %i', (seed) => {
    const { set, tiling, ground, space, neighbours } = sample();
    const assignment = assignBuildings(tiling, set);
    const before = JSON.stringify(tiling.toData());
    const chance = chanceOf(seed);
    const done: Patch[] = [];
    for (let stroke = 0; stroke < 120; stroke++) {
      const row = Math.floor(chance.next() * set.ids.length);
      const others = neighbours(row).filter((r) => assignment.faceOf[r] !== assignment.faceOf[row]);
      if (others.length === 0) continue;
      const to = assignment.faceOf[chance.pick(others)] as string;
      let rows = chance.next() < 0.3 ? [row, ...neighbours(row)] : [row];
      let outcome = paint(tiling, { rows, to, ground, space, assignment });
      if ('refused' in outcome && outcome.refused.takeToo !== undefined) {
        rows = [...rows, ...outcome.refused.takeToo];
        outcome = paint(tiling, { rows, to, ground, space, assignment });
      }
      if ('refused' in outcome) continue;
      const sides = sidesOfPatch(tiling, outcome.ok);
      tiling.apply(outcome.ok);
      const moves = assignment.update(tiling, [...sides, ...sidesOfPatch(tiling, outcome.ok)]);
      expect(moves.every((move) => rows.includes(move.row) && move.to === to)).toBe(true);
      expect(rows.every((r) => assignment.faceOf[r] === to)).toBe(true);
      expect(oracle.complaint(tiling)).toBeNull();
      done.push(outcome.ok);
    }
    expect(done.length).toBeGreaterThan(30);
    expect(assignBuildings(tiling, set).faceOf).toEqual(assignment.faceOf);
    for (const patch of done.toReversed()) tiling.apply(invertPatch(patch));
    expect(JSON.stringify(tiling.toData())).toBe(before);
  });
  it('is refused for what is not next, is locked, or is there already', () => {
    const { set, tiling, ground, space } = sample();
    const assignment = assignBuildings(tiling, set);
    const [first, ...ids] = [...tiling.faces.keys()];
    const last = ids[ids.length - 1] as string;
    const row = [...assignment.rows(first as string)][0] as number;
    const code = (to: string): string => {
      const outcome = paint(tiling, { rows: [row], to, ground, space, assignment });
      return 'refused' in outcome ? outcome.refused.code : 'ok';
    };
    expect(code(last)).toBe('notNext');
    expect(code(first as string)).toBe('noBuilding');
    const lock = lockFace(tiling, { faceId: last, locked: true });
    if ('ok' in lock) tiling.apply(lock.ok);
    expect(code(last)).toBe('locked');
  });
});

describe('redrawing', () => {
  it('draws borders from building to grid, the outline kept, every building where it was sent', () => {
    const { set, tiling, ground, space } = sample();
    const { faceOf } = assignBuildings(tiling, set);
    const faceIds = [...tiling.faces.keys()];
    const outcome = redraw(tiling, { faceIds, faceOf, ground, space });
    if ('refused' in outcome) throw new Error(outcome.refused.en);
    tiling.apply(outcome.ok);
    expect(oracle.complaint(tiling)).toBeNull();
    expect(assignBuildings(tiling, set).faceOf).toEqual(faceOf);
  });
  it('makes new grids and lets old ones go; grids that keep their buildings keep their borders', () => {
    const { set, tiling, ground, space } = sample();
    const assignment = assignBuildings(tiling, set);
    const [a, b, c, ...rest] = [...tiling.faces.keys()] as [string, string, string, ...string[]];
    const west = (row: number): boolean => (set.x[row] ?? 0) < -300_000;
    const faceOf = assignment.faceOf.map(
      (side, row): Side => (side === a ? (west(row) ? a : 'new') : side === b ? a : side),
    );
    const far = rest[rest.length - 1] as string;
    const untouched = JSON.stringify(
      tiling
        .shape(far)
        .parts.flat()
        .map(({ vertexIds }) => vertexIds),
    );
    const outcome = applyAssignment(tiling, {
      faceOf,
      assignment,
      ground,
      space,
      created: { new: { name: '新' } },
    });
    if ('refused' in outcome) {
      expect(outcome.refused.code).toBe('disconnects');
      return;
    }
    tiling.apply(outcome.ok);
    expect(oracle.complaint(tiling)).toBeNull();
    expect(tiling.face(b)).toBeUndefined();
    expect(tiling.face('new')?.parents).toEqual([a]);
    expect(tiling.face(c)).toBeDefined();
    expect(
      JSON.stringify(
        tiling
          .shape(far)
          .parts.flat()
          .map(({ vertexIds }) => vertexIds),
      ),
    ).toBe(untouched);
    expect(assignBuildings(tiling, set).faceOf).toEqual(faceOf);
  });
  it('paints the few buildings that move, and joins the strokes to one step', () => {
    const { set, tiling, ground, space, neighbours } = sample();
    const assignment = assignBuildings(tiling, set);
    const before = JSON.stringify(tiling.toData());
    const pairs = [...set.ids.keys()].flatMap((row) =>
      [...new Set(neighbours(row).map((other) => assignment.faceOf[other] as Side))]
        .filter((to) => to !== assignment.faceOf[row])
        .map((to) => ({ row, to })),
    );
    let done = 0;
    for (const { row, to } of pairs.slice(0, 24)) {
      const faceOf = assignment.faceOf.map((side, r) => (r === row ? to : side));
      const outcome = applyAssignment(tiling, { faceOf, assignment, ground, space });
      if ('refused' in outcome) {
        // A building that holds its grid together cannot leave it alone.
        expect(outcome.refused.code).toBe('disconnects');
        continue;
      }
      done++;
      const next = Tiling.of(tiling.toData());
      next.apply(outcome.ok);
      expect(assignBuildings(next, set).faceOf).toEqual(faceOf);
      next.apply(invertPatch(outcome.ok));
      expect(JSON.stringify(next.toData())).toBe(before);
    }
    expect(done).toBeGreaterThan(12);
  });
});
