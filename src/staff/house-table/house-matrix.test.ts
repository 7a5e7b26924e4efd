import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dwelling } from '../../domain/records/index.ts';
import { homesOf, houseMatrix } from './house-matrix.ts';
import { moveInMatrix } from './house-moves.ts';

const home = (unit: number, floor: number, door: number, more: Partial<Dwelling> = {}): Dwelling => ({
  id: `d-${unit}-${floor}-${door}-${more.room ?? ''}`,
  communityId: 'c',
  createdAt: 0,
  updatedAt: 0,
  revision: 1,
  buildingId: 'b',
  unit,
  floor,
  door,
  room: String(floor * 100 + door),
  use: 'home',
  occupancy: 'owner',
  areaSquareMetres: null,
  rooms: null,
  personal: {},
  ...more,
});
const slab = (units: number, floors: number, doors: number): Dwelling[] =>
  Array.from({ length: units * floors * doors }, (_, i) =>
    home(Math.floor(i / (floors * doors)) + 1, (Math.floor(i / doors) % floors) + 1, (i % doors) + 1),
  );
const roomsOf = (cells: readonly (Dwelling | null)[]): (string | null)[] => cells.map((c) => c?.room ?? null);

describe('houseMatrix', () => {
  it('lays a slab of 6 floors, 3 staircases and 2 doors out as 6 × 6, top floor first', () => {
    const matrix = houseMatrix(slab(3, 6, 2));
    expect(matrix.units.map((u) => [u.unit, u.doors, u.firstColumn])).toEqual([
      [1, 2, 0],
      [2, 2, 2],
      [3, 2, 4],
    ]);
    expect(matrix.rows.map((r) => r.floor)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(roomsOf(matrix.rows[0]?.cells ?? [])).toEqual(['601', '602', '601', '602', '601', '602']);
  });
  it('holds a tower of 264 homes', () => {
    const matrix = houseMatrix(slab(2, 33, 4));
    expect([matrix.columnCount, matrix.rows.length, homesOf(matrix).length]).toEqual([8, 33, 264]);
  });
  it('keeps rows for floors without homes, up to the roof', () => {
    const matrix = houseMatrix([home(1, 2, 1), home(1, 4, 1)], { storeys: 5 });
    expect(matrix.rows.map((r) => [r.floor, roomsOf(r.cells)])).toEqual([
      [5, [null]],
      [4, ['401']],
      [3, [null]],
      [2, ['201']],
      [1, [null]],
    ]);
  });
  it('leaves empty places on a landing with fewer doors', () => {
    const matrix = houseMatrix([home(1, 1, 2), home(1, 2, 1), home(1, 2, 2), home(1, 2, 3)]);
    expect(roomsOf(matrix.rows[1]?.cells ?? [])).toEqual([null, '102', null]);
  });
  it('puts shops without a staircase in a strip under the homes of their floor', () => {
    const shop = (door: number) =>
      home(0, 1, door, { room: `商${door}`, use: 'shop', occupancy: 'business' });
    const matrix = houseMatrix([shop(2), shop(1), home(1, 2, 1)]);
    expect(matrix.columnCount).toBe(1);
    expect(matrix.rows.map((r) => [r.floor, r.cells.length, r.strip.map((d) => d.room)])).toEqual([
      [2, 1, []],
      [1, 1, ['商1', '商2']],
    ]);
  });
  it('treats an office house without staircases as one unit', () => {
    expect(houseMatrix([home(0, 1, 1), home(0, 1, 2), home(0, 2, 1)]).units).toEqual([
      { unit: 0, doors: 2, firstColumn: 0 },
    ]);
  });
  it('skips floor 0 between the ground floor and the cellar', () => {
    expect(houseMatrix([home(1, -1, 1), home(1, 1, 1)]).rows.map((r) => r.floor)).toEqual([1, -1]);
  });
  it('narrows to one unit or one floor', () => {
    const homes = slab(3, 6, 2);
    expect(homesOf(houseMatrix(homes, { unit: 2, storeys: 6 }))).toHaveLength(12);
    expect(houseMatrix(homes, { floor: 3, storeys: 6 }).rows.map((r) => r.floor)).toEqual([3]);
    expect(houseMatrix(homes, { floor: 9 }).rows).toEqual([]);
  });
  it('shows every home exactly once, whatever the doors', () => {
    const anyHome = fc.record({
      unit: fc.integer({ min: 0, max: 4 }),
      floor: fc.integer({ min: -2, max: 12 }),
      door: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 100, max: 900 })),
    });
    fc.assert(
      fc.property(fc.array(anyHome, { maxLength: 60 }), (list) => {
        const homes = list.map((d, i) => home(d.unit, d.floor, d.door, { id: `h${i}` }));
        const shown = homesOf(houseMatrix(homes, { storeys: 6 })).map((d) => d.id);
        expect([...shown].sort()).toEqual(homes.map((d) => d.id).sort());
      }),
    );
  });
});

describe('moveInMatrix', () => {
  const matrix = houseMatrix([
    home(1, 3, 1),
    home(1, 3, 2),
    home(1, 1, 2),
    home(0, 1, 1, { id: 'shop', room: '商1' }),
  ]);
  const at = (room: string): string => homesOf(matrix).find((d) => d.room === room)?.id ?? '';
  it('begins at the first home', () => {
    expect(moveInMatrix(matrix, null, 'ArrowDown')?.room).toBe('301');
  });
  it('steps over floors without homes to the nearest door', () => {
    expect(moveInMatrix(matrix, at('301'), 'ArrowDown')?.room).toBe('102');
    expect(moveInMatrix(matrix, at('102'), 'ArrowDown')?.room).toBe('商1');
    expect(moveInMatrix(matrix, 'shop', 'ArrowUp')?.room).toBe('102');
  });
  it('stays at the edges', () => {
    expect(moveInMatrix(matrix, at('301'), 'ArrowLeft')?.room).toBe('301');
    expect(moveInMatrix(matrix, at('301'), 'End')?.room).toBe('302');
    expect(moveInMatrix(matrix, at('302'), 'PageUp')?.room).toBe('302');
  });
  it('knows nothing of an empty house', () => {
    expect(moveInMatrix(houseMatrix([]), null, 'Home')).toBeNull();
  });
});
