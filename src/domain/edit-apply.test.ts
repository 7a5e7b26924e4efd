import { describe, expect, it } from 'vitest';
import type { Edit } from './edit.ts';
import { applyEdit, conflictsOf, emptyState } from './edit-apply.ts';
import { COMMUNITY_ID, NOON, sampleOf } from './testing/samples.ts';
import { snapshot } from './testing/small-community.ts';

const editOf = (changes: Edit['changes'], at = NOON + 5): Edit => ({
  id: 'e1',
  communityId: COMMUNITY_ID,
  at,
  by: '一号窗口',
  label: { key: 'correctRecord' },
  changes,
});

describe('applyEdit', () => {
  const dwelling = sampleOf('dwellings');
  const made = applyEdit(emptyState(), editOf([{ table: 'dwellings', put: dwelling, expect: null }]));

  it('stamps revision and time, and never touches the state it was given', () => {
    expect(made.state.dwellings.get(dwelling.id)).toMatchObject({
      revision: 1,
      updatedAt: NOON + 5,
      createdAt: NOON,
    });
    const before = snapshot(made.state);
    const changed = applyEdit(
      made.state,
      editOf([{ table: 'dwellings', put: { ...dwelling, room: '503' } }]),
    );
    expect(changed.state.dwellings.get(dwelling.id)).toMatchObject({ revision: 2, room: '503' });
    expect(snapshot(made.state)).toBe(before);
    expect(snapshot(applyEdit(changed.state, changed.inverse).state)).toBe(before);
  });
  it('the inverse of the inverse does it again', () => {
    const undone = applyEdit(made.state, made.inverse);
    expect(snapshot(undone.state)).toBe(snapshot(emptyState()));
    expect(snapshot(applyEdit(undone.state, undone.inverse).state)).toBe(snapshot(made.state));
  });
  it('a deletion comes back as it was', () => {
    const gone = applyEdit(made.state, editOf([{ table: 'dwellings', del: dwelling.id }]));
    expect(gone.state.dwellings.size).toBe(0);
    expect(snapshot(applyEdit(gone.state, gone.inverse).state)).toBe(snapshot(made.state));
  });
  it('finds who was faster', () => {
    const stale = editOf([{ table: 'dwellings', put: dwelling, expect: { revision: 1, updatedAt: NOON } }]);
    expect(conflictsOf(made.state, stale)).toHaveLength(1);
    expect(
      conflictsOf(made.state, editOf([{ table: 'dwellings', put: dwelling, expect: null }])),
    ).toHaveLength(1);
    expect(conflictsOf(emptyState(), editOf([{ table: 'dwellings', del: dwelling.id }]))).toHaveLength(1);
    expect(() => applyEdit(made.state, stale)).toThrow(/conflicts/);
  });
});
