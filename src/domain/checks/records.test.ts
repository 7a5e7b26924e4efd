import { describe, expect, it } from 'vitest';
import type { RecordOf } from '../records/index.ts';
import { SAMPLED_TABLES, type SampledTable, sampleOf } from '../testing/samples.ts';
import { checkJoiningAge } from './membership.ts';
import { checkCareAge } from './care-need.ts';
import { endorsementDueOn } from './floating.ts';
import { checkRecord, isRecord } from './records.ts';

type Case<T extends SampledTable> = readonly [
  table: T,
  patch: Partial<RecordOf<T>>,
  code: string,
  field: string,
];
const wrong = <T extends SampledTable>(...one: Case<T>): Case<T> => one;

const resident = sampleOf('residents').personal;
const RULES = [
  wrong('residents', { birthYear: 1950 }, 'resident.birthYearDiffers', 'birthYear'),
  wrong('residents', { sex: '1' }, 'resident.sexDiffers', 'sex'),
  wrong(
    'residents',
    { personal: { ...resident, birthDate: '1949-12-30' } },
    'resident.birthDateDiffers',
    'personal.birthDate',
  ),
  wrong(
    'residents',
    { personal: { ...resident, citizenId: '110105194912310021' } },
    'citizenId.checksum',
    'personal.citizenId',
  ),
  wrong(
    'residents',
    { personal: { ...resident, citizenId: '11010519491231002x' } },
    'citizenId.form',
    'personal.citizenId',
  ),
  wrong('residents', { personal: { ...resident, phone: '123' } }, 'phone.mobile', 'personal.phone'),
  wrong('residents', { personal: { ...resident, name: '' } }, 'field.missing', 'personal.name'),
  wrong('residents', { leftOn: '2026-01-01' }, 'resident.stillPresent', 'leftOn'),
  wrong('residents', { status: 'died' }, 'resident.leftOn', 'leftOn'),
  wrong('residents', { status: 'died', leftOn: '1999-01-01' }, 'dates.order', 'leftOn'),
  wrong('residents', { since: '1949-01-01' }, 'dates.order', 'since'),
  wrong('residents', { since: '2026-02-30' }, 'field.date', 'since'),
  wrong(
    'residents',
    { registeredDwellingId: sampleOf('dwellings').id },
    'resident.registeredHome',
    'registeredDwellingId',
  ),
  wrong('households', { size: 2 }, 'household.noHead', 'headId'),
  wrong('households', { headId: sampleOf('residents').id }, 'household.emptyHead', 'headId'),
  wrong('memberships', { fullOn: '1979-07-01' }, 'dates.order', 'fullOn'),
  wrong('memberships', { kind: 'probationary' }, 'membership.probationary', 'fullOn'),
  wrong('memberships', { standing: 'outOfContact' }, 'membership.outOfContact', 'outOfContactSince'),
  wrong('floatingRegistrations', { until: '2024-12-31' }, 'dates.order', 'until'),
  wrong('floatingRegistrations', { permitFrom: '2025-07-09' }, 'floating.halfYear', 'permitFrom'),
  wrong('floatingRegistrations', { permitFrom: null }, 'floating.permitDate', 'permitFrom'),
  wrong('floatingRegistrations', { permit: 'none' }, 'floating.noPermit', 'permitFrom'),
  wrong('floatingRegistrations', { direction: 'out' }, 'floating.outflow', 'permit'),
  wrong(
    'floatingRegistrations',
    { permit: 'registration', endorsedOn: '2025-08-01' },
    'floating.endorsement',
    'endorsedOn',
  ),
  wrong('assistances', { until: '2025-05-31' }, 'dates.order', 'until'),
  wrong('assistances', { personsCovered: 0 }, 'field.small', 'personsCovered'),
  wrong(
    'assistances',
    { personal: { bankAccount: '6.21E+18' } },
    'bankAccount.scientific',
    'personal.bankAccount',
  ),
  wrong('assistances', { personal: { helperPhone: '12' } }, 'phone.mobile', 'personal.helperPhone'),
  wrong('careNeeds', { disability: null, disabilityLevel: null }, 'careNeed.disabilityMissing', 'disability'),
  wrong('careNeeds', { kind: 'aged80' }, 'careNeed.notDisabled', 'disability'),
  wrong('organisations', { creditCode: '91310115MA1G4L1WXK' }, 'creditCode.checksum', 'creditCode'),
  wrong('organisations', { kind: 'government' }, 'creditCode.kind', 'creditCode'),
  wrong('organisations', { until: '2019-01-01' }, 'dates.order', 'until'),
  wrong('facilities', { phone: '7' }, 'phone.landLine', 'phone'),
  wrong('matters', { open: false }, 'matter.open', 'open'),
  wrong('matters', { dueAt: 1 }, 'dates.order', 'dueAt'),
  wrong('visits', { nextOn: '2026-02-01' }, 'dates.order', 'nextOn'),
  wrong('buildings', { podiumStoreys: 7 }, 'building.podium', 'podiumStoreys'),
  wrong('dwellings', { use: 'castle' as never }, 'field.choice', 'use'),
  wrong('dwellings', { rooms: 'three' as never }, 'field.type', 'rooms'),
];

describe('checkRecord', () => {
  it.each(SAMPLED_TABLES)('accepts a right record of %s', (table) => {
    expect(checkRecord(table, sampleOf(table))).toEqual([]);
    expect(isRecord(table, sampleOf(table))).toBe(true);
  });

  it.each(RULES)('%s %j: %s', (table, patch, code, field) => {
    const reasons = checkRecord(table, sampleOf(table as SampledTable, patch as never));
    expect(reasons.map((r) => ({ code: r.code, field: r.field }))).toContainEqual({ code, field });
    for (const { zh, en } of reasons) {
      expect(zh).toMatch(/[。？]$/);
      expect(en).toMatch(/^[“A-Z0-9].*\.$/);
    }
  });

  it('takes anything without throwing', () => {
    for (const value of [null, undefined, 3, 'x', [], {}, { id: 1 }])
      expect(checkRecord('residents', value).length).toBeGreaterThan(0);
  });
});

describe('rules with a second record', () => {
  it('of age when joining', () => {
    expect(checkJoiningAge('1998-03-05', '1980-03-05')).toEqual([]);
    expect(checkJoiningAge('1998-03-04', '1980-03-05')[0]?.code).toBe('membership.age');
    expect(checkJoiningAge('1998-01-01', 1980)).toEqual([]);
    expect(checkJoiningAge('1997-12-31', 1980)).toHaveLength(1);
  });
  it('age decides some care needs', () => {
    expect(checkCareAge('aged80', '1946-03-06', '2026-03-05')[0]?.code).toBe('careNeed.tooYoung');
    expect(checkCareAge('aged80', '1946-03-05', '2026-03-05')).toEqual([]);
    expect(checkCareAge('leftBehindChild', 2000, '2026-03-05')[0]?.code).toBe('careNeed.notAChild');
    expect(checkCareAge('livingAlone', 2000, '2026-03-05')).toEqual([]);
  });
  it('a permit is endorsed within a year', () => {
    const floating = sampleOf('floatingRegistrations');
    expect(endorsementDueOn(floating)).toBe('2026-07-10');
    expect(endorsementDueOn({ ...floating, endorsedOn: '2026-07-01' })).toBe('2027-07-01');
    expect(endorsementDueOn({ ...floating, state: 'ended' })).toBeNull();
  });
});
