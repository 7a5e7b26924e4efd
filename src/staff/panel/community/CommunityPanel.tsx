/** The community as a whole: what a desk shows while nothing is selected. */
import { type ReactElement, useMemo } from 'react';
import type { Community } from '../../../domain/records/index.ts';
import { usePlaces } from '../../../state/places.ts';
import { totalsByGrid, totalsOfCommunity } from '../../../state/totals.ts';
import { Figures } from '../../../ui/parts/Figures.tsx';
import { Section } from '../../../ui/parts/Section.tsx';
import { Tag } from '../../../ui/parts/Tag.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { Card } from '../Card.tsx';
import { metricFigures } from '../metric-figures.ts';
import { PlaceTable } from '../place/PlaceTable.tsx';
import { GridWarning } from './GridWarning.tsx';
import { QuickLists } from './QuickLists.tsx';

export const CommunityPanel = ({ community }: { readonly community: Community }): ReactElement => {
  const words = useWords();
  const { t } = words;
  const places = usePlaces();
  const totals = useMemo(() => totalsOfCommunity(places.stats), [places]);
  const lines = useMemo(() => {
    const byGrid = totalsByGrid(places);
    return places.grids.flatMap((grid, at) => {
      const of = byGrid[at];
      if (!of) return [];
      const warning = <GridWarning community={community} grid={grid} households={of.households} />;
      return [
        { id: grid.id, name: grid.name, to: { kind: 'grid', id: grid.id } as const, totals: of, warning },
      ];
    });
  }, [places, community]);
  return (
    <Card
      kind={t('records.kind.community')}
      title={community.name}
      subtitle={[community.district, `${t('records.community.code')} ${community.code}`]
        .filter(Boolean)
        .join(' · ')}
      tags={
        community.synthetic ? (
          <Tag tone="amber" title={t('common.syntheticHint')}>
            {t('common.synthetic')}
          </Tag>
        ) : undefined
      }
    >
      <Figures items={metricFigures(totals, words)} />
      <Section
        title={t('records.metric.grids')}
        count={places.grids.length}
        aside={<a href="#/planner/coverage">{t('coverage.open')}</a>}
      >
        <PlaceTable label={t('records.kind.grid')} lines={lines} />
      </Section>
      <QuickLists totals={totals} facilities={places.facilities.length} />
    </Card>
  );
};
