/**
 * The 楼盘表 as numbers: homes become a matrix of floors (top first) × staircase units and doors. Real buildings are uneven, so
 * floors without homes keep an empty row, a landing with fewer doors keeps empty places, and rooms that belong to no staircase
 * (shops along the street, `unit` 0) stand in a strip of their own below the floor's homes.
 */
import type { Dwelling } from '../../domain/records/index.ts';

export interface MatrixUnit {
  readonly unit: number;
  /** Doors of the widest landing: how many columns the unit takes. */
  readonly doors: number;
  /** Index of its first column. */
  readonly firstColumn: number;
}
export interface MatrixRow {
  readonly floor: number;
  /** One place per column; null where there is no home. */
  readonly cells: readonly (Dwelling | null)[];
  /** Rooms without a staircase, in the order of their doors. */
  readonly strip: readonly Dwelling[];
}
export interface HouseMatrix {
  readonly units: readonly MatrixUnit[];
  readonly columnCount: number;
  /** Top floor first. */
  readonly rows: readonly MatrixRow[];
}
export interface MatrixScope {
  readonly unit?: number;
  readonly floor?: number;
  /** Storeys of the building: rows go up to it although nobody may live there. */
  readonly storeys?: number;
}

const byDoor = (a: Dwelling, b: Dwelling): number =>
  a.door - b.door || a.room.localeCompare(b.room, 'en', { numeric: true });

/** Floors between the lowest and the highest, top first. There is no floor 0 between the ground floor and the cellar. */
const floorsOf = (homes: readonly Dwelling[], storeys: number): number[] => {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = storeys > 0 ? storeys : Number.NEGATIVE_INFINITY;
  let hasZero = false;
  for (const { floor } of homes) {
    lowest = Math.min(lowest, floor);
    highest = Math.max(highest, floor);
    hasZero ||= floor === 0;
  }
  if (storeys > 0) lowest = Math.min(lowest, 1);
  const floors: number[] = [];
  for (let floor = highest; floor >= lowest; floor -= 1) if (floor !== 0 || hasZero) floors.push(floor);
  return floors;
};

export const houseMatrix = (dwellings: readonly Dwelling[], scope: MatrixScope = {}): HouseMatrix => {
  const homes = dwellings.filter(
    (d) =>
      (scope.unit === undefined || d.unit === scope.unit) &&
      (scope.floor === undefined || d.floor === scope.floor),
  );
  if (homes.length === 0) return { units: [], columnCount: 0, rows: [] };

  const hasStaircases = homes.some((d) => d.unit > 0);
  const landings = new Map<string, Dwelling[]>();
  const doorsOfUnit = new Map<number, number>();
  const strips = new Map<number, Dwelling[]>();
  for (const home of homes) {
    if (home.unit === 0 && hasStaircases) {
      strips.set(home.floor, [...(strips.get(home.floor) ?? []), home]);
      continue;
    }
    const key = `${home.unit}/${home.floor}`;
    const landing = landings.get(key) ?? [];
    landing.push(home);
    landings.set(key, landing);
  }
  for (const landing of landings.values()) {
    const unit = landing[0]?.unit ?? 0;
    doorsOfUnit.set(unit, Math.max(doorsOfUnit.get(unit) ?? 0, placesNeeded(landing)));
  }

  let columnCount = 0;
  const units: MatrixUnit[] = [...doorsOfUnit]
    .sort(([a], [b]) => a - b)
    .map(([unit, doors]) => {
      const firstColumn = columnCount;
      columnCount += doors;
      return { unit, doors, firstColumn };
    });

  const storeys = scope.floor === undefined ? (scope.storeys ?? 0) : 0;
  const rows = floorsOf(homes, storeys).map((floor): MatrixRow => {
    const cells = new Array<Dwelling | null>(columnCount).fill(null);
    for (const { unit, doors, firstColumn } of units) {
      for (const [place, home] of placesOf(landings.get(`${unit}/${floor}`) ?? [], doors))
        cells[firstColumn + place] = home;
    }
    return { floor, cells, strip: [...(strips.get(floor) ?? [])].sort(byDoor) };
  });
  return { units, columnCount, rows };
};

/**
 * A landing of doors 1, 2, 4 needs four places. Doors that share a number (502A, 502B) or run through the whole house (door 131)
 * say nothing about the place on the landing: such a landing takes as many places as it has homes.
 */
const placesNeeded = (landing: readonly Dwelling[]): number => {
  const doors = new Set(landing.map((d) => d.door));
  const highest = Math.max(...doors);
  return doors.size === landing.length && highest <= landing.length * 2 + 2 ? highest : landing.length;
};

const placesOf = (landing: readonly Dwelling[], doors: number): [place: number, home: Dwelling][] => {
  const sorted = [...landing].sort(byDoor);
  const byNumber =
    new Set(sorted.map((d) => d.door)).size === sorted.length && sorted.every((d) => d.door <= doors);
  return sorted.map((home, index) => [byNumber ? home.door - 1 : index, home]);
};

/** Every home of the matrix once, in reading order: what a screen reader and a count go through. */
export const homesOf = (matrix: HouseMatrix): Dwelling[] =>
  matrix.rows.flatMap((row) => [...row.cells.filter((c): c is Dwelling => c !== null), ...row.strip]);
