/** A household: its booklet, its people, what it receives, who visited it. */
import type { ReactElement } from 'react';
import { formatAddress } from '../../../domain/address.ts';
import { ASSISTANCE_CATEGORY, ASSISTANCE_KIND } from '../../../domain/codes.ts';
import { maskName } from '../../../domain/mask.ts';
import { householdCard } from '../../../storage/index.ts';
import { EntityLink } from '../../../ui/parts/EntityLink.tsx';
import { Fact, Facts } from '../../../ui/parts/Facts.tsx';
import { Section } from '../../../ui/parts/Section.tsx';
import { Empty } from '../../../ui/parts/States.tsx';
import { Tag } from '../../../ui/parts/Tag.tsx';
import { useQuery } from '../../../ui/parts/use-query.ts';
import { useWords } from '../../../ui/parts/use-words.ts';
import { ActionsSlot } from '../../actions.tsx';
import { Answered } from '../Answered.tsx';
import { Card } from '../Card.tsx';
import { HistorySection } from '../history/HistorySection.tsx';
import { PersonalFact } from '../PersonalFact.tsx';
import { PersonRow } from '../PersonRow.tsx';
import { Row, Rows } from '../Rows.tsx';
import { VisitsSection } from '../resident/VisitsSection.tsx';
import { headFirst } from './HouseholdSection.tsx';

export const HouseholdPanel = ({ id }: { readonly id: string }): ReactElement => {
  const { t, code, date, language } = useWords();
  const answer = useQuery(`household/${id}`, () => householdCard(id));
  return (
    <Answered answer={answer}>
      {(card) => {
        const { household, head, building, dwelling } = card;
        const { personal } = household;
        const sorted = [...card.residents].sort(headFirst(household.headId));
        const present = sorted.filter((r) => r.status === 'present');
        const gone = sorted.filter((r) => r.status !== 'present');
        const title = head
          ? t('staff.household.of', { name: maskName(head.personal.name) })
          : t('records.kind.household');
        return (
          <Card
            kind={t('records.kind.household')}
            title={title}
            subtitle={formatAddress(
              {
                estate: building.estate,
                buildingName: building.name,
                unit: dwelling.unit,
                room: dwelling.room,
              },
              language,
            )}
            tags={
              <>
                <Tag>{t(`records.household.${household.kind}`)}</Tag>
                {household.state === 'ended' && <Tag>{t('staff.household.ended')}</Tag>}
              </>
            }
          >
            <ActionsSlot context={{ kind: 'household', card }} />
            <Section title={t('staff.facts')}>
              <Facts>
                <Fact label={t('records.household.head')}>
                  {head && (
                    <EntityLink
                      to={{
                        kind: 'resident',
                        id: head.id,
                        dwellingId: head.dwellingId,
                        buildingId: head.buildingId,
                      }}
                    >
                      {maskName(head.personal.name)}
                    </EntityLink>
                  )}
                </Fact>
                <Fact label={t('records.household.size')}>{household.size}</Fact>
                <PersonalFact
                  table="households"
                  personal={personal}
                  field="bookletNo"
                  label={t('records.household.bookletNo')}
                />
                <PersonalFact
                  table="households"
                  personal={personal}
                  field="phone"
                  label={t('records.household.phone')}
                />
                {personal.notes && (
                  <PersonalFact
                    wide
                    table="households"
                    personal={personal}
                    field="notes"
                    label={t('records.household.notes')}
                  />
                )}
              </Facts>
            </Section>
            <Section title={t('staff.household.people')} count={present.length}>
              {present.length === 0 && <Empty>{t('staff.home.nobody')}</Empty>}
              <Rows>
                {present.map((person) => (
                  <PersonRow key={person.id} person={person} records={card} />
                ))}
              </Rows>
            </Section>
            {gone.length > 0 && (
              <Section title={t('staff.household.gone')} count={gone.length}>
                <Rows>
                  {gone.map((person) => (
                    <PersonRow key={person.id} person={person} records={card} />
                  ))}
                </Rows>
              </Section>
            )}
            {card.assistances.length > 0 && (
              <Section title={t('records.kind.assistance')} count={card.assistances.length}>
                <Rows>
                  {card.assistances.map((a) => (
                    <Row
                      key={a.id}
                      to={
                        head
                          ? {
                              kind: 'resident',
                              id: a.residentId ?? head.id,
                              dwellingId: a.dwellingId,
                              buildingId: a.buildingId,
                            }
                          : null
                      }
                      title={code(ASSISTANCE_KIND, a.kind)}
                      note={[
                        code(ASSISTANCE_CATEGORY, a.category),
                        t('staff.resident.since', { date: date(a.from) }),
                      ].join(' · ')}
                      end={<Tag tone="amber">{t('records.place.people', { count: a.personsCovered })}</Tag>}
                    />
                  ))}
                </Rows>
              </Section>
            )}
            <VisitsSection visits={card.visits} />
            <HistorySection entries={card.history} />
          </Card>
        );
      }}
    </Answered>
  );
};
