/** The sample's people and services: every record is valid, every link leads somewhere, and the shares are those of a real town. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ageOfResident } from '../src/domain/age.ts';
import { FACILITY_KIND, MATTER_CHANNEL, MATTER_KIND, MATTER_STAGE } from '../src/domain/codes.ts';
import { checkCareAge } from '../src/domain/checks/care-need.ts';
import { checkHousehold } from '../src/domain/checks/household.ts';
import { checkJoiningAge } from '../src/domain/checks/membership.ts';
import { checkRecord } from '../src/domain/checks/records.ts';
import { decodeColumns, encodeColumns } from '../src/domain/columns.ts';
import { type AnyRecord, TABLE_NAMES, type TableName } from '../src/domain/records/index.ts';
import { recount } from '../src/domain/stats.ts';
import { makeSample, recordsOf } from '../scripts/sample/world.ts';

const TODAY = '2026-09-30';
// The machine's clock must not make the sample's youngest children unborn.
beforeAll(() => void vi.useFakeTimers({ now: Date.parse(`${TODAY}T12:00:00+08:00`), toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());

/** What only work at a desk writes: imports, exports, plans. */
const OF_A_DESK: ReadonlySet<TableName> = new Set([
  'sources',
  'sourceLinks',
  'addressAliases',
  'disclosures',
  'gridPlans',
]);

const sample = makeSample();
const { tables } = sample;
const byId = new Map<string, { table: string; record: AnyRecord }>();
for (const table of TABLE_NAMES)
  for (const record of recordsOf(sample, table)) byId.set(record.id, { table, record });
const group = <T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};
/** A record with its fields, and those of its groups, in alphabetical order. */
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([k, v]) => [k, sorted(v)]),
      )
    : value;
const present = tables.residents.filter((r) => r.status === 'present');
const rows = [
  ...recount(
    tables.buildings.map((b) => b.id),
    tables,
  ).values(),
];
const sum = (metric: Exclude<keyof (typeof rows)[number], 'buildingId'>): number =>
  rows.reduce((total, row) => total + row[metric], 0);
const within = (value: number, low: number, high: number): void => {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
};

describe('every record', () => {
  it('has an id of its own and passes all checks', () => {
    const reasons = TABLE_NAMES.flatMap((table) =>
      recordsOf(sample, table).flatMap((record) =>
        checkRecord(table, record).map((r) => `${table} ${record.id} ${r.code} ${r.field ?? ''} ${r.en}`),
      ),
    );
    expect(reasons).toEqual([]);
    expect(byId.size).toBe(TABLE_NAMES.reduce((n, table) => n + recordsOf(sample, table).length, 0));
    for (const table of TABLE_NAMES)
      if (!OF_A_DESK.has(table)) expect(recordsOf(sample, table).length, table).toBeGreaterThan(0);
  });

  it('points at records that exist, in the tables that its fields name', () => {
    const target: Record<string, string> = {
      gridId: 'grids',
      buildingId: 'buildings',
      dwellingId: 'dwellings',
      householdId: 'households',
      residentId: 'residents',
      headId: 'residents',
      registeredDwellingId: 'dwellings',
      branchId: 'partyBodies',
      parentId: 'partyBodies',
      partyBodyId: 'partyBodies',
      organisationId: 'organisations',
      membershipId: 'memberships',
      facilityId: 'facilities',
      serviceId: 'services',
      matterId: 'matters',
      communityId: 'communities',
      dwellingIds: 'dwellings',
      zoneBuildingIds: 'buildings',
    };
    const broken: string[] = [];
    for (const { table, record } of byId.values()) {
      for (const [field, value] of Object.entries(record)) {
        const expected = target[field];
        if (!expected || value === null) continue;
        for (const id of [value].flat() as string[])
          if (byId.get(id)?.table !== expected) broken.push(`${table}.${field} ${id}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it('of a person repeats the building and home that the person lives in', () => {
    const residents = new Map(tables.residents.map((r) => [r.id, r]));
    const homes = new Map(tables.dwellings.map((d) => [d.id, d.buildingId]));
    for (const record of [...tables.memberships, ...tables.floatingRegistrations, ...tables.careNeeds]) {
      const person = residents.get(record.residentId);
      expect([record.buildingId, record.dwellingId]).toEqual([person?.buildingId, person?.dwellingId]);
    }
    for (const { buildingId, dwellingId } of [...tables.households, ...tables.residents])
      expect(homes.get(dwellingId)).toBe(buildingId);
  });

  it('is written and read back the same', () => {
    for (const table of TABLE_NAMES) {
      if (table === 'landscapes') continue;
      const text = encodeColumns(recordsOf(sample, table), sample.constants);
      const read = decodeColumns(text, sample.constants);
      // As texts: a deep comparison of twenty thousand records takes ten seconds.
      expect(
        JSON.stringify(read.map(sorted)) === JSON.stringify(recordsOf(sample, table).map(sorted)),
        table,
      ).toBe(true);
    }
  });

  it('cannot be a real person’s', () => {
    expect(tables.communities[0]?.synthetic).toBe(true);
    const ids = tables.residents.map((r) => r.personal.citizenId ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.startsWith('620999'))).toBe(true);
    const text = JSON.stringify(tables);
    for (const [phone] of text.matchAll(/(?<=")1[3-9]\d{9}(?=")/g))
      expect(phone).toMatch(/^1[3-9]\d0000\d{4}$/);
  });
});

describe('data/sample', () => {
  it('is what the generator writes, to the byte', () => {
    const file = (name: string): string =>
      readFileSync(join(import.meta.dirname, '../data/sample', name), 'utf8');
    const manifest = JSON.parse(file('manifest.json')) as {
      constants: unknown;
      tables: { table: TableName; file: string; count: number }[];
    };
    expect(manifest.constants).toEqual(sample.constants);
    expect(manifest.tables.map((t) => t.table)).toEqual(TABLE_NAMES.filter((table) => !OF_A_DESK.has(table)));
    for (const { table, file: name, count } of manifest.tables) {
      const records = recordsOf(sample, table);
      expect(count).toBe(records.length);
      if (table !== 'landscapes')
        expect(file(name) === encodeColumns(records, sample.constants), `${name}: run npm run sample`).toBe(
          true,
        );
    }
  });
});

describe('homes and households', () => {
  it('are as many as DOMAIN.md says', () => {
    within(tables.households.length, 3_200, 3_700);
    within(present.length, 10_000, 12_000);
    within(sum('vacantHomes') / sum('homes'), 0.07, 0.1);
    within(sum('letHomes') / sum('homes'), 0.12, 0.16);
    within(sum('floating') / sum('residents'), 0.12, 0.18);
    within(sum('lowIncomeHouseholds') / sum('households'), 0.02, 0.06);
    within(tables.memberships.length, 680, 720);
  });

  it('agree within: one head, the size, ages and sexes; nobody lives in a vacant home', () => {
    const members = group(tables.residents, (r) => r.householdId);
    for (const household of tables.households) {
      const people = members.get(household.id) ?? [];
      const here = people.filter((r) => r.status === 'present');
      expect(checkHousehold(people)).toEqual([]);
      expect(here.length).toBe(household.size);
      expect(here.some((r) => r.id === household.headId)).toBe(true);
      expect(people.every((r) => r.dwellingId === household.dwellingId)).toBe(true);
    }
    const lived = new Set(tables.households.map((h) => h.dwellingId));
    for (const d of tables.dwellings)
      expect(lived.has(d.id), d.room).toBe(d.use === 'home' && d.occupancy !== 'vacant');
    expect(tables.households.some((h) => h.kind === 'collective')).toBe(true);
  });

  it('have every unit, floor and door once', () => {
    const homes = group(tables.dwellings, (d) => d.buildingId);
    for (const b of tables.buildings) {
      const list = homes.get(b.id) ?? [];
      const places = list.map((d) => `${d.unit}/${d.floor}/${d.door}`);
      expect(new Set(places).size).toBe(places.length);
      expect(list.filter((d) => d.unit > 0)).toHaveLength(
        (b.storeys - b.podiumStoreys) * b.units * b.doorsPerLanding,
      );
      for (const d of list) expect(d.room).toBe(String(d.floor * 100 + d.door));
    }
  });
});

describe('the Party', () => {
  it('has four levels and five roles, every grid a branch, every member a branch, every residential building a head', () => {
    const level = (name: string): number => tables.partyBodies.filter((b) => b.level === name).length;
    expect([level('workingCommittee'), level('generalBranch')]).toEqual([1, 1]);
    expect(new Set(tables.partyBodies.map((b) => b.role)).size).toBe(5);
    expect(tables.grids.every((g) => g.branchId !== null)).toBe(true);
    expect(tables.memberships.every((m) => m.branchId !== null)).toBe(true);
    const heads = group(tables.buildingHeads, (h) => h.buildingId);
    for (const b of tables.buildings) {
      expect(heads.get(b.id)?.length ?? 0, b.name).toBe(b.units > 0 ? 1 : 0);
      expect(b.branchId, b.name).not.toBeNull();
    }
    const memberships = new Map(tables.memberships.map((m) => [m.id, m]));
    for (const h of tables.buildingHeads)
      expect(memberships.get(h.membershipId)?.residentId).toBe(h.residentId);
  });

  it('keeps members by mode: three quarters in service, branches of at least three, of age when joining', () => {
    within(
      tables.memberships.filter((m) => m.mode === 'shared').length / tables.memberships.length,
      0.7,
      0.8,
    );
    const local = tables.memberships.filter(
      (m) => ['direct', 'adopted', 'assisted'].includes(m.mode) && m.kind === 'full',
    );
    const used = new Set(tables.memberships.map((m) => m.branchId));
    for (const branch of used) within(local.filter((m) => m.branchId === branch).length, 3, 50);
    within(local.length, 50, 100);
    const residents = new Map(tables.residents.map((r) => [r.id, r]));
    for (const m of tables.memberships) {
      const person = residents.get(m.residentId);
      expect(checkJoiningAge(m.joinedOn, person?.personal.birthDate ?? 0)).toEqual([]);
      expect(m.joinedOn <= TODAY && (m.fullOn ?? '') <= TODAY).toBe(true);
    }
    expect(new Set(tables.memberships.map((m) => m.residentId)).size).toBe(tables.memberships.length);
  });

  it('did its duties in the quarter', () => {
    for (const d of tables.duties)
      if (d.kind !== 'appraisal') expect(d.on >= '2026-07-01' && d.on <= TODAY).toBe(true);
    expect(new Set(tables.duties.map((d) => d.kind))).toEqual(
      new Set(['checkIn', 'activity', 'deed', 'meeting', 'appraisal']),
    );
  });
});

describe('care and services', () => {
  it('fit ages and families', () => {
    const residents = new Map(tables.residents.map((r) => [r.id, r]));
    for (const need of tables.careNeeds) {
      const person = residents.get(need.residentId);
      expect(person?.status).toBe('present');
      expect(checkCareAge(need.kind, person?.personal.birthDate ?? 0, TODAY)).toEqual([]);
    }
    const old = present.filter((r) => ageOfResident(r, TODAY) >= 80).length;
    expect(tables.careNeeds.filter((c) => c.kind === 'aged80')).toHaveLength(old);
  });

  it('show all ten facility kinds, each with services, and all kinds, channels and stages of matters', () => {
    within(tables.facilities.length, 12, 16);
    expect(new Set(tables.facilities.map((f) => f.kind))).toEqual(new Set(Object.keys(FACILITY_KIND)));
    for (const f of tables.facilities)
      expect(
        tables.services.some((s) => s.facilityId === f.id),
        f.name,
      ).toBe(true);
    within(tables.matters.length, 230, 270);
    expect(new Set(tables.matters.map((m) => m.kind))).toEqual(new Set(Object.keys(MATTER_KIND)));
    expect(new Set(tables.matters.map((m) => m.channel))).toEqual(new Set(Object.keys(MATTER_CHANNEL)));
    expect(new Set(tables.matters.map((m) => m.stage))).toEqual(new Set(Object.keys(MATTER_STAGE)));
  });

  it('keep numbers of matters in the order of their opening, none after the sample’s now', () => {
    const now = Date.parse(`${TODAY}T18:00:00+08:00`);
    const opened = tables.matters.map((m) => m.openedAt);
    expect(opened).toEqual(opened.toSorted((a, b) => a - b));
    expect(tables.matters.every((m) => m.openedAt <= now && (m.finishedAt ?? 0) <= now)).toBe(true);
    expect(tables.visits.every((v) => v.on <= TODAY)).toBe(true);
  });
});
