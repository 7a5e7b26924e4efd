import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { checkRecord } from '../../domain/checks/records.ts';
import type { Change, Edit } from '../../domain/edit.ts';
import type { Resident, TableName } from '../../domain/records/index.ts';
import { EPOCH, makeBuilding, makeDwelling, makeResident } from '../fixtures/community.ts';
import { type Installed, installFixture, secondDesk } from '../fixtures/install.ts';
import type { Committed } from '../events.ts';
import {
  closeStore,
  commit,
  counts,
  historyOf,
  interiorOf,
  onCommitted,
  places,
  record,
  redo,
  residentCard,
  undo,
  undoState,
} from '../index.ts';
import { commitTo } from './commit.ts';
import { undoIn } from './undo.ts';

const edit = ({ maker }: Installed, changes: Change[], more: Partial<Edit> = {}): Edit => ({
  id: maker.newId(),
  communityId: maker.communityId,
  at: EPOCH + 1000,
  by: '王芳',
  label: { key: 'correct' },
  changes,
  ...more,
});
const first = <T>(list: readonly T[] | undefined): T => {
  const item = list?.[0];
  if (!item) throw new Error('the fixture is empty');
  return item;
};
const renamed = (resident: Resident, name: string): Resident => ({
  ...resident,
  personal: { ...resident.personal, name },
});
const expectOf = ({ revision, updatedAt }: Resident) => ({ revision, updatedAt });

afterEach(closeStore);

describe('commit', () => {
  it('is given a fixture that passes the checks', async () => {
    const { tables } = await installFixture(1);
    for (const [table, records] of Object.entries(tables))
      for (const one of records) expect([table, checkRecord(table as TableName, one)]).toEqual([table, []]);
  });

  it('stamps, answers with the inverse, and the inverse puts back the bytes', async () => {
    const installed = await installFixture(2);
    const before = first(installed.tables.residents);
    const done = await commit(edit(installed, [{ table: 'residents', put: renamed(before, '赵静') }]));
    if (!done.ok) throw new Error(done.reasons[0]?.en);
    const after = await record('residents', before.id);
    expect(after).toMatchObject({ revision: 2, updatedAt: EPOCH + 1000, createdAt: EPOCH });
    expect(after?.personal.name).toBe('赵静');
    expect(done.inverse.restores).toBeDefined();
    expect((await commit(done.inverse)).ok).toBe(true);
    expect(JSON.stringify(await record('residents', before.id))).toBe(JSON.stringify(before));
  });

  it('answers the same edit as the first time', async () => {
    const installed = await installFixture(3);
    const before = first(installed.tables.residents);
    const change = edit(installed, [{ table: 'residents', put: renamed(before, '赵静') }]);
    const one = await commit(change);
    expect(await commit(change)).toEqual(one);
    expect((await record('residents', before.id))?.revision).toBe(2);
  });

  it('refuses what a record may not be, and names the field', async () => {
    const installed = await installFixture(4);
    const before = first(installed.tables.residents);
    const bad = { ...before, birthYear: 'x' } as unknown as Resident;
    const answer = await commit(edit(installed, [{ table: 'residents', put: bad }]));
    expect(answer.ok).toBe(false);
    expect(await record('residents', before.id)).toEqual(before);
  });

  it('names the conflict when someone else was faster', async () => {
    const installed = await installFixture(5);
    const before = first(installed.tables.residents);
    const other = await secondDesk(installed.maker.communityId);
    const theirs = edit(
      installed,
      [{ table: 'residents', put: renamed(before, '李敏'), expect: expectOf(before) }],
      { by: '李强' },
    );
    expect((await commitTo(other, theirs)).ok).toBe(true);
    const mine = edit(installed, [
      { table: 'residents', put: renamed(before, '赵静'), expect: expectOf(before) },
    ]);
    const answer = await commit(mine);
    if (answer.ok) throw new Error('accepted');
    expect(answer.reasons[0]?.code).toBe('edit.conflict.changed');
    expect(answer.reasons[0]?.zh).toContain('李强');
    expect((await record('residents', before.id))?.personal.name).toBe('李敏');
    other.close();
  });

  it('refuses to undo over another desk, and says so', async () => {
    const installed = await installFixture(6);
    const before = first(installed.tables.residents);
    await commit(edit(installed, [{ table: 'residents', put: renamed(before, '赵静') }]));
    const other = await secondDesk(installed.maker.communityId);
    expect(await undoIn(other)).toBeNull();
    await commitTo(
      other,
      edit(installed, [{ table: 'residents', put: renamed(before, '李敏') }], { by: '李强' }),
    );
    const answer = await undo();
    expect(answer?.ok).toBe(false);
    if (answer && !answer.ok) expect(answer.reasons[0]?.zh).toContain('李强');
    other.close();
  });

  it('undoes and redoes step by step, and a new edit ends redo', async () => {
    const installed = await installFixture(7);
    const before = first(installed.tables.residents);
    const put = (name: string) =>
      commit(
        edit(installed, [{ table: 'residents', put: renamed(before, name) }], {
          label: { key: 'correct', params: { name } },
        }),
      );
    await put('甲');
    await put('乙');
    expect((await undo())?.ok).toBe(true);
    expect(await undoState()).toMatchObject({ canUndo: true, canRedo: true, redoLabel: { key: 'correct' } });
    expect((await record('residents', before.id))?.personal.name).toBe('甲');
    await undo();
    expect(await record('residents', before.id)).toEqual(before);
    expect(await undo()).toBeNull();
    await redo();
    await redo();
    expect((await record('residents', before.id))?.personal.name).toBe('乙');
    expect(await redo()).toBeNull();
    await undo();
    await put('丙');
    expect(await redo()).toBeNull();
    await undo();
    await undo();
    expect(await record('residents', before.id)).toEqual(before);
    const history = await historyOf('residents', before.id);
    expect(history).toHaveLength(10);
    expect(history.at(-1)?.fields).toEqual([
      { path: 'personal.name', before: before.personal.name, after: '甲' },
    ]);
  });

  it('keeps stats, adds a row with a building and takes it away again', async () => {
    const installed = await installFixture(8);
    const { maker } = installed;
    const before = await counts();
    const building = makeBuilding(maker, 99);
    const home = { ...makeDwelling(maker, building.id, 1, 1), use: 'home' as const };
    const told: Committed[] = [];
    const stop = onCommitted((c) => told.push(c));
    const done = await commit(
      edit(installed, [
        { table: 'buildings', put: building },
        { table: 'dwellings', put: home },
      ]),
    );
    expect(done.ok).toBe(true);
    expect(await counts()).toMatchObject({
      buildings: before.buildings + 1,
      dwellings: before.dwellings + 1,
    });
    expect(told).toHaveLength(1);
    expect(told[0]?.stats).toMatchObject([{ buildingId: building.id, homes: 1 }]);
    const refused = await commit(edit(installed, [{ table: 'buildings', del: building.id }]));
    expect(refused.ok ? '' : refused.reasons[0]?.code).toBe('buildings.notEmpty');
    await undo();
    expect(await counts()).toEqual(before);
    expect((await places()).stats.some((row) => row.buildingId === building.id)).toBe(false);
    stop();
  });

  it('refuses a person in a home that is not there, or in the wrong building', async () => {
    const installed = await installFixture(9);
    const { maker, tables } = installed;
    const [here, there] = tables.buildings ?? [];
    const home = first(tables.dwellings);
    if (!here || !there) throw new Error('two buildings are needed');
    const nowhere = makeResident(maker, { id: maker.newId(), buildingId: here.id }, maker.newId(), true);
    const lost = await commit(edit(installed, [{ table: 'residents', put: nowhere }]));
    expect(lost.ok ? '' : lost.reasons[0]?.code).toBe('dwellings.missing');
    const wrong = makeResident(maker, { id: home.id, buildingId: there.id }, maker.newId(), true);
    const astray = await commit(edit(installed, [{ table: 'residents', put: wrong }]));
    expect(astray.ok ? '' : astray.reasons[0]?.code).toBe('edit.otherBuilding');
    const inhabited = first(tables.residents).dwellingId;
    const full = await commit(edit(installed, [{ table: 'dwellings', del: inhabited }]));
    expect(full.ok ? '' : full.reasons[0]?.code).toBe('dwellings.notEmpty');
  });

  it('moves a person between buildings, in the interior and on the card', async () => {
    const installed = await installFixture(10);
    const { tables } = installed;
    const person = first(tables.residents);
    const target = tables.dwellings?.find(({ buildingId }) => buildingId !== person.buildingId);
    if (!target) throw new Error('another building is needed');
    const moved = { ...person, buildingId: target.buildingId, dwellingId: target.id };
    expect((await commit(edit(installed, [{ table: 'residents', put: moved }]))).ok).toBe(true);
    const [from, to] = [await interiorOf(person.buildingId), await interiorOf(target.buildingId)];
    expect(from.residents.some(({ id }) => id === person.id)).toBe(false);
    expect(to.residents.some(({ id }) => id === person.id)).toBe(true);
    expect((await residentCard(person.id))?.dwelling.id).toBe(target.id);
  });

  it('leaves nothing half written when the disk is full', async () => {
    const installed = await installFixture(11);
    const { store } = installed;
    const before = first(installed.tables.residents);
    const journal = store.db.of('journal');
    const refuse = () => {
      throw new DOMException('no space', 'QuotaExceededError');
    };
    journal.hook('creating', refuse);
    const answer = await commit(edit(installed, [{ table: 'residents', put: renamed(before, '赵静') }]));
    journal.hook('creating').unsubscribe(refuse);
    expect(answer.ok ? '' : answer.reasons[0]?.code).toBe('storage.full');
    expect(await record('residents', before.id)).toEqual(before);
    expect(await undoState()).toMatchObject({ canUndo: false });
  });
});
