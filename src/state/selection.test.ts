import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  buildingOf,
  NOTHING,
  parsePath,
  pathOf,
  type Selection,
  sameSelection,
  stepBack,
} from './selection.ts';
import { useSelection } from './selection-store.ts';

const storage = vi.hoisted(() => ({ locate: vi.fn() }));
vi.mock('../storage/index.ts', () => storage);

const ALL: readonly Selection[] = [
  NOTHING,
  { kind: 'grid', id: 'G' },
  { kind: 'building', id: 'B' },
  { kind: 'unit', id: 'B', unit: 2 },
  { kind: 'floor', id: 'B', floor: -1 },
  { kind: 'dwelling', id: 'D', buildingId: 'B' },
  { kind: 'household', id: 'H', dwellingId: 'D', buildingId: 'B' },
  { kind: 'resident', id: 'R', dwellingId: 'D', buildingId: 'B' },
  { kind: 'facility', id: 'F' },
  { kind: 'organisation', id: 'O', buildingId: null },
];

describe('selection', () => {
  it.each(ALL)('has an address that names it: $kind', (selection) => {
    const ref = parsePath(pathOf(selection));
    expect(ref.kind).toBe(selection.kind);
    if (ref.kind !== 'none' && selection.kind !== 'none') expect(ref.id).toBe(selection.id);
    if (selection.kind === 'floor') expect(ref).toMatchObject({ number: -1 });
  });
  it('has one address each', () => {
    expect(new Set(ALL.map(pathOf)).size).toBe(ALL.length);
    expect(sameSelection({ kind: 'building', id: 'B' }, { kind: 'unit', id: 'B', unit: 1 })).toBe(false);
  });
  it.each(['/', '/person/x', '/building', '/lists/residents', '/../x'])('takes nothing from %s', (path) => {
    expect(parsePath(path)).toEqual({ kind: 'none' });
  });
  it('leaves a floor number that is none', () => {
    expect(parsePath('/building/B/floor/five')).toEqual({ kind: 'building', id: 'B' });
  });
  it('steps back to nothing in at most three steps', () => {
    for (const selection of ALL) expect(stepBack(stepBack(stepBack(selection)))).toEqual(NOTHING);
    expect(buildingOf(stepBack(ALL[7] ?? NOTHING))).toBe('B');
  });
});

describe('useSelection', () => {
  beforeEach(() => {
    storage.locate.mockReset();
    useSelection.setState({ selection: NOTHING, hovered: null, missing: null, picks: 0 });
  });
  it('opens what an address names, with the ids around it', async () => {
    storage.locate.mockResolvedValue(ALL[7]);
    await useSelection.getState().open({ kind: 'resident', id: 'R' });
    expect(useSelection.getState()).toMatchObject({ selection: ALL[7], missing: null, picks: 1 });
  });
  it('says what is missing instead of failing', async () => {
    storage.locate.mockResolvedValue(null);
    await useSelection.getState().open({ kind: 'building', id: 'gone' });
    expect(useSelection.getState()).toMatchObject({
      selection: NOTHING,
      missing: { kind: 'building', id: 'gone' },
      picks: 0,
    });
    storage.locate.mockRejectedValue(new Error('closed'));
    await useSelection.getState().open({ kind: 'building', id: 'gone too' });
    expect(useSelection.getState().missing).toMatchObject({ id: 'gone too' });
    useSelection.getState().dismissMissing();
    expect(useSelection.getState().missing).toBeNull();
  });
  it('lets a later choice win over a slow address', async () => {
    let answer: (found: Selection) => void = () => undefined;
    storage.locate.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const opening = useSelection.getState().open({ kind: 'resident', id: 'R' });
    useSelection.getState().select({ kind: 'grid', id: 'G' });
    answer(ALL[7] ?? NOTHING);
    await opening;
    expect(useSelection.getState().selection).toEqual({ kind: 'grid', id: 'G' });
  });
  it('does not tell of a hover that did not change', () => {
    useSelection.getState().hover({ kind: 'building', id: 'B' });
    const { hovered } = useSelection.getState();
    useSelection.getState().hover({ kind: 'building', id: 'B' });
    expect(useSelection.getState().hovered).toBe(hovered);
    useSelection.getState().hover(null);
    expect(useSelection.getState().hovered).toBeNull();
  });
});
