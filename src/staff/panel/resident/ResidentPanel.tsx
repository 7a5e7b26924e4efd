/** A person: everything recorded, by group. Personal values are masked until someone asks for one. */
import type { ReactElement } from 'react';
import { ageOfResident } from '../../../domain/age.ts';
import { RELATION, RESIDENT_STATUS, SEX } from '../../../domain/codes.ts';
import { today } from '../../../domain/dates.ts';
import { residentCard } from '../../../storage/index.ts';
import { Tag } from '../../../ui/parts/Tag.tsx';
import { useQuery } from '../../../ui/parts/use-query.ts';
import { useWords } from '../../../ui/parts/use-words.ts';
import { ActionsSlot } from '../../actions.tsx';
import { Answered } from '../Answered.tsx';
import { Card } from '../Card.tsx';
import { HistorySection } from '../history/HistorySection.tsx';
import { PersonalValue } from '../PersonalFact.tsx';
import { rolesOf } from '../roles.ts';
import { AssistanceSection } from './AssistanceSection.tsx';
import { CareSection } from './CareSection.tsx';
import { ContactSection } from './ContactSection.tsx';
import { FamilySection } from './FamilySection.tsx';
import { FloatingSection } from './FloatingSection.tsx';
import { HomeSection } from './HomeSection.tsx';
import { IdentitySection } from './IdentitySection.tsx';
import { MattersSection } from './MattersSection.tsx';
import { MembershipSection } from './MembershipSection.tsx';
import { VisitsSection } from './VisitsSection.tsx';

export const ResidentPanel = ({ id }: { readonly id: string }): ReactElement => {
  const { t, code, language } = useWords();
  const answer = useQuery(`resident/${id}`, () => residentCard(id));
  return (
    <Answered answer={answer}>
      {(card) => {
        const { resident } = card;
        const present = resident.status === 'present';
        return (
          <Card
            kind={t('records.kind.resident')}
            title={
              <PersonalValue
                table="residents"
                personal={resident.personal}
                field="name"
                label={t('records.resident.name')}
              />
            }
            subtitle={[
              code(SEX, resident.sex),
              present ? t('records.place.age', { age: ageOfResident(resident, today()) }) : '',
              code(RELATION, resident.relation),
            ]
              .filter(Boolean)
              .join(' · ')}
            tags={
              <>
                {!present && <Tag tone="amber">{code(RESIDENT_STATUS, resident.status)}</Tag>}
                {card.headships.some((head) => head.until === null) && (
                  <Tag tone="red">{t('records.building.head')}</Tag>
                )}
                {rolesOf(resident, card).map((role) => (
                  <Tag key={role.key} tone={role.tone}>
                    {role.label[language]}
                  </Tag>
                ))}
              </>
            }
          >
            <ActionsSlot context={{ kind: 'resident', card }} />
            <IdentitySection resident={resident} />
            <HomeSection card={card} />
            <ContactSection resident={resident} />
            <FamilySection card={card} />
            {card.memberships.map((record) => (
              <MembershipSection key={record.id} card={card} record={record} />
            ))}
            {card.floating.map((record) => (
              <FloatingSection key={record.id} card={card} record={record} />
            ))}
            {card.assistances.map((record) => (
              <AssistanceSection key={record.id} card={card} record={record} />
            ))}
            {card.careNeeds.map((record) => (
              <CareSection key={record.id} card={card} record={record} />
            ))}
            <MattersSection matters={card.matters} />
            <VisitsSection visits={card.visits} />
            <HistorySection entries={card.history} />
          </Card>
        );
      }}
    </Answered>
  );
};
