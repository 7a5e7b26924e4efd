/** Sums against a recount with plain loops over the records themselves; and what may not be told. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { ageOfResident } from '../../domain/age.ts';
import type { Matter } from '../../domain/records/index.ts';
import { installFixture } from '../fixtures/install.ts';
import {
  buildingsWith,
  closeStore,
  commit,
  dutiesBetween,
  matterFigures,
  quarterOf,
  sumOf,
  tallyBuilding,
  tallyBuildings,
  textsNamingAnybody,
} from '../index.ts';
import { tells } from './matter-figures.ts';

const ON = '2026-09-30';
const NOW = Date.parse('2026-09-30T12:00:00+08:00');
afterEach(closeStore);

const countBy = <T>(records: readonly T[], keyOf: (record: T) => string | null): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const record of records) {
    const key = keyOf(record);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};
const part = (tally: ReadonlyMap<string, number>, prefix: string): Map<string, number> =>
  new Map([...tally].filter(([key]) => key.startsWith(prefix)));

describe('tallies of homes', () => {
  it('are what a recount of the records gives', async () => {
    const { tables } = await installFixture(61);
    const all = sumOf((await tallyBuildings(ON)).values());
    const residents = tables.residents ?? [];
    expect(residents.length).toBeGreaterThan(20);
    expect(part(all, 'age:')).toEqual(
      countBy(residents, (r) => {
        if (r.status !== 'present') return null;
        const band = Math.min(18, Math.floor(ageOfResident(r, ON) / 5));
        return `age:${band}:${r.sex === '1' ? 'm' : r.sex === '2' ? 'f' : 'u'}`;
      }),
    );
    expect(part(all, 'arrived:')).toEqual(
      countBy(residents, (r) => (r.since ? `arrived:${r.since.slice(0, 7)}` : null)),
    );
    expect(part(all, 'care:')).toEqual(
      countBy(tables.careNeeds ?? [], (c) => (c.state === 'active' ? `care:${c.kind}` : null)),
    );
    expect(part(all, 'reason:')).toEqual(
      countBy(tables.floatingRegistrations ?? [], (f) =>
        f.state === 'active' && f.direction === 'in' ? `reason:${f.reason}` : null,
      ),
    );
  });

  it('of one building are its part of all, and follow a change', async () => {
    const { tables, maker } = await installFixture(62);
    const all = await tallyBuildings(ON);
    for (const [id, tally] of all) expect(await tallyBuilding(id, ON)).toEqual(tally);
    const person = tables.residents?.find(({ status }) => status === 'present');
    if (!person) throw new Error('the fixture is empty');
    const [home] = await buildingsWith([person.id]);
    expect(home).toBe(person.buildingId);
    const { birthDate: _, ...personal } = person.personal;
    const put = { ...person, birthYear: 1931, personal: { ...personal } };
    const result = await commit({
      id: maker.newId(),
      communityId: maker.communityId,
      at: NOW,
      by: '1号窗口',
      label: { key: 'correct' },
      changes: [{ table: 'residents', put }],
    });
    expect(result.ok).toBe(true);
    const key = `age:18:${person.sex === '1' ? 'm' : 'f'}`;
    const before = all.get(person.buildingId)?.get(key) ?? 0;
    const was = Math.min(18, Math.floor(ageOfResident(person, ON) / 5));
    expect((await tallyBuilding(person.buildingId, ON)).get(key)).toBe(before + (was === 18 ? 0 : 1));
  });

  it('hold no personal value and no id of a person', async () => {
    const { tables } = await installFixture(63);
    const text = JSON.stringify([...(await tallyBuildings(ON)).values()].map((tally) => [...tally]));
    for (const { id, personal } of tables.residents ?? []) {
      expect(text).not.toContain(id);
      expect(text).not.toContain(personal.name);
    }
  });
});

describe('matters', () => {
  it('are counted by kind and stage, and by the weeks they came in', async () => {
    const { tables } = await installFixture(64);
    const matters = tables.matters ?? [];
    const figures = await matterFigures(NOW);
    const open = matters.filter((m) => m.open);
    expect(figures.openTotal).toBe(open.length);
    expect(
      Object.values(figures.open)
        .flatMap((row) => Object.values(row))
        .reduce((a, b) => a + b, 0),
    ).toBe(open.length);
    expect(figures.weeks).toHaveLength(13);
    expect(figures.weeks.at(-1)?.monday).toBe('2026-09-28');
    const { overdue, today, three, seven, later, standing } = figures.due;
    expect(overdue + today + three + seven + later + standing).toBe(
      open.filter((m) => m.finishedAt === null).length,
    );
  });

  it.each([
    ['更换灯具三盏，已恢复照明。', false],
    ['已电话13900000000回访。', true],
    ['3号楼2单元502室漏水已修复。', true],
    ['3-2-502漏水已修复。', true],
    ['张某某反映的问题已办结。', true],
    ['2026年9月增开4班。', false],
  ])('tell by “%s”: %s', (text, expected) => {
    const personal: Matter['personal'] = { title: '', reporterName: '张某某', reporterPhone: '13900000001' };
    expect(tells(text, personal)).toBe(expected);
  });

  it('with the name of anybody who lives here are found', async () => {
    const { tables } = await installFixture(65);
    const name = tables.residents?.[3]?.personal.name ?? '';
    const texts = ['更换灯具。', `已与${name}联系。`];
    expect([...(await textsNamingAnybody(texts))]).toEqual([texts[1]]);
  });
});

describe('duties', () => {
  it('count members once a kind', async () => {
    const { tables } = await installFixture(66);
    const [from, to] = ['2000-01-01', '2100-01-01'];
    const who = new Set((tables.duties ?? []).filter((d) => d.kind === 'checkIn').map((d) => d.membershipId));
    expect((await dutiesBetween(from, to)).checkIn).toBe(who.size);
  });
  it.each([
    ['2026-01-01', '2026-01-01', '2026-03-31'],
    ['2026-06-30', '2026-04-01', '2026-06-30'],
    ['2026-12-31', '2026-10-01', '2026-12-31'],
  ])('the quarter of %s is %s to %s', (day, from, to) => expect(quarterOf(day)).toEqual([from, to]));
});
