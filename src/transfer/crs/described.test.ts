import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFINITIONS } from './definitions.ts';
import { resolveCrs } from './resolve.ts';

interface Text {
  code: number;
  kind: string;
  toleranceMetres: number;
  text: string;
}
const { texts } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../tests/fixtures/crs/texts.json'), 'utf8'),
) as { texts: Text[] };

describe('dialects', () => {
  it.each(texts.map((t): [string, Text] => [`EPSG:${t.code} as ${t.kind}`, t]))(
    '%s',
    (_, { code, text, toleranceMetres }) => {
      const known = resolveCrs(`EPSG:${code}`);
      const crs = resolveCrs(text);
      const area = DEFINITIONS.get(code)?.area ?? [3.2, 50.75, 7.22, 53.7];
      const [lng, lat] = [area[0] + (area[2] - area[0]) * 0.4, area[1] + (area[3] - area[1]) * 0.4];
      const point = known?.fromWgs84(lng, lat, 10) ?? [0, 0, 0];
      const [otherLng = 0, otherLat = 0] = crs?.toWgs84(...point) ?? [];
      expect(
        Math.hypot((otherLng - lng) * Math.cos((lat * Math.PI) / 180), otherLat - lat) * 111_000,
      ).toBeLessThan(toleranceMetres);
      expect(crs?.kind).toBe(known?.kind);
    },
  );

  it('with a code lead to the table', () => {
    const coded = texts.filter(
      ({ kind }) => kind === 'WKT1:GDAL' || kind === 'WKT2:2019' || kind === 'PROJJSON',
    );
    for (const { code, kind, text } of coded) {
      const found = resolveCrs(text)?.code;
      expect(found, `${kind} of ${code}`).toBe(`EPSG:${code}`);
    }
    expect(coded.length).toBeGreaterThan(60);
  });

  it('of Esri lead there by their names, in China at least', () => {
    for (const { code, text } of texts.filter(
      (t) =>
        t.kind === 'WKT1:ESRI' && [4326, 4490, 4545, 4524, 4507, 2381, 2433, 32648, 3857].includes(t.code),
    ))
      expect(resolveCrs(text)?.code).toBe(`EPSG:${code}`);
  });

  it('with parameters of their own are taken at their word', () => {
    const beijing = texts.find((t) => t.code === 2433 && t.kind === 'WKT1:ESRI')?.text ?? '';
    const local = resolveCrs(
      beijing.replace(/(SPHEROID\[[^\]]*\])/, '$1,TOWGS84[-57.5,-110.2,-60.1,0,0,0,0]'),
    );
    expect(local).toMatchObject({ code: null, datum: 'beijing54' });
    const [x, y] = local?.fromWgs84(107.65, 35.73, 0) ?? [0, 0];
    const [knownX, knownY] = resolveCrs('EPSG:2433')?.fromWgs84(107.65, 35.73, 0) ?? [0, 0];
    expect(Math.hypot(x - knownX, y - knownY)).toBeGreaterThan(20);
  });

  it('of PROJ that may be two systems stay what they say', () => {
    const said = resolveCrs('+proj=utm +zone=48 +ellps=WGS84 +units=m')?.fromWgs84(105.5, 21, 0);
    const wgs84 = resolveCrs('EPSG:32648')?.fromWgs84(105.5, 21, 0);
    expect(
      Math.hypot((said?.[0] ?? 0) - (wgs84?.[0] ?? 9), (said?.[1] ?? 0) - (wgs84?.[1] ?? 9)),
    ).toBeLessThan(0.01);
    const grids =
      '+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel +nadgrids=rdtrans2018.gsb +units=m';
    const [lng, lat] = resolveCrs(grids)?.toWgs84(155_000, 463_000, 0) ?? [0, 0];
    expect(Math.hypot((lng - 5.387203657) * 68_400, (lat - 52.155172897) * 111_300)).toBeLessThan(0.5);
  });
});
