import { describe, expect, it } from 'vitest';
import type { Building, Dwelling, Grid } from '../../domain/records/index.ts';
import type { Selection } from '../../state/selection.ts';
import { buildTree, type TreeInput } from './build-tree.ts';
import { revealPath } from './reveal-path.ts';
import { treeStep } from './tree-keys.ts';

const base = { communityId: 'c', createdAt: 0, updatedAt: 0, revision: 1 };
const grid = (id: string, sequence: number): Grid => ({
  ...base,
  id,
  sequence,
  code: `62100200190100${sequence}`,
  kind: 'basic',
  name: `第${sequence}网格`,
  boundary: [],
  branchId: null,
  validFrom: '2024-01-01',
  validTo: null,
  parents: [],
});
const building = (id: string, gridId: string | null, number: string): Building => ({
  ...base,
  id,
  gridId,
  name: `云和苑${number}号楼`,
  estate: '云和苑',
  number,
  aliases: number === '3' ? ['老年活动楼'] : [],
  use: 'residential',
  footprint: [],
  heightMetres: 18,
  minHeightMetres: 0,
  storeys: 6,
  podiumStoreys: 0,
  roof: 'flat',
  facade: 0,
  units: 2,
  doorsPerLanding: 2,
  yearBuilt: null,
  branchId: null,
});
const home = (buildingId: string, unit: number, floor: number, door: number): Dwelling => ({
  ...base,
  id: `${buildingId}-${unit}-${floor}-${door}`,
  buildingId,
  unit,
  floor,
  door,
  room: String(floor * 100 + door),
  use: 'home',
  occupancy: door === 2 ? 'vacant' : 'owner',
  areaSquareMetres: null,
  rooms: null,
  personal: {},
});
const buildings = [
  building('b10', 'g1', '10'),
  building('b2', 'g1', '2'),
  building('b3', 'g2', '3'),
  building('bx', null, '9'),
];
const b2Homes = [home('b2', 1, 1, 1), home('b2', 1, 1, 2), home('b2', 1, 2, 1), home('b2', 2, 1, 1)];
const input = (more: Partial<TreeInput> = {}): TreeInput => ({
  community: { id: 'c', name: '云和社区' },
  grids: [grid('g2', 2), grid('g1', 1)],
  buildings,
  nameOf: (b) => b.name,
  householdsOf: () => 10,
  interiors: new Map([['b2', b2Homes]]),
  expanded: new Set(),
  filter: '',
  ...more,
});
const sources = {
  building: (id: string) => buildings.find((b) => b.id === id),
  homes: (id: string) => (id === 'b2' ? b2Homes : undefined),
  buildingOfFacility: () => null,
};
const open = (...keys: string[]) => input({ expanded: new Set(['community', ...keys]) });
const keysOf = (tree: TreeInput) => buildTree(tree).map((row) => row.key);

describe('buildTree', () => {
  it('is one row until something is opened', () => {
    expect(buildTree(input())).toMatchObject([{ key: 'community', level: 1, count: 40, expandable: true }]);
  });
  it('orders grids by their sequence and keeps buildings without a grid in sight', () => {
    expect(keysOf(open())).toEqual(['community', 'grid:g1', 'grid:g2', 'grid:none']);
  });
  it('orders buildings by number, not by letter', () => {
    expect(keysOf(open('grid:g1')).slice(1, 4)).toEqual(['grid:g1', 'building:b2', 'building:b10']);
  });
  it('goes down to the homes, top floor first', () => {
    const rows = buildTree(open('grid:g1', 'building:b2', 'unit:b2:1', 'floor:b2:1:1'));
    expect(rows.filter((r) => r.level >= 4).map((r) => [r.level, r.kind, r.number, r.name])).toEqual([
      [4, 'unit', 1, ''],
      [5, 'floor', 2, ''],
      [5, 'floor', 1, ''],
      [6, 'dwelling', null, '101'],
      [6, 'dwelling', null, '102'],
      [4, 'unit', 2, ''],
    ]);
    expect(rows.find((r) => r.name === '102')).toMatchObject({ vacant: true, setSize: 2, position: 2 });
  });
  it('shows one waiting row for a building whose homes are not read yet', () => {
    expect(keysOf(open('grid:g2', 'building:b3')).at(3)).toBe('building:b3');
    expect(keysOf(open('grid:g2', 'building:b3')).at(4)).toBe('loading:b3');
  });
  it('filters by name, number and alias, and opens what it finds', () => {
    const found = (filter: string) => keysOf(input({ filter }));
    expect(found('云和苑１０')).toEqual(['community', 'grid:g1', 'building:b10']);
    expect(found('老年')).toEqual(['community', 'grid:g2', 'building:b3']);
    expect(found('第2网格')).toEqual(['community', 'grid:g2', 'building:b3']);
    expect(found('老年')).toEqual(['community', 'grid:g2', 'building:b3']);
    expect(keysOf(input({ filter: '没有' }))).toEqual(['community']);
  });
});

describe('revealPath', () => {
  const rowsFor = (selection: Selection): string[] => {
    const path = revealPath(selection, sources);
    return keysOf(input({ expanded: new Set(path.ancestors) })).filter((key) => key === path.key);
  };
  it('opens exactly what a selection needs to be seen', () => {
    const cases: Selection[] = [
      { kind: 'none' },
      { kind: 'grid', id: 'g1' },
      { kind: 'building', id: 'b2' },
      { kind: 'building', id: 'bx' },
      { kind: 'unit', id: 'b2', unit: 2 },
      { kind: 'floor', id: 'b2', floor: 2 },
      { kind: 'dwelling', id: 'b2-1-1-2', buildingId: 'b2' },
      { kind: 'resident', id: 'r', dwellingId: 'b2-2-1-1', buildingId: 'b2' },
    ];
    for (const selection of cases) expect(rowsFor(selection), selection.kind).toHaveLength(1);
  });
});

describe('treeStep', () => {
  const rows = buildTree(open('grid:g1'));
  it('moves, opens, closes and selects', () => {
    expect(treeStep(rows, 'community', 'ArrowDown')).toEqual({ kind: 'focus', key: 'grid:g1' });
    expect(treeStep(rows, 'grid:g2', 'ArrowRight')).toEqual({ kind: 'expand', key: 'grid:g2' });
    expect(treeStep(rows, 'grid:g1', 'ArrowRight')).toEqual({ kind: 'focus', key: 'building:b2' });
    expect(treeStep(rows, 'building:b2', 'ArrowLeft')).toEqual({ kind: 'focus', key: 'grid:g1' });
    expect(treeStep(rows, 'grid:g1', 'ArrowLeft')).toEqual({ kind: 'collapse', key: 'grid:g1' });
    expect(treeStep(rows, 'building:b10', 'Enter')).toEqual({ kind: 'select', key: 'building:b10' });
    expect(treeStep(rows, null, 'End')).toEqual({ kind: 'focus', key: 'grid:none' });
    expect(treeStep([], null, 'End')).toBeNull();
  });
});
