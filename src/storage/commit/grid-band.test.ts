/** The households that a grid should have, through the one door: four numbers that rise, one edit, one step of undo. */
import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { EDIT_TITLES, setGridBand } from '../../domain/operations/index.ts';
import { EPOCH } from '../fixtures/community.ts';
import { type Installed, installFixture } from '../fixtures/install.ts';
import { closeStore, commit, places, undo } from '../index.ts';

const BAND = { min: 200, max: 260, warnBelow: 100, warnAbove: 400 };
const stampOf = ({ maker }: Installed) => ({
  communityId: maker.communityId,
  by: '王芳',
  at: EPOCH + 1000,
  newId: maker.newId,
});

afterEach(closeStore);

it('is changed by one edit and put back by one undo', async () => {
  const installed = await installFixture(1);
  const { community: before } = await places();
  const edit = setGridBand.run({ community: before }, BAND, stampOf(installed));
  if (!edit.ok) throw new Error(edit.reasons[0]?.en);
  expect(EDIT_TITLES[edit.value.label.key]).toBeDefined();
  expect((await commit(edit.value)).ok).toBe(true);
  expect((await places()).community.settings).toEqual({ ...before.settings, gridBand: BAND });
  expect((await undo())?.ok).toBe(true);
  expect((await places()).community).toEqual(before);
});

it('is refused where it does not rise, by the operation and at the door', async () => {
  const installed = await installFixture(2);
  const { community: before } = await places();
  const wrong = { ...BAND, min: 300 };
  const edit = setGridBand.run({ community: before }, wrong, stampOf(installed));
  expect(edit.ok ? [] : edit.reasons.map(({ code }) => code)).toEqual(['gridBand.order']);
  const right = setGridBand.run({ community: before }, BAND, stampOf(installed));
  if (!right.ok) throw new Error(right.reasons[0]?.en);
  const answer = await commit({
    ...right.value,
    changes: [{ table: 'communities', put: { ...before, settings: { gridBand: wrong } } }],
  });
  expect(answer.ok ? [] : answer.reasons.map(({ code }) => code)).toEqual(['gridBand.order']);
  expect((await places()).community).toEqual(before);
});
