/** An organisation: what it is, where it is, whom to call. */
import type { ReactElement } from 'react';
import { ORGANISATION_KIND } from '../../../domain/codes.ts';
import { organisation } from '../../../storage/index.ts';
import { EntityLink } from '../../../ui/parts/EntityLink.tsx';
import { Fact, Facts } from '../../../ui/parts/Facts.tsx';
import { Section } from '../../../ui/parts/Section.tsx';
import { Tag } from '../../../ui/parts/Tag.tsx';
import { useQuery } from '../../../ui/parts/use-query.ts';
import { useWords } from '../../../ui/parts/use-words.ts';
import { ActionsSlot } from '../../actions.tsx';
import { Answered } from '../Answered.tsx';
import { Card } from '../Card.tsx';
import { HistorySection } from '../history/HistorySection.tsx';
import { PersonalFact } from '../PersonalFact.tsx';

export const OrganisationPanel = ({ id }: { readonly id: string }): ReactElement => {
  const words = useWords();
  const { t, code, date, number } = words;
  const answer = useQuery(`organisation/${id}`, () => organisation(id));
  return (
    <Answered answer={answer}>
      {(card) => {
        const { organisation: org, building, dwellings, partyBody } = card;
        const personal = (field: keyof typeof org.personal, wide = false): ReactElement => (
          <PersonalFact
            wide={wide}
            table="organisations"
            personal={org.personal}
            field={field}
            label={t(`records.organisation.${field}`)}
          />
        );
        return (
          <Card
            kind={t('records.kind.organisation')}
            title={org.name}
            subtitle={org.industry}
            tags={
              <>
                <Tag>{code(ORGANISATION_KIND, org.kind)}</Tag>
                {org.until !== null && <Tag tone="amber">{t('staff.ended')}</Tag>}
              </>
            }
          >
            <ActionsSlot context={{ kind: 'organisation', card }} />
            <Section title={t('staff.facts')}>
              <Facts>
                <Fact wide label={t('records.organisation.address')}>
                  {building && (
                    <>
                      <EntityLink to={{ kind: 'building', id: building.id }}>
                        {words.building(building)}
                      </EntityLink>
                      {dwellings.map((d) => (
                        <span key={d.id}>
                          {' · '}
                          <EntityLink to={{ kind: 'dwelling', id: d.id, buildingId: d.buildingId }}>
                            {d.room}
                          </EntityLink>
                        </span>
                      ))}
                    </>
                  )}
                </Fact>
                <Fact label={t('records.organisation.creditCode')}>{org.creditCode}</Fact>
                <Fact label={t('records.organisation.staffCount')}>
                  {org.staffCount === null ? null : number(org.staffCount)}
                </Fact>
                <Fact label={t('records.organisation.partyBody')}>{partyBody?.name}</Fact>
                <Fact label={t('records.organisation.since')}>{date(org.since)}</Fact>
                {org.until && <Fact label={t('records.organisation.until')}>{date(org.until)}</Fact>}
                {personal('representative')}
                {personal('contactName')}
                {personal('contactPhone')}
                {org.personal.notes && personal('notes', true)}
              </Facts>
            </Section>
            <HistorySection entries={card.history} />
          </Card>
        );
      }}
    </Answered>
  );
};
