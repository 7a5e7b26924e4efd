/** What one content of a tile is, from its first bytes and its tables: geometry is not read. */
import { extensionOf, idIn, indexOf, type JsonRecord, listOf, recordOf, textOf } from '../gltf/json-value.ts';
import type { SourceFile } from '../source-file.ts';
import type { ContentKind } from './tileset-info.ts';

export interface ContentTable {
  readonly source: 'batchTable' | 'propertyTable';
  readonly name: string | null;
  readonly properties: readonly string[];
  readonly features: number;
}

export interface Content {
  readonly kinds: readonly ContentKind[];
  readonly tables: readonly ContentTable[];
  readonly hasFeatureIds: boolean;
  readonly extensions: readonly string[];
  /** JSON of a content that is JSON: an external tileset's. */
  readonly json: JsonRecord | null;
  /** What is wrong with its header; null where nothing is. */
  readonly damage: readonly [zh: string, en: string] | null;
}

const NOTHING: Content = {
  kinds: [],
  tables: [],
  hasFeatureIds: false,
  extensions: [],
  json: null,
  damage: null,
};
const LARGEST_JSON_BYTES = 200_000_000;
/** Composites within composites, and tiles within one. */
const DEEPEST = 4;
const MOST_INNER = 10_000;

const textFrom = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

const parsed = (bytes: Uint8Array): JsonRecord | null => {
  try {
    return recordOf(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
};

const damaged = (kinds: ContentKind[], zh: string, en: string): Content => ({
  ...NOTHING,
  kinds,
  damage: [zh, en],
});

/** Names under which a feature can be found again, of a table's properties. */
export const idPropertyOf = (properties: readonly string[]): string | null =>
  properties.find((name) => idIn({ [name]: 'x' }) !== null) ?? null;

const gltfContent = (kind: ContentKind, json: JsonRecord): Content => {
  const metadata = extensionOf(json, 'EXT_structural_metadata');
  const classes = recordOf(recordOf(metadata?.['schema'])?.['classes']);
  const primitives = listOf(json['meshes'])
    .flatMap((mesh) => listOf(recordOf(mesh)?.['primitives']))
    .map(recordOf);
  return {
    ...NOTHING,
    kinds: [kind],
    tables: listOf(metadata?.['propertyTables'])
      .map(recordOf)
      .filter((table) => table !== null)
      .map((table) => {
        const className = textOf(table['class']);
        const declared = recordOf(recordOf(classes?.[className ?? ''])?.['properties']);
        return {
          source: 'propertyTable',
          name: className ?? textOf(table['name']),
          properties: Object.keys(declared ?? recordOf(table['properties']) ?? {}),
          features: indexOf(table['count']) ?? 0,
        };
      }),
    hasFeatureIds: primitives.some((primitive) => extensionOf(primitive, 'EXT_mesh_features') !== null),
    extensions: listOf(json['extensionsUsed']).filter((name) => typeof name === 'string'),
  };
};

const readGlb = async (file: SourceFile, from: number): Promise<Content> => {
  const head = await file.read(from, from + 20);
  if (head.length < 20) return damaged(['glb'], '文件头不完整', 'its header is cut off');
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const version = view.getUint32(4, true);
  if (version !== 2)
    return damaged(['glb'], `glTF ${version}，只支持 2.0`, `glTF ${version}; only 2.0 can be drawn`);
  const length = view.getUint32(12, true);
  if (length > LARGEST_JSON_BYTES || from + 20 + length > file.size)
    return damaged(['glb'], 'JSON 段超出文件', 'its JSON chunk is longer than the file');
  const json = parsed(await file.read(from + 20, from + 20 + length));
  return json === null
    ? damaged(['glb'], 'JSON 段损坏', 'its JSON chunk is damaged')
    : gltfContent('glb', json);
};

/** Header words and magic of a 1.0 tile. */
const readTile = async (file: SourceFile, from: number, kind: 'b3dm' | 'i3dm' | 'pnts'): Promise<Content> => {
  const headerBytes = kind === 'i3dm' ? 32 : 28;
  const head = await file.read(from, from + headerBytes);
  if (head.length < headerBytes) return damaged([kind], '文件头不完整', 'its header is cut off');
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const [featureJson, featureBinary, batchJson, batchBinary] = [12, 16, 20, 24].map((at) =>
    view.getUint32(at, true),
  ) as [number, number, number, number];
  const body = headerBytes + featureJson + featureBinary + batchJson + batchBinary;
  if (from + body > file.size || batchJson > LARGEST_JSON_BYTES || featureJson > LARGEST_JSON_BYTES)
    return damaged([kind], '表的长度超出文件', 'its tables are longer than the file');
  const at = from + headerBytes;
  const features = featureJson === 0 ? {} : parsed(await file.read(at, at + featureJson));
  const batchAt = at + featureJson + featureBinary;
  const batches = batchJson === 0 ? {} : parsed(await file.read(batchAt, batchAt + batchJson));
  if (features === null || batches === null) return damaged([kind], '表损坏', 'its tables are damaged');
  const count = indexOf(features['BATCH_LENGTH'] ?? features['INSTANCES_LENGTH']) ?? 0;
  const properties = Object.keys(batches).filter((name) => name !== 'extensions' && name !== 'extras');
  const inner = kind === 'b3dm' ? await readGlb(file, from + body) : NOTHING;
  return {
    ...NOTHING,
    kinds: [kind],
    tables: [
      ...(properties.length === 0
        ? []
        : [{ source: 'batchTable' as const, name: null, properties, features: count }]),
      ...inner.tables,
    ],
    hasFeatureIds: count > 0 || inner.hasFeatureIds,
    extensions: inner.extensions,
    damage: inner.damage,
  };
};

const joined = (contents: readonly Content[]): Content => ({
  kinds: contents.flatMap(({ kinds }) => kinds),
  tables: contents.flatMap(({ tables }) => tables),
  hasFeatureIds: contents.some(({ hasFeatureIds }) => hasFeatureIds),
  extensions: [...new Set(contents.flatMap(({ extensions }) => extensions))],
  json: null,
  damage: contents.find(({ damage }) => damage !== null)?.damage ?? null,
});

const readComposite = async (file: SourceFile, from: number, depth: number): Promise<Content> => {
  const outer: Content = { ...NOTHING, kinds: ['cmpt'] };
  const head = await file.read(from, from + 16);
  if (head.length < 16 || depth > DEEPEST) return damaged(['cmpt'], '文件头不完整', 'its header is cut off');
  const count = new DataView(head.buffer, head.byteOffset, 16).getUint32(12, true);
  const inner: Content[] = [outer];
  let at = from + 16;
  for (let i = 0; i < Math.min(count, MOST_INNER); i++) {
    const start = await file.read(at, at + 12);
    const length =
      start.length < 12 ? 0 : new DataView(start.buffer, start.byteOffset, 12).getUint32(8, true);
    if (length < 12 || at + length > file.size)
      return joined([...inner, damaged([], '内部瓦片超出文件', 'a tile within it is longer than the file')]);
    inner.push(await readAt(file, at, depth + 1));
    at += length;
  }
  return joined(inner);
};

const readAt = async (file: SourceFile, from: number, depth: number): Promise<Content> => {
  const magic = textFrom(await file.read(from, from + 4), 0, 4);
  if (magic === 'glTF') return readGlb(file, from);
  if (magic === 'b3dm' || magic === 'i3dm' || magic === 'pnts') return readTile(file, from, magic);
  if (magic === 'cmpt') return readComposite(file, from, depth);
  return { ...NOTHING, kinds: ['unknown'] };
};

const readJson = async (file: SourceFile): Promise<Content> => {
  if (file.size > LARGEST_JSON_BYTES) return damaged(['unknown'], 'JSON 过大', 'its JSON is too large');
  const json = parsed(await file.read(0, file.size));
  if (json === null) return damaged(['unknown'], '不是有效的 JSON', 'it is not valid JSON');
  if (recordOf(json['root']) !== null) return { ...NOTHING, kinds: ['tileset'], json };
  if (textOf(recordOf(json['asset'])?.['version'])?.startsWith('2.')) return gltfContent('gltf', json);
  return { ...NOTHING, kinds: [textOf(json['type']) === null ? 'unknown' : 'geojson'] };
};

export const readContent = async (file: SourceFile): Promise<Content> => {
  const start = textFrom(await file.read(0, 16), 0, 16);
  return start
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .startsWith('{')
    ? readJson(file)
    : readAt(file, 0, 0);
};
