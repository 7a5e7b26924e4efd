/** The others of the household. */
import type { ReactElement } from 'react';
import type { ResidentCard } from '../../../storage/index.ts';
import { EntityLink } from '../../../ui/parts/EntityLink.tsx';
import { Section } from '../../../ui/parts/Section.tsx';
import { Empty } from '../../../ui/parts/States.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { headFirst } from '../home/HouseholdSection.tsx';
import { PersonRow } from '../PersonRow.tsx';
import { Rows } from '../Rows.tsx';

export const FamilySection = ({ card }: { readonly card: ResidentCard }): ReactElement => {
  const { t } = useWords();
  const { household, relatives } = card;
  const people = [...relatives].sort(headFirst(household?.headId ?? null));
  return (
    <Section
      title={t('staff.resident.family')}
      count={people.length}
      aside={
        household && (
          <EntityLink
            to={{
              kind: 'household',
              id: household.id,
              dwellingId: household.dwellingId,
              buildingId: household.buildingId,
            }}
          >
            {t('staff.household.card')}
          </EntityLink>
        )
      }
    >
      {people.length === 0 ? (
        <Empty>{t('staff.resident.alone')}</Empty>
      ) : (
        <Rows>
          {people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              records={{ memberships: [], floating: [], assistances: [], careNeeds: [] }}
            />
          ))}
        </Rows>
      )}
    </Section>
  );
};
