/** One household of a home: a link to its card, and its people, the head first. */
import type { ReactElement } from 'react';
import type { Household, Resident } from '../../../domain/records/index.ts';
import { maskName } from '../../../domain/mask.ts';
import type { HomeContents } from '../../../storage/index.ts';
import { EntityLink } from '../../../ui/parts/EntityLink.tsx';
import { Section } from '../../../ui/parts/Section.tsx';
import { Empty } from '../../../ui/parts/States.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { PersonRow } from '../PersonRow.tsx';
import { Rows } from '../Rows.tsx';

interface Props {
  readonly household: Household;
  readonly contents: Pick<
    HomeContents,
    'residents' | 'memberships' | 'floating' | 'assistances' | 'careNeeds'
  >;
}

export const headFirst =
  (headId: string | null) =>
  (a: Resident, b: Resident): number =>
    Number(b.id === headId) - Number(a.id === headId) ||
    a.relation.localeCompare(b.relation) ||
    a.birthYear - b.birthYear;

export const HouseholdSection = ({ household, contents }: Props): ReactElement => {
  const { t } = useWords();
  const people = contents.residents
    .filter((r) => r.householdId === household.id && r.status === 'present')
    .sort(headFirst(household.headId));
  const head = people.find((r) => r.id === household.headId);
  const { id, dwellingId, buildingId } = household;
  return (
    <Section
      title={
        head ? t('staff.household.of', { name: maskName(head.personal.name) }) : t('records.kind.household')
      }
      count={t('records.place.people', { count: people.length })}
      aside={
        <EntityLink to={{ kind: 'household', id, dwellingId, buildingId }}>
          {t('staff.household.card')}
        </EntityLink>
      }
    >
      {people.length === 0 ? (
        <Empty>{t('staff.home.nobody')}</Empty>
      ) : (
        <Rows>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} records={contents} />
          ))}
        </Rows>
      )}
    </Section>
  );
};
