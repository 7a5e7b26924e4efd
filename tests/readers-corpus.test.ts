/**
 * Files of makers that nobody here has seen, and files that are wrong in every way that the readers promise to bear: what becomes of
 * each through the whole of the converter. The fixtures are listed in `tests/fixtures/README.md`.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Collection } from '../scripts/convert/collection.ts';
import { convertFile } from '../scripts/convert/convert-file.ts';
import { fileOfPath } from '../scripts/convert/disk-file.ts';
import { isRefused } from '../scripts/convert/told.ts';
import { fileOfBytes } from '../src/transfer/source-file.ts';
import { refusalOf } from '../src/transfer/unknown-file.ts';

const FOLDER = join(import.meta.dirname, 'fixtures');

const convert = async (name: string) => {
  const collection = new Collection('x', Date.UTC(2026, 2, 5));
  const report = await convertFile(await fileOfPath(join(FOLDER, name)), null, collection);
  return { report, collection, codes: report.problems.map(({ code }) => code) };
};

/** Name, buildings that come of it (null: refused as a whole), and problems that must be among those told. */
type Case = readonly [name: string, buildings: number | null, ...codes: string[]];

const BAD: readonly Case[] = [
  ['truncated.geojson', 1, 'json.truncated'],
  ['wrong-types.geojson', 2, 'geojson.feature', 'geojson.geometry.type', 'geojson.geometry.nesting'],
  ['impossible-coordinates.geojson', 2, 'geojson.coordinates.impossible', 'geojson.geometry.position'],
  ['contradicts-crs.geojson', 3, 'crs.notMetres', 'convert.contradicted'],
  ['no-crs-metres.geojson', 3, 'crs.notDegrees', 'convert.guessed'],
  [
    'bad-footprints.geojson',
    5,
    'geojson.footprint.selfCrossing',
    'geojson.footprint.tooFewPoints',
    'geojson.footprint.noArea',
    'geojson.footprint.holeOutside',
    'geojson.duplicate',
  ],
  ['repeated-ids.geojson', 3, 'geojson.id'],
  ['broken-object.geojson', 2, 'json.broken'],
  ['empty.geojson', null, 'file.unknown'],
  ['web-page.geojson', null, 'file.unknown'],
  ['gzip.geojson', null, 'file.unknown'],
  ['cyclic-parents.city.json', 4, 'cityjson.circle', 'cityjson.parent', 'cityjson.child'],
  ['unknown-version-and-types.city.json', 1, 'cityjson.version', 'cityjson.object', 'cityjson.others'],
  ['vertices-out-of-range.city.json', 1, 'cityjson.vertex.missing'],
  ['header-last.city.jsonl', 2, 'cityjson.headerLate'],
  ['parts-before-wholes.city.jsonl', 2, 'cityjson.id'],
  ['cut-off.glb', null, 'gltf.noMesh'],
  ['gltf-1.0.glb', null, 'gltf.version'],
  ['cyclic-nodes.glb', 0, 'gltf.node.circle'],
  ['missing-buffer.gltf', null, 'gltf.noMesh'],
  ['not-a-table.csv', null, 'imagery.damaged'],
  ['old-excel.xlsx', null, 'xlsx.oldFormat'],
  ['web-page.csv', null, 'table.webPage'],
  ['gbk-says-utf8.csv', null, 'building.noFootprint', 'convert.allRejected'],
  [
    'damaged-ids.csv',
    null,
    'citizenId.scientific',
    'citizenId.apostrophe',
    'citizenId.rounded',
    'convert.allRejected',
  ],
];

const MAKERS: readonly Case[] = [
  ['qgis-gauss-kruger.geojson', 2, 'geojson.withoutGeometry'],
  ['arcgis.geojson', 2],
  ['overture.geojson', 1],
  ['osmtogeojson.geojson', 2, 'geojson.points', 'geojson.lines'],
  ['bare-features.json', 3],
  ['bare-geometry.json', 0],
  ['utf16.geojson', 3, 'json.encoding'],
  ['bom.geojson', 3],
  ['gbk.geojson', 3, 'json.encoding'],
  ['text-sequence.geojson', 3],
  ['latitude-first.geojson', 2, 'geojson.axes'],
  ['text-coordinates.geojson', 2, 'geojson.texts'],
  ['unclosed-clockwise-3d.geojson', 1],
  ['version-1.0.city.json', 1],
  ['lods-and-kinds.city.json', 2, 'cityjson.others', 'cityjson.terrain', 'cityjson.interior'],
  ['sequence.city.jsonl', 2],
  ['sketchup-nested.glb', 0, 'convert.unplaced'],
  ['blender.gltf', 0, 'convert.unplaced'],
  ['data-uri.gltf', 0, 'convert.unplaced'],
  ['sparse.glb', 0, 'convert.unplaced'],
  ['quantized.glb', 0, 'convert.unplaced'],
  ['semicolons-bom.csv', 1, 'building.approximate'],
  ['utf16-tabs.txt', 1, 'place.crsGuessed'],
  ['gbk-two-headers.csv', 2, 'building.approximate'],
];

describe.each([
  ['bad-input', BAD],
  ['makers', MAKERS],
] as const)('%s', (folder, cases) => {
  it('is tested whole', () => {
    const there = readdirSync(join(FOLDER, folder)).filter((name) => !name.endsWith('.bin'));
    expect(cases.map(([name]) => name).sort()).toEqual(there.sort());
  });

  it.each(cases.map((one) => [one[0], one] as const))('%s', async (name, [, buildings, ...wanted]) => {
    const { report, collection, codes } = await convert(join(folder, name));
    expect(isRefused(report)).toBe(buildings === null);
    expect(collection.list('buildings')).toHaveLength(buildings ?? 0);
    for (const code of wanted) expect(codes).toContain(code);
    for (const { zh, en, where } of report.problems) {
      expect(zh).toMatch(/[。？！]$/);
      expect(en).toMatch(/[.?!]$/);
      expect(typeof where).toBe('string');
    }
    // Every building stands somewhere in reach, and is one that the database takes.
    for (const { footprint, heightMetres } of collection.list('buildings')) {
      expect(heightMetres).toBeGreaterThan(0);
      expect(footprint[0]?.length).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('what the makers mean', () => {
  it('comes through', async () => {
    const overture = await convert('makers/overture.geojson');
    expect(overture.collection.list('buildings')[0]).toMatchObject({
      name: '云和大厦',
      heightMetres: 54.2,
      storeys: 18,
      use: 'residential',
    });
    const osm = await convert('makers/osmtogeojson.geojson');
    const [flats, school] = osm.collection.list('buildings');
    expect(flats).toMatchObject({ estate: '云和家园', number: '3', heightMetres: 18, roof: 'gable' });
    expect(school?.use).toBe('school');
    expect(school?.heightMetres).toBeCloseTo(40.5 * 0.3048, 1);
    const strip = await convert('makers/qgis-gauss-kruger.geojson');
    expect(strip.report.crs).toBe('EPSG:4524');
    expect(strip.collection.community.anchor[0]).toBeCloseTo(108.65, 1);
    const table = await convert('makers/gbk-two-headers.csv');
    expect(
      table.collection.list('buildings').map(({ name, storeys, units }) => [name, storeys, units]),
    ).toEqual([
      ['3号楼', 6, 3],
      ['4号楼', 18, 2],
    ]);
    const late = await convert('bad-input/header-last.city.jsonl');
    expect(late.collection.list('buildings').map(({ heightMetres }) => heightMetres)).toEqual([18, 18]);
  });
});

describe('a tileset', () => {
  it('is read and told to stay where it is', async () => {
    const tileset = {
      asset: { version: '1.1' },
      geometricError: 1,
      root: { boundingVolume: { sphere: [0, 0, 0, 10] }, geometricError: 0 },
    };
    const file = fileOfBytes('tileset.json', new TextEncoder().encode(JSON.stringify(tileset)));
    const report = await convertFile(file, null, new Collection('x', Date.UTC(2026, 2, 5)));
    expect(report).toMatchObject({ format: '3dtiles', version: '1.1', counts: { tiles: 1 } });
    expect(report.problems.map(({ code }) => code)).toContain('convert.tiles');
    expect(isRefused(report)).toBe(false);
  });
});

describe('files that nothing reads', () => {
  it.each([
    ['map.shp', [0, 0, 0x27, 0x0a], 'GeoJSON'],
    ['model.skp', [0xff, 0xfe, 0xff, 0x0e], 'glTF'],
    ['drawing.dwg', [0x41, 0x43], 'GeoJSON'],
    ['people.xls', [0xd0, 0xcf], '.xlsx'],
    ['people.et', [0xd0, 0xcf], '.xlsx'],
    ['report.docx', [0x50, 0x4b, 3, 4], '.xlsx'],
    ['all.zip', [0x50, 0x4b, 3, 4], 'archive'],
    ['a.gpkg', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'GeoPackage'],
    ['a.json', [...new TextEncoder().encode('{"spatialReference":{"wkid":4490}}')], 'Esri'],
    ['a.json', [...new TextEncoder().encode('{"version":0.6,"elements":[]}')], 'Overpass'],
    ['a.dat', [1, 2, 3], 'What can be read'],
    ['a.geojson', [], 'empty'],
  ])('%s is told what to do', async (name, bytes, word) => {
    const { problem } = await refusalOf(fileOfBytes(name, Uint8Array.from(bytes)));
    expect(problem.en).toContain(word);
    expect(problem.zh).not.toBe('');
  });
});
