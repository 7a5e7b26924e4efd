import { describe, expect, it } from 'vitest';
import { checkRecord } from '../../domain/checks/records.ts';
import { createIdSource } from '../../domain/ids.ts';
import type {
  Building,
  LngLat,
  MultiPolygon,
  Polygon,
  Source,
  SourceLink,
} from '../../domain/records/index.ts';
import { createFrame } from '../../geometry/frame.ts';
import type { LocatedBuilding, LocatedMesh, LocatedSet } from '../crs/located-set.ts';
import {
  changesOf,
  DEFAULT_PLACE_OPTIONS,
  type PlaceContext,
  type PlaceOptions,
  planPlaces,
} from './plan.ts';

const anchor: LngLat = [107.65, 35.73];
const frame = createFrame(anchor);
const box = (x: number, y: number, w: number, h: number): Polygon => [
  [
    frame.toLngLat([x, y]),
    frame.toLngLat([x + w, y]),
    frame.toLngLat([x + w, y + h]),
    frame.toLngLat([x, y + h]),
  ],
];
const object = (
  key: string,
  footprint: MultiPolygon,
  more: Partial<LocatedBuilding> = {},
): LocatedBuilding => ({
  key,
  where: `features["${key}"]`,
  name: '',
  attributes: {},
  footprint,
  groundMetres: null,
  heightMetres: 18,
  minHeightMetres: 0,
  storeys: null,
  partOf: null,
  mesh: null,
  ...more,
});
const setOf = (buildings: readonly LocatedBuilding[]): LocatedSet => ({
  format: 'geojson',
  version: null,
  source: { crs: 'EPSG:4326', declared: null, placement: null },
  buildings,
  areas: [],
  terrain: null,
  imagery: null,
  textures: [],
  counts: {},
  problems: [],
});
const newId = createIdSource(
  () => 1_790_000_000_000,
  () => 0.5,
);
const stamp = { at: 1_790_000_000_000, newId };
const communityId = newId();
const community = { id: communityId, anchor };
const plan = (
  buildings: readonly LocatedBuilding[],
  context: Partial<PlaceContext> = {},
  options: Partial<PlaceOptions> = {},
) =>
  planPlaces(
    setOf(buildings),
    { community, buildings: [], grids: [], earlier: [], ...context },
    { ...DEFAULT_PLACE_OPTIONS, ...options },
    stamp,
  );
const mesh: LocatedMesh = {
  origin: frame.toLngLat([0, 0]),
  baseMetres: 1400,
  positions: Float32Array.of(0, 0, 20, 10, 0, 20, 10, 10, 35),
  indices: Uint32Array.of(0, 1, 2),
  surfaces: Uint8Array.of(2),
  colours: Uint8Array.of(10, 20, 30, 255, 0, 0, 0, 255, 0, 0, 0, 255),
  textured: null,
};
const source = { id: newId(), communityId } as Source;
const linksOf = (changes: ReturnType<typeof changesOf>): SourceLink[] =>
  changes.flatMap((change) => (change.table === 'sourceLinks' && 'put' in change ? [change.put] : []));

describe('planPlaces', () => {
  it('makes buildings that pass every check, with what the attributes tell', () => {
    const { created, objects } = plan([
      object('a', [box(0, 0, 40, 12)], {
        name: '和顺家园3号楼',
        attributes: { building: 'apartments', start_date: '1998-05', 单元数: '3' },
      }),
      object('b', [box(100, 0, 20, 20)], {
        heightMetres: null,
        storeys: 4,
        attributes: { 用途: '小学教学楼' },
      }),
    ]);
    for (const building of created) expect(checkRecord('buildings', building)).toEqual([]);
    expect(created[0]).toMatchObject({
      name: '3号楼',
      estate: '和顺家园',
      number: '3',
      use: 'residential',
      yearBuilt: 1998,
      units: 3,
      storeys: 6,
      heightMetres: 18,
    });
    expect(created[1]).toMatchObject({ use: 'school', storeys: 4, heightMetres: 12 });
    expect(objects.map(({ outcome }) => outcome)).toEqual(['created', 'created']);
  });

  it('stands a building of parts as it rises, under one record', () => {
    const { created, meshes, objects } = plan([
      object('tower', [box(10, 10, 20, 20)], { partOf: 'whole', minHeightMetres: 12, heightMetres: 60 }),
      object('podium', [box(0, 0, 60, 40)], { partOf: 'whole', heightMetres: 12 }),
      object('whole', [box(0, 0, 60, 40)], { heightMetres: 60 }),
    ]);
    expect(created).toHaveLength(1);
    expect(created[0]).toMatchObject({ heightMetres: 60, minHeightMetres: 0 });
    expect(objects.every(({ match }) => match?.buildingId === created[0]?.id)).toBe(true);
    expect(meshes).toHaveLength(1);
    const top = Math.max(...(meshes[0]?.positions.filter((_, i) => i % 3 === 2) ?? []));
    const bottom = Math.min(...(meshes[0]?.positions.filter((_, i) => i % 3 === 2) ?? []));
    expect([bottom, top]).toEqual([0, 60]);
    // The outline, as tall as the tower, would hide the podium.
    expect(meshes[0]?.surfaces.length).toBe(2 * (4 + 8));
  });

  it('sets meshes on the ground and keeps their colours', () => {
    const { created, meshes } = plan([object('m', [box(0, 0, 10, 10)], { mesh, heightMetres: null })]);
    expect([...(meshes[0]?.positions ?? [])].filter((_, i) => i % 3 === 2)).toEqual([0, 0, 15]);
    expect([...(meshes[0]?.colours ?? [])]).toEqual([10, 20, 30]);
    expect(created[0]?.heightMetres).toBe(15);
  });

  it('links by name, by overlap and by what a person said; what stands for nothing is listed', () => {
    const [here] = plan([object('x', [box(0, 0, 40, 12)], { name: '和顺家园3号楼' })]).created as [Building];
    const [there] = plan([object('y', [box(100, 0, 40, 12)])]).created as [Building];
    const context = { buildings: [here, there] };
    const only = { create: false };
    const named = plan([object('1', [], { name: '和顺家园 3号楼', mesh })], context, only);
    expect(named.objects[0]).toMatchObject({ outcome: 'linked', match: { buildingId: here.id, by: 'name' } });
    const over = plan([object('2', [box(102, 0, 40, 12)], { mesh })], context, only).objects[0];
    expect(over?.match?.by).toBe('overlap');
    expect(over?.match?.share).toBeCloseTo(0.95, 2);
    expect(plan([object('3', [box(125, 0, 40, 12)])], context, only).objects[0]?.outcome).toBe('unlinked');
    const byHand = { sourceId: 's', key: '3', buildingId: here.id, by: 'hand', share: 1 } as SourceLink;
    const again = plan(
      [object('3', [box(125, 0, 40, 12)])],
      { ...context, earlier: [byHand] },
      { ...only, ways: [] },
    );
    expect(again.objects[0]?.match?.buildingId).toBe(here.id);
  });

  it('changes nothing when the same file comes again, and follows a newer one', () => {
    const file = [object('a', [box(0, 0, 40, 12)]), object('b', [box(100, 0, 20, 20)])];
    const first = plan(file);
    const links = linksOf(changesOf(first, source, [], new Map(), stamp));
    const context = { buildings: first.created, earlier: links };
    const known = new Map(first.created.map((building) => [building.id, building]));
    const second = plan(file, context);
    expect(second.objects.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
    expect(changesOf(second, source, links, known, stamp).map(({ table }) => table)).toEqual(['sources']);
    const newer = plan([object('a', [box(0, 0, 40, 12)], { heightMetres: 21 })], context);
    expect(newer.updated).toMatchObject([{ id: first.created[0]?.id, heightMetres: 21, storeys: 7 }]);
    const changes = changesOf(newer, source, links, known, stamp);
    expect(changes.filter((change) => 'del' in change)).toHaveLength(1);
  });

  it('measures what a list of buildings only placed, and keeps what only the list tells', () => {
    const [made] = plan([object('a', [box(0, 0, 40, 12)], { name: '和顺家园3号楼', storeys: 6 })]).created;
    if (!made) throw new Error('nothing was made');
    const guessed: Building = { ...made, approximate: true };
    const measured = plan([object('x', [box(2, 2, 44, 14)], { name: '和顺家园3号楼', heightMetres: 21 })], {
      buildings: [guessed],
    });
    expect(measured.updated).toHaveLength(1);
    expect(measured.updated[0]).toMatchObject({ id: made.id, heightMetres: 21, storeys: 7 });
    expect('approximate' in (measured.updated[0] ?? {})).toBe(false);
    expect(measured.objects[0]?.match).toMatchObject({ by: 'made', buildingId: made.id });
    // A map without heights knows less than the list.
    const flat = plan([object('x', [box(2, 2, 44, 14)], { name: '和顺家园3号楼', heightMetres: null })], {
      buildings: [guessed],
    });
    expect(flat.updated[0]).toMatchObject({ heightMetres: 18, storeys: 6 });
    const kept = plan([object('x', [box(2, 2, 44, 14)], { name: '和顺家园3号楼' })], { buildings: [made] });
    expect(kept.updated).toEqual([]);
  });

  it('says where nothing usable is, and goes on', () => {
    const { created, objects, problems } = plan([
      object('none', [], { mesh: null }),
      object('flat', [box(0, 0, 10, 10)], { heightMetres: null }),
    ]);
    expect(created).toHaveLength(1);
    expect(objects[0]?.outcome).toBe('unlinked');
    expect(problems.list.map(({ code, where }) => `${code} ${where}`)).toEqual([
      'places.footprint.none features["none"]',
      'places.height.unknown features["flat"]',
    ]);
  });

  it('puts each building into the grid that it stands in', () => {
    const grid = { id: newId(), validTo: null, boundary: [box(-10, -10, 100, 100)] } as never;
    const { created } = plan([object('a', [box(0, 0, 9, 9)]), object('b', [box(300, 0, 9, 9)])], {
      grids: [grid],
    });
    expect(created.map(({ gridId }) => gridId !== null)).toEqual([true, false]);
  });
});
