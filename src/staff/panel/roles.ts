/** The roles of a person that a list shows: member, floating, on the allowance, in need of care, head of a building. */
import {
  ASSISTANCE_KIND,
  CARE_KIND,
  FLOATING_DIRECTION,
  MEMBER_GROUP,
  MEMBER_MODE,
} from '../../domain/codes.ts';
import type { CodeEntry } from '../../domain/codes.ts';
import type {
  Assistance,
  CareNeed,
  FloatingRegistration,
  Membership,
  Resident,
} from '../../domain/records/index.ts';
import type { Tone } from '../../ui/parts/Tag.tsx';

export interface PeopleRecords {
  readonly memberships: readonly Membership[];
  readonly floating: readonly FloatingRegistration[];
  readonly assistances: readonly Assistance[];
  readonly careNeeds: readonly CareNeed[];
}
export interface Role {
  readonly key: string;
  readonly tone: Tone;
  readonly label: CodeEntry;
}

const FLOATING: Readonly<Record<FloatingRegistration['direction'], CodeEntry>> = {
  in: { zh: '流动人口', en: 'Floating' },
  out: { zh: `${FLOATING_DIRECTION.out.zh}人口`, en: FLOATING_DIRECTION.out.en },
};

/** The group's name is a plural in English; one person is a member. */
const memberLabel = (mode: Membership['mode']): CodeEntry => ({
  zh: MEMBER_GROUP[mode].zh,
  en: `Party member · ${MEMBER_MODE[mode].en.toLowerCase()}`,
});

export const rolesOf = (person: Resident, records: PeopleRecords): Role[] => {
  const own = <T extends { residentId: string | null; state: string }>(list: readonly T[]): T[] =>
    list.filter((r) => r.residentId === person.id && r.state === 'active');
  const assisted = records.assistances.filter(
    (a) =>
      a.state === 'active' &&
      (a.residentId === person.id || (a.residentId === null && a.householdId === person.householdId)),
  );
  return [
    ...own(records.memberships).map(
      (m): Role => ({ key: `member-${m.id}`, tone: 'red', label: memberLabel(m.mode) }),
    ),
    ...assisted.map((a): Role => ({ key: `aid-${a.id}`, tone: 'amber', label: ASSISTANCE_KIND[a.kind] })),
    ...own(records.careNeeds).map(
      (c): Role => ({ key: `care-${c.id}`, tone: 'violet', label: CARE_KIND[c.kind] }),
    ),
    ...own(records.floating).map(
      (f): Role => ({ key: `floating-${f.id}`, tone: 'blue', label: FLOATING[f.direction] }),
    ),
  ];
};
