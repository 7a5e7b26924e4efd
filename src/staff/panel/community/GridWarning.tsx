/** Says that a grid holds too few or too many households to be served well. */
import type { ReactElement } from 'react';
import type { Community, Grid } from '../../../domain/records/index.ts';
import { Tag } from '../../../ui/parts/Tag.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';

interface Props {
  readonly community: Community;
  readonly grid: Grid;
  readonly households: number;
}

/** Dedicated grids (a campus, a market) have no band: they are not cut by households. */
export const outsideBand = ({ community, grid, households }: Props): 'below' | 'above' | null => {
  if (grid.kind !== 'basic') return null;
  const { warnBelow, warnAbove } = community.settings.gridBand;
  return households < warnBelow ? 'below' : households > warnAbove ? 'above' : null;
};

export const GridWarning = (props: Props): ReactElement | null => {
  const { t } = useWords();
  const side = outsideBand(props);
  if (!side) return null;
  const { warnBelow, warnAbove } = props.community.settings.gridBand;
  return (
    <Tag tone="amber" title={t(`staff.grid.${side}Hint`, { min: warnBelow, max: warnAbove })}>
      {t(`staff.grid.${side}`)}
    </Tag>
  );
};
