import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOfBytes } from '../source-file.ts';
import { detectPlaceFormat } from './detect.ts';
import type { PlaceFormat } from './place-set.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...text(part)] : part)));
const utf16 = (content: string): Uint8Array =>
  new Uint8Array(Uint16Array.from([...`\ufeff${content}`].map((c) => c.charCodeAt(0))).buffer);
const png = (width: number, height: number, depth = 8, colour = 2): Uint8Array =>
  bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13], 'IHDR', [
    0,
    0,
    width >> 8,
    width & 255,
    0,
    0,
    height >> 8,
    height & 255,
    depth,
    colour,
    0,
    0,
    0,
  ]);
const detect = (content: Uint8Array | string, name = 'a.json'): Promise<PlaceFormat | null> =>
  detectPlaceFormat(fileOfBytes(name, typeof content === 'string' ? text(content) : content));
const long = `"features":[${Array.from({ length: 5000 }, () => '{"type":"Feature"}').join()}]`;

describe('detectPlaceFormat', () => {
  it.each<[string, Uint8Array | string, PlaceFormat | null]>([
    ['a.glb', bytes('glTF', [2, 0, 0, 0]), 'glb'],
    ['a.b3dm', bytes('b3dm', [1, 0, 0, 0]), '3dtiles'],
    ['a.tif', bytes('II*', [0, 8, 0, 0, 0]), 'geotiff'],
    ['a.tif', bytes('MM', [0, 42]), 'geotiff'],
    ['big.tif', bytes('II+', [0]), 'geotiff'],
    ['terrarium_256.png', png(256, 256), 'terrarium'],
    ['dem.png', png(256, 256), 'terrarium'],
    ['高程.png', png(512, 512, 8, 6), 'terrarium'],
    ['photo.png', png(256, 256), 'imagery'],
    ['demo.png', png(256, 256), 'imagery'],
    ['terrain.png', png(300, 200), 'imagery'],
    ['terrain.png', png(256, 256, 16), 'imagery'],
    ['a.jpg', bytes([0xff, 0xd8, 0xff, 0xe0]), 'imagery'],
    ['a.webp', bytes('RIFF', [0, 0, 0, 0], 'WEBP'), 'imagery'],
    ['a.asc', 'ncols 4\nnrows 6\nxllcorner 0\nyllcorner 0\ncellsize 50\n', 'asciigrid'],
    ['a.txt', 'NROWS 4\r\nNCOLS 6\r\nXLLCENTER 0\r\nYLLCENTER 0\r\nCELLSIZE 50\r\n', 'asciigrid'],
    ['a.json', '{"type":"FeatureCollection","features":[]}', 'geojson'],
    ['a.txt', '\ufeff \n{ "features": [], "type" : "FeatureCollection" }', 'geojson'],
    ['a.json', `{${long},"type":"FeatureCollection"}`, 'geojson'],
    ['a.json', `{"name":"x",${long}}`, 'geojson'],
    ['a.json', '{"type":"Polygon","coordinates":[]}', 'geojson'],
    ['a.json', '[{"type":"Feature"}]', 'geojson'],
    ['a.json', '{"type":"Feature"}\n{"type":"Feature"}', 'geojsonseq'],
    ['a.json', '\u001e{"type":"Feature"}\n', 'geojsonseq'],
    ['a.geojsonl', '{"type":"Feature"}\n', 'geojsonseq'],
    ['a.json', utf16('{"type":"FeatureCollection"}'), 'geojson'],
    ['a.json', '{"type":"CityJSON","version":"2.0"}', 'cityjson'],
    ['a.json', '{"version":"2.0","CityObjects":{"a":{"type":"Building"}},"type":"CityJSON"}', 'cityjson'],
    ['a.json', '{"CityObjects":{}}', 'cityjson'],
    ['a.jsonl', '{"type":"CityJSON"}\n', 'cityjsonseq'],
    ['a.json', '{"type":"CityJSON"}\n{"type":"CityJSONFeature"}', 'cityjsonseq'],
    ['a.json', '{"type":"CityJSONFeature"}', 'cityjsonseq'],
    ['tileset.json', '{"asset":{"version":"1.1"},"geometricError":5,"root":{}}', '3dtiles'],
    ['a.gltf', '{"asset":{"version":"2.0"},"nodes":[]}', 'gltf'],
    ['a.json', '{"a":1}', null],
    ['a.json', '[{"name":"王"}]', null],
    ['a.json', '[1,2]', null],
    ['a.json', '{"type":"Topology"}', 'geojson'],
    ['a.json', '{', null],
    ['a.geojson', '', null],
    ['a.csv', '姓名,电话\n', null],
    ['a.xlsx', bytes('PK', [3, 4]), null],
    ['a.geojson.gz', bytes([0x1f, 0x8b, 8, 0]), null],
    ['a.html', '<html></html>', null],
  ])('%s %#', async (name, content, expected) => {
    expect(await detect(content, name)).toBe(expected);
  });

  it('never throws on any beginning (seed 97)', async () => {
    const magic = fc.constantFrom(
      '',
      'glTF',
      'II*\0',
      '{',
      '[',
      '{"type":"',
      '\u001e{',
      '{"asset":{',
      'ncols 5 ',
      '"',
      '{"a":"\\',
    );
    await fc.assert(
      fc.asyncProperty(magic, fc.uint8Array({ maxLength: 80 }), async (start, rest) => {
        await detect(bytes(start, [...rest]));
      }),
      { seed: 97, numRuns: 1500 },
    );
  });

  const folder = join(import.meta.dirname, '../../../../shared/data');
  if (!existsSync(folder)) console.log('The shared data are not there: detecting real files is skipped.');
  it.skipIf(!existsSync(folder)).each<[string, PlaceFormat | null]>([
    ['buildings/nyc_manhattan_osm.geojson', 'geojson'],
    ['buildings/beijing_tsinghua_osm.geojson', 'geojson'],
    ['boundaries/xifeng_621002_gcj02.json', 'geojson'],
    ['boundaries/xifeng_621002_divisions_utf8_noheader.csv', null],
    ['cityjson/denhaag_01_v1.1.city.json', 'cityjson'],
    ['cityjson/twobuildings_v2.0.city.json', 'cityjson'],
    ['cityjson/3dbag_delft_10_v2.0.city.jsonl', 'cityjsonseq'],
    ['dem/bigtujunga_srtm30_utm11.tif', 'geotiff'],
    ['dem/terrarium_256.png', 'terrarium'],
    ['models/kenney/building-small-a.glb', 'glb'],
    ['models/3dtiles_1.1_MetadataGranularities/tileset.json', '3dtiles'],
    ['models/kenney/Textures/colormap.png', 'imagery'],
    ['tables/zh_demo.xlsx', null],
    ['tables/xifeng_divisions_gbk.csv', null],
  ])('%s', async (path, expected) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    expect(await detectPlaceFormat(fileOfBytes(name, new Uint8Array(readFileSync(join(folder, path)))))).toBe(
      expected,
    );
  });
});
