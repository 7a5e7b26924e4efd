/** A new person before the record is made: what is given to the domain's operations, and whose row is to blame where they refuse. */
import { checkRelation } from '../../../domain/checks/household.ts';
import { checkRecord } from '../../../domain/checks/records.ts';
import { type NewResident, residentFields } from '../../../domain/operations/new-resident.ts';
import type { Relation } from '../../../domain/operations/relations.ts';
import { type Reason, reasonOf } from '../../../domain/reasons.ts';
import type { Resident } from '../../../domain/records/index.ts';
import { tidyRecord } from '../../../domain/tidy.ts';
import type { PlanContext } from './context.ts';
import { newResidentOf, type PersonRow } from './person-row.ts';

export interface Newcomer {
  readonly person: PersonRow;
  readonly input: NewResident;
  /** As the record would be, for judging it before it is made. */
  readonly sketch: () => Resident;
}

const SINGLE: readonly Relation[] = ['10', '51', '52'];

export const newcomerOf = (person: PersonRow, context: PlanContext): Newcomer => {
  const input = newResidentOf(person, context);
  let made: Resident | null = null;
  // Judged only where a household is refused or names no head: most rows never need it.
  const sketch = (): Resident => {
    if (made) return made;
    const { communityId, at } = context.stamp;
    const placeholder = context.stamp.communityId;
    made ??= tidyRecord('residents', {
      id: placeholder,
      communityId,
      createdAt: at,
      updatedAt: at,
      revision: 1,
      ...residentFields(
        { buildingId: placeholder, dwellingId: placeholder, householdId: placeholder },
        person.relation ?? '97',
        input,
      ),
    });
    return made;
  };
  return { person, input, sketch };
};

export const because = (code: string, zh: string, en: string): Reason =>
  reasonOf(`import.${code}`, zh, en, 'relation');

/** A second head, spouse, father or mother. */
const surplus = (people: readonly Newcomer[]): Newcomer[] =>
  SINGLE.flatMap((relation) => people.filter(({ person }) => person.relation === relation).slice(1));

export const blamed = (people: readonly Newcomer[], head: Newcomer): Map<Newcomer, Reason[]> => {
  const found = new Map<Newcomer, Reason[]>();
  for (const one of people) {
    const reasons = [
      ...checkRecord('residents', one.sketch()),
      ...(one === head || one.person.relation === null
        ? []
        : checkRelation({ ...one.sketch(), id: `${one.person.read.row}` }, head.sketch())),
    ];
    if (reasons.length > 0) found.set(one, reasons);
  }
  if (found.size > 0 && !found.has(head)) return found;
  for (const one of surplus(people))
    found.set(one, [
      because(
        'surplusRelation',
        `这户已有同样关系的人，“${one.person.facts.name}”的与户主关系请核对。`,
        `Somebody of this household has this relation already; check the relation of “${one.person.facts.name}”.`,
      ),
    ]);
  return found;
};
