/** The home of a person or a record, as every list says it: building, unit and room, grid. */
import { useMemo } from 'react';
import type { Building, Dwelling, Grid } from '../../domain/records/index.ts';
import { usePlaces } from '../../state/places.ts';
import type { Column } from './register.ts';

export interface Home {
  readonly building: Building | null;
  readonly dwelling: Dwelling | null;
  readonly grid: Grid | null;
}

const buildingName = ({ estate, name }: Building): string =>
  name.startsWith(estate) ? name : `${estate}${name}`;

/** "云和花园3号楼 2-502". */
export const homeText = ({ building, dwelling }: Home): string => {
  if (!building) return '';
  if (!dwelling) return buildingName(building);
  return `${buildingName(building)} ${dwelling.unit > 0 ? `${dwelling.unit}-` : ''}${dwelling.room}`;
};

/** Looks homes up; the places are in memory, the homes come with the list. */
export const homeFinder = (
  dwellings: ReadonlyMap<string, Dwelling>,
): ((buildingId: string | null, dwellingId: string | null) => Home) => {
  const { buildings, buildingIndex, grids, gridOfBuilding } = usePlaces.getState();
  return (buildingId, dwellingId) => {
    const at = buildingId === null ? undefined : buildingIndex.get(buildingId);
    return {
      building: at === undefined ? null : (buildings[at] ?? null),
      dwelling: dwellingId === null ? null : (dwellings.get(dwellingId) ?? null),
      grid: at === undefined ? null : (grids[gridOfBuilding[at] ?? -1] ?? null),
    };
  };
};

export const homeColumns = <R extends { readonly home: Home }>(): Column<R>[] => [
  { key: 'address', width: 230, value: (row) => homeText(row.home) },
  { key: 'grid', width: 130, value: (row) => row.home.grid?.name ?? null, optional: true },
];

/** The grids as a code list, so that a list filters by grid as it does by any code. */
export const useGridCodes = () => {
  const grids = usePlaces((s) => s.grids);
  return useMemo(() => Object.fromEntries(grids.map((g) => [g.name, { zh: g.name, en: g.name }])), [grids]);
};
