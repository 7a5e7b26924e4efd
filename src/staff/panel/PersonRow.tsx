/** A person in a list: masked name, sex, age and relation, and the roles as tags. */
import type { ReactElement } from 'react';
import { ageOfResident } from '../../domain/age.ts';
import { RELATION, RESIDENT_STATUS, SEX } from '../../domain/codes.ts';
import { today } from '../../domain/dates.ts';
import { maskName } from '../../domain/mask.ts';
import type { Resident } from '../../domain/records/index.ts';
import { Tag } from '../../ui/parts/Tag.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import { Row } from './Rows.tsx';
import { type PeopleRecords, rolesOf } from './roles.ts';

interface Props {
  readonly person: Resident;
  readonly records: PeopleRecords;
  /** Said before the rest: the room, in a list over several homes. */
  readonly place?: string;
}

export const PersonRow = ({ person, records, place }: Props): ReactElement => {
  const { t, code, language } = useWords();
  const { id, dwellingId, buildingId } = person;
  const left = person.status !== 'present';
  const note = [
    place,
    code(SEX, person.sex),
    left ? '' : t('records.place.age', { age: ageOfResident(person, today()) }),
    code(RELATION, person.relation),
  ].filter(Boolean);
  return (
    <Row
      to={{ kind: 'resident', id, dwellingId, buildingId }}
      title={maskName(person.personal.name)}
      note={note.join(' · ')}
      end={
        left ? (
          <Tag>{code(RESIDENT_STATUS, person.status)}</Tag>
        ) : (
          rolesOf(person, records).map((role) => (
            <Tag key={role.key} tone={role.tone}>
              {role.label[language]}
            </Tag>
          ))
        )
      }
    />
  );
};
