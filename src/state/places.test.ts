import { beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyStats } from '../domain/stats.ts';
import type { Committed } from '../storage/index.ts';
import { arrange, buildingById, loadPlaces, usePlaces } from './places.ts';
import { samplePlaces } from './test-places.ts';
import { membersOf, totalsByGrid, totalsOfBuilding, totalsOfCommunity } from './totals.ts';

const storage = vi.hoisted(() => ({
  places: vi.fn(),
  listeners: [] as ((committed: Committed) => void)[],
}));
vi.mock('../storage/index.ts', () => ({
  asset: async () => null,
  places: storage.places,
  onCommitted: (listener: (committed: Committed) => void) => {
    storage.listeners.push(listener);
    return () => undefined;
  },
}));

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

describe('arrange', () => {
  it('holds the counts index for index with the buildings', () => {
    const { buildings, stats, gridOfBuilding } = arrange(samplePlaces());
    expect(buildings.map((b) => b.id)).toEqual(['B1', 'B2', 'B3']);
    expect([...stats.homes]).toEqual([36, 264, 0]);
    expect([...gridOfBuilding]).toEqual([0, 1, -1]);
  });
  it('adds up by building, grid and community', () => {
    const places = arrange(samplePlaces());
    expect(totalsOfBuilding(places.stats, 1).vacantHomes).toBe(132);
    expect(totalsByGrid(places).map((totals) => totals.residents)).toEqual([100, 300]);
    const all = totalsOfCommunity(places.stats);
    expect(all.homes).toBe(300);
    expect(membersOf(all)).toBe(16);
  });
});

describe('usePlaces', () => {
  beforeEach(async () => {
    storage.places.mockImplementation(async () => samplePlaces());
    await loadPlaces();
  });
  it('is ready after loading', () => {
    expect(usePlaces.getState().status).toBe('ready');
    expect(buildingById('B2')?.storeys).toBe(33);
    expect(buildingById('nowhere')).toBeNull();
  });
  it('writes changed counts in place, without asking the database', () => {
    const before = usePlaces.getState();
    const asked = storage.places.mock.calls.length;
    commit({ tables: ['residents'], buildings: ['B1'], stats: [{ ...emptyStats('B1'), residents: 101 }] });
    const after = usePlaces.getState();
    expect(after.stats.residents[0]).toBe(101);
    expect(after.statsVersion).toBe(before.statsVersion + 1);
    expect(after.placesVersion).toBe(before.placesVersion);
    expect(storage.places.mock.calls.length).toBe(asked);
  });
  it('reads the places again when one of them changed', async () => {
    const before = usePlaces.getState();
    storage.places.mockImplementation(async () => {
      const loaded = samplePlaces();
      return { ...loaded, buildings: loaded.buildings.slice(0, 2) };
    });
    commit({ tables: ['buildings'] });
    await vi.waitFor(() => expect(usePlaces.getState().placesVersion).toBe(before.placesVersion + 1));
    expect(usePlaces.getState().buildings).toHaveLength(2);
  });
  it('leaves what did not change as it is', async () => {
    const before = usePlaces.getState();
    storage.places.mockImplementation(async () => {
      const loaded = samplePlaces();
      const [first, ...others] = loaded.grids;
      return { ...loaded, grids: first ? [{ ...first, revision: 2 }, ...others] : [] };
    });
    commit({ tables: ['grids'] });
    await vi.waitFor(() => expect(usePlaces.getState().placesVersion).toBe(before.placesVersion + 1));
    const after = usePlaces.getState();
    expect(after.buildings).toBe(before.buildings);
    expect(after.frame).toBe(before.frame);
    expect(after.grids).not.toBe(before.grids);
  });
  it('says that it failed, and says why to the caller', async () => {
    storage.places.mockRejectedValueOnce(new Error('closed'));
    await expect(loadPlaces()).rejects.toThrow('closed');
    expect(usePlaces.getState().status).toBe('failed');
  });
});
