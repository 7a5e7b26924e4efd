/** Says that a grid holds too few or too many households to be served well. */
import type { ReactElement } from 'react';
import { householdBandOf } from '../../../domain/household-target.ts';
import type { Community, Grid } from '../../../domain/records/index.ts';
import { Tag } from '../../../ui/parts/Tag.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';

interface Props {
  readonly community: Community;
  readonly grid: Grid;
  readonly households: number;
}

export const outsideBand = ({ community, grid, households }: Props): 'below' | 'above' | null => {
  const band = householdBandOf(grid, community.settings.gridBand);
  if (band === null) return null;
  return households < band.warnBelow ? 'below' : households > band.warnAbove ? 'above' : null;
};

export const GridWarning = (props: Props): ReactElement | null => {
  const { t } = useWords();
  const side = outsideBand(props);
  const band = householdBandOf(props.grid, props.community.settings.gridBand);
  if (side === null || band === null) return null;
  const { min, max, warnBelow, warnAbove } = band;
  const limit = side === 'below' ? warnBelow : warnAbove;
  return (
    <Tag tone="amber" title={t(`staff.grid.${side}Hint`, { min, max, limit })}>
      {t(`staff.grid.${side}`)}
    </Tag>
  );
};
