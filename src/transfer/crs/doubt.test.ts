import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LngLat, Polygon } from '../../domain/records/base.ts';
import { createFrame } from '../../geometry/frame.ts';
import type { PlaceSet, SourceBuilding, SourcePoint } from '../places/place-set.ts';
import { wgs84ToBd09, wgs84ToGcj02 } from './china-offsets.ts';
import { samplePoints } from './context.ts';
import { doubtCrs } from './doubt.ts';
import { guessCrs } from './guess.ts';
import { resolveCrs } from './resolve.ts';
import { settleCrs } from './settle.ts';

const XIFENG: LngLat = [107.6507, 35.7306];
const frame = createFrame(XIFENG);

/** Blocks 40 m by 12 m in rows, turned a little: a community of 80 buildings. */
const blocks: Polygon[] = Array.from({ length: 80 }, (_, i): Polygon => {
  const [x, y] = [((i % 10) - 5) * 70 + (i % 3) * 5, (Math.floor(i / 10) - 4) * 55 + (i % 4) * 3];
  return [
    (
      [
        [0, 0],
        [40, 2],
        [39, 14],
        [-1, 12],
      ] as const
    ).map(([dx, dy]) => frame.toLngLat([x + dx, y + dy])),
  ];
});

const setOf = (
  convert: (lng: number, lat: number) => readonly number[],
  given: Partial<PlaceSet> = {},
  shapes: readonly Polygon[] = blocks,
): PlaceSet => ({
  format: 'geojson',
  version: null,
  crs: null,
  unplaced: false,
  buildings: shapes.map(
    (rings, i): SourceBuilding => ({
      key: `b${i}`,
      where: `features[${i}]`,
      name: `${i}`,
      attributes: {},
      footprint: [
        rings.map((ring) =>
          ring.map(([lng, lat]) => convert(lng, lat).slice(0, 2) as unknown as SourcePoint),
        ),
      ],
      groundMetres: null,
      heightMetres: 18,
      minHeightMetres: 0,
      storeys: 6,
      partOf: null,
      mesh: null,
    }),
  ),
  areas: [],
  terrain: null,
  imagery: null,
  textures: [],
  counts: {},
  problems: [],
  ...given,
});
const crsOf = (text: string) => resolveCrs(text) as NonNullable<ReturnType<typeof resolveCrs>>;
const through = (text: string) => (lng: number, lat: number) => crsOf(text).fromWgs84(lng, lat, 0);
const same = (lng: number, lat: number) => [lng, lat];
const swapped = (lng: number, lat: number) => [lat, lng];
const known = { anchor: XIFENG, footprints: blocks };

describe('guessing', () => {
  const firstOf = (set: PlaceSet, context: Parameters<typeof guessCrs>[1]): string | undefined =>
    settleCrs({ ...set, format: 'glb' }, context).candidates[0]?.crs?.text;

  it.each([
    'EPSG:4326',
    'EPSG:4545',
    'EPSG:4524',
    'EPSG:4507',
    'EPSG:4496',
    'EPSG:32648',
    'EPSG:3857',
    'GCJ-02',
    'BD-09',
    'GCJ-02 via EPSG:3857',
  ])('finds %s among known buildings', (text) => {
    expect(firstOf(setOf(through(text)), known)).toBe(text);
  });

  it.each(['EPSG:4326', 'EPSG:4545', 'EPSG:4524', 'EPSG:32648', 'EPSG:3857'])(
    'finds %s by where the community lies',
    (text) => {
      const ranked = settleCrs({ ...setOf(through(text)), format: 'glb' }, { anchor: XIFENG }).candidates;
      expect(ranked[0]?.crs?.text).toBe(text);
      expect(ranked[0]?.distanceMetres).toBeLessThan(1000);
      expect(ranked[0]?.puts?.center[0]).toBeCloseTo(XIFENG[0], 2);
    },
  );

  it('sees northings that come first', () => {
    const turned = (lng: number, lat: number) => {
      const [x, y] = crsOf('EPSG:4524').fromWgs84(lng, lat, 0);
      return [y, x];
    };
    expect(firstOf(setOf(turned), known)).toBe('EPSG:4524 axes=yx');
    expect(firstOf(setOf(swapped), { anchor: XIFENG })).toBe('EPSG:4326 axes=yx');
  });

  it('takes small numbers for a model of its own, and metres from the middle of the earth for what they are', () => {
    const local = setOf((lng, lat) => frame.toLocal([lng, lat]));
    expect(settleCrs({ ...local, format: 'glb' }, known).candidates[0]?.crs).toBeNull();
    const points = blocks.map((rings) => crsOf('EPSG:4978').fromWgs84(...(rings[0]?.[0] as LngLat), 1420));
    expect(guessCrs(points, {})[0]?.crs?.code).toBe('EPSG:4978');
  });

  it('knows the Dutch grid without a hint, and says nothing of nothing', () => {
    expect(
      guessCrs(
        [
          [84_461, 446_234],
          [84_500, 446_300],
        ],
        {},
      ).some(({ crs }) => crs?.code === 'EPSG:28992'),
    ).toBe(true);
    expect(guessCrs([], known)).toEqual([]);
  });
});

describe('doubting', () => {
  const codes = (set: PlaceSet, text: string, context = known) =>
    doubtCrs(set, crsOf(text), context).map((doubt) => doubt.code);

  it('is silent where everything fits', () => {
    expect(codes(setOf(same), 'EPSG:4326')).toEqual([]);
    expect(codes(setOf(through('EPSG:4545')), 'EPSG:4545')).toEqual([]);
    expect(codes(setOf(wgs84ToGcj02), 'GCJ-02')).toEqual([]);
  });

  it('sees that WGS 84 is GCJ-02 and 432 m off', () => {
    const [doubt] = doubtCrs(setOf(wgs84ToGcj02), crsOf('EPSG:4326'), known);
    expect(doubt).toMatchObject({ code: 'crs.obfuscated', better: { text: 'GCJ-02' } });
    expect(doubt?.movesMetres).toBeCloseTo(432, -1);
    expect(doubt?.zh).toContain('43');
  });

  it('sees BD-09, and that what is called GCJ-02 is not', () => {
    expect(doubtCrs(setOf(wgs84ToBd09), crsOf('EPSG:4490'), known)[0]).toMatchObject({
      better: { text: 'BD-09' },
    });
    expect(doubtCrs(setOf(same), crsOf('GCJ-02'), known)[0]).toMatchObject({ better: { text: 'EPSG:4326' } });
    const metres = setOf(through('GCJ-02 via EPSG:3857'));
    expect(doubtCrs(metres, crsOf('EPSG:3857'), known)[0]).toMatchObject({
      better: { text: 'GCJ-02 via EPSG:3857' },
    });
  });

  it('falls back on the outline where no building is known', () => {
    const outline = [
      [
        [
          [-360, -230],
          [360, -230],
          [360, 230],
          [-360, 230],
        ].map(([x, y]) => frame.toLngLat([x as number, y as number])),
      ],
    ];
    expect(doubtCrs(setOf(wgs84ToBd09), crsOf('EPSG:4326'), { anchor: XIFENG, outline })[0]).toMatchObject({
      better: { text: 'BD-09' },
    });
  });

  it('only notes what cannot be told', () => {
    const [note] = doubtCrs(setOf(same), crsOf('EPSG:4326'), { anchor: XIFENG });
    expect(note).toMatchObject({ code: 'crs.maybeObfuscated', severity: 'note', better: null });
    expect(note?.en).toContain('432 m');
    expect(
      codes(setOf(same, { crs: { text: 'EPSG:4326', where: 'crs' } }), 'EPSG:4326', {
        anchor: XIFENG,
      } as typeof known),
    ).toEqual([]);
  });

  it('bears a survey that is some metres off and has other shapes', () => {
    const moved = blocks.map(
      (rings): Polygon =>
        rings.map((ring) =>
          ring.map((point) => {
            const [x, y] = frame.toLocal(point);
            return frame.toLngLat([x * 1.002 + 4, y * 0.998 - 5]);
          }),
        ),
    );
    expect(codes(setOf(same, {}, moved), 'EPSG:4326')).toEqual([]);
    expect(codes(setOf(wgs84ToGcj02, {}, moved), 'EPSG:4326')).toEqual(['crs.obfuscated']);
  });

  it('sees swapped axes, metres for degrees and degrees for metres', () => {
    expect(codes(setOf(swapped), 'EPSG:4326')).toEqual(['crs.swapped']);
    expect(doubtCrs(setOf(through('EPSG:4545')), crsOf('EPSG:4326'), known)[0]).toMatchObject({
      code: 'crs.notDegrees',
      better: { text: 'EPSG:4545' },
    });
    expect(doubtCrs(setOf(same), crsOf('EPSG:4545'), known)[0]).toMatchObject({
      code: 'crs.notMetres',
      better: { text: 'EPSG:4326' },
    });
  });

  it('sees the zone before the easting, and the wrong strip', () => {
    expect(doubtCrs(setOf(through('EPSG:4524')), crsOf('EPSG:4545'), known)[0]).toMatchObject({
      better: { text: 'EPSG:4524' },
    });
    expect(doubtCrs(setOf(through('EPSG:4545')), crsOf('EPSG:4547'), known)[0]).toMatchObject({
      code: 'crs.farAway',
      better: { text: 'EPSG:4545' },
    });
  });

  it('says that another place is another place', () => {
    const delft = setOf((lng, lat) => [lng - 103.29, lat + 16.27]);
    expect(codes(delft, 'EPSG:4326')).toEqual(['crs.farAway']);
    expect(codes(delft, 'EPSG:4326', {} as typeof known)).toEqual([]);
  });

  it('says what it knows of datums that are not published', () => {
    expect(codes(setOf(through('EPSG:2381')), 'EPSG:2381')).toEqual(['crs.caveat']);
  });

  it('leaves both orders open where both make sense', () => {
    const declared = crsOf('urn:ogc:def:crs:EPSG::4326');
    const set = setOf((lng, lat) => [lng - 80, lat]);
    expect(doubtCrs(set, declared, {}).map((d) => d.code)).toEqual(['crs.axesUnclear']);
  });
});

describe('settling', () => {
  it('takes what the file says, its format, or a guess', () => {
    const said = settleCrs(
      setOf(through('EPSG:4545'), { crs: { text: 'EPSG:4545', where: 'metadata' } }),
      known,
    );
    expect(said).toMatchObject({ by: 'file', crs: { text: 'EPSG:4545' }, doubts: [] });
    expect(settleCrs(setOf(same), known)).toMatchObject({ by: 'format', crs: { text: 'EPSG:4326' } });
    expect(settleCrs(setOf(through('EPSG:4545'), { format: 'cityjson' }), known)).toMatchObject({
      by: 'guess',
      crs: { text: 'EPSG:4545' },
    });
  });

  it('swaps axes by itself, says so, and looks again', () => {
    const settled = settleCrs(
      setOf((lng, lat) => wgs84ToGcj02(lng, lat).reverse(), {
        crs: { text: 'urn:ogc:def:crs:EPSG::4326', where: 'crs' },
      }),
      known,
    );
    expect(settled.crs?.text).toBe('EPSG:4326 axes=yx');
    expect(settled.doubts.map((d) => d.code)).toEqual(['crs.swapped', 'crs.obfuscated']);
    expect(settled.doubts[1]?.better?.text).toBe('GCJ-02 axes=yx');
  });

  it('names what it does not know, and still guesses', () => {
    const settled = settleCrs(setOf(same, { crs: { text: 'LOCAL:7', where: 'crs.name' } }), known);
    expect(settled).toMatchObject({ by: 'guess', crs: { text: 'EPSG:4326' } });
    expect(settled.doubts[0]).toMatchObject({ code: 'crs.unknown', where: 'crs.name' });
  });

  it('leaves a model to be placed', () => {
    expect(
      settleCrs(
        setOf((lng, lat) => frame.toLocal([lng, lat]), { unplaced: true }),
        known,
      ).crs,
    ).toBeNull();
  });
});

describe('real footprints', () => {
  const path = join(import.meta.dirname, '../../../../shared/data/buildings/beijing_tsinghua_osm.geojson');
  const there = existsSync(path);
  if (!there) console.log('skipped: shared data is absent');

  it.skipIf(!there)('Tsinghua of OpenStreetMap, obfuscated, is recognised against itself', () => {
    const { features } = JSON.parse(readFileSync(path, 'utf8')) as {
      features: { geometry: { coordinates: Polygon } }[];
    };
    const shapes = features.map((f) => f.geometry.coordinates.map((ring) => ring.slice(0, -1)));
    const half = shapes.filter((_, i) => i % 2 === 0);
    const context = { footprints: shapes };
    expect(doubtCrs(setOf(same, {}, half), crsOf('EPSG:4326'), context)).toEqual([]);
    const [doubt] = doubtCrs(setOf(wgs84ToGcj02, {}, half), crsOf('EPSG:4326'), context);
    expect(doubt).toMatchObject({ code: 'crs.obfuscated', better: { text: 'GCJ-02' } });
    expect(samplePoints(setOf(same, {}, half)).length).toBeGreaterThan(100);
  });
});
