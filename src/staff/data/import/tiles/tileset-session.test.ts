/** A tileset from its folder or address to the database, and what a drop of a folder is taken for. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { shownBackdrops } from '../../../../state/backdrops.ts';
import { installFixture } from '../../../../storage/fixtures/install.ts';
import { closeStore, places, undo } from '../../../../storage/index.ts';
import { geodeticToEcef } from '../../../../geometry/ecef.ts';
import { fileOfBlob, fileOfBytes } from '../../../../transfer/source-file.ts';
import type { FileKind } from '../detect-file.ts';
import { withoutTiles } from './tile-files.ts';
import { TilesetSession } from './tileset-session.ts';

const quiet = new AbortController().signal;
const nothing = (): void => undefined;
const tilesetOf = (sphere: readonly number[]): string =>
  JSON.stringify({
    asset: { version: '1.0' },
    geometricError: 50,
    root: {
      boundingVolume: { sphere },
      geometricError: 10,
      refine: 'ADD',
      content: { uri: 'Data/0.b3dm' },
    },
  });
const folder = (text: string): Map<string, Blob> =>
  new Map([
    ['tileset.json', new Blob([text])],
    ['Data/0.b3dm', new Blob(['b3dm'])],
  ]);
const openFolder = async (text: string): Promise<TilesetSession> => {
  const files = folder(text);
  const file = fileOfBlob('tileset.json', files.get('tileset.json') as Blob, files);
  return TilesetSession.open({ file, files, path: '一期/tileset.json' }, nothing, quiet);
};
const placement = {
  anchor: [107.66, 35.73] as [number, number],
  pivot: [0, 0] as [number, number],
  groundMetres: 1420,
  rotationDegrees: 0,
  scale: 1,
  mirrored: false,
};
const near = async (heightMetres: number): Promise<string> => {
  const [lng, lat] = (await places()).community.anchor;
  return tilesetOf([...geodeticToEcef({ lng, lat, heightMetres }), 100]);
};

afterEach(closeStore);

describe('a tileset', () => {
  it('of a folder is kept with all its files, placed where it stands nowhere, and undone in one step', async () => {
    await installFixture(61);
    const session = await openFolder(tilesetOf([0, 0, 0, 100]));
    expect(session.summary()).toMatchObject({
      version: '1.0',
      place: null,
      contents: [['b3dm', 1]],
      elsewhere: false,
      movesCentre: null,
      distanceMetres: null,
    });
    const choice = { name: '一期', placement, raisedMetres: 1.5 };
    expect(await session.write(choice, '1号窗口', nothing, quiet)).toMatchObject({ ok: true });
    const { sources } = await places();
    expect(sources).toMatchObject([
      { kind: 'tileset', fileName: '一期/tileset.json', address: null, placement, crs: null },
    ]);
    const [backdrop] = shownBackdrops(sources);
    expect(backdrop).toMatchObject({ address: 'tileset.json', raisedMetres: 1.5 });
    expect(await (await backdrop?.open?.('Data/0.b3dm'))?.text()).toBe('b3dm');
    expect(await backdrop?.open?.('Data/1.b3dm')).toBeNull();
    expect(shownBackdrops(sources.map((source) => ({ ...source, shown: false })))).toEqual([]);

    // A newer version of the same folder takes its place.
    const newer = await openFolder(tilesetOf([0, 0, 0, 120]));
    await newer.write({ ...choice, name: '一期（新）' }, '', nothing, quiet);
    expect((await places()).sources).toMatchObject([{ id: sources[0]?.id, name: '一期（新）' }]);
    await undo();
    await undo();
    expect((await places()).sources).toEqual([]);
  });

  it('that stands on earth is brought down to the ground, and needs no placement', async () => {
    await installFixture(62);
    const { elevationMetres } = (await places()).community;
    const session = await openFolder(await near(elevationMetres - 40));
    const summary = session.summary();
    expect(summary.distanceMetres).toBeLessThan(5);
    // The lowest point of the sphere is its radius below the centre.
    expect(summary.suggestedRaise).toBeCloseTo(140, 0);
    await session.write({ name: '', placement: null, raisedMetres: 140 }, '', nothing, quiet);
    expect((await places()).sources).toMatchObject([
      { name: 'tileset.json', crs: 'EPSG:4978', placement: null, backdrop: { raisedMetres: 140 } },
    ]);
  });

  it('of another place is told, and moves a community that is still empty', async () => {
    const far = tilesetOf([...geodeticToEcef({ lng: 121.47, lat: 31.23, heightMetres: 0 }), 100]);
    await installFixture(63);
    expect((await openFolder(far)).summary()).toMatchObject({ elsewhere: true, movesCentre: null });
    await closeStore();
    await installFixture(64, 0);
    const session = await openFolder(far);
    expect(session.summary().elsewhere).toBe(false);
    await session.write({ name: '实景', placement: null, raisedMetres: 0 }, '', nothing, quiet);
    const { community } = await places();
    expect(community.anchor[0]).toBeCloseTo(121.47, 4);
    expect(community.anchor[1]).toBeCloseTo(31.23, 4);
  });

  it('of this server keeps its address and none of its files', async () => {
    await installFixture(65);
    const file = fileOfBytes('tileset.json', new TextEncoder().encode(tilesetOf([0, 0, 0, 9])));
    const given = { file, files: null, path: '/tiles/tileset.json' };
    const session = await TilesetSession.open(given, nothing, quiet);
    expect(session.summary()).toMatchObject({ keptBytes: null, missingCount: 1 });
    await session.write({ name: '', placement, raisedMetres: 0 }, '', nothing, quiet);
    const { sources } = await places();
    expect(sources).toMatchObject([{ address: '/tiles/tileset.json', backdrop: { filesId: null } }]);
    expect(shownBackdrops(sources)).toMatchObject([{ address: '/tiles/tileset.json', open: null }]);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    await installFixture(66);
    const session = await openFolder(tilesetOf([0, 0, 0, 9]));
    const controller = new AbortController();
    controller.abort();
    const choice = { name: '', placement, raisedMetres: 0 };
    expect(await session.write(choice, '', nothing, controller.signal)).toMatchObject({ ok: false });
    expect((await places()).sources).toEqual([]);
  });
});

describe('the files of a drop', () => {
  const tiles: FileKind = { kind: 'places', format: '3dtiles' };
  const glb: FileKind = { kind: 'places', format: 'glb' };
  const map: FileKind = { kind: 'places', format: 'geojson' };
  const told = (files: Readonly<Record<string, FileKind>>): Record<string, string> => {
    const paths = Object.keys(files);
    const kinds = withoutTiles(
      paths.map((path) => ({ path })),
      Object.values(files),
    );
    return Object.fromEntries(
      paths.map((path, at) => {
        const kind = kinds[at] as FileKind;
        return [path, kind.kind === 'places' ? kind.format : kind.kind];
      }),
    );
  };

  it('that lie in the folder of a tileset are the tileset’s, those in another are not', () => {
    expect(
      told({
        'a/Data/sub/tileset.json': tiles,
        'a/Data/root.json': tiles,
        'a/tileset.json': tiles,
        'a/0.glb': glb,
        'a/list.csv': { kind: 'table' },
        'b/tileset.json': tiles,
        'b.glb': glb,
      }),
    ).toEqual({
      'a/Data/sub/tileset.json': 'companion',
      'a/Data/root.json': 'companion',
      'a/tileset.json': '3dtiles',
      'a/0.glb': 'companion',
      'a/list.csv': 'table',
      'b/tileset.json': '3dtiles',
      'b.glb': 'glb',
    });
  });
  it('stay what they are where there is no tileset, and a map beside one stays a map', () => {
    expect(told({ 'x/a.glb': glb, 'x/b.json': map })).toEqual({ 'x/a.glb': 'glb', 'x/b.json': 'geojson' });
    expect(told({ 'tileset.json': tiles, 'map.geojson': map, '0.glb': glb })).toEqual({
      'tileset.json': '3dtiles',
      'map.geojson': 'geojson',
      '0.glb': 'companion',
    });
  });
});
