/** A building is recorded in the grid that it lies in; its open matters go with it. */
import type { Building, Grid, Matter } from '../records/index.ts';
import { reasonOf, refuse } from '../reasons.ts';
import { createDraft } from './draft.ts';
import type { Operation } from './operation.ts';

export interface BuildingGridContext {
  readonly building: Building;
  /** Of the building. */
  readonly openMatters: readonly Matter[];
}

export const setBuildingGrid: Operation<BuildingGridContext, { readonly grid: Grid }> = {
  key: 'setBuildingGrid',
  title: { zh: '归入网格', en: 'Put into a grid' },
  available: () => true,
  run: ({ building, openMatters }, { grid }, stamp) => {
    if (grid.validTo !== null)
      return refuse(
        reasonOf('grid.closed', '这个网格已撤销，请另选。', 'This grid is closed; choose another.', 'gridId'),
      );
    const draft = createDraft(stamp);
    draft.update('buildings', building, { gridId: grid.id });
    for (const matter of openMatters) draft.update('matters', matter, { gridId: grid.id });
    return draft.finish('setBuildingGrid', { building: building.name, grid: grid.name });
  },
};
