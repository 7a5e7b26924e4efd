/** Every migration from the version before it, with the rows it must carry over. */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { createDatabase, databaseName } from '../database.ts';
import { createMaker, makeDwelling, makeHousehold } from '../fixtures/community.ts';
import { historyOfIds } from '../queries/history.ts';
import { floorKey, type JournalRow } from './layout.ts';
import { LATEST_VERSION, MIGRATIONS } from './migrations.ts';

const maker = createMaker(7);
const { communityId } = maker;
const home = makeDwelling(maker, maker.newId(), 3, 1);
const household = makeHousehold(maker, home);

afterEach(() => Dexie.delete(databaseName(communityId)));

/** A row of the journal as version 1 wrote it. */
const rowOfVersion1 = (): Omit<JournalRow, 'seq' | 'touched'> => ({
  editId: maker.newId(),
  desk: 'desk',
  at: 1,
  by: '王芳',
  label: { key: 'addHousehold' },
  changes: [
    { table: 'households', id: household.id, before: null, after: household },
    { table: 'dwellings', id: home.id, before: { ...home, occupancy: 'vacant' }, after: home },
  ],
  restores: null,
  undone: false,
  inverseId: maker.newId(),
  undoBelow: 0,
  redoBelow: 0,
});

describe('migrations', () => {
  it('are numbered from 1 without gaps, and named', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, at) => at + 1));
    expect(LATEST_VERSION).toBe(MIGRATIONS.length);
    for (const { name } of MIGRATIONS) expect(name.length).toBeGreaterThan(10);
  });

  it('1 → 2: the journal answers for the history of a record', async () => {
    const before = createDatabase(communityId, 'relaxed', 1);
    await before.open();
    expect(before.table('journal').schema.idxByName['touched']).toBeUndefined();
    await before.table('journal').add(rowOfVersion1());
    await before
      .of('floors')
      .add({ key: floorKey(home), ids: [home.id, household.id], dwellings: [home], households: [household] });
    before.close();

    const after = createDatabase(communityId, 'relaxed');
    await after.open();
    expect(after.verno).toBe(LATEST_VERSION);
    const history = await historyOfIds(after, [home.id], []);
    expect(history).toMatchObject([{ kind: 'changed', by: '王芳', fields: [{ path: 'occupancy' }] }]);
    expect(await historyOfIds(after, [household.id], [])).toMatchObject([{ kind: 'added' }]);
    expect(await after.of('floors').toArray()).toEqual([
      { key: floorKey(home), ids: [home.id, household.id], dwellings: [home], households: [household] },
    ]);
    after.close();
  });

  it('2 → 3: sources, links, aliases, grid plans and assets have a place, and what was there is as it was', async () => {
    const before = createDatabase(communityId, 'relaxed', 2);
    await before.open();
    expect(before.tables.map(({ name }) => name)).not.toContain('assets');
    const row = { ...rowOfVersion1(), touched: [home.id, household.id].sort() };
    await before.table('journal').add(row);
    before.close();

    const after = createDatabase(communityId, 'relaxed');
    await after.open();
    expect(await after.of('journal').toArray()).toEqual([{ ...row, seq: 1 }]);
    for (const name of [
      'sources',
      'sourceLinks',
      'addressAliases',
      'disclosures',
      'gridPlans',
      'assets',
    ] as const)
      expect(await after.of(name).count()).toBe(0);
    await after.of('assets').add({ id: 'a', bytes: Uint8Array.of(1, 2), savedAt: 1 });
    expect((await after.of('assets').get('a'))?.bytes).toEqual(Uint8Array.of(1, 2));
    after.close();
  });
});
