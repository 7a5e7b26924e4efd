import { describe, expect, it } from 'vitest';
import { addWorkingDays, dueAtOf } from '../matter-clock.ts';
import type { Edit } from '../edit.ts';
import type { Result } from '../reasons.ts';
import type { RecordOf } from '../records/index.ts';
import { NOON, sampleOf, TODAY } from '../testing/samples.ts';
import { stampOf } from '../testing/small-community.ts';
import {
  addService,
  advanceMatter,
  appointBuildingHead,
  closeOrganisation,
  dismissBuildingHead,
  EDIT_TITLES,
  endCareNeed,
  endFloating,
  endMembership,
  nextMatterNumber,
  openMatter,
  registerCareNeed,
  registerFacility,
  registerMembership,
  registerOrganisation,
  registerVisit,
  renewPermit,
  reviewAssistance,
} from './index.ts';

const stamp = stampOf(0);
const codeOf = (result: Result<Edit>): string | undefined =>
  result.ok ? undefined : result.reasons[0]?.code;
const putOf = (result: Result<Edit>): unknown[] => {
  if (!result.ok) throw new Error(result.reasons.map((r) => r.en).join(' '));
  expect(EDIT_TITLES[result.value.label.key]).toBeDefined();
  return result.value.changes.map((change) => ('put' in change ? change.put : null));
};

describe('members and heads of buildings', () => {
  const resident = sampleOf('residents');
  const input = { mode: 'direct' as const, kind: 'full' as const, joinedOn: '1980-07-01' };
  it('one active membership a person, of age', () => {
    expect(putOf(registerMembership.run({ resident, memberships: [] }, input, stamp))).toMatchObject([
      { residentId: resident.id, dwellingId: resident.dwellingId, state: 'active' },
    ]);
    const memberships = [sampleOf('memberships')];
    expect(registerMembership.available({ resident, memberships })).toMatchObject({
      code: 'membership.already',
    });
    const early = { ...input, joinedOn: '1960-01-01' };
    expect(codeOf(registerMembership.run({ resident, memberships: [] }, early, stamp))).toBe(
      'membership.age',
    );
  });
  it('a new head ends the one before; the end of a membership ends the charge', () => {
    const building = sampleOf('buildings');
    const membership = sampleOf('memberships');
    const old: RecordOf<'buildingHeads'> = {
      id: stamp.newId(),
      communityId: building.communityId,
      createdAt: NOON,
      updatedAt: NOON,
      revision: 1,
      buildingId: building.id,
      membershipId: sampleOf('memberships').id,
      residentId: resident.id,
      from: '2024-01-01',
      until: null,
    };
    const result = appointBuildingHead.run({ building, heads: [old] }, { membership, from: TODAY }, stamp);
    expect(putOf(result)).toMatchObject([
      { id: old.id, until: TODAY },
      { membershipId: membership.id, until: null },
    ]);
    const mine = { ...old, membershipId: membership.id };
    const again = appointBuildingHead.run({ building, heads: [mine] }, { membership, from: TODAY }, stamp);
    expect(codeOf(again)).toBe('buildingHead.already');
    const ended = endMembership.run({ membership, headships: [mine] }, { on: TODAY }, stamp);
    expect(putOf(ended)).toMatchObject([{ state: 'ended' }, { until: TODAY }]);
    expect(putOf(dismissBuildingHead.run({ building, head: old }, { until: TODAY }, stamp))).toHaveLength(1);
  });
});

describe('what runs from a day to a day', () => {
  it('ends once, and not before it began', () => {
    const record = sampleOf('floatingRegistrations');
    expect(putOf(endFloating.run({ record }, { until: TODAY }, stamp))).toMatchObject([
      { state: 'ended', until: TODAY },
    ]);
    expect(codeOf(endFloating.run({ record }, { until: '2020-01-01' }, stamp))).toBe('dates.order');
    const care = sampleOf('careNeeds', { state: 'ended', until: TODAY });
    expect(endCareNeed.available({ record: care })).toMatchObject({ code: 'record.ended' });
  });
  it('a permit comes after half a year, and is endorsed yearly', () => {
    const record = sampleOf('floatingRegistrations', {
      permit: 'none',
      permitFrom: null,
      from: '2026-01-01',
    });
    const early = { permit: 'residencePermit' as const, on: TODAY };
    expect(codeOf(renewPermit.run({ record }, early, stamp))).toBe('floating.halfYear');
    const registration = { permit: 'registration' as const, on: TODAY, permitNo: 'J1' };
    expect(putOf(renewPermit.run({ record }, registration, stamp))).toMatchObject([
      { permitFrom: TODAY, personal: { permitNo: 'J1' } },
    ]);
    const held = sampleOf('floatingRegistrations');
    const endorsed = renewPermit.run({ record: held }, early, stamp);
    expect(putOf(endorsed)).toMatchObject([{ permitFrom: '2025-07-10', endorsedOn: TODAY }]);
    expect(endorsed.ok && endorsed.value.label.key).toBe('endorsePermit');
  });
  it('a review sets the next by its category', () => {
    const record = sampleOf('assistances');
    expect(putOf(reviewAssistance.run({ record }, { on: TODAY, category: 'C' }, stamp))).toMatchObject([
      { category: 'C', nextReviewOn: '2026-06-05' },
    ]);
  });
  it('one care need of a kind, and age decides some', () => {
    const resident = sampleOf('residents');
    const input = { kind: 'aged80' as const, level: 'high' as const, from: TODAY };
    expect(codeOf(registerCareNeed.run({ resident, careNeeds: [] }, input, stamp))).toBe('careNeed.tooYoung');
    const careNeeds = [sampleOf('careNeeds')];
    const twice = { ...input, kind: 'disabled' as const };
    expect(codeOf(registerCareNeed.run({ resident, careNeeds }, twice, stamp))).toBe('careNeed.already');
  });
});

describe('organisations, facilities, visits', () => {
  const dwelling = sampleOf('dwellings', { use: 'shop' });
  const room = { dwelling, households: [], residents: [], organisations: [] };
  it('an organisation takes a vacant room and leaves it vacant', () => {
    const context = { buildingId: dwelling.buildingId, rooms: [room] };
    const input = { kind: 'soleTrader' as const, name: '云和小卖部' };
    expect(putOf(registerOrganisation.run(context, input, stamp))).toMatchObject([
      { dwellingIds: [dwelling.id] },
      { occupancy: 'business' },
    ]);
    const organisation = sampleOf('organisations', { dwellingIds: [dwelling.id] });
    const used = { ...room, dwelling: { ...dwelling, occupancy: 'business' as const } };
    expect(
      putOf(closeOrganisation.run({ organisation, rooms: [used] }, { until: TODAY }, stamp)),
    ).toHaveLength(2);
    const shared = { ...used, organisations: [sampleOf('organisations')] };
    expect(
      putOf(closeOrganisation.run({ organisation, rooms: [shared] }, { until: TODAY }, stamp)),
    ).toHaveLength(1);
    expect(codeOf(registerOrganisation.run({ ...context, buildingId: null }, input, stamp))).toBe(
      'organisation.room',
    );
  });
  it('a facility and a visit', () => {
    const facility = { kind: 'gym' as const, name: '健身室', point: [107.65, 35.73] as [number, number] };
    expect(putOf(registerFacility.run({}, facility, stamp))).toMatchObject([{ reachMetres: 300 }]);
    const counter = sampleOf('facilities');
    const service = { name: '老年证办理', matterKind: 'timed' as const };
    expect(putOf(addService.run({ facility: counter }, service, stamp))).toMatchObject([
      { facilityId: counter.id, hours: counter.openHours, phone: counter.phone },
    ]);
    const context = { buildingId: dwelling.buildingId, dwellingId: dwelling.id };
    const visit = { kind: 'care' as const, on: '2026-03-06', result: 'well' as const };
    expect(codeOf(registerVisit.run(context, visit, stamp))).toBe('dates.future');
    expect(putOf(registerVisit.run(context, { ...visit, on: TODAY }, stamp))).toHaveLength(1);
  });
});

describe('matters', () => {
  const input = { kind: 'timed' as const, channel: 'hotline' as const, personal: { title: '路灯不亮' } };
  it('are numbered by year and due by kind', () => {
    expect(nextMatterNumber('2026-0412', '2026')).toBe('2026-0413');
    expect(nextMatterNumber('2025-0999', '2026')).toBe('2026-0001');
    expect(nextMatterNumber(null, '2026')).toBe('2026-0001');
    // A Thursday; five working days end on the next Thursday.
    expect(addWorkingDays(NOON, 5)).toBe(NOON + 7 * 86_400_000);
    expect(dueAtOf('urgent', NOON)).toBe(NOON + 86_400_000);
    expect(dueAtOf('supplement', NOON)).toBeNull();
    expect(putOf(openMatter.run({ lastNumber: '2026-0412' }, input, stamp))).toMatchObject([
      { number: '2026-0413', stage: 'accept', open: true, dueAt: NOON + 7 * 86_400_000 },
    ]);
    expect(codeOf(openMatter.run({ lastNumber: null }, { ...input, kind: 'promised' }, stamp))).toBe(
      'matter.promise',
    );
  });
  it('go from stage to stage with what each needs', () => {
    const matter = sampleOf('matters', { stage: 'handle' });
    expect(codeOf(advanceMatter.run({ matter }, { to: 'archived' }, stamp))).toBe('matter.stage');
    expect(codeOf(advanceMatter.run({ matter }, { to: 'publish' }, stamp))).toBe('matter.outcome');
    expect(putOf(advanceMatter.run({ matter }, { to: 'publish', outcome: '已修好' }, stamp))).toMatchObject([
      { stage: 'publish', finishedAt: NOON, open: true },
    ]);
    const published = { ...matter, stage: 'publish' as const };
    expect(codeOf(advanceMatter.run({ matter: published }, { to: 'followUp' }, stamp))).toBe(
      'matter.summary',
    );
    const accepted = { ...matter, stage: 'accept' as const };
    const declined = advanceMatter.run(
      { matter: accepted },
      { to: 'declined', outcome: '不属本社区' },
      stamp,
    );
    expect(putOf(declined)).toMatchObject([{ open: false }]);
  });
});
