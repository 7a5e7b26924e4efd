import { describe, expect, it } from 'vitest';
import { checkRecord } from '../../domain/checks/records.ts';
import { createIdSource } from '../../domain/ids.ts';
import type { Building, Community, Grid, GridWorker, LngLat, Polygon } from '../../domain/records/index.ts';
import { createFrame } from '../../geometry/frame.ts';
import type { LocatedArea } from '../crs/located-set.ts';
import { gridChanges, planGrids } from './areas.ts';

const newId = createIdSource(
  () => 1_790_000_000_000,
  () => 0.25,
);
const stamp = { at: 1_790_000_000_000, newId };
const anchor: LngLat = [107.65, 35.73];
const frame = createFrame(anchor);
const community = { id: newId(), code: '621002001901', anchor } as Community;
const box = (x: number, y: number, size: number): Polygon => [
  [
    frame.toLngLat([x, y]),
    frame.toLngLat([x + size, y]),
    frame.toLngLat([x + size, y + size]),
    frame.toLngLat([x, y + size]),
  ],
];
const area = (name: string, polygon: Polygon, attributes: LocatedArea['attributes'] = {}): LocatedArea => ({
  key: name,
  where: name,
  name,
  attributes,
  polygons: [polygon],
});
const building = (x: number, y: number, gridId: string | null = null): Building =>
  ({ id: newId(), gridId, footprint: box(x, y, 10), revision: 1, updatedAt: 1 }) as Building;

describe('planGrids', () => {
  it('numbers grids from west to east and north to south, and puts the buildings in', () => {
    const inside = building(20, 20);
    const outside = building(900, 900);
    const context = { community, buildings: [inside, outside], grids: [], gridWorkers: [] };
    const plan = planGrids(
      [area('南', box(0, -600, 500)), area('东', box(500, 0, 500)), area('西', box(0, 0, 500))],
      context,
      stamp,
    );
    expect(plan.grids.map(({ name, code }) => `${name} ${code}`)).toEqual([
      '西 621002001901001',
      '东 621002001901002',
      '南 621002001901003',
    ]);
    for (const grid of plan.grids) expect(checkRecord('grids', grid)).toEqual([]);
    expect(plan.moved).toMatchObject([{ id: inside.id, gridId: plan.grids[0]?.id }]);
  });
  it('keeps the record of a grid of the same name, and takes away what the file no longer has', () => {
    const old = {
      id: newId(),
      name: '西',
      code: '621002001901007',
      branchId: null,
      validTo: null,
      revision: 4,
      updatedAt: 9,
    } as Grid;
    const gone = { id: newId(), name: '北', code: '621002001901008', validTo: null } as Grid;
    const worker = { id: newId(), gridId: gone.id } as GridWorker;
    const context = { community, buildings: [], grids: [old, gone], gridWorkers: [worker] };
    const plan = planGrids([area('西', box(0, 0, 500))], context, stamp);
    expect(plan.grids).toMatchObject([{ id: old.id, name: '西' }]);
    expect(gridChanges(plan, context)).toMatchObject([
      { table: 'grids', expect: { revision: 4, updatedAt: 9 } },
      { table: 'gridWorkers', del: worker.id },
      { table: 'grids', del: gone.id },
    ]);
  });
  it('says which grids overlap, and lets a dedicated grid lie inside a basic one', () => {
    const context = { community, buildings: [building(110, 110)], grids: [], gridWorkers: [] };
    const overlapping = planGrids([area('甲', box(0, 0, 500)), area('乙', box(400, 0, 500))], context, stamp);
    expect(overlapping.problems.list[0]?.zh).toContain('50000 平方米');
    const nested = planGrids(
      [area('甲', box(0, 0, 500)), area('校园', box(100, 100, 50), { kind: '专属网格' })],
      context,
      stamp,
    );
    expect(nested.problems.list).toEqual([]);
    expect(nested.moved[0]?.gridId).toBe(nested.grids.find(({ kind }) => kind === 'dedicated')?.id);
  });
});
