/** Whatever a file holds, the reader gives a sound place set or refuses with a sentence; never another exception, never a hang. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attempt, expectSound, flippedBytes, SLOWEST_MS, wrongTypes } from '../json/fixtures/mutations.ts';
import { readGeojson } from './read-geojson.ts';

const ring = (x: number, y: number): number[][] => [
  [x, y],
  [x + 1e-4, y],
  [x + 1e-4, y + 1e-4],
  [x, y + 1e-4],
  [x, y],
];
const VALID = {
  type: 'FeatureCollection',
  name: '楼栋',
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } },
  features: [
    {
      type: 'Feature',
      id: 'a',
      properties: { building: 'yes', name: '一号楼', height: '18 m', 'building:levels': 6 },
      geometry: { type: 'Polygon', coordinates: [ring(107.65, 35.73)] },
    },
    {
      type: 'Feature',
      properties: { 'building:part': 'yes', min_height: 3, names: { primary: 'x' } },
      geometry: { type: 'MultiPolygon', coordinates: [[ring(107.65, 35.73)]] },
    },
    {
      type: 'Feature',
      id: 7,
      properties: { adcode: '621002' },
      geometry: {
        type: 'GeometryCollection',
        geometries: [
          { type: 'LineString', coordinates: ring(107.66, 35.73) },
          { type: 'Point', coordinates: [1, 2, 3] },
        ],
      },
    },
  ],
};
const TEXT = JSON.stringify(VALID);
const LINES = VALID.features.map((feature) => JSON.stringify(feature)).join('\n');
const NAMES = fc.constantFrom('a.geojson', 'buildings.geojson', 'a.geojsonl');

const check = async (content: string | Uint8Array, name: string): Promise<string> => {
  const { kind, set, ms } = await attempt(readGeojson, content, name);
  if (set !== null) expectSound(set);
  expect(ms).toBeLessThan(SLOWEST_MS);
  return kind;
};

describe('readGeojson on broken files', () => {
  it.each([
    ['a collection', TEXT],
    ['lines', LINES],
    ['with spaces', JSON.stringify(VALID, null, 1)],
  ])('cut off at every byte: %s', async (_name, text) => {
    const bytes = new TextEncoder().encode(text);
    for (let length = 0; length < bytes.length; length++) await check(bytes.slice(0, length), 'a.geojson');
  });
  it('with bytes flipped (seed 101)', async () => {
    const texts = fc.constantFrom(TEXT, LINES).chain(flippedBytes);
    await fc.assert(
      fc.asyncProperty(texts, NAMES, async (bytes, name) => void (await check(bytes, name))),
      { seed: 101, numRuns: 1500 },
    );
  });
  it('with other types at some places (seed 102)', async () => {
    const kinds = { read: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(wrongTypes(VALID), NAMES, async (text, name) => {
        kinds[(await check(text, name)) as 'read' | 'refused']++;
      }),
      { seed: 102, numRuns: 1500 },
    );
    expect(kinds.read).toBeGreaterThan(500);
  });
  it('of any JSON (seed 103)', async () => {
    const geometry = fc.record({
      type: fc.constantFrom('Polygon', 'MultiPolygon', 'LineString', 'x'),
      coordinates: fc.jsonValue(),
    });
    const feature = fc.record(
      { type: fc.constant('Feature'), properties: fc.jsonValue(), geometry, id: fc.jsonValue() },
      { requiredKeys: ['type'] },
    );
    const any = fc.oneof(
      fc.jsonValue(),
      feature,
      fc.record({ type: fc.constant('FeatureCollection'), features: fc.array(feature) }),
      fc.array(feature),
    );
    await fc.assert(
      fc.asyncProperty(any, NAMES, async (value, name) => void (await check(JSON.stringify(value), name))),
      { seed: 103, numRuns: 800 },
    );
  });
  it('of any coordinates (seed 104)', async () => {
    const number = fc
      .oneof(fc.double(), fc.integer({ min: -3, max: 3 }), fc.constantFrom(1e308, -1e308, 180, 90, 5e-324))
      .map((n) => (Number.isFinite(n) ? n : 0));
    const coordinates = fc.array(
      fc.array(fc.array(number, { minLength: 1, maxLength: 4 }), { maxLength: 8 }),
      { maxLength: 3 },
    );
    await fc.assert(
      fc.asyncProperty(
        coordinates,
        async (rings) =>
          void (await check(JSON.stringify({ type: 'Polygon', coordinates: rings }), 'a.json')),
      ),
      { seed: 104, numRuns: 800 },
    );
  });
});
