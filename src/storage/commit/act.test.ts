/** An act of many commits is one step: done, undone, redone, refused or interrupted, it is all there or not at all. */
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Change, Edit } from '../../domain/edit.ts';
import { recount } from '../../domain/stats.ts';
import { makeDwelling, makeHousehold, makeResident } from '../fixtures/community.ts';
import { type Installed, installFixture, secondDesk } from '../fixtures/install.ts';
import { Mirror } from '../fixtures/random-edits.ts';
import { type Committed, onCommitted } from '../events.ts';
import { closeStore, commit, historyOf, redo, settleActs, undo, undoState } from '../index.ts';
import { type ActInHand, PLAIN, type StoredName } from '../schema/layout.ts';
import type { Store } from '../store.ts';
import { beginActIn } from './act.ts';
import { commitTo } from './commit.ts';
import { flipGroup } from './undo.ts';

const STORES: readonly StoredName[] = [...PLAIN, 'floors', 'stats'];
/** A digest of every table of records and counts, to the byte. */
const snapshot = async ({ db }: Store): Promise<string> =>
  createHash('sha256')
    .update(JSON.stringify(await Promise.all(STORES.map((name) => db.table(name).toArray()))))
    .digest('hex');

/** Homes with one household of one person each, on the floors of every building. */
const arrivals = ({ maker, tables }: Installed, homes: number, floor: number): Change[] =>
  Array.from({ length: homes }).flatMap((_, at): Change[] => {
    const building = tables.buildings?.[at % tables.buildings.length];
    if (!building) throw new Error('the fixture is empty');
    const dwelling = makeDwelling(maker, building.id, floor, 10 + at);
    const household = makeHousehold(maker, dwelling);
    const resident = makeResident(maker, dwelling, household.id, true);
    return [
      { table: 'dwellings', put: dwelling, expect: null },
      { table: 'households', put: { ...household, headId: resident.id, size: 1 }, expect: null },
      { table: 'residents', put: resident, expect: null },
    ];
  });

const LABEL = { label: { key: 'importRecords' }, by: '王芳' };

const countsHold = async ({ db }: Store, installed: Installed): Promise<void> => {
  const mirror = new Mirror(installed.tables);
  for (const row of await db.of('journal').toArray()) mirror.apply(row.changes);
  const stats = await db.of('stats').toArray();
  expect(new Map(stats.map((row) => [row.buildingId, row]))).toEqual(
    recount([...mirror.of('buildings').keys()], mirror.listed()),
  );
};

/** A correction of one person, as anybody might make it meanwhile. */
const correction = ({ maker, tables }: Installed): Edit => {
  const person = tables.residents?.[0];
  if (!person) throw new Error('the fixture is empty');
  return {
    id: maker.newId(),
    communityId: maker.communityId,
    at: 1,
    by: '王芳',
    label: { key: 'correctRecord' },
    changes: [{ table: 'residents', put: { ...person, since: '2026-01-01' } }],
  };
};
/** The page is gone: nobody lets go of what it had in hand, and its clock stands still. */
const abandon = async ({ db, desk }: Store, inHand: ActInHand): Promise<void> => {
  await db.of('desks').update(desk, { inHand: { ...inHand, aliveAt: 0 } });
};

afterEach(closeStore);

describe('an act', () => {
  it('of small and of great batches is one step of undo and of redo, to the byte', async () => {
    const installed = await installFixture(31);
    const { store } = installed;
    const first = await snapshot(store);
    const heard: Committed[] = [];
    const stop = onCommitted((committed) => heard.push(committed));
    const act = await beginActIn(store, LABEL);
    expect((await act.commit(arrivals(installed, 4, 1))).ok).toBe(true);
    expect((await act.commit(arrivals(installed, 400, 2))).ok).toBe(true);
    expect(heard).toEqual([]);
    await act.finish();
    stop();
    // One piece of news, when all of it is there.
    expect(heard.map(({ seq, bulk, ids, tables }) => [seq, bulk, ids.length, tables.length])).toEqual([
      [2, true, 0, 3],
    ]);
    await countsHold(store, installed);
    const second = await snapshot(store);
    const steps: number[] = [];
    expect((await undo((done) => steps.push(done)))?.ok).toBe(true);
    expect(steps).toEqual([1, 2]);
    expect(await snapshot(store)).toBe(first);
    expect(await undoState()).toMatchObject({ canUndo: false, canRedo: true });
    expect((await redo())?.ok).toBe(true);
    expect(await snapshot(store)).toBe(second);
    await countsHold(store, installed);
    expect(await redo()).toBeNull();
    await undo();
    expect(await snapshot(store)).toBe(first);
  });

  it('is in the history of each of its records, however many there are', async () => {
    const installed = await installFixture(37);
    const act = await beginActIn(installed.store, LABEL);
    const changes = arrivals(installed, 400, 2);
    await act.commit(changes);
    await act.finish();
    const person = changes[5];
    if (!person || !('put' in person) || person.table !== 'residents') throw new Error('no resident');
    expect(await historyOf('residents', person.put.id)).toMatchObject([{ kind: 'added', by: '王芳' }]);
    const [row] = await installed.store.db.of('journal').toArray();
    // By building, not by record: twelve hundred index entries less.
    expect(row?.touched).toEqual(installed.tables.buildings?.map(({ id }) => id).sort());
  });

  it('keeps the desk to itself while it lasts, and leaves other desks alone', async () => {
    const installed = await installFixture(32);
    const { store, maker } = installed;
    const act = await beginActIn(store, LABEL);
    const refused = await commit(correction(installed));
    expect(refused.ok ? '' : refused.reasons[0]?.code).toBe('edit.actInHand');
    await expect(beginActIn(store, LABEL)).rejects.toThrow(/under way/);
    const other = await secondDesk(maker.communityId);
    expect((await commitTo(other, correction(installed))).ok).toBe(true);
    other.close();
    await act.finish();
    expect((await commit(correction(installed))).ok).toBe(true);
  });

  it('that is given up leaves nothing behind, and nothing to do again', async () => {
    const installed = await installFixture(33);
    const first = await snapshot(installed.store);
    const act = await beginActIn(installed.store, LABEL);
    await act.commit(arrivals(installed, 5, 1));
    await act.commit(arrivals(installed, 5, 2));
    const refused = await act.commit([{ table: 'residents', del: installed.maker.newId() }]);
    expect(refused.ok).toBe(false);
    await act.takeBack();
    expect(await snapshot(installed.store)).toBe(first);
    expect(await undoState()).toMatchObject({ canUndo: false, canRedo: false });
  });

  it('whose page is gone is taken back when the community is opened again', async () => {
    const installed = await installFixture(34);
    const { store } = installed;
    const first = await snapshot(store);
    const act = await beginActIn(store, LABEL);
    await act.commit(arrivals(installed, 5, 1));
    await act.commit(arrivals(installed, 400, 2));
    await abandon(store, { group: act.id, way: 'do', aliveAt: 0 });
    expect(await settleActs()).toBe('takenBack');
    expect(await snapshot(store)).toBe(first);
    expect(await settleActs()).toBe('nothing');
    expect(await undoState()).toMatchObject({ canUndo: false, canRedo: false });
    expect((await commit(correction(installed))).ok).toBe(true);
  });

  it('half undone when the page was killed is undone to the end', async () => {
    const installed = await installFixture(35);
    const { store } = installed;
    const first = await snapshot(store);
    const act = await beginActIn(store, LABEL);
    for (const floor of [1, 2, 3]) await act.commit(arrivals(installed, 3, floor));
    await act.finish();
    // One commit of three is taken back, then the plug is pulled.
    await abandon(store, { group: act.id, way: 'undo', aliveAt: 0 });
    await flipGroup(store, 'undo', act.id, 1, { limit: 1 });
    await abandon(store, { group: act.id, way: 'undo', aliveAt: 0 });
    expect(await settleActs()).toBe('finished');
    expect(await snapshot(store)).toBe(first);
    expect(await undoState()).toMatchObject({ canUndo: false, canRedo: true });
  });

  it('that another desk has built upon is not undone by half', async () => {
    const installed = await installFixture(36);
    const { store, maker } = installed;
    const act = await beginActIn(store, LABEL);
    const changes = arrivals(installed, 1, 1);
    await act.commit(changes);
    await act.commit(arrivals(installed, 1, 2));
    await act.finish();
    const other = await secondDesk(maker.communityId);
    const change = changes[2];
    if (!change || !('put' in change) || change.table !== 'residents') throw new Error('no resident');
    const theirs = await commitTo(other, {
      id: maker.newId(),
      communityId: maker.communityId,
      at: 1,
      by: '李强',
      label: { key: 'correctRecord' },
      changes: [{ table: 'residents', put: { ...change.put, since: '2026-01-01' } }],
    });
    expect(theirs.ok).toBe(true);
    const whole = await snapshot(store);
    const answer = await undo();
    expect(answer?.ok === false && answer.reasons[0]?.zh).toContain('李强');
    expect(await snapshot(store)).toBe(whole);
    expect(await undoState()).toMatchObject({ canUndo: true });
    other.close();
  });
});
