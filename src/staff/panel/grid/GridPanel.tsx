/** A grid: its figures, its branch and workers, the buildings and facilities in it. */
import { type ReactElement, useMemo } from 'react';
import { FACILITY_KIND, GRID_KIND } from '../../../domain/codes.ts';
import type { Grid } from '../../../domain/records/index.ts';
import { usePlaces } from '../../../state/places.ts';
import { totalsByGrid, totalsOfBuilding } from '../../../state/totals.ts';
import { Fact, Facts } from '../../../ui/parts/Facts.tsx';
import { Figures } from '../../../ui/parts/Figures.tsx';
import { Section } from '../../../ui/parts/Section.tsx';
import { Empty } from '../../../ui/parts/States.tsx';
import { Tag } from '../../../ui/parts/Tag.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { Card } from '../Card.tsx';
import { GridWarning } from '../community/GridWarning.tsx';
import { metricFigures } from '../metric-figures.ts';
import { PlaceTable } from '../place/PlaceTable.tsx';
import { Row, Rows } from '../Rows.tsx';
import { usePartyBodyName } from '../use-party-body.ts';
import { GridWorkers } from './GridWorkers.tsx';

export const GridPanel = ({ grid }: { readonly grid: Grid }): ReactElement => {
  const words = useWords();
  const { t, code, date } = words;
  const places = usePlaces();
  const branch = usePartyBodyName(grid.branchId);
  const at = places.gridIndex.get(grid.id) ?? -1;
  const totals = useMemo(() => totalsByGrid(places)[at], [places, at]);
  const lines = useMemo(
    () =>
      places.buildings
        .flatMap((building, index) =>
          building.gridId === grid.id
            ? [
                {
                  id: building.id,
                  name: words.building(building),
                  to: { kind: 'building', id: building.id } as const,
                  totals: totalsOfBuilding(places.stats, index),
                },
              ]
            : [],
        )
        .sort((a, b) => a.name.localeCompare(b.name, 'zh', { numeric: true })),
    [places, grid.id, words],
  );
  const inside = new Set(lines.map((line) => line.id));
  const facilities = places.facilities.filter((f) => f.buildingId !== null && inside.has(f.buildingId));
  const workers = places.gridWorkers.filter((worker) => worker.gridId === grid.id);
  return (
    <Card
      kind={t('records.kind.grid')}
      title={grid.name}
      subtitle={`${t('records.grid.code')} ${grid.code}`}
      tags={
        <>
          <Tag>{code(GRID_KIND, grid.kind)}</Tag>
          {places.community && totals && (
            <GridWarning community={places.community} grid={grid} households={totals.households} />
          )}
        </>
      }
    >
      {totals && <Figures items={metricFigures(totals, words)} />}
      <Section title={t('staff.facts')}>
        <Facts>
          <Fact label={t('records.grid.branch')}>{branch}</Fact>
          <Fact label={t('records.grid.validFrom')}>{date(grid.validFrom)}</Fact>
        </Facts>
      </Section>
      <Section title={t('records.grid.workers')} count={workers.length}>
        <GridWorkers workers={workers} />
      </Section>
      <Section title={t('records.metric.buildings')} count={lines.length}>
        {lines.length === 0 ? (
          <Empty>{t('staff.grid.noBuildings')}</Empty>
        ) : (
          <PlaceTable label={t('records.kind.building')} lines={lines} />
        )}
      </Section>
      {facilities.length > 0 && (
        <Section title={t('records.metric.facilities')} count={facilities.length}>
          <Rows>
            {facilities.map((facility) => (
              <Row
                key={facility.id}
                to={{ kind: 'facility', id: facility.id }}
                title={facility.name}
                note={code(FACILITY_KIND, facility.kind)}
              />
            ))}
          </Rows>
        </Section>
      )}
    </Card>
  );
};
