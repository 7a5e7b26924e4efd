import { describe, expect, it } from 'vitest';
import { fileOfBytes } from '../source-file.ts';
import { b3dmOf } from '../tiles/fixtures/small-tiles.ts';
import { readB3dm } from '../tiles/b3dm.ts';
import { codes, extent, keys, only, refusal } from './fixtures/expectations.ts';
import {
  BOX_INDICES,
  boxPositions,
  createBin,
  glbFile,
  glbOf,
  gltfJson,
  type Json,
} from './fixtures/small-gltf.ts';
import { readGltf } from './read-gltf.ts';

const utf8 = new TextEncoder();

/** Two boxes in one primitive, the first of feature 0, the second of feature 1. */
const twoInOne = (attribute: string) => {
  const bin = createBin();
  const positions = Float32Array.from([
    ...boxPositions([0, 0, 0], [10, 20, 5]),
    ...boxPositions([50, 0, 0], [8, 30, 8]),
  ]);
  const attributes: Json = {
    POSITION: bin.accessor(positions, 'VEC3'),
    [attribute]: bin.accessor(
      Float32Array.from({ length: 16 }, (_, i) => (i < 8 ? 0 : 1)),
      'SCALAR',
    ),
  };
  const indices = bin.accessor(
    Uint16Array.from([...BOX_INDICES, ...BOX_INDICES.map((i) => i + 8)]),
    'SCALAR',
  );
  const rest = (extensions?: Json): Json => ({
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0, name: '小区' }],
    meshes: [{ primitives: [{ attributes, indices, ...(extensions === undefined ? {} : { extensions }) }] }],
  });
  return { bin, rest };
};

/** Names, storeys, heated or not, uses and a list of phones, in a table of two rows. */
const withTable = (spoil: (table: Json, schema: Json) => void = () => undefined) => {
  const { bin, rest } = twoInOne('_FEATURE_ID_0');
  const names = ['东楼', '西楼二'].map((text) => utf8.encode(text));
  const [first = new Uint8Array(0), second = new Uint8Array(0)] = names;
  const properties: Json = {
    name: {
      values: bin.view(Uint8Array.from([...first, ...second])),
      stringOffsets: bin.view(
        new Uint8Array(Uint32Array.from([0, first.length, first.length + second.length]).buffer),
      ),
    },
    storeys: { values: bin.view(Uint8Array.from([6, 255])) },
    heated: { values: bin.view(Uint8Array.from([0b10])) },
    use: { values: bin.view(new Uint8Array(Uint16Array.from([1, 0]).buffer)) },
    area: { values: bin.view(new Uint8Array(Float64Array.from([12.5, 99]).buffer)) },
    floors: {
      values: bin.view(new Uint8Array(Int16Array.from([1, 2, 3]).buffer)),
      arrayOffsets: bin.view(Uint8Array.from([0, 1, 3])),
      arrayOffsetType: 'UINT8',
    },
  };
  const table = { class: 'building', count: 2, properties };
  const schema = {
    classes: {
      building: {
        properties: {
          name: { type: 'STRING' },
          storeys: { type: 'SCALAR', componentType: 'UINT8', noData: 255 },
          heated: { type: 'BOOLEAN' },
          use: { type: 'ENUM', enumType: 'uses' },
          area: { type: 'SCALAR', componentType: 'FLOAT64', scale: 2, offset: 1 },
          floors: { type: 'SCALAR', componentType: 'INT16', array: true },
          town: { type: 'STRING', default: '西峰' },
        },
      },
    },
    enums: {
      uses: {
        values: [
          { name: '住宅', value: 0 },
          { name: '商业', value: 1 },
        ],
      },
    },
  };
  spoil(table, schema);
  const extensions = { EXT_structural_metadata: { schema, propertyTables: [table] } };
  const EXT_mesh_features = { featureIds: [{ featureCount: 2, attribute: 0, propertyTable: 0 }] };
  return glbFile(bin, { ...rest({ EXT_mesh_features }), extensions });
};

describe('features of one mesh', () => {
  it('are buildings with the attributes of their rows', async () => {
    const set = await readGltf(withTable());
    expect(keys(set)).toEqual(['东楼', '西楼二']);
    expect(set.buildings.map(({ attributes }) => attributes)).toEqual([
      { name: '东楼', storeys: 6, heated: false, use: '商业', area: 26, floors: '[1]', town: '西峰' },
      { name: '西楼二', storeys: null, heated: true, use: '住宅', area: 199, floors: '[2,3]', town: '西峰' },
    ]);
    expect(set.buildings.map(({ heightMetres }) => heightMetres)).toEqual([20, 30]);
    const [, west] = set.buildings;
    if (west) expect(extent(west)).toEqual([50, 58, -8, 0, 0, 30]);
  });

  it.each<[string, (table: Json, schema: Json) => void, string[]]>([
    [
      'a table of more rows than it has data',
      (table) => Object.assign(table, { count: 9 }),
      ['小区 0', '小区 1'],
    ],
    ['a class that does not exist', (table) => Object.assign(table, { class: 'x' }), ['小区 0', '小区 1']],
    [
      'a schema without classes',
      (_table, schema) => Object.assign(schema, { classes: 7 }),
      ['小区 0', '小区 1'],
    ],
  ])('lose only what is broken: %s', async (_name, spoil, expected) => {
    const set = await readGltf(withTable(spoil));
    expect(set.buildings).toHaveLength(2);
    expect(set.problems.some(({ severity }) => severity === 'error')).toBe(true);
    expect(keys(set).map((key) => key.replace(/^building/, '小区'))).toEqual(expected);
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'do not take %s for a type, a class or an enumeration',
    async (word) => {
      const set = await readGltf(
        withTable((_table, schema) => {
          const { building } = schema['classes'] as { building: { properties: Record<string, Json> } };
          for (const property of Object.values(building.properties))
            Object.assign(property, { type: word, componentType: word, enumType: word });
        }),
      );
      expect(set.buildings).toHaveLength(2);
      expect(codes(set)).toContain('gltf.column');
      const { bin, rest } = twoInOne('_FEATURE_ID_0');
      Object.assign(bin.accessors[0] ?? {}, { type: word });
      await refusal(readGltf(glbFile(bin, rest())));
    },
  );

  it('stand by themselves without a table, and nobody’s triangles stay with the node', async () => {
    const { bin, rest } = twoInOne('_FEATURE_ID_0');
    const EXT_mesh_features = {
      featureIds: [{ featureCount: 1, attribute: 0, nullFeatureId: 1, label: '楼' }],
    };
    expect(keys(await readGltf(glbFile(bin, rest({ EXT_mesh_features }))))).toEqual(['楼 0', '小区']);
  });

  it('are left together where their ids lie in a texture', async () => {
    const { bin, rest } = twoInOne('_OTHER');
    const EXT_mesh_features = { featureIds: [{ featureCount: 2, texture: { index: 0, channels: [0] } }] };
    const set = await readGltf(glbFile(bin, rest({ EXT_mesh_features })));
    expect(codes(set)).toContain('gltf.features');
    expect(only(set).key).toBe('小区');
  });
});

describe('b3dm', () => {
  const tile = (feature: Json, batch: Json, binary = new Uint8Array(0)): Uint8Array => {
    const { bin, rest } = twoInOne('_BATCHID');
    return b3dmOf(glbOf(gltfJson(bin, rest()), bin.bytes()), feature, batch, binary);
  };

  it('gives up its GLB and its table', () => {
    const binary = new Uint8Array(Float64Array.from([1.5, 2.5]).buffer);
    const batch = {
      id: ['a-1', 'a-2'],
      height: { byteOffset: 0, componentType: 'DOUBLE', type: 'SCALAR' },
      broken: { byteOffset: 8, componentType: 'DOUBLE', type: 'VEC3' },
    };
    const { glb, batchTable, rtcCentre } = readB3dm(
      tile({ BATCH_LENGTH: 2, RTC_CENTER: [1, 2, 3] }, batch, binary),
    );
    expect(new TextDecoder().decode(glb.subarray(0, 4))).toBe('glTF');
    expect(batchTable.names).toEqual(['id', 'height']);
    expect([batchTable.row(0), batchTable.row(1), batchTable.row(2)]).toEqual([
      { id: 'a-1', height: 1.5 },
      { id: 'a-2', height: 2.5 },
      {},
    ]);
    expect(rtcCentre).toEqual([1, 2, 3]);
  });

  it('is a model whose batches are buildings', async () => {
    const bytes = tile({ BATCH_LENGTH: 2 }, { id: ['a-1', 'a-2'], 层数: [6, 11] });
    const set = await readGltf(fileOfBytes('tile.b3dm', bytes));
    expect(keys(set)).toEqual(['a-1', 'a-2']);
    expect(set.buildings[1]?.attributes).toEqual({ id: 'a-2', 层数: 11 });
  });

  it('is refused when its lengths lie', async () => {
    const bytes = tile({ BATCH_LENGTH: 2 }, {});
    new DataView(bytes.buffer).setUint32(12, 4_000_000_000, true);
    expect((await refusal(readGltf(fileOfBytes('tile.b3dm', bytes)))).problem.code).toBe('b3dm.damaged');
    expect(() => readB3dm(new Uint8Array(3))).toThrow('no b3dm tile');
  });
});
