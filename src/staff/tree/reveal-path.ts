/** Where a selection is in the tree: its own row, and the rows that must be open for it to be seen. */
import type { Building, Dwelling } from '../../domain/records/index.ts';
import type { Selection } from '../../state/selection.ts';
import { buildingKey, COMMUNITY_KEY, dwellingKey, floorKey, gridKey, unitKey } from './build-tree.ts';

export interface TreePath {
  readonly key: string;
  readonly ancestors: readonly string[];
}
export interface TreePathSources {
  readonly building: (id: string) => Building | undefined;
  /** Homes of a building, when they are loaded. */
  readonly homes: (buildingId: string) => readonly Dwelling[] | undefined;
  /** The building that a facility stands in. */
  readonly buildingOfFacility: (facilityId: string) => string | null;
}

const inBuilding = (id: string, sources: TreePathSources): TreePath => ({
  key: buildingKey(id),
  ancestors: [COMMUNITY_KEY, gridKey(sources.building(id)?.gridId ?? null)],
});

const below = (path: TreePath, key: string): TreePath => ({ key, ancestors: [...path.ancestors, path.key] });

const pathOfHome = (home: Dwelling, buildingHomes: readonly Dwelling[], building: TreePath): TreePath => {
  const flat = buildingHomes.every((d) => d.unit === 0);
  const unit = flat ? building : below(building, unitKey(home.buildingId, home.unit));
  return below(below(unit, floorKey(home.buildingId, home.unit, home.floor)), dwellingKey(home.id));
};

export const revealPath = (selection: Selection, sources: TreePathSources): TreePath => {
  switch (selection.kind) {
    case 'none':
      return { key: COMMUNITY_KEY, ancestors: [] };
    case 'grid':
      return { key: gridKey(selection.id), ancestors: [COMMUNITY_KEY] };
    case 'building':
      return inBuilding(selection.id, sources);
    case 'unit':
      return below(inBuilding(selection.id, sources), unitKey(selection.id, selection.unit));
    case 'floor': {
      const building = inBuilding(selection.id, sources);
      const homes = sources.homes(selection.id) ?? [];
      const first = homes.filter((d) => d.floor === selection.floor).sort((a, b) => a.unit - b.unit)[0];
      if (!first) return building;
      const home = pathOfHome(first, homes, building);
      const ancestors = home.ancestors.slice(0, -1);
      return { key: home.ancestors.at(-1) ?? building.key, ancestors };
    }
    case 'dwelling':
    case 'household':
    case 'resident': {
      const building = inBuilding(selection.buildingId, sources);
      const homes = sources.homes(selection.buildingId);
      const dwellingId = selection.kind === 'dwelling' ? selection.id : selection.dwellingId;
      const home = homes?.find((d) => d.id === dwellingId);
      return home && homes ? pathOfHome(home, homes, building) : below(building, dwellingKey(dwellingId));
    }
    case 'organisation':
      return selection.buildingId
        ? inBuilding(selection.buildingId, sources)
        : { key: COMMUNITY_KEY, ancestors: [] };
    case 'facility': {
      const buildingId = sources.buildingOfFacility(selection.id);
      return buildingId ? inBuilding(buildingId, sources) : { key: COMMUNITY_KEY, ancestors: [] };
    }
  }
};
