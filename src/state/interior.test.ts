import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Committed } from '../storage/index.ts';
import { type InteriorRecords, marksOf, useInterior, watchInterior } from './interior.ts';
import { NOTHING } from './selection.ts';
import { useSelection } from './selection-store.ts';

const storage = vi.hoisted(() => ({
  interiorOf: vi.fn(),
  listeners: [] as ((committed: Committed) => void)[],
}));
vi.mock('../storage/index.ts', () => ({
  interiorOf: storage.interiorOf,
  onCommitted: (listener: (committed: Committed) => void) => {
    storage.listeners.push(listener);
    return () => undefined;
  },
  locate: vi.fn(),
}));

const at = (id: string, over: object) => ({ id, dwellingId: 'D1', ...over });
const inside = (over: object = {}): InteriorRecords =>
  ({
    dwellings: [
      { id: 'D1', occupancy: 'owner', use: 'home' },
      { id: 'D2', occupancy: 'vacant', use: 'home' },
    ],
    households: [at('h1', { state: 'active' }), at('h2', { state: 'ended' })],
    residents: [at('r1', { status: 'present' }), at('r2', { status: 'died' })],
    memberships: [at('m1', { state: 'active', mode: 'direct' }), at('m2', { state: 'ended', mode: 'joint' })],
    floating: [
      at('f1', { state: 'active', direction: 'in' }),
      at('f2', { state: 'active', direction: 'out' }),
    ],
    assistances: [
      at('a1', { state: 'active', kind: 'lowIncome' }),
      at('a2', { state: 'active', kind: 'medical' }),
    ],
    careNeeds: [at('c1', { state: 'active' })],
    organisations: [{ id: 'o1', dwellingIds: ['D2'], until: null }],
    openMatters: [at('x1', { open: true }), { id: 'x2', open: true, dwellingId: null }],
    head: null,
    ...over,
  }) as unknown as InteriorRecords;

describe('marksOf', () => {
  it('counts what is there now, home by home', () => {
    const marks = marksOf(inside());
    expect(marks.get('D1')).toEqual({
      households: 1,
      residents: 1,
      members: 1,
      memberModes: ['direct'],
      lowIncome: 1,
      care: 1,
      floating: 1,
      organisations: 0,
      openMatters: 1,
      occupancy: 'owner',
      use: 'home',
    });
    expect(marks.get('D2')).toMatchObject({ residents: 0, organisations: 1, occupancy: 'vacant' });
  });
});

describe('useInterior', () => {
  const commit = (change: Partial<Committed>): void => {
    const committed = {
      seq: 1,
      tables: [],
      ids: [],
      buildings: [],
      stats: [],
      bulk: false,
      elsewhere: false,
      ...change,
    };
    for (const listener of storage.listeners) listener(committed);
  };
  beforeEach(() => {
    storage.interiorOf.mockReset().mockImplementation(async () => inside());
    watchInterior();
    useSelection.getState().select(NOTHING);
  });
  const ready = () => vi.waitFor(() => expect(useInterior.getState().status).toBe('ready'));

  it('follows the selection into a building, through it, and out', async () => {
    useSelection.getState().select({ kind: 'building', id: 'B1' });
    expect(useInterior.getState()).toMatchObject({ buildingId: 'B1', status: 'loading' });
    await ready();
    useSelection.getState().select({ kind: 'dwelling', id: 'D1', buildingId: 'B1' });
    expect(storage.interiorOf).toHaveBeenCalledTimes(1);
    useSelection.getState().select(NOTHING);
    expect(useInterior.getState()).toMatchObject({ buildingId: null, status: 'empty' });
  });
  it('drops the answer of a building that was left', async () => {
    let answer: (records: InteriorRecords) => void = () => undefined;
    storage.interiorOf.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    useSelection.getState().select({ kind: 'building', id: 'slow' });
    useSelection.getState().select({ kind: 'building', id: 'B2' });
    await ready();
    answer(inside({ dwellings: [] }));
    await Promise.resolve();
    expect(useInterior.getState()).toMatchObject({ buildingId: 'B2' });
    expect(useInterior.getState().dwellings).toHaveLength(2);
  });
  it('loads again after commits that touch what is shown, and only those', async () => {
    useSelection.getState().select({ kind: 'building', id: 'B1' });
    await ready();
    commit({ tables: ['residents'], ids: [{ table: 'residents', id: 'elsewhere' }], buildings: ['B9'] });
    expect(storage.interiorOf).toHaveBeenCalledTimes(1);
    commit({ tables: ['residents'], ids: [{ table: 'residents', id: 'r1' }] });
    expect(storage.interiorOf).toHaveBeenCalledTimes(2);
    commit({ buildings: ['B1'] });
    expect(storage.interiorOf).toHaveBeenCalledTimes(3);
  });
  it('says when it failed', async () => {
    storage.interiorOf.mockRejectedValueOnce(new Error('no'));
    useSelection.getState().select({ kind: 'building', id: 'B3' });
    await vi.waitFor(() => expect(useInterior.getState().status).toBe('failed'));
  });
});
