/** Whatever a file holds, the reader gives a sound place set or refuses with a sentence; never another exception, never a hang. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attempt, expectSound, flippedBytes, SLOWEST_MS, wrongTypes } from '../json/fixtures/mutations.ts';
import { building, city, SHELL, solid, VERTICES } from './fixtures/cube.ts';
import { readCityjson } from './read-cityjson.ts';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const VALID = plain(
  city(
    {
      b: building({
        children: ['p', 'i'],
        attributes: { name: '楼', storeysAboveGround: 2 },
        geometry: [solid({ lod: '1', material: { a: { value: 0 } } })],
      }),
      p: { ...building({ parents: ['b'] }), type: 'BuildingPart' },
      i: {
        type: 'BuildingInstallation',
        geometry: [
          {
            type: 'GeometryInstance',
            template: 0,
            boundaries: [1],
            transformationMatrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
          },
        ],
      },
    },
    {
      appearance: { materials: [{ name: 'a', diffuseColor: [1, 0, 0] }] },
      'geometry-templates': {
        templates: [{ type: 'MultiSurface', lod: '2', boundaries: SHELL.slice(0, 2) }],
        'vertices-templates': VERTICES,
      },
    },
  ),
);
const TEXT = JSON.stringify(VALID);
const FEATURE = plain({
  type: 'CityJSONFeature',
  id: 'f',
  CityObjects: { f: building() },
  vertices: VERTICES,
});
const LINES = [city({}, { vertices: [] }), FEATURE, FEATURE].map((line) => JSON.stringify(line)).join('\n');
const NAMES = fc.constantFrom('a.city.json', 'a.city.jsonl');

const check = async (content: string | Uint8Array, name: string): Promise<string> => {
  const { kind, set, ms } = await attempt(readCityjson, content, name);
  if (set !== null) expectSound(set);
  expect(ms).toBeLessThan(SLOWEST_MS);
  return kind;
};

describe('readCityjson on broken files', () => {
  it.each([
    ['a file', TEXT],
    ['a sequence', LINES],
  ])('cut off at every byte: %s', async (_name, text) => {
    const bytes = new TextEncoder().encode(text);
    for (let length = 0; length < bytes.length; length++) await check(bytes.slice(0, length), 'a.city.json');
  });
  it('with bytes flipped (seed 111)', async () => {
    const texts = fc.constantFrom(TEXT, LINES).chain(flippedBytes);
    await fc.assert(
      fc.asyncProperty(texts, NAMES, async (bytes, name) => void (await check(bytes, name))),
      { seed: 111, numRuns: 1200 },
    );
  });
  it('with other types at some places (seed 112)', async () => {
    const kinds = { read: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(wrongTypes(VALID), NAMES, async (text, name) => {
        kinds[(await check(text, name)) as 'read' | 'refused']++;
      }),
      { seed: 112, numRuns: 1200 },
    );
    expect(kinds.read).toBeGreaterThan(500);
  });
  it('with other types in a feature (seed 113)', async () => {
    const header = JSON.stringify(city({}, { vertices: [] }));
    await fc.assert(
      fc.asyncProperty(
        wrongTypes(FEATURE),
        async (line) => void (await check(`${header}\n${line}\n`, 'a.city.jsonl')),
      ),
      { seed: 113, numRuns: 800 },
    );
  });
  it('of any boundaries (seed 114)', async () => {
    const boundaries = fc.array(
      fc.array(
        fc.array(fc.oneof(fc.integer({ min: -1, max: 9 }), fc.jsonValue({ maxDepth: 1 })), { maxLength: 6 }),
        { maxLength: 2 },
      ),
      { maxLength: 6 },
    );
    const type = fc.constantFrom('MultiSurface', 'Solid', 'CompositeSolid', 'MultiPoint');
    await fc.assert(
      fc.asyncProperty(boundaries, type, async (given, name) => {
        const nested = name === 'Solid' ? [given] : name === 'CompositeSolid' ? [[given]] : given;
        await check(
          JSON.stringify(city({ a: building({ geometry: [{ type: name, lod: '2', boundaries: nested }] }) })),
          'a.json',
        );
      }),
      { seed: 114, numRuns: 800 },
    );
  });
});
