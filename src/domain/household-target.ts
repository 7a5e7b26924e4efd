/** How many households a grid should have: by its own target where it has one, else by its kind. */
import type { Community, Grid } from './records/index.ts';
import { type Reason, reasonOf } from './reasons.ts';

export type HouseholdBand = Community['settings']['gridBand'];

/**
 * The band of a grid, null where there is none: a basic grid has the community's; a dedicated one (a campus, a market) has the households
 * that it has, unless a target is set for it. About an own target a warning begins as far off as about the community's band.
 */
export const householdBandOf = (
  { kind, target }: Pick<Grid, 'kind' | 'target'>,
  band: HouseholdBand,
): HouseholdBand | null => {
  if (target !== undefined)
    return {
      ...target,
      warnBelow: Math.max(0, target.min - (band.min - band.warnBelow)),
      warnAbove: target.max + (band.warnAbove - band.max),
    };
  return kind === 'basic' ? band : null;
};

/** What speaks against a band of the community: its four numbers must rise, from "far too few" to "far too many". */
export const reasonsAgainstBand = ({ min, max, warnBelow, warnAbove }: HouseholdBand): Reason[] => [
  ...(warnBelow < 0
    ? [
        reasonOf(
          'gridBand.negative',
          `提醒户数过少的界线 ${warnBelow} 不能小于 0，请改正。`,
          `The number below which a grid is warned of, ${warnBelow}, must not be less than 0; please correct it.`,
          'settings.gridBand.warnBelow',
        ),
      ]
    : []),
  ...(min > max
    ? [
        reasonOf(
          'gridBand.order',
          `标准户数的下限 ${min} 不能大于上限 ${max}，请改正。`,
          `The least households of a grid, ${min}, must not be more than the most, ${max}; please correct them.`,
          'settings.gridBand.min',
        ),
      ]
    : []),
  ...(warnBelow > min
    ? [
        reasonOf(
          'gridBand.warnBelow',
          `提醒户数过少的界线 ${warnBelow} 不能大于标准下限 ${min}，请改正。`,
          `The number below which a grid is warned of, ${warnBelow}, must not be more than the least households, ${min}; please correct it.`,
          'settings.gridBand.warnBelow',
        ),
      ]
    : []),
  ...(warnAbove < max
    ? [
        reasonOf(
          'gridBand.warnAbove',
          `提醒户数过多的界线 ${warnAbove} 不能小于标准上限 ${max}，请改正。`,
          `The number above which a grid is warned of, ${warnAbove}, must not be less than the most households, ${max}; please correct it.`,
          'settings.gridBand.warnAbove',
        ),
      ]
    : []),
];
