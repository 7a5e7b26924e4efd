/** A staircase or a floor of a building: its homes and everybody who lives there. */
import type { ReactElement } from 'react';
import type { Building, Dwelling } from '../../../domain/records/index.ts';
import { reloadInterior, useInterior } from '../../../state/interior.ts';
import type { Selection } from '../../../state/selection.ts';
import { Figures } from '../../../ui/parts/Figures.tsx';
import { Section } from '../../../ui/parts/Section.tsx';
import { Empty, Failed, Waiting } from '../../../ui/parts/States.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { HouseTable } from '../../house-table/HouseTable.tsx';
import { MarksLegend } from '../../house-table/MarksLegend.tsx';
import { Card } from '../Card.tsx';
import { PersonRow } from '../PersonRow.tsx';
import { Rows } from '../Rows.tsx';

interface Props {
  readonly building: Building;
  readonly part: Extract<Selection, { kind: 'unit' | 'floor' }>;
}

const inReadingOrder = (a: Dwelling, b: Dwelling): number =>
  a.unit - b.unit || b.floor - a.floor || a.door - b.door;

export const FloorPanel = ({ building, part }: Props): ReactElement => {
  const words = useWords();
  const { t, number } = words;
  const interior = useInterior((s) => (s.buildingId === building.id ? s.records : null));
  const failed = useInterior((s) => s.status === 'failed');
  const title = part.kind === 'unit' ? words.unit(part.unit) : words.floor(part.floor);
  const homes = (interior?.dwellings ?? [])
    .filter((d) => (part.kind === 'unit' ? d.unit === part.unit : d.floor === part.floor))
    .sort(inReadingOrder);
  const homeById = new Map(homes.map((d) => [d.id, d]));
  const order = new Map(homes.map((d, at) => [d.id, at]));
  const people = (interior?.residents ?? [])
    .filter((r) => r.status === 'present' && homeById.has(r.dwellingId))
    .sort(
      (a, b) => (order.get(a.dwellingId) ?? 0) - (order.get(b.dwellingId) ?? 0) || a.birthYear - b.birthYear,
    );
  const figures = [
    { key: 'dwellings', label: t('records.kind.dwelling'), value: number(homes.length) },
    {
      key: 'vacantHomes',
      label: t('records.metric.vacantHomes'),
      value: number(homes.filter((d) => d.occupancy === 'vacant').length),
    },
    {
      key: 'households',
      label: t('records.metric.households'),
      value: number(
        (interior?.households ?? []).filter((h) => h.state === 'active' && homeById.has(h.dwellingId)).length,
      ),
    },
    { key: 'residents', label: t('records.metric.residents'), value: number(people.length) },
  ];
  return (
    <Card kind={t(`records.kind.${part.kind}`)} title={title} subtitle={words.building(building)}>
      {failed ? (
        <Failed retry={() => void reloadInterior()} />
      ) : !interior ? (
        <Waiting />
      ) : (
        <>
          <Figures dense items={figures} />
          <Section title={t('staff.house.title')}>
            {homes.length === 0 ? (
              <Empty>{t('staff.house.none')}</Empty>
            ) : (
              <>
                <HouseTable
                  buildingId={building.id}
                  dwellings={interior.dwellings}
                  scope={part.kind === 'unit' ? { unit: part.unit } : { floor: part.floor }}
                />
                <MarksLegend />
              </>
            )}
          </Section>
          <Section title={t('records.metric.residents')} count={people.length}>
            {people.length === 0 && <Empty>{t('staff.home.nobody')}</Empty>}
            <Rows>
              {people.map((person) => {
                const home = homeById.get(person.dwellingId);
                return (
                  <PersonRow
                    key={person.id}
                    person={person}
                    records={interior}
                    {...(home ? { place: words.home(home) } : {})}
                  />
                );
              })}
            </Rows>
          </Section>
        </>
      )}
    </Card>
  );
};
