/** One row about a recorded person, by kind of table: which record it is, and what the domain's operation makes of it. */
import type { Edit } from '../../../domain/edit.ts';
import {
  appointBuildingHead,
  type HomeContext,
  registerAssistance,
  registerCareNeed,
  registerFloating,
  registerMembership,
  registerVisit,
} from '../../../domain/operations/index.ts';
import { type Reason, reasonOf, refuse, type Result } from '../../../domain/reasons.ts';
import type { BuildingHead, Duty, PartyBody, Visit } from '../../../domain/records/index.ts';
import { addressOf, homeReason, type PlanContext, writtenAddress } from './context.ts';
import type { FoundPerson } from './find-people.ts';
import type { NameBook } from './names.ts';
import { amend, createRecord, type Patch, patchOf } from './patch.ts';
import { listOf, numberOf, textOf } from './row-reader.ts';

export interface Attached extends FoundPerson {
  readonly home: HomeContext;
}

/** What a row comes to: an edit that makes a record, one that corrects it, or null for nothing new. */
export type Planned =
  | { readonly as: 'imported'; readonly result: Result<Edit>; readonly warnings?: readonly Reason[] }
  | { readonly as: 'updated'; readonly result: Result<Edit | null> };

const refused = (reason: Reason): Planned => ({ as: 'imported', result: refuse(reason) });

/** A day that the record must have and the row does not name. */
const dayUnknown = (field: string, today: string, zh: string, en: string): Reason =>
  reasonOf(
    'import.fromToday',
    `没有填写${zh}，按今天（${today}）记录，请核对。`,
    `No ${en} is given; today (${today}) was recorded. Check it.`,
    field,
  );

export const personalOf = (patch: Patch): Record<string, never> =>
  (patch.personal ?? {}) as Record<string, never>;

export interface Books {
  readonly branches: NameBook<PartyBody>;
  readonly heads: BuildingHead[];
  readonly visits: Map<string, Visit>;
  readonly duties: Map<string, Duty>;
}

const planMembership = ({ row, resident, home }: Attached, context: PlanContext, books: Books): Planned => {
  const branchName = textOf(row, 'branch');
  const branch = branchName === undefined ? undefined : books.branches.find(branchName);
  if (branchName !== undefined && !branch)
    return refused(books.branches.unknown(branchName, ['党组织', 'Party body'], 'branch'));
  const zone = listOf(row, 'zone').map((text) => ({ text, place: context.directory.resolve(text) }));
  const lost = zone.find(({ place }) => !('buildingId' in place));
  if (lost) return refused({ ...homeReason(lost.place, lost.text), field: 'zone' });
  const zoneBuildingIds = [
    ...new Set(zone.flatMap(({ place }) => ('buildingId' in place ? [place.buildingId] : []))),
  ];
  const patch: Patch = {
    ...patchOf(context.kind, row),
    ...(branch ? { branchId: branch.id } : {}),
    ...(zone.length > 0 ? { zoneBuildingIds } : {}),
  };
  const memberships = home.memberships.filter((m) => m.residentId === resident.id);
  const before = memberships.find((m) => m.state === 'active');
  if (before) {
    // The way of management is often not in the file but assumed for all of it.
    const { mode, kind, ...told } = patch;
    const assumed = { ...(context.has('mode') ? { mode } : {}), ...(context.has('kind') ? { kind } : {}) };
    return { as: 'updated', result: amend('memberships', before, { ...told, ...assumed }, context.stamp) };
  }
  if (typeof patch['joinedOn'] !== 'string')
    return refused(
      reasonOf('membership.noJoinedOn', '没有填写入党时间。', 'There is no date of joining.', 'joinedOn'),
    );
  const input = patch as unknown as Parameters<typeof registerMembership.run>[1];
  return { as: 'imported', result: registerMembership.run({ resident, memberships }, input, context.stamp) };
};

const planFloating = ({ row, resident, home }: Attached, context: PlanContext): Planned => {
  const patch = patchOf(context.kind, row);
  const floating = home.floating.filter((f) => f.residentId === resident.id);
  const before = floating.find((f) => f.state === 'active');
  if (before) {
    const { direction, ...told } = patch;
    const all = context.has('direction') ? { ...told, direction } : told;
    return { as: 'updated', result: amend('floatingRegistrations', before, all, context.stamp) };
  }
  const warnings =
    textOf(row, 'from') === undefined
      ? [dayUnknown('from', context.today, '流入日期', 'date of arrival')]
      : [];
  const input = { reason: '99', from: context.today, ...patch } as unknown as Parameters<
    typeof registerFloating.run
  >[1];
  return {
    as: 'imported',
    result: registerFloating.run({ resident, floating }, input, context.stamp),
    warnings,
  };
};

const planAssistance = ({ row, resident, home }: Attached, context: PlanContext): Planned => {
  const household = home.households.find(({ id }) => id === resident.householdId);
  if (!household)
    return refused(
      reasonOf('household.unknown', '找不到此人所在的户。', "The person's household is not known."),
    );
  const patch = patchOf(context.kind, row);
  const kind = (patch['kind'] ?? 'lowIncome') as 'lowIncome' | 'temporary' | 'medical';
  const ofHousehold = home.assistances.filter((a) => a.householdId === household.id);
  const residentId = kind === 'lowIncome' ? null : resident.id;
  const before = ofHousehold.find(
    (a) => a.state === 'active' && a.kind === kind && (kind === 'lowIncome' || a.residentId === residentId),
  );
  if (before) return { as: 'updated', result: amend('assistances', before, patch, context.stamp) };
  const from = textOf(row, 'from') ?? textOf(row, 'approvedOn');
  const warnings = from === undefined ? [dayUnknown('from', context.today, '享受日期', 'first day')] : [];
  const residents = home.residents.filter((r) => r.householdId === household.id);
  const input = {
    category: 'A',
    approvedOn: from ?? context.today,
    from: from ?? context.today,
    personsCovered: numberOf(row, 'personsCovered') ?? Math.max(1, kind === 'lowIncome' ? household.size : 1),
    ...patch,
    kind,
    residentId,
  } as unknown as Parameters<typeof registerAssistance.run>[1];
  const result = registerAssistance.run(
    { household, residents, assistances: ofHousehold },
    input,
    context.stamp,
  );
  return { as: 'imported', result, warnings };
};

const planCareNeed = ({ row, resident, home }: Attached, context: PlanContext): Planned => {
  const patch = patchOf(context.kind, row);
  const kind = patch['kind'] ?? (patch['disability'] === undefined ? undefined : 'disabled');
  if (typeof kind !== 'string')
    return refused(
      reasonOf('careNeed.noKind', '没有填写关爱类别。', 'There is no kind of care.', 'careKind'),
    );
  const careNeeds = home.careNeeds.filter((c) => c.residentId === resident.id);
  const before = careNeeds.find((c) => c.state === 'active' && c.kind === kind);
  if (before) return { as: 'updated', result: amend('careNeeds', before, { ...patch, kind }, context.stamp) };
  const warnings =
    textOf(row, 'from') === undefined ? [dayUnknown('from', context.today, '登记日期', 'first day')] : [];
  const input = { level: 'medium', from: context.today, ...patch, kind } as unknown as Parameters<
    typeof registerCareNeed.run
  >[1];
  return {
    as: 'imported',
    result: registerCareNeed.run({ resident, careNeeds }, input, context.stamp),
    warnings,
  };
};

const planBuildingHead = ({ row, resident, home }: Attached, context: PlanContext, books: Books): Planned => {
  const place = context.directory.resolveColumns(addressOf(row));
  const building = place && 'buildingId' in place ? context.directory.building(place.buildingId) : undefined;
  if (!building) return refused({ ...homeReason(place, writtenAddress(row)), field: 'building' });
  const membership = home.memberships.find((m) => m.residentId === resident.id && m.state === 'active');
  if (!membership)
    return refused(
      reasonOf(
        'buildingHead.noMember',
        `“${resident.personal.name}”没有登记为党员，楼长须是党员，请先登记。`,
        `“${resident.personal.name}” is not recorded as a Party member, as a building head must be; register the membership first.`,
        'name',
      ),
    );
  const from = textOf(row, 'from');
  const heads = books.heads.filter((h) => h.buildingId === building.id);
  const before = heads.find((h) => h.until === null && h.membershipId === membership.id);
  if (before)
    return {
      as: 'updated',
      result: amend('buildingHeads', before, from === undefined ? {} : { from }, context.stamp),
    };
  const warnings = from === undefined ? [dayUnknown('from', context.today, '任职日期', 'first day')] : [];
  const result = appointBuildingHead.run(
    { building, heads },
    { membership, from: from ?? context.today },
    context.stamp,
  );
  return { as: 'imported', result, warnings };
};

export const visitKey = (visit: Pick<Visit, 'residentId' | 'dwellingId' | 'on' | 'kind'>): string =>
  `${visit.residentId ?? visit.dwellingId}/${visit.on}/${visit.kind}`;

const planVisit = ({ row, resident }: Attached, context: PlanContext, books: Books): Planned => {
  const patch = patchOf(context.kind, row);
  const on = textOf(row, 'on');
  if (on === undefined)
    return refused(reasonOf('visit.noDate', '没有填写走访日期。', 'There is no date of the visit.', 'on'));
  const key = visitKey({
    residentId: resident.id,
    dwellingId: null,
    on,
    kind: patch['kind'] as Visit['kind'],
  });
  const before = books.visits.get(key);
  if (before) return { as: 'updated', result: amend('visits', before, patch, context.stamp) };
  const { buildingId, dwellingId, householdId } = resident;
  const input = { ...patch, personal: personalOf(patch) } as unknown as Parameters<
    typeof registerVisit.run
  >[1];
  const result = registerVisit.run(
    { buildingId, dwellingId, householdId, residentId: resident.id },
    input,
    context.stamp,
  );
  return { as: 'imported', result };
};

export const dutyKey = (duty: Pick<Duty, 'membershipId' | 'kind' | 'on' | 'personal'>): string =>
  `${duty.membershipId}/${duty.kind}/${duty.on}/${duty.personal.what ?? ''}`;

/** What a member did; several things may have been done on one day, so what it was tells them apart. */
const planDuty = ({ row, resident, home }: Attached, context: PlanContext, books: Books): Planned => {
  const membership = home.memberships.find((m) => m.residentId === resident.id && m.state === 'active');
  if (!membership)
    return refused(
      reasonOf(
        'duty.noMember',
        `“${resident.personal.name}”没有登记为党员，请先登记党员，再导入活动记录。`,
        `“${resident.personal.name}” is not recorded as a Party member; register the membership first.`,
        'name',
      ),
    );
  const on = textOf(row, 'on');
  if (on === undefined)
    return refused(reasonOf('duty.noDate', '没有填写活动日期。', 'There is no date of what was done.', 'on'));
  const patch = patchOf(context.kind, row);
  const kind = (patch['kind'] ?? 'activity') as Duty['kind'];
  const personal = personalOf(patch) as Duty['personal'];
  const before = books.duties.get(dutyKey({ membershipId: membership.id, kind, on, personal }));
  if (before) return { as: 'updated', result: amend('duties', before, { ...patch, kind }, context.stamp) };
  const hours = numberOf(row, 'hours') ?? null;
  return {
    as: 'imported',
    result: createRecord('duties', { membershipId: membership.id, kind, on, hours, personal }, context.stamp),
  };
};

export type Planner = (one: Attached, context: PlanContext, books: Books) => Planned;
export const PLANNERS: Readonly<Record<string, Planner>> = {
  memberships: planMembership,
  floating: planFloating,
  assistances: planAssistance,
  careNeeds: planCareNeed,
  buildingHeads: planBuildingHead,
  visits: planVisit,
  duties: planDuty,
};
