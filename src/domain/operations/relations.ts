/** How relations read when another member becomes head, as far as the old ones tell; what they do not tell is 其他亲属. */
import { ageOfResident } from '../age.ts';
import type { Resident } from '../records/index.ts';

export type Relation = Resident['relation'];
/** Relations to set, by resident. */
export type Relations = Readonly<Record<string, Relation>>;

type Step = 'self' | 'spouse' | 'child' | 'grandchild' | 'parent' | 'relative' | 'unrelated';

const STEP_OF: Readonly<Record<Relation, Step>> = {
  '01': 'self',
  '02': 'self',
  '10': 'spouse',
  '20': 'child',
  '30': 'child',
  '41': 'grandchild',
  '42': 'grandchild',
  '51': 'parent',
  '52': 'parent',
  '97': 'relative',
  '99': 'unrelated',
};

/** `NEXT[the new head's step][a member's step]`, both seen from the old head. What is missing is a relative. */
const NEXT: Readonly<Record<Step, Partial<Record<Step, Step>>>> = {
  self: { spouse: 'spouse', child: 'child', grandchild: 'grandchild', parent: 'parent' },
  spouse: { self: 'spouse', child: 'child', grandchild: 'grandchild' },
  child: { self: 'parent', spouse: 'parent' },
  grandchild: {},
  parent: { self: 'child', parent: 'spouse', child: 'grandchild' },
  relative: {},
  unrelated: {},
};

const bySex = (resident: Resident, male: Relation, female: Relation): Relation =>
  resident.sex === '1' ? male : resident.sex === '2' ? female : '97';

const relationOf = (step: Step, resident: Resident): Relation => {
  switch (step) {
    case 'spouse':
      return '10';
    case 'child':
      return bySex(resident, '20', '30');
    case 'grandchild':
      return bySex(resident, '41', '42');
    case 'parent':
      return bySex(resident, '51', '52');
    case 'unrelated':
      return '99';
    default:
      return '97';
  }
};

/** The relation of a member to the new head, from both members' relations to the old one. */
export const relationToNewHead = (member: Resident, newHead: Resident): Relation => {
  const from = STEP_OF[newHead.relation];
  const to = STEP_OF[member.relation];
  if (from === 'unrelated' || to === 'unrelated') return '99';
  return relationOf(NEXT[from][to] ?? 'relative', member);
};

const ORDER: readonly Relation[] = ['10', '20', '30', '51', '52', '41', '42', '97', '99', '01', '02'];
const ADULT_YEARS = 18;

/** Who would usually be head next: the spouse, else the eldest adult child, parent, relative. Null when nobody is left. */
export const suggestHead = (remaining: readonly Resident[], on: string): Resident | null => {
  const rank = (r: Resident): number =>
    (ageOfResident(r, on) >= ADULT_YEARS ? 0 : 100) + ORDER.indexOf(r.relation);
  const [first] = [...remaining]
    .filter((r) => r.status === 'present')
    .sort((a, b) => rank(a) - rank(b) || a.birthYear - b.birthYear || (a.id < b.id ? -1 : 1));
  return first ?? null;
};
