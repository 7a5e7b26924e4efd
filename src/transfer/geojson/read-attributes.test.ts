import { describe, expect, it } from 'vitest';
import { at, building, collection, feature, polygon, read } from './fixtures/square.ts';

describe('readGeojson, attributes', () => {
  it.each<[string, object, object]>([
    [
      'OpenStreetMap',
      { building: 'yes', 'building:levels': '6', height: '18 m', 'name:zh': '图书馆' },
      { storeys: 6, heightMetres: 18, name: '图书馆' },
    ],
    [
      'a higher beginning',
      { building: 'yes', height: 30, min_height: 12 },
      { heightMetres: 30, minHeightMetres: 12 },
    ],
    [
      'storeys only',
      { building: 'yes', 'building:min_level': 2, 'building:levels': 8 },
      { storeys: 8, minHeightMetres: 6 },
    ],
    [
      'Overture',
      {
        id: 'x',
        type: 'building',
        height: 21.5,
        num_floors: 7,
        names: { primary: '国贸' },
        sources: [{ a: 1 }],
      },
      { heightMetres: 21.5, storeys: 7, name: '国贸', key: 'x' },
    ],
    ['Tilezen', { kind: 'building', height: 11.5, id: 278 }, { heightMetres: 11.5, key: '278' }],
    ['Microsoft', { height: 4.2, confidence: -1 }, { heightMetres: 4.2 }],
    [
      'Google',
      { area_in_meters: 80, confidence: 0.9, full_plus_code: '8P' },
      { heightMetres: null, key: '8P' },
    ],
    [
      'a Chinese survey',
      { 楼号: '3', 层数: '砼12', 建筑高度: '36.5米' },
      { name: '3', storeys: 12, heightMetres: 36.5 },
    ],
    ['pinyin initials', { LC: 6, BSM: 'a1', MC: '住宅' }, { storeys: 6, key: 'a1', name: '住宅' }],
    ['floor and elevation', { Floor: 6, Elevation: 18 }, { storeys: 6, heightMetres: 18 }],
    ['an elevation above the sea', { Floor: 6, Elevation: 1420 }, { storeys: 6, heightMetres: null }],
    ['feet', { building: 'yes', height_ft: 100 }, { heightMetres: 30.48 }],
    ['_height', { _height: '9' }, { heightMetres: 9 }],
    ['height_m', { height_m: 9 }, { heightMetres: 9 }],
    ['a house name', { building: 'yes', 'addr:housename': 'Rose Cottage' }, { name: 'Rose Cottage' }],
    ['an OSM element', { element: 'way', id: 5, building: 'yes' }, { key: 'way/5' }],
    ['a building by its name', { name: '3号楼' }, { name: '3号楼' }],
    ['a block by its name', { 名称: '12栋' }, { name: '12栋' }],
    ['a tower by its name', { name: '云和大厦', id: 7 }, { name: '云和大厦' }],
    ['an empty height', { height: null }, { heightMetres: null }],
    ['a terrain height', { building: 'yes', TerrainHeight: 1.4 }, { groundMetres: 1.4 }],
  ])('%s', async (_name, properties, expected) => {
    expect(await building(properties)).toMatchObject(expected);
  });
  it.each<[string, object]>([
    ['a district', { adcode: '621002', name: '西峰区' }],
    ['a grid with a column of heights', { 网格编号: '621002001001001', 高度: 3 }],
    ['a census block', { id: '1', TOTPOP: 5 }],
    ['what is named as a grid', { name: '第3网格' }],
    ['what is named as an estate', { name: '云和家园小区' }],
    ['a building by its name that is said to be none', { name: '3号楼', building: 'no' }],
    ['a grid that is named after a building', { name: '3号楼', 网格编号: '621002001001001' }],
    ['an explicit no', { building: 'no', height: 4 }],
    ['land', { landuse: 'grass' }],
    ['a column of buildings that is empty', { building: null, height: null, landuse: 'grass' }],
  ])('%s is an area', async (_name, properties) => {
    const set = await read(collection(feature(properties)));
    expect([set.buildings.length, set.areas.length]).toEqual([0, 1]);
    expect((await read(collection(feature(properties)), { as: 'buildings' })).buildings).toHaveLength(1);
  });
  it('takes buildings for areas where it is told to', async () => {
    expect((await read(collection(feature({ building: 'yes' })), { as: 'areas' })).areas).toHaveLength(1);
  });
  it('takes a file without attributes by its name', async () => {
    expect((await read(collection(feature({})), {}, '房屋.geojson')).buildings).toHaveLength(1);
    expect((await read({ name: 'footprints', ...collection(feature(null)) })).buildings).toHaveLength(1);
    expect((await read(collection(feature({})))).areas).toHaveLength(1);
  });
  it('keeps every attribute, nested ones as JSON, long numbers with all digits', async () => {
    const text =
      '{"type":"Feature","id":12345678901234567890,"properties":{"building":"yes","单元号":621002001001000012345678,"tags":{"a":[1]},"b":null,"c":true},"geometry":' +
      JSON.stringify(polygon()) +
      '}';
    const set = await read(`{"type":"FeatureCollection","features":[${text}]}`);
    expect(set.buildings[0]?.key).toBe('12345678901234567890');
    expect(set.buildings[0]?.attributes).toEqual({
      building: 'yes',
      单元号: '621002001001000012345678',
      tags: '{"a":[1]}',
      b: null,
      c: true,
    });
  });
  it('tells heights that are none, and reads on', async () => {
    const set = await read(
      collection(feature({ building: 'yes', height: 'very tall', 'building:levels': -3 })),
    );
    expect(set.buildings[0]).toMatchObject({ heightMetres: null, storeys: null });
    expect(set.problems.map((problem) => problem.code)).toEqual(['geojson.measure', 'geojson.measure']);
  });
  it('makes keys unique and says so', async () => {
    const set = await read(
      collection(
        feature({ id: 1 }),
        feature({ id: 1 }, polygon(at(1, 0))),
        feature({ id: '1#2' }, polygon(at(2, 0))),
      ),
    );
    expect(set.areas.map((area) => area.key)).toEqual(['1', '1#2', '1#2#2']);
    expect(set.problems.map((problem) => problem.code)).toEqual(['geojson.id', 'geojson.id']);
  });
});
