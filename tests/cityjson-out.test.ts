/** What leaves as CityJSON is valid by the official schemas of CityJSON 2.0, which lie under `fixtures/cityjson-schema`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { LngLat } from '../src/domain/records/base.ts';
import { writeCityjson } from '../src/transfer/out/cityjson.ts';
import { samplePlaces } from '../src/transfer/out/fixtures/sample.ts';

const folder = join(import.meta.dirname, 'fixtures/cityjson-schema');
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
for (const file of readdirSync(folder))
  ajv.addSchema(JSON.parse(readFileSync(join(folder, file), 'utf8')) as object);
const validate = ajv.getSchema('https://www.cityjson.org/schemas/2.0.2/cityjson.schema.json');
const faultsOf = (text: string): string[] => {
  const valid = validate?.(JSON.parse(text));
  return valid === true
    ? []
    : (validate?.errors ?? []).map((e) => `${e.instancePath} ${e.message}`).slice(0, 5);
};

describe('CityJSON', () => {
  const places = samplePlaces();
  const [first] = places.buildings;

  it('is valid for the sample community', () => {
    expect(validate).toBeDefined();
    expect(faultsOf(writeCityjson(places, { date: '2026-03-05' }).text)).toEqual([]);
  });

  it('is valid with a mesh, without grids, and empty', () => {
    const mesh = {
      origin: first?.footprint[0]?.[0] as LngLat,
      baseMetres: 1420,
      positions: Float32Array.of(0, 0, 0, 10, 0, 0, 0, 10, 0, 0, 0, 10),
      indices: Uint32Array.of(0, 2, 1, 0, 1, 3, 1, 2, 3),
      surfaces: Uint8Array.of(3, 1, 0),
      colours: null,
      textured: null,
    };
    const meshes = new Map([[first?.id ?? '', mesh]]);
    expect(faultsOf(writeCityjson(places, { meshes }).text)).toEqual([]);
    expect(faultsOf(writeCityjson({ ...places, grids: [] }).text)).toEqual([]);
    expect(faultsOf(writeCityjson({ ...places, grids: [], buildings: [] }).text)).toEqual([]);
  });

  it('is refused by the schema when something is wrong: the check can fail', () => {
    const { text } = writeCityjson(places);
    expect(faultsOf(text.replace('"lod":"1.2"', '"lod":1.2'))).not.toEqual([]);
    expect(faultsOf(text.replace('"version":"2.0"', '"version":"1.9"'))).not.toEqual([]);
    expect(faultsOf(text.replace('"type":"CityObjectGroup"', '"type":"Neighbourhood"'))).not.toEqual([]);
  });
});
