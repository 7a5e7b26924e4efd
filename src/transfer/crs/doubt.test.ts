import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Polygon } from '../../domain/records/base.ts';
import type { PlaceSet } from '../places/place-set.ts';
import { wgs84ToBd09, wgs84ToGcj02 } from './china-offsets.ts';
import { samplePoints } from './context.ts';
import { doubtCrs } from './doubt.ts';
import { blocks, frame, known, same, setOf, swapped, through } from './fixtures/community.ts';
import { crsOf, XIFENG } from './fixtures/shapes.ts';
import { settleCrs } from './settle.ts';

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
    expect(note?.zh).toContain('432 米');
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

  it('does not insist on the degrees of GeoJSON where the numbers are metres', () => {
    const settled = settleCrs(setOf(through('EPSG:4545')), known);
    expect(settled).toMatchObject({ by: 'guess', crs: { text: 'EPSG:4545' } });
    expect(settled.doubts.map((d) => d.code)).toEqual(['crs.notDegrees']);
    const said = settleCrs(setOf(through('EPSG:4545'), { crs: { text: 'EPSG:4326', where: 'crs' } }), known);
    expect(said).toMatchObject({ by: 'file', crs: { text: 'EPSG:4326' } });
    expect(said.doubts[0]?.better?.text).toBe('EPSG:4545');
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
