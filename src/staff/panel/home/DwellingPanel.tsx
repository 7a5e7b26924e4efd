/** A home: its facts, its owner, the households in it and their people; also when nobody lives there. */
import type { ReactElement } from 'react';
import { formatAddress } from '../../../domain/address.ts';
import { DWELLING_USE, OCCUPANCY, ORGANISATION_KIND } from '../../../domain/codes.ts';
import { dwellingCard } from '../../../storage/index.ts';
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
import { Row, Rows } from '../Rows.tsx';
import { HouseholdSection } from './HouseholdSection.tsx';

export const DwellingPanel = ({ id }: { readonly id: string }): ReactElement => {
  const words = useWords();
  const { t, code, number, language } = words;
  const answer = useQuery(`dwelling/${id}`, () => dwellingCard(id));
  return (
    <Answered answer={answer}>
      {(card) => {
        const { dwelling, building } = card;
        const households = card.households.filter((h) => h.state === 'active');
        const address = formatAddress(
          { estate: building.estate, buildingName: building.name, unit: dwelling.unit, room: dwelling.room },
          language,
        );
        return (
          <Card
            kind={t('records.kind.dwelling')}
            title={words.home(dwelling)}
            subtitle={address}
            tags={
              <>
                <Tag>{code(DWELLING_USE, dwelling.use)}</Tag>
                <Tag tone={dwelling.occupancy === 'vacant' ? 'amber' : 'plain'}>
                  {code(OCCUPANCY, dwelling.occupancy)}
                </Tag>
              </>
            }
          >
            <ActionsSlot context={{ kind: 'dwelling', card }} />
            <Section title={t('staff.facts')}>
              <Facts>
                <Fact label={t('records.dwelling.floor')}>{words.floor(dwelling.floor)}</Fact>
                <Fact label={t('records.dwelling.areaSquareMetres')}>
                  {dwelling.areaSquareMetres === null
                    ? null
                    : t('records.place.areaSquareMetres', { area: number(dwelling.areaSquareMetres) })}
                </Fact>
                <Fact label={t('records.dwelling.rooms')}>{dwelling.rooms}</Fact>
                <PersonalFact
                  table="dwellings"
                  personal={dwelling.personal}
                  field="ownerName"
                  label={t('records.dwelling.ownerName')}
                />
                <PersonalFact
                  table="dwellings"
                  personal={dwelling.personal}
                  field="ownerPhone"
                  label={t('records.dwelling.ownerPhone')}
                />
                {dwelling.personal.notes && (
                  <PersonalFact
                    wide
                    table="dwellings"
                    personal={dwelling.personal}
                    field="notes"
                    label={t('records.dwelling.notes')}
                  />
                )}
              </Facts>
            </Section>
            {households.length === 0 && card.organisations.length === 0 && (
              <Section title={t('records.kind.household')} count={0}>
                <Empty>{t(dwelling.use === 'home' ? 'staff.home.nobody' : 'staff.home.unused')}</Empty>
              </Section>
            )}
            {households.map((household) => (
              <HouseholdSection key={household.id} household={household} contents={card} />
            ))}
            {card.organisations.length > 0 && (
              <Section title={t('records.metric.organisations')} count={card.organisations.length}>
                <Rows>
                  {card.organisations.map((o) => (
                    <Row
                      key={o.id}
                      to={{ kind: 'organisation', id: o.id, buildingId: o.buildingId }}
                      title={o.name}
                      note={code(ORGANISATION_KIND, o.kind)}
                    />
                  ))}
                </Rows>
              </Section>
            )}
            {card.openMatters.length > 0 && (
              <Section title={t('records.metric.openMatters')} count={card.openMatters.length}>
                <Rows>
                  {card.openMatters.map((m) => (
                    <Row key={m.id} to={null} title={m.personal.title} note={m.number} />
                  ))}
                </Rows>
              </Section>
            )}
            <HistorySection entries={card.history} />
          </Card>
        );
      }}
    </Answered>
  );
};
