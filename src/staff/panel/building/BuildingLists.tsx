/** What else is in a building: organisations, facilities, matters not yet finished. */
import type { ReactElement } from 'react';
import { FACILITY_KIND, MATTER_KIND, MATTER_STAGE, ORGANISATION_KIND } from '../../../domain/codes.ts';
import type { Building } from '../../../domain/records/index.ts';
import { usePlaces } from '../../../state/places.ts';
import type { BuildingInterior } from '../../../storage/index.ts';
import { Section } from '../../../ui/parts/Section.tsx';
import { Tag } from '../../../ui/parts/Tag.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { Row, Rows } from '../Rows.tsx';

interface Props {
  readonly building: Building;
  readonly interior: BuildingInterior;
}

export const BuildingLists = ({ building, interior }: Props): ReactElement => {
  const { t, code, instant } = useWords();
  const allFacilities = usePlaces((s) => s.facilities);
  const facilities = allFacilities.filter((f) => f.buildingId === building.id);
  const organisations = interior.organisations.filter((o) => o.until === null);
  return (
    <>
      {organisations.length > 0 && (
        <Section title={t('records.metric.organisations')} count={organisations.length}>
          <Rows>
            {organisations.map((o) => (
              <Row
                key={o.id}
                to={{ kind: 'organisation', id: o.id, buildingId: o.buildingId }}
                title={o.name}
                note={[code(ORGANISATION_KIND, o.kind), o.industry].filter(Boolean).join(' · ')}
              />
            ))}
          </Rows>
        </Section>
      )}
      {facilities.length > 0 && (
        <Section title={t('records.metric.facilities')} count={facilities.length}>
          <Rows>
            {facilities.map((f) => (
              <Row
                key={f.id}
                to={{ kind: 'facility', id: f.id }}
                title={f.name}
                note={code(FACILITY_KIND, f.kind)}
              />
            ))}
          </Rows>
        </Section>
      )}
      {interior.openMatters.length > 0 && (
        <Section title={t('records.metric.openMatters')} count={interior.openMatters.length}>
          <Rows>
            {interior.openMatters.map((m) => (
              <Row
                key={m.id}
                to={
                  m.dwellingId && m.buildingId
                    ? { kind: 'dwelling', id: m.dwellingId, buildingId: m.buildingId }
                    : null
                }
                title={m.personal.title}
                note={[m.number, m.dueAt ? t('staff.matter.due', { at: instant(m.dueAt) }) : '']
                  .filter(Boolean)
                  .join(' · ')}
                end={
                  <>
                    <Tag>{code(MATTER_STAGE, m.stage)}</Tag>
                    <Tag tone={m.kind === 'urgent' ? 'red' : 'plain'}>{code(MATTER_KIND, m.kind)}</Tag>
                  </>
                }
              />
            ))}
          </Rows>
        </Section>
      )}
    </>
  );
};
