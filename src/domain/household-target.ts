/** How many households a grid should have: by its own target where it has one, else by its kind. */
import type { Community, Grid } from './records/index.ts';

type Band = Community['settings']['gridBand'];

/**
 * The band of a grid, null where there is none: a basic grid has the community's; a dedicated one (a campus, a market) has the households
 * that it has, unless a target is set for it. About an own target a warning begins as far off as about the community's band.
 */
export const householdBandOf = ({ kind, target }: Pick<Grid, 'kind' | 'target'>, band: Band): Band | null => {
  if (target !== undefined)
    return {
      ...target,
      warnBelow: Math.max(0, target.min - (band.min - band.warnBelow)),
      warnAbove: target.max + (band.warnAbove - band.max),
    };
  return kind === 'basic' ? band : null;
};
