/** Cells of the noded rings, told by whom they belong to, and joined where neighbours belong to the same. */
import { distance } from '../model/exact.ts';
import { insidePoint, twiceArea } from '../model/ring-measures.ts';
import type { FaceId, MmPoint } from '../model/rows.ts';
import type { Repair } from './fault.ts';
import type { NodedRings } from './node-rings.ts';
import type { ReadPolygon, ReadRing } from './read-rings.ts';

/** The repair chosen for a fault. */
export type Reading = (faultId: string) => Repair;

export interface CellOwners {
  readonly ids: readonly FaceId[];
  /** Outside of the given outline. */
  readonly beyond: boolean;
}

export interface Group {
  readonly cells: readonly number[];
  readonly owners: readonly FaceId[];
  readonly beyond: boolean;
  readonly unbounded: boolean;
  readonly areaMm2: number;
  /** Twice the area by the length around: the width of a long strip. */
  readonly widthMm: number;
  readonly at: MmPoint;
  /** The grid (an owner, where there are several) with the longest border to it. */
  readonly longest: FaceId | null;
}

const isLeftOut = (polygon: ReadPolygon, polygons: readonly ReadPolygon[], chosen: Reading): boolean => {
  if (polygon.duplicate !== '' && chosen(polygon.duplicate) === 'leaveOut') return true;
  if (polygon.sameId !== '' && chosen(polygon.sameId) === 'leaveOut') return true;
  return polygons.some(
    ({ duplicate, duplicateOf }) =>
      duplicate !== '' && duplicateOf === polygon.index && chosen(duplicate) === 'keepThis',
  );
};

const covers = (ring: ReadRing, winding: number, chosen: Reading): boolean => {
  const how = ring.crossing === '' ? 'nonZero' : chosen(ring.crossing);
  if (how === 'leaveOut') return false;
  return how === 'evenOdd' ? (winding & 1) !== 0 : winding !== 0;
};

/** The polygons that a cell belongs to, by the rings around it. */
const idsAt = (
  around: ReadonlyMap<number, number>,
  rings: readonly ReadRing[],
  polygons: readonly ReadPolygon[],
  chosen: Reading,
): FaceId[] => {
  const parts = new Map<string, { polygon: ReadPolygon; in: boolean }>();
  for (const [number, winding] of around) {
    const ring = rings[number] as ReadRing;
    const polygon = polygons[ring.polygon];
    if (polygon === undefined || !covers(ring, winding, chosen)) continue;
    const lost = ring.lostHole === '' ? null : chosen(ring.lostHole);
    if (lost === 'drop') continue;
    const key = `${ring.polygon} ${lost === 'asPart' ? number + 1e6 : ring.part}`;
    const isOutside = !ring.isHole || lost === 'asPart';
    const part = parts.get(key) ?? { polygon, in: true };
    parts.set(key, { polygon, in: part.in && isOutside });
  }
  const owners = [...parts.values()].filter((part) => part.in && !isLeftOut(part.polygon, polygons, chosen));
  const ordered = owners.sort((a, b) => a.polygon.index - b.polygon.index);
  return [...new Set(ordered.map(({ polygon }) => polygon.id))];
};

export const ownersOf = (
  { rings, windings }: NodedRings,
  polygons: readonly ReadPolygon[],
  hasOutline: boolean,
  chosen: Reading,
): CellOwners[] =>
  windings.map((around) => {
    let within = 0;
    for (const [number, winding] of around) {
      const ring = rings[number] as ReadRing;
      if (ring.polygon === -1 && winding !== 0) within += ring.isHole ? -1 : 1;
    }
    return { ids: idsAt(around, rings, polygons, chosen), beyond: hasOutline && within <= 0 };
  });

const root = (parent: Int32Array, cell: number): number => {
  let up = cell;
  while (parent[up] !== up) up = parent[up] = parent[parent[up] as number] as number;
  return up;
};

export const groupCells = (noded: NodedRings, owners: readonly CellOwners[]): Group[] => {
  const { chains, cells, at } = noded;
  const parent = Int32Array.from(owners, (_, i) => i);
  const key = (cell: number): string => {
    const { ids, beyond } = owners[cell] as CellOwners;
    return `${beyond} ${ids.join('\n')}`;
  };
  const keys = owners.map((_, cell) => key(cell));
  for (let i = 0; i < chains.length; i++) {
    const [l, r] = [cells.cellOf[2 * i] as number, cells.cellOf[2 * i + 1] as number];
    if (l !== r && keys[l] === keys[r]) parent[root(parent, l)] = root(parent, r);
  }
  const members = new Map<number, number[]>();
  for (let cell = 0; cell < owners.length; cell++) {
    const top = root(parent, cell);
    members.set(top, [...(members.get(top) ?? []), cell]);
  }
  const around = new Map<number, { length: number; by: Map<FaceId, number> }>();
  for (const [i, [a, b]] of chains.entries()) {
    const [l, r] = [
      root(parent, cells.cellOf[2 * i] as number),
      root(parent, cells.cellOf[2 * i + 1] as number),
    ];
    if (l === r) continue;
    const length = distance(at(a), at(b));
    for (const [group, other] of [
      [l, r],
      [r, l],
    ] as const) {
      const sum = around.get(group) ?? { length: 0, by: new Map() };
      sum.length += length;
      const { ids } = owners[other] as CellOwners;
      if (ids.length === 1) sum.by.set(ids[0] as FaceId, (sum.by.get(ids[0] as FaceId) ?? 0) + length);
      around.set(group, sum);
    }
  }
  const unbounded = root(parent, 0);
  return [...members].map(([top, list]): Group => {
    const { ids, beyond } = owners[top] as CellOwners;
    const border = around.get(top) ?? { length: 0, by: new Map<FaceId, number>() };
    if (top === unbounded)
      return {
        cells: list,
        owners: ids,
        beyond,
        unbounded: true,
        areaMm2: 0,
        widthMm: 0,
        at: { x: 0, y: 0 },
        longest: null,
      };
    const areaOf = (cell: number): number =>
      cells.rings(cell).reduce((sum, ring) => sum + twiceArea(ring), 0) / 2;
    const areas = list.map(areaOf);
    const areaMm2 = areas.reduce((sum, area) => sum + area, 0);
    const largest = list[areas.indexOf(Math.max(...areas))] as number;
    const heirs = [...border.by].filter(([id]) => ids.length < 2 || ids.includes(id));
    heirs.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    // A single-owner group needs no place, and most groups are such: looking for one costs more than all the rest.
    const needsPlace = ids.length !== 1 || beyond;
    return {
      cells: list,
      owners: ids,
      beyond,
      unbounded: false,
      areaMm2,
      widthMm: border.length > 0 ? (2 * areaMm2) / border.length : 0,
      at: needsPlace ? insidePoint(cells.rings(largest)) : { x: 0, y: 0 },
      longest: heirs[0]?.[0] ?? ids[0] ?? null,
    };
  });
};
