/** A facility: where and when it is open, how far it reaches, and what one can have done there. */
import type { ReactElement } from 'react';
import { FACILITY_KIND } from '../../../domain/codes.ts';
import { facilityCard } from '../../../storage/index.ts';
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
import { ServiceItem } from './ServiceItem.tsx';

export const FacilityPanel = ({ id }: { readonly id: string }): ReactElement => {
  const words = useWords();
  const { t, code, number, floor } = words;
  const answer = useQuery(`facility/${id}`, () => facilityCard(id));
  return (
    <Answered answer={answer}>
      {(card) => {
        const { facility, building, services } = card;
        return (
          <Card
            kind={t('records.kind.facility')}
            title={facility.name}
            tags={<Tag tone="green">{code(FACILITY_KIND, facility.kind)}</Tag>}
          >
            <ActionsSlot context={{ kind: 'facility', card }} />
            <Section title={t('staff.facts')}>
              <Facts>
                <Fact label={t('records.facility.place')}>
                  {building ? (
                    <>
                      <EntityLink to={{ kind: 'building', id: building.id }}>
                        {words.building(building)}
                      </EntityLink>
                      {facility.floor !== null && ` ${floor(facility.floor)}`}
                    </>
                  ) : (
                    t('staff.facility.outdoors')
                  )}
                </Fact>
                <Fact label={t('records.facility.reachMetres')}>
                  {t('records.place.metres', { metres: number(facility.reachMetres) })}
                </Fact>
                <Fact label={t('records.facility.openHours')}>{facility.openHours}</Fact>
                <Fact label={t('records.facility.phone')}>{facility.phone}</Fact>
              </Facts>
            </Section>
            <Section title={t('records.facility.services')} count={services.length}>
              {services.length === 0 && <Empty>{t('staff.facility.noServices')}</Empty>}
              {services.map((service) => (
                <ServiceItem key={service.id} service={service} />
              ))}
            </Section>
            {card.history.length > 0 && <HistorySection entries={card.history} />}
          </Card>
        );
      }}
    </Answered>
  );
};
