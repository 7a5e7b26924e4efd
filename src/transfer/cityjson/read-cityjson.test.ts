import { describe, expect, it } from 'vitest';
import { SURFACE } from '../places/place-set.ts';
import {
  building,
  city,
  codesOf,
  one,
  read,
  SHELL,
  solid,
  SURFACES,
  VALUES,
  VERTICES,
  volumeOf,
} from './fixtures/cube.ts';

describe('readCityjson, geometry', () => {
  it.each<[string, object]>([
    ['Solid', solid()],
    [
      'MultiSurface',
      { type: 'MultiSurface', lod: '2', boundaries: SHELL, semantics: { ...SURFACES, values: VALUES } },
    ],
    [
      'CompositeSurface',
      { type: 'CompositeSurface', lod: '2', boundaries: SHELL, semantics: { ...SURFACES, values: VALUES } },
    ],
    [
      'MultiSolid',
      { type: 'MultiSolid', lod: '2', boundaries: [[SHELL]], semantics: { ...SURFACES, values: [[VALUES]] } },
    ],
    [
      'CompositeSolid',
      {
        type: 'CompositeSolid',
        lod: 2,
        boundaries: [[SHELL]],
        semantics: { ...SURFACES, values: [[VALUES]] },
      },
    ],
  ])('%s', async (_name, geometry) => {
    const set = await read(city({ a: building({ geometry: [geometry] }) }));
    const [found] = set.buildings;
    expect(set.problems).toEqual([]);
    expect(found?.mesh && volumeOf(found.mesh)).toBeCloseTo(480, 6);
    expect(found?.mesh?.positions.slice(0, 3)).toEqual(Float64Array.from([85_000, 446_000, 1]));
    const counts = [0, 1, 2, 3].map((kind) => found?.mesh?.surfaces.filter((s) => s === kind).length);
    expect(counts).toEqual([0, 8, 2, 2]);
    expect(found).toMatchObject({
      key: 'a',
      where: 'CityObjects["a"]',
      groundMetres: 1,
      heightMetres: 6,
      partOf: null,
    });
    expect(found?.footprint).toEqual([
      [
        [
          [85_000, 446_000],
          [85_010, 446_000],
          [85_010, 446_008],
          [85_000, 446_008],
        ],
      ].map((ring) => expect.arrayContaining(ring)),
    ]);
    expect(set).toMatchObject({
      format: 'cityjson',
      version: '2.0',
      unplaced: false,
      crs: { text: 'urn:ogc:def:crs:EPSG::7415' },
    });
  });

  it('cuts holes out of surfaces, and takes the inner shell of a solid along', async () => {
    const more = [
      [4000, 3000],
      [6000, 3000],
      [6000, 5000],
      [4000, 5000],
    ].flatMap(([x, y]) => [
      [x, y, 0],
      [x, y, 6000],
    ]);
    const vertices = [...VERTICES, ...more];
    const shell = SHELL.map((surface) => [...surface]);
    shell[0]?.push([8, 10, 12, 14]);
    shell[5]?.push([9, 15, 13, 11]);
    for (const [a, b] of [
      [8, 10],
      [10, 12],
      [12, 14],
      [14, 8],
    ] as const)
      shell.push([[b, a, a + 1, b + 1]]);
    const found = await one(
      city(
        { a: building({ geometry: [solid({ boundaries: [shell], semantics: undefined })] }) },
        { vertices },
      ),
    );
    expect(found.mesh && volumeOf(found.mesh)).toBeCloseTo(480 - 24, 6);
    expect(found.footprint[0]).toHaveLength(2);
    const inner = await one(
      city({
        a: building({
          geometry: [solid({ boundaries: [SHELL, SHELL.map((s) => s.map((r) => r.toReversed()))] })],
        }),
      }),
    );
    expect(inner.mesh?.surfaces).toHaveLength(24);
  });

  it('places templates with their matrix, mirrored ones facing outward', async () => {
    const templates = {
      templates: [{ type: 'MultiSurface', lod: '2', boundaries: SHELL }],
      'vertices-templates': VERTICES.map((v) => v.map((n) => n / 1000)),
    };
    const use = (matrix: number[]) => ({
      type: 'GeometryInstance',
      lod: '2',
      template: 0,
      boundaries: [6],
      transformationMatrix: matrix,
    });
    const doubled = await one(
      city(
        { a: building({ geometry: [use([2, 0, 0, 5, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1])] }) },
        { 'geometry-templates': templates },
      ),
    );
    expect(doubled.mesh && volumeOf(doubled.mesh)).toBeCloseTo(480 * 8, 6);
    expect(doubled.mesh?.positions.slice(0, 3)).toEqual(Float64Array.from([85_015, 446_008, 7]));
    expect(doubled.groundMetres).toBe(7);
    const mirrored = await one(
      city(
        { a: building({ geometry: [use([-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1])] }) },
        { 'geometry-templates': templates },
      ),
    );
    expect(mirrored.mesh && volumeOf(mirrored.mesh)).toBeCloseTo(480, 6);
    const set = await read(
      city(
        { a: building({ geometry: [{ ...use([]), template: 7 }, solid()] }) },
        { 'geometry-templates': templates },
      ),
    );
    expect(codesOf(set)).toEqual(['cityjson.instance']);
    const missing = await read(
      city(
        {
          a: building({
            geometry: [{ ...use([]), transformationMatrix: undefined, template: 7 }, solid({ lod: '2' })],
          }),
        },
        { 'geometry-templates': templates },
      ),
    );
    expect(codesOf(missing)).toEqual(['cityjson.template']);
    expect(missing.buildings).toHaveLength(1);
  });

  it('takes colours of materials, by surface or for all', async () => {
    const appearance = {
      materials: [
        { name: 'a', diffuseColor: [1, 0, 0] },
        { name: 'b', diffuseColor: [0, 0.5, 1], transparency: 0.5 },
      ],
      textures: [],
    };
    const material = { day: { values: [[0, 1, 1, 1, 1, null]] }, night: { value: 1 } };
    const by = await one(city({ a: building({ geometry: [solid({ material })] }) }, { appearance }));
    const colours = by.mesh?.colours;
    expect(colours?.slice(0, 4)).toEqual(Uint8Array.from([255, 0, 0, 255]));
    expect(
      new Set(
        Array.from({ length: (colours?.length ?? 0) / 4 }, (_, i) => colours?.slice(i * 4, i * 4 + 4).join()),
      ),
    ).toEqual(new Set(['255,0,0,255', '0,128,255,128', '255,255,255,255']));
    const first = { ...city({}, {}), appearance: { ...appearance, 'default-theme-material': 'night' } };
    const { CityObjects: _, ...rest } = first;
    const night = await one({ ...rest, CityObjects: { a: building({ geometry: [solid({ material })] }) } });
    expect(night.mesh?.colours?.slice(0, 4)).toEqual(Uint8Array.from([0, 128, 255, 128]));
    expect((await one(city({ a: building() }, { appearance }))).mesh?.colours).toBeNull();
  });

  it('shows the best level of detail, or the one asked for', async () => {
    const low = solid({ lod: '1.2', boundaries: [SHELL.slice(0, 5)] });
    const flat = { type: 'MultiSurface', lod: '0', boundaries: [[[0, 1, 2, 3]]] };
    const content = city({ a: building({ geometry: [low, solid(), flat] }) });
    expect((await one(content)).mesh?.surfaces).toHaveLength(12);
    expect((await one(content, { lod: '1.2' })).mesh?.surfaces).toHaveLength(10);
    expect((await one(content, { lod: '1.3' })).mesh?.surfaces).toHaveLength(10);
    const outline = await one(content, { lod: '0' });
    expect([outline.mesh, outline.footprint[0]?.[0]?.length]).toEqual([null, 4]);
    const set = await read(content, { lod: '1.3' });
    expect(set.counts).toMatchObject({ 'lod 0': 1, 'lod 1.2': 1, 'lod 2.2': 1 });
    expect(codesOf(set)).toEqual(['cityjson.otherLod']);
  });

  it.each<[string, object, string | null, number]>([
    [
      'the lowest floor, where no surface is called ground',
      solid({ semantics: undefined }),
      'cityjson.footprint.derived',
      80,
    ],
    [
      'the outline from above, where there is no floor',
      { type: 'MultiSurface', lod: '2', boundaries: SHELL.slice(1) },
      'cityjson.footprint.derived',
      80,
    ],
    [
      'the ground surfaces together',
      {
        type: 'MultiSurface',
        lod: '2',
        boundaries: [[[0, 3, 2]], [[0, 2, 1]], ...SHELL.slice(1)],
        semantics: { ...SURFACES, values: [0, 0, 1, 1, 1, 1, 2] },
      },
      null,
      80,
    ],
  ])('makes the footprint of %s', async (_name, geometry, code, area) => {
    const set = await read(city({ a: building({ geometry: [geometry] }) }));
    expect(codesOf(set)).toEqual(code === null ? [] : [code]);
    const ring = set.buildings[0]?.footprint[0]?.[0] ?? [];
    const twice = ring.reduce(
      (sum, p, i) => sum + (ring.at(i - 1)?.[0] ?? 0) * p[1] - p[0] * (ring.at(i - 1)?.[1] ?? 0),
      0,
    );
    expect(twice / 2).toBeCloseTo(area, 3);
    expect(set.buildings[0]?.mesh?.surfaces.includes(SURFACE.wall)).toBe(code === null);
  });
  it('gives up on the outline of a cloud of triangles in time', async () => {
    const count = 20_000;
    const vertices = Array.from({ length: count }, (_, i) => [
      (i % 150) * 4000,
      Math.floor(i / 150) * 4000,
    ]).flatMap(([x = 0, y = 0]) => [
      [x, y, 0],
      [x + 3000, y, 500],
      [x, y + 3000, 9],
    ]);
    const boundaries = Array.from({ length: count }, (_, i) => [[3 * i, 3 * i + 1, 3 * i + 2]]);
    const from = performance.now();
    const set = await read(
      city({ a: building({ geometry: [{ type: 'MultiSurface', lod: '2', boundaries }] }) }, { vertices }),
    );
    expect(performance.now() - from).toBeLessThan(5000);
    expect(codesOf(set)).toEqual(['cityjson.footprint.hull']);
    expect(set.buildings[0]?.mesh?.surfaces).toHaveLength(count);
  });
  it('has no footprint of walls alone', async () => {
    const set = await read(
      city({ a: building({ geometry: [{ type: 'MultiSurface', lod: '2', boundaries: [SHELL[1]] }] }) }),
    );
    expect(set.buildings[0]?.footprint).toEqual([]);
    expect(codesOf(set)).toEqual(['cityjson.footprint.none']);
  });
});
