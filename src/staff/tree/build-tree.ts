/**
 * The tree as a flat list of what is open: community → grid → building → unit → floor → home. Only rows that can be seen are made,
 * so a district costs what its open branches cost. Homes come from the database when a building is first opened.
 */
import type { Building, Community, Dwelling, Grid } from '../../domain/records/index.ts';
import type { Selection } from '../../state/selection.ts';

export type TreeKind =
  | 'community'
  | 'grid'
  | 'noGrid'
  | 'building'
  | 'unit'
  | 'floor'
  | 'dwelling'
  | 'loading';
export interface TreeRow {
  readonly key: string;
  readonly parentKey: string | null;
  readonly kind: TreeKind;
  /** 1 for the community. */
  readonly level: number;
  /** The record's name; empty for units and floors, which are named by `number`. */
  readonly name: string;
  readonly number: number | null;
  /** Households of a place, homes of a unit or floor; null where there is nothing to count. */
  readonly count: number | null;
  readonly vacant: boolean;
  readonly expandable: boolean;
  readonly expanded: boolean;
  readonly setSize: number;
  readonly position: number;
  readonly selection: Selection | null;
}

export interface TreeInput {
  readonly community: Pick<Community, 'id' | 'name'> | null;
  readonly grids: readonly Grid[];
  readonly buildings: readonly Building[];
  readonly nameOf: (building: Building) => string;
  readonly householdsOf: (buildingId: string) => number;
  /** Homes of the buildings that were opened; a building not in the map is still loading. */
  readonly interiors: ReadonlyMap<string, readonly Dwelling[]>;
  readonly expanded: ReadonlySet<string>;
  readonly filter: string;
}

export const COMMUNITY_KEY = 'community';
const NO_GRID_KEY = 'grid:none';
export const gridKey = (id: string | null): string => (id === null ? NO_GRID_KEY : `grid:${id}`);
export const buildingKey = (id: string): string => `building:${id}`;
export const unitKey = (buildingId: string, unit: number): string => `unit:${buildingId}:${unit}`;
export const floorKey = (buildingId: string, unit: number, floor: number): string =>
  `floor:${buildingId}:${unit}:${floor}`;
export const dwellingKey = (id: string): string => `dwelling:${id}`;

const byPlace = (a: Building, b: Building): number =>
  Number(a.estate === '') - Number(b.estate === '') ||
  a.estate.localeCompare(b.estate, 'zh') ||
  a.number.localeCompare(b.number, 'zh', { numeric: true }) ||
  a.name.localeCompare(b.name, 'zh', { numeric: true });

const normal = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

interface Node {
  readonly row: Omit<TreeRow, 'setSize' | 'position' | 'level' | 'parentKey' | 'expanded'>;
  readonly children: () => readonly Node[];
}
const leaf = (): readonly Node[] => [];

const homeNode = (home: Dwelling): Node => ({
  row: {
    key: dwellingKey(home.id),
    kind: 'dwelling',
    name: home.room,
    number: null,
    count: null,
    vacant: home.occupancy === 'vacant',
    expandable: false,
    selection: { kind: 'dwelling', id: home.id, buildingId: home.buildingId },
  },
  children: leaf,
});

const distinct = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);

const floorNodes = (buildingId: string, unit: number, homes: readonly Dwelling[]): Node[] =>
  distinct(homes.map((d) => d.floor))
    .reverse()
    .map((floor) => {
      const onFloor = homes.filter((d) => d.floor === floor).sort((a, b) => a.door - b.door);
      return {
        row: {
          key: floorKey(buildingId, unit, floor),
          kind: 'floor',
          name: '',
          number: floor,
          count: onFloor.length,
          vacant: false,
          expandable: true,
          selection: { kind: 'floor', id: buildingId, floor },
        },
        children: () => onFloor.map(homeNode),
      };
    });

/** Staircases, then floors; a house without staircases begins with its floors, and shops beside staircases are unit 0. */
const insideOf = (buildingId: string, homes: readonly Dwelling[]): Node[] => {
  const units = distinct(homes.map((d) => d.unit));
  if (units.length === 1 && units[0] === 0) return floorNodes(buildingId, 0, homes);
  return units.map((unit) => {
    const inUnit = homes.filter((d) => d.unit === unit);
    return {
      row: {
        key: unitKey(buildingId, unit),
        kind: 'unit',
        name: '',
        number: unit,
        count: inUnit.length,
        vacant: false,
        expandable: true,
        selection: { kind: 'unit', id: buildingId, unit },
      },
      children: () => floorNodes(buildingId, unit, inUnit),
    };
  });
};

const loadingNode = (buildingId: string): Node => ({
  row: {
    key: `loading:${buildingId}`,
    kind: 'loading',
    name: '',
    number: null,
    count: null,
    vacant: false,
    expandable: false,
    selection: null,
  },
  children: leaf,
});

const buildingNode = (building: Building, input: TreeInput): Node => ({
  row: {
    key: buildingKey(building.id),
    kind: 'building',
    name: input.nameOf(building),
    number: null,
    count: input.householdsOf(building.id),
    vacant: false,
    expandable: (input.interiors.get(building.id)?.length ?? 1) > 0,
    selection: { kind: 'building', id: building.id },
  },
  children: () => {
    const homes = input.interiors.get(building.id);
    return homes ? insideOf(building.id, homes) : [loadingNode(building.id)];
  },
});

const gridNodes = (input: TreeInput): Node[] => {
  const wanted = normal(input.filter);
  const matches = (...names: readonly string[]): boolean =>
    wanted === '' || names.some((name) => normal(name).includes(wanted));
  const groups = new Map<string | null, Building[]>(input.grids.map((g) => [g.id, []]));
  for (const building of input.buildings) {
    const gridId = building.gridId !== null && groups.has(building.gridId) ? building.gridId : null;
    groups.set(gridId, [...(groups.get(gridId) ?? []), building]);
  }
  const nodeOf = (grid: Grid | null, all: readonly Building[]): Node | null => {
    const gridMatches = grid !== null && matches(grid.name, grid.code);
    const shown = gridMatches
      ? all
      : all.filter((b) => matches(b.name, `${b.estate}${b.name}`, `${b.estate}${b.number}`, ...b.aliases));
    if (wanted !== '' && !gridMatches && shown.length === 0) return null;
    const sorted = [...shown].sort(byPlace);
    return {
      row: {
        key: gridKey(grid?.id ?? null),
        kind: grid ? 'grid' : 'noGrid',
        name: grid?.name ?? '',
        number: null,
        count: all.reduce((sum, b) => sum + input.householdsOf(b.id), 0),
        vacant: false,
        expandable: sorted.length > 0,
        selection: grid ? { kind: 'grid', id: grid.id } : null,
      },
      children: () => sorted.map((b) => buildingNode(b, input)),
    };
  };
  const ordered = [...input.grids].sort((a, b) => a.sequence - b.sequence);
  const orphans = groups.get(null) ?? [];
  return [
    ...ordered.map((grid) => nodeOf(grid, groups.get(grid.id) ?? [])),
    orphans.length > 0 ? nodeOf(null, orphans) : null,
  ].filter((node) => node !== null);
};

/** The rows to show, from the top. While a filter is written, grids that hold a match are open. */
export const buildTree = (input: TreeInput): TreeRow[] => {
  if (!input.community) return [];
  const rows: TreeRow[] = [];
  const filtering = input.filter.trim() !== '';
  const grids = gridNodes(input);
  const root: Node = {
    row: {
      key: COMMUNITY_KEY,
      kind: 'community',
      name: input.community.name,
      number: null,
      count: input.buildings.reduce((sum, b) => sum + input.householdsOf(b.id), 0),
      vacant: false,
      expandable: grids.length > 0,
      selection: { kind: 'none' },
    },
    children: () => grids,
  };
  const add = (node: Node, level: number, parentKey: string | null, position: number, setSize: number) => {
    const { row } = node;
    const forced = filtering && (row.kind === 'community' || row.kind === 'grid' || row.kind === 'noGrid');
    const expanded = row.expandable && (forced || input.expanded.has(row.key));
    rows.push({ ...row, level, parentKey, position, setSize, expanded });
    if (!expanded) return;
    const children = node.children();
    children.forEach((child, index) => {
      add(child, level + 1, row.key, index + 1, children.length);
    });
  };
  add(root, 1, null, 1, 1);
  return rows;
};
