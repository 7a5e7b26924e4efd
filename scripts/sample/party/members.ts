/** Party members in their five ways of management, and the member who heads each building. */
import { addDays, addMonths, addYears, daysBetween, earlier, later } from '../../../src/domain/dates.ts';
import type { BuildingHead, Membership } from '../../../src/domain/records/index.ts';
import type { Person } from '../people/households.ts';
import { type Identities, personName } from '../people/identities.ts';
import { drawWeighted } from '../people/support.ts';
import type { Random } from '../random.ts';
import type { BuildingSite } from '../records/places.ts';
import { type Stamp, TODAY } from '../stamp.ts';

type Mode = Membership['mode'];
/** Three quarters are employed elsewhere; those whose relation is here make a general branch of 50 to 100. */
const COUNTS: [Mode, number][] = [
  ['joint', 78],
  ['direct', 48],
  ['adopted', 27],
  ['assisted', 20],
  ['shared', 525],
];
const LOCAL: readonly Mode[] = ['direct', 'adopted', 'assisted'];

const POSTS = [
  'policy',
  'security',
  'sanitation',
  'amenities',
  'civility',
  'finance',
  'majorMatters',
  'publicVoice',
  'helpThePoor',
  'legalService',
  'employment',
] as const;

const weightFor = (mode: Mode, { age, work, family }: Person): number => {
  if (age < 21) return 0;
  const weight = work.partyWeight;
  switch (mode) {
    case 'shared':
      return family.floating || work.tie !== 'unit' || age > 60 ? 0 : weight;
    case 'joint':
      return work.tie === 'retired' && !family.floating && age < 86 ? weight : 0;
    case 'direct':
      return !family.floating && work.tie === 'none' && age > 34 && age < 78 ? weight + 1 : 0;
    case 'adopted':
      return !family.floating && work.occupation === '待业' && age > 21 && age < 55 ? weight : 0;
    case 'assisted':
      return family.floating && age > 22 && age < 58 ? weight + 0.4 : 0;
  }
};

interface Makers {
  random: Random;
  stamp: Stamp;
  identities: Identities;
}

const joinedBetween = (person: Person, random: Random): string => {
  const birth = person.resident.personal.birthDate ?? `${person.resident.birthYear}-06-30`;
  const earliest = addYears(birth, 19);
  const latest = earlier(addYears(birth, 48), addMonths(TODAY, -14));
  const span = Math.max(0, daysBetween(earliest, latest));
  // Most join in their twenties.
  const day = addDays(earliest, Math.round(span * random.next() ** 1.9));
  return random.chance(0.6)
    ? earlier(`${day.slice(0, 4)}-07-01` >= earliest ? `${day.slice(0, 4)}-07-01` : day, latest)
    : day;
};

const detailsOf = (mode: Mode, person: Person, { random, identities }: Makers): Membership['personal'] => {
  const contact = personName(random, random.chance(0.6) ? '1' : '2', random.whole(1968, 1992));
  const { workplace, occupation, registeredAddress } = person.resident.personal;
  if (mode === 'shared' || mode === 'joint')
    return { ...(workplace ? { unitName: workplace } : {}), unitContact: contact };
  if (mode === 'direct') return { personInCharge: contact };
  if (mode === 'adopted') return { personInCharge: contact, ...(occupation ? { occupation } : {}) };
  return {
    activityCertificateNo: `LDDY2026${String(random.whole(0, 9999)).padStart(4, '0')}`,
    flowTo: `自${registeredAddress ?? '外地'}流入云和社区`,
    ...(occupation ? { occupation } : {}),
    homeBranchContact: `${registeredAddress ?? ''}党支部 ${contact} ${identities.phone()}`.trim(),
    stateOfMind: random.pick([
      '思想稳定，积极参加活动',
      '工作较忙，愿意参加线上学习',
      '关心家乡建设，主动联系支部',
    ]),
  };
};

const toMembership = (mode: Mode, person: Person, branchId: string, makers: Makers): Membership => {
  const { random, stamp } = makers;
  const probationary = mode !== 'joint' && person.age < 40 && random.chance(0.022);
  const joinedOn = probationary
    ? addDays(addMonths(TODAY, -10), random.whole(0, 200))
    : joinedBetween(person, random);
  const lost = mode === 'assisted' && random.chance(0.06);
  const lastContactOn = lost
    ? addMonths(TODAY, -9)
    : addDays(TODAY, -random.whole(1, mode === 'assisted' ? 80 : 45));
  const posts =
    mode === 'direct' || mode === 'adopted' ? random.shuffle(POSTS).slice(0, random.whole(1, 2)) : [];
  const dues = addMonths(
    TODAY,
    -random.weighted([
      [0, 70],
      [1, 16],
      [2, 8],
      [3, 6],
    ]),
  ).slice(0, 7);
  return {
    ...stamp.base(),
    residentId: person.resident.id,
    buildingId: person.resident.buildingId,
    dwellingId: person.resident.dwellingId,
    mode,
    kind: probationary ? 'probationary' : 'full',
    standing: lost ? 'outOfContact' : 'normal',
    branchId,
    joinedOn,
    fullOn: probationary ? null : addYears(joinedOn, 1),
    outOfContactSince: lost ? addMonths(TODAY, -8) : null,
    duesPaidTo: LOCAL.includes(mode) ? (dues < joinedOn.slice(0, 7) ? joinedOn.slice(0, 7) : dues) : null,
    lastContactOn: later(lastContactOn, joinedOn),
    lastAppraisalOn:
      mode === 'adopted' && joinedOn < '2025-12-01' ? addDays('2025-12-10', random.whole(0, 18)) : null,
    posts: [...posts],
    zoneBuildingIds: [],
    state: 'active',
    personal: detailsOf(mode, person, makers),
  };
};

export interface Member {
  membership: Membership;
  person: Person;
}

/** Draws the members. Each courtyard branch gets at least four whose relation is here. */
export const makeMembers = (
  people: readonly Person[],
  branchOfBuilding: (buildingId: string) => string,
  makers: Makers,
): Member[] => {
  const taken = new Set<Person>();
  const members: Member[] = [];
  const admit = (mode: Mode, person: Person): void => {
    taken.add(person);
    const branchId = branchOfBuilding(person.resident.buildingId);
    members.push({ person, membership: toMembership(mode, person, branchId, makers) });
  };
  const branches = [...new Set(people.map((p) => branchOfBuilding(p.resident.buildingId)))];
  for (const [mode, count] of COUNTS) {
    let left = count;
    if (mode === 'direct') {
      for (const branch of branches) {
        const here = people.filter(
          (p) =>
            !taken.has(p) && branchOfBuilding(p.resident.buildingId) === branch && weightFor(mode, p) > 0,
        );
        for (const person of drawWeighted(here, (p) => weightFor(mode, p), 3, makers.random)) {
          admit(mode, person);
          left--;
        }
      }
    }
    const open = people.filter((p) => !taken.has(p) && weightFor(mode, p) > 0);
    for (const person of drawWeighted(open, (p) => weightFor(mode, p), left, makers.random))
      admit(mode, person);
  }
  return members;
};

const HEAD_RANK: Record<Mode, number> = { direct: 0, joint: 1, adopted: 2, shared: 3, assisted: 9 };

/** 党员楼长: a member who lives in the building, else one of the same branch who answers for the fewest. */
export const makeHeads = (
  sites: readonly BuildingSite[],
  members: readonly Member[],
  stamp: Stamp,
): BuildingHead[] => {
  const load = new Map<Membership, number>();
  const fit = members.filter(
    ({ membership }) => membership.kind === 'full' && membership.mode !== 'assisted',
  );
  return sites
    .filter(({ record }) => record.units > 0)
    .map(({ record }) => {
      const inside = fit.filter(({ membership }) => membership.buildingId === record.id);
      const nearby = fit.filter(({ membership }) => membership.branchId === record.branchId);
      const [head] = (inside.length > 0 ? inside : nearby.length > 0 ? nearby : fit).toSorted(
        (a, b) =>
          (load.get(a.membership) ?? 0) - (load.get(b.membership) ?? 0) ||
          HEAD_RANK[a.membership.mode] - HEAD_RANK[b.membership.mode] ||
          a.person.age - b.person.age,
      );
      if (!head) throw new RangeError('no member can head a building');
      load.set(head.membership, (load.get(head.membership) ?? 0) + 1);
      head.membership.zoneBuildingIds.push(record.id);
      const since = later(
        head.person.resident.since ?? '2024-01-01',
        addDays(head.membership.fullOn ?? '2024-01-01', 30),
      );
      return {
        ...stamp.base(),
        buildingId: record.id,
        membershipId: head.membership.id,
        residentId: head.person.resident.id,
        from: earlier(later(since, '2024-01-01'), '2026-09-01'),
        until: null,
      };
    });
};
