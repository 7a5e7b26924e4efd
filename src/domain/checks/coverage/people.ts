/** Who answers for what: workers of grids, heads of buildings, members and their branches. */
import type { BuildingHead, Membership, PartyBody } from '../../records/index.ts';
import { type CoverageFix, ThemeWriter, type ThemeReport } from './finding.ts';
import { type CoverageRecords, type Lookup, nameOfBuilding } from './records.ts';

export const checkWorkers = ({ grids, gridWorkers }: CoverageRecords, { grid }: Lookup): ThemeReport => {
  const report = new ThemeWriter('workers');
  const inGrid = new Map<string, number>();
  const gridOfPerson = new Map<string, string>();
  for (const { id, gridId, role, personal } of gridWorkers) {
    const who = { table: 'gridWorkers', id } as const;
    const fixes: readonly CoverageFix[] = [{ kind: 'moveWorker', workerId: id }];
    const own = grid.get(gridId);
    if (own === undefined) {
      report.add(
        'error',
        'gridGone',
        id,
        ['一名网格工作人员所在的网格已不存在。', 'The grid of a worker is no longer there.'],
        { who, fixes },
      );
      continue;
    }
    if (role !== 'informationOfficer') inGrid.set(gridId, (inGrid.get(gridId) ?? 0) + 1);
    if (role !== 'gridWorker') continue;
    // One person is told by name and number together; a name alone belongs to many.
    const person = personal.phone ? `${personal.name} ${personal.phone}` : id;
    const other = gridOfPerson.get(person);
    if (other !== undefined && other !== gridId)
      report.add(
        'warning',
        'twice',
        id,
        [
          `“${own.name}”的一名网格员同时登记在“${grid.get(other)?.name ?? ''}”。`,
          `A worker of “${own.name}” is recorded in “${grid.get(other)?.name ?? ''}” as well.`,
        ],
        { place: { gridId }, who, fixes },
      );
    gridOfPerson.set(person, gridId);
  }
  for (const { id, name } of grids)
    if ((inGrid.get(id) ?? 0) === 0)
      report.add(
        'error',
        'none',
        id,
        [`网格“${name}”没有网格长或网格员。`, `The grid “${name}” has neither leader nor worker.`],
        { place: { gridId: id }, fixes: [{ kind: 'setGridWorker', gridId: id }] },
      );
  return report.done(grids.length + gridWorkers.length);
};

const groupBy = <R>(records: readonly R[], key: (record: R) => string): Map<string, R[]> => {
  const groups = new Map<string, R[]>();
  for (const record of records) {
    const group = groups.get(key(record));
    if (group === undefined) groups.set(key(record), [record]);
    else group.push(record);
  }
  return groups;
};

/** A building where people live has one head, who is a member and lives in the community: as a rule in the same grid. */
export const checkHeads = (records: CoverageRecords, look: Lookup): ThemeReport => {
  const report = new ThemeWriter('heads');
  const members = new Map(records.memberships.map((one) => [one.id, one]));
  const inOffice = groupBy(
    records.buildingHeads.filter(({ until }) => until === null),
    ({ buildingId }) => buildingId,
  );
  const asked = records.buildings.filter(({ id }) => (look.homes.get(id) ?? 0) > 0);
  for (const building of records.buildings) {
    const { id, gridId } = building;
    const name = nameOfBuilding(building);
    const place = { buildingId: id, gridId };
    const appoint = { kind: 'appointHead', buildingId: id } as const;
    const heads = inOffice.get(id) ?? [];
    if (heads.length === 0) {
      if ((look.homes.get(id) ?? 0) > 0)
        report.add('error', 'none', id, [`${name}没有楼长。`, `${name} has no head.`], {
          place,
          fixes: [appoint],
        });
      continue;
    }
    if (heads.length > 1)
      report.add(
        'error',
        'two',
        id,
        [
          `${name}有 ${heads.length} 名在任楼长，应只有一名。`,
          `${name} has ${heads.length} heads; there should be one.`,
        ],
        { place, fixes: heads.map((head) => ({ kind: 'endHead', headId: head.id }) as const) },
      );
    for (const head of heads)
      headFault(report, head, members.get(head.membershipId), look, name, place, appoint);
  }
  return report.done(asked.length);
};

const headFault = (
  report: ThemeWriter,
  head: BuildingHead,
  membership: Membership | undefined,
  { resident, building }: Lookup,
  name: string,
  place: { readonly buildingId: string; readonly gridId: string | null },
  appoint: CoverageFix,
): void => {
  const { buildingId } = head;
  const person = resident.get(head.residentId);
  const who = person === undefined ? null : ({ table: 'residents', id: person.id } as const);
  const fixes: readonly CoverageFix[] = [appoint, { kind: 'endHead', headId: head.id }];
  if (person?.status !== 'present')
    report.add(
      'error',
      'left',
      buildingId,
      [
        `${name}的楼长已迁出、去世或查无此人。`,
        `The head of ${name} has moved away, has died or is not on record.`,
      ],
      { place, who, fixes },
    );
  else if (membership?.state !== 'active')
    report.add(
      'error',
      'notMember',
      buildingId,
      [`${name}的楼长已不是在册党员。`, `The head of ${name} no longer is an active member.`],
      { place, who, fixes },
    );
  else if (building.get(person.buildingId)?.gridId !== place.gridId && building.has(person.buildingId))
    report.add(
      'warning',
      'farAway',
      buildingId,
      [`${name}的楼长住在另一个网格。`, `The head of ${name} lives in another grid.`],
      { place, who, fixes: [appoint] },
    );
};

export const checkMembers = ({ memberships }: CoverageRecords, look: Lookup): ThemeReport => {
  const report = new ThemeWriter('members');
  const active = memberships.filter(({ state }) => state === 'active');
  const seen = new Set<string>();
  for (const { id, residentId, buildingId, branchId, standing } of active) {
    const person = look.resident.get(residentId);
    const place = look.building.has(buildingId) ? { buildingId } : {};
    const building = look.building.get(buildingId);
    if (!look.inGrid.has(buildingId)) report.leaveOut(id);
    const at =
      building === undefined ? ['', ''] : [`${nameOfBuilding(building)}：`, `${nameOfBuilding(building)}: `];
    const end: CoverageFix = { kind: 'endMembership', membershipId: id };
    const open: readonly CoverageFix[] =
      person === undefined ? [] : [{ kind: 'open', what: 'resident', id: person.id }];
    const who = person === undefined ? null : ({ table: 'residents', id: person.id } as const);
    const say = (
      level: 'error' | 'warning',
      rule: string,
      zh: string,
      en: string,
      fixes: readonly CoverageFix[],
    ): void => report.add(level, rule, id, [`${at[0]}${zh}`, `${at[1]}${en}`], { place, who, fixes });
    if (person?.status !== 'present')
      say(
        'error',
        'left',
        '一名在册党员已迁出、去世或查无此人。',
        'A member on the register has moved away, has died or is not on record.',
        [end, ...open],
      );
    else if (building === undefined || person.buildingId !== buildingId)
      say(
        'error',
        'place',
        '一名党员的登记住处与居民登记不符，归不到网格。',
        'The home of a member differs from the register of residents, so that the grid is unknown.',
        open,
      );
    else if (branchId === null || !look.body.has(branchId))
      say(
        'error',
        'branch',
        branchId === null ? '一名党员没有所属党支部。' : '一名党员所属的党支部已不存在。',
        branchId === null ? 'A member belongs to no branch.' : 'The branch of a member is no longer there.',
        [{ kind: 'setMemberBranch', membershipId: id }, ...open],
      );
    if (seen.has(residentId))
      say('error', 'twice', '一人有两份在册党员登记。', 'One person has two active memberships.', [
        end,
        ...open,
      ]);
    seen.add(residentId);
    if (standing === 'left')
      say(
        'warning',
        'standing',
        '一名已出党人员仍在册。',
        'Somebody who has left the Party still is on the register.',
        [end, ...open],
      );
  }
  return report.done(active.length);
};

/** At most so many levels: a ring of bodies above each other is found and not followed for ever. */
const DEEPEST = 8;
const LEAST_FULL_MEMBERS = 3;
const MOST_MEMBERS = 50;
const ROLES = ['core', 'main', 'base', 'supplement', 'extension'] as const;

const leadsToTop = (start: PartyBody, body: Lookup['body']): boolean => {
  let here: PartyBody | undefined = start;
  for (let step = 0; step < DEEPEST && here !== undefined; step++) {
    if (here.level === 'workingCommittee') return true;
    here = here.parentId === null ? undefined : body.get(here.parentId);
  }
  return false;
};

/** The four levels hang together up to the working committee, the five roles are filled, branches are of a size that works. */
export const checkBranches = (
  { partyBodies, memberships }: CoverageRecords,
  { body }: Lookup,
): ThemeReport => {
  const report = new ThemeWriter('branches');
  if (partyBodies.length === 0) return report.done(0);
  const levels = new Set(partyBodies.map(({ level }) => level));
  if (!levels.has('workingCommittee'))
    report.add('error', 'core', 'core', ['没有登记街道党工委。', 'The working committee is not on record.']);
  if (!levels.has('generalBranch'))
    report.add('error', 'main', 'main', [
      '没有登记社区党总支。',
      'The community’s general branch is not on record.',
    ]);
  const own = groupBy(
    memberships.filter(
      ({ state, mode, branchId }) => state === 'active' && mode !== 'shared' && branchId !== null,
    ),
    ({ branchId }) => branchId ?? '',
  );
  for (const one of partyBodies) {
    const { id, name, level, joint } = one;
    if (levels.has('workingCommittee') && !leadsToTop(one, body))
      report.add(
        'error',
        'parent',
        id,
        [`“${name}”没有通到街道党工委的上级。`, `No line leads from “${name}” up to the working committee.`],
        { fixes: [{ kind: 'setParent', bodyId: id }] },
      );
    const members = own.get(id) ?? [];
    const full = members.filter(({ kind }) => kind === 'full').length;
    if (level !== 'branch' || members.length === 0) continue;
    if (full < LEAST_FULL_MEMBERS && !joint)
      report.add('warning', 'small', id, [
        `“${name}”只有 ${full} 名正式党员，不足 ${LEAST_FULL_MEMBERS} 名，宜建联合党支部。`,
        `“${name}” has ${full} full members, fewer than ${LEAST_FULL_MEMBERS}: a joint branch would be better.`,
      ]);
    if (members.length > MOST_MEMBERS)
      report.add('warning', 'large', id, [
        `“${name}”有 ${members.length} 名党员，超过 ${MOST_MEMBERS} 名。`,
        `“${name}” has ${members.length} members, more than ${MOST_MEMBERS}.`,
      ]);
  }
  const roles = new Set(partyBodies.map(({ role }) => role));
  const missing = ROLES.filter((role) => !roles.has(role));
  if (missing.length > 0)
    report.add('warning', 'roles', 'roles', [
      `“五位一体”中还有 ${missing.length} 类党组织没有登记。`,
      `Of the five bodies in one, ${missing.length} are not on record.`,
    ]);
  return report.done(partyBodies.length);
};
