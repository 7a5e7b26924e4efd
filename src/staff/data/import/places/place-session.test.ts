/** A file of places from its reading to the database and back: written as one act, undone as one step. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { installFixture } from '../../../../storage/fixtures/install.ts';
import { asset, closeStore, commit, places, undo, undoState } from '../../../../storage/index.ts';
import { createFrame } from '../../../../geometry/frame.ts';
import { unpackMeshes } from '../../../../geometry/mesh-pack.ts';
import { DEFAULT_PLACE_OPTIONS } from '../../../../transfer/places/plan.ts';
import type { PlaceSet, SourceBuilding, SourcePoint } from '../../../../transfer/places/place-set.ts';
import { fileOfBytes } from '../../../../transfer/source-file.ts';
import { PlaceSession } from './place-session.ts';
import type { PlaceChoice } from './views.ts';

const frame = createFrame([107.66, 35.73]);
const box = (x: number, y: number, size: number): SourcePoint[] => [
  frame.toLngLat([x, y]),
  frame.toLngLat([x + size, y]),
  frame.toLngLat([x + size, y + size]),
  frame.toLngLat([x, y + size]),
];
const object = (key: string, x: number, more: Partial<SourceBuilding> = {}): SourceBuilding => ({
  key,
  where: key,
  name: '',
  attributes: {},
  footprint: [[box(x, 0, 20)]],
  groundMetres: null,
  heightMetres: 18,
  minHeightMetres: 0,
  storeys: 6,
  partOf: null,
  mesh: null,
  ...more,
});
const setOf = (buildings: readonly SourceBuilding[], more: Partial<PlaceSet> = {}): PlaceSet => ({
  format: 'geojson',
  version: null,
  crs: null,
  unplaced: false,
  buildings,
  areas: [],
  terrain: null,
  imagery: null,
  textures: [],
  counts: { features: buildings.length },
  problems: [],
  ...more,
});
const tower = setOf([
  object('outline', 0, { footprint: [[box(0, 0, 40)]], heightMetres: 60 }),
  object('podium', 0, { footprint: [[box(0, 0, 40)]], heightMetres: 12, partOf: 'outline' }),
  object('tower', 10, { partOf: 'outline', minHeightMetres: 12, heightMetres: 60 }),
  object('slab', 100),
]);
const choice: PlaceChoice = {
  ...DEFAULT_PLACE_OPTIONS,
  where: { kind: 'crs', text: 'EPSG:4326' },
  name: '地图',
  areasAs: 'ignore',
  terrain: false,
};
const file = (name = 'map.geojson') => fileOfBytes(name, new TextEncoder().encode(`{"name":"${name}"}`));
const quiet = new AbortController().signal;
const write = (session: PlaceSession) => session.write('1号窗口', () => undefined, quiet);

afterEach(closeStore);

describe('a file of places', () => {
  it('is read as its format rules, previewed, written, found in the database, and undone in one step', async () => {
    await installFixture(41);
    const before = await places();
    const session = await PlaceSession.open(file(), tower);
    expect(session.summary()).toMatchObject({ by: 'format', has: { buildings: 4, meshes: 0 } });
    const preview = session.preview(choice);
    expect(preview.outcomes).toMatchObject({ created: 4, linked: 0 });
    expect(preview.buildings).toHaveLength(before.buildings.length + 2);
    expect([...preview.states].filter((state) => state === 1)).toHaveLength(2);
    expect(await write(session)).toMatchObject({ ok: true });

    const after = await places();
    expect(after.buildings).toHaveLength(before.buildings.length + 2);
    const [source] = after.sources;
    expect(source).toMatchObject({ kind: 'model', fileName: 'map.geojson', crs: 'EPSG:4326' });
    expect(after.sourceLinks).toHaveLength(4);
    expect(new TextDecoder().decode((await asset(source?.fileId ?? '')) ?? undefined)).toContain(
      'map.geojson',
    );
    const meshes = unpackMeshes((await asset(source?.meshId ?? '')) ?? new Uint8Array());
    expect(meshes.map(({ key }) => key)).toEqual(['outline']);

    expect((await undo())?.ok).toBe(true);
    const undone = await places();
    expect([undone.buildings, undone.sources, undone.sourceLinks]).toEqual([before.buildings, [], []]);
    expect(await undoState()).toMatchObject({ canUndo: false, canRedo: true });
  });

  it('changes nothing the second time, and keeps hand-made links when a newer version comes', async () => {
    await installFixture(42);
    const first = await PlaceSession.open(file(), tower);
    first.preview(choice);
    await write(first);
    const written = await places();
    const again = await PlaceSession.open(file(), tower);
    expect(again.preview(choice).outcomes).toMatchObject({ created: 0, updated: 0, unchanged: 4 });
    const [other] = written.buildings;
    if (!other) throw new Error('the fixture is empty');
    again.linkByHand('slab', other.id);
    expect(await write(again)).toMatchObject({ ok: true });
    const newer = await PlaceSession.open(file(), setOf([...tower.buildings, object('new', 200)]));
    expect(newer.preview(choice).outcomes).toMatchObject({ created: 1 });
    await write(newer);
    const last = await places();
    expect(last.sources).toHaveLength(1);
    expect(last.sourceLinks.find(({ key }) => key === 'slab')).toMatchObject({
      buildingId: other.id,
      by: 'hand',
    });
  });

  it('moves an empty community to where the file lies', async () => {
    const { tables } = await installFixture(43, 0);
    const session = await PlaceSession.open(file(), setOf([object('a', 0), object('b', 5000)]));
    const preview = session.preview(choice);
    expect(preview.movesCentre).toBe(true);
    expect((await write(session)).ok).toBe(true);
    const { community, buildings } = await places();
    expect(community.anchor).not.toEqual(tables.communities?.[0]?.anchor);
    expect(createFrame(community.anchor).toLocal(buildings[0]?.footprint[0]?.[0] ?? [0, 0])[0]).toBeLessThan(
      5000,
    );
    expect(community.outline[0]?.[0]).toHaveLength(4);
  });

  it('leaves nothing behind when it is cancelled, or refused in the middle', async () => {
    const installed = await installFixture(44);
    const before = await places();
    const session = await PlaceSession.open(file(), tower);
    session.preview(choice);
    const controller = new AbortController();
    controller.abort();
    expect(await session.write('', () => undefined, controller.signal)).toMatchObject({
      ok: false,
      reasons: [],
    });
    expect((await places()).buildings).toEqual(before.buildings);

    // Somebody changes a building between the preview and the writing of its new outline.
    session.preview(choice);
    await write(session);
    const newer = await PlaceSession.open(file(), setOf([object('slab', 100, { heightMetres: 21 })]));
    expect(newer.preview(choice).outcomes.updated).toBe(1);
    const target = (await places()).sourceLinks.find(({ key }) => key === 'slab')?.buildingId;
    const building = (await places()).buildings.find(({ id }) => id === target);
    if (!building) throw new Error('not written');
    await commit({
      id: installed.maker.newId(),
      communityId: installed.maker.communityId,
      at: 1,
      by: '李强',
      label: { key: 'correctRecord' },
      changes: [{ table: 'buildings', put: { ...building, yearBuilt: 1999 } }],
    });
    const refused = await write(newer);
    expect(refused.ok).toBe(false);
    expect(refused.reasons[0]?.zh).toContain('李强');
    expect((await places()).sourceLinks).toHaveLength(4);
  });
});
