/** Two tabs of one community, as two stores: each hears of the other; an older one makes way for a newer. */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import type { Edit } from '../domain/edit.ts';
import { commitTo } from './commit/commit.ts';
import { databaseName } from './database.ts';
import type { Committed, VersionTrouble } from './events.ts';
import { EPOCH } from './fixtures/community.ts';
import { type Installed, installFixture, secondDesk } from './fixtures/install.ts';
import {
  closeStore,
  commit,
  countOf,
  deleteDraft,
  eachResident,
  everything,
  listPage,
  loadDraft,
  locate,
  onVersionTrouble,
  openStore,
  partyTree,
  record,
  saveDraft,
  undoState,
} from './index.ts';
import { createStore } from './store.ts';

const rename = ({ maker, tables }: Installed, name: string, at = 0): Edit => {
  const person = tables.residents?.[at];
  if (!person) throw new Error('the fixture is empty');
  const put = { ...person, personal: { ...person.personal, name } };
  return {
    id: maker.newId(),
    communityId: maker.communityId,
    at: EPOCH + 1,
    by: '王芳',
    label: { key: 'correct' },
    changes: [{ table: 'residents', put }],
  };
};
const until = async (holds: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 500 && !holds(); turn++) await new Promise((resolve) => setTimeout(resolve, 5));
};

afterEach(closeStore);

describe('two tabs', () => {
  it('hear of each other, in order', async () => {
    const installed = await installFixture(21);
    const other = await secondDesk(installed.maker.communityId);
    const heard: Committed[] = [];
    other.followers.add((committed) => heard.push(committed));
    for (const name of ['甲', '乙', '丙']) await commit(rename(installed, name));
    await until(() => heard.length >= 3);
    expect(heard.map(({ seq, elsewhere }) => [seq, elsewhere])).toEqual([
      [1, true],
      [2, true],
      [3, true],
    ]);
    expect(heard[0]?.ids).toEqual([{ table: 'residents', id: installed.tables.residents?.[0]?.id }]);
    other.close();
  });

  it('fill a gap from the journal before they go on', async () => {
    const installed = await installFixture(22);
    const other = await secondDesk(installed.maker.communityId);
    const heard: Committed[] = [];
    installed.store.followers.add((committed) => heard.push(committed));
    // The other tab's word for its commit is lost.
    expect((await commitTo({ ...other, announce: async () => undefined }, rename(installed, '甲'))).ok).toBe(
      true,
    );
    expect((await commit(rename(installed, '乙', 1))).ok).toBe(true);
    expect(heard.flatMap(({ ids }) => ids.map(({ id }) => id)).sort()).toEqual(
      [installed.tables.residents?.[0]?.id, installed.tables.residents?.[1]?.id].sort(),
    );
    expect(heard.at(-1)?.seq).toBe(2);
    other.close();
  });

  it('an older tab closes when a newer version opens, is told, and answers with the reason', async () => {
    const installed = await installFixture(23);
    const told: VersionTrouble[] = [];
    const stop = onVersionTrouble((trouble) => told.push(trouble));
    const newer = new Dexie(databaseName(installed.maker.communityId));
    newer.version(99).stores({ ofTheFuture: 'id' });
    await newer.open();
    expect(told).toEqual(['newerElsewhere']);
    const answer = await commitTo(installed.store, rename(installed, '甲'));
    expect(answer.ok ? '' : answer.reasons[0]?.code).toBe('storage.closed');
    const late = await commit(rename(installed, '甲'));
    expect(late.ok ? '' : late.reasons[0]?.code).toBe('storage.closed');
    newer.close();
    stop();
  });
});

describe('the desk', () => {
  it('is kept in the database: a page opened again can undo, and two tabs are one desk', async () => {
    const installed = await installFixture(25);
    const { communityId } = installed.maker;
    closeStore();
    const first = await openStore(communityId);
    await commit(rename(installed, '甲'));
    const second = await createStore(communityId);
    expect(second.desk).toBe(first.desk);
    second.close();
    closeStore();
    await openStore(communityId);
    expect(await undoState()).toMatchObject({ canUndo: true });
  });
});

describe('queries', () => {
  it('list sorted and filtered pages, and follow commits', async () => {
    const installed = await installFixture(24, 6);
    const people = installed.tables.residents ?? [];
    const page = await listPage('residents', { orderBy: 'birthYear', descending: true, offset: 0, limit: 5 });
    expect(page.total).toBe(people.length);
    const years = people.map(({ birthYear }) => birthYear).sort((a, b) => b - a);
    expect(page.records.map(({ birthYear }) => birthYear)).toEqual(years.slice(0, 5));
    const women = await listPage('residents', { filter: { sex: '2' }, offset: 0, limit: 1000 });
    expect(women.total).toBe(people.filter(({ sex }) => sex === '2').length);
    await commit(rename(installed, '欧阳修'));
    const found = await listPage('residents', {
      filter: { 'personal.name': { contains: '欧阳' } },
      offset: 0,
      limit: 10,
    });
    expect(found.records.map(({ id }) => id)).toEqual([people[0]?.id]);
    expect(await countOf('residents')).toBe(people.length);
  });

  it('go over everybody once', async () => {
    const installed = await installFixture(25, 6);
    const seen: string[] = [];
    await eachResident(10, (residents, homes) => {
      const here = new Set(homes.map(({ id }) => id));
      for (const { id, dwellingId } of residents) {
        seen.push(id);
        expect(here.has(dwellingId)).toBe(true);
      }
    });
    expect(seen.sort()).toEqual(installed.tables.residents?.map(({ id }) => id).sort());
  });

  it('hand out every record once, as it was installed', async () => {
    const { tables } = await installFixture(29, 5);
    const found = new Map<string, Map<string, unknown>>();
    for await (const { table, records } of everything()) {
      const known = found.get(table) ?? new Map();
      for (const record of records) {
        expect(known.has(record.id)).toBe(false);
        known.set(record.id, record);
      }
      found.set(table, known);
    }
    for (const [table, records] of Object.entries(tables))
      expect([table, [...(found.get(table)?.values() ?? [])]]).toEqual([
        table,
        expect.arrayContaining(records as unknown[]),
      ]);
    expect([...found.values()].reduce((sum, known) => sum + known.size, 0)).toBe(
      Object.values(tables).reduce((sum, records) => sum + records.length, 0),
    );
  });

  it('locate by id, keep drafts, draw the Party tree', async () => {
    const installed = await installFixture(26);
    const person = installed.tables.residents?.[0];
    if (!person) throw new Error('the fixture is empty');
    expect(await locate({ kind: 'resident', id: person.id })).toEqual({
      kind: 'resident',
      id: person.id,
      dwellingId: person.dwellingId,
      buildingId: person.buildingId,
    });
    expect(await locate({ kind: 'resident', id: person.dwellingId })).toBeNull();
    expect(await record('residents', 'nobody')).toBeUndefined();
    await saveDraft('resident/new', '{"name":"张"}');
    expect(await loadDraft('resident/new')).toBe('{"name":"张"}');
    await deleteDraft('resident/new');
    expect(await loadDraft('resident/new')).toBeNull();
    expect(await partyTree()).toEqual([]);
  });
});
