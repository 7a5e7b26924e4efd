/**
 * What a tileset of 3D Tiles (1.0 or 1.1) holds, before anybody draws it: where it stands, how many tiles of what kind, what is
 * missing of it, and which attributes its features have. Files are only looked for in the folder that was given.
 */
import {
  extensionOf,
  type JsonRecord,
  listOf,
  numberOf,
  numbersOf,
  parseJsonObject,
  recordOf,
  textOf,
} from '../gltf/json-value.ts';
import { IDENTITY } from '../gltf/matrix.ts';
import { createPace } from '../pace.ts';
import { Problems, Refused } from '../problem.ts';
import type { ReadOptions, SourceFile } from '../source-file.ts';
import { readVolume } from './bounding-volume.ts';
import { Collector } from './collector.ts';
import type { SchemaClass, TilesetInfo } from './tileset-info.ts';
import { walkTiles } from './walk.ts';

const LARGEST_JSON_BYTES = 200_000_000;
const KNOWN_EXTENSIONS =
  /^(?:3DTILES_(?:content_gltf|implicit_tiling|multiple_contents|metadata|bounding_volume_S2|draco_point_compression|batch_table_hierarchy)|KHR_\w+|EXT_\w+|CESIUM_\w+)$/;

const openTileset = async (file: SourceFile): Promise<JsonRecord> => {
  if (file.size > LARGEST_JSON_BYTES)
    throw new Refused(
      'tiles.tooLarge',
      file.name,
      `“${file.name}”有 ${Math.round(file.size / 1e6)} MB，不像瓦片集的索引文件。`,
      `“${file.name}” has ${Math.round(file.size / 1e6)} MB: it is no index of a tileset.`,
    );
  const json = parseJsonObject(await file.read(0, file.size), 'tiles.json', file.name);
  if (recordOf(json['root']) === null || recordOf(json['asset']) === null)
    throw new Refused(
      'tiles.notTileset',
      file.name,
      `“${file.name}”不是 3D Tiles 瓦片集：缺少 asset 或 root。请选择 tileset.json。`,
      `“${file.name}” is no tileset of 3D Tiles: it has no asset or no root. Choose tileset.json.`,
    );
  return json;
};

const readVersion = (json: JsonRecord, problems: Problems): string => {
  const version = textOf(recordOf(json['asset'])?.['version']) ?? '';
  if (version !== '1.0' && version !== '1.1')
    problems.add('tiles.version', 'warning', 'asset.version', () => [
      `版本“${version}”不是 1.0 或 1.1，可能无法正确显示。`,
      `The version “${version}” is neither 1.0 nor 1.1; it may not be drawn rightly.`,
    ]);
  return version;
};

const classesOf = (schema: JsonRecord | null): SchemaClass[] =>
  Object.entries(recordOf(schema?.['classes']) ?? {}).map(([id, described]) => ({
    id,
    name: textOf(recordOf(described)?.['name']) ?? id,
    properties: Object.keys(recordOf(recordOf(described)?.['properties']) ?? {}),
  }));

/** Of 1.1, or of the extension that came before it; inline or in a file of its own. */
const readSchema = async (
  json: JsonRecord,
  collector: Collector,
  problems: Problems,
): Promise<SchemaClass[]> => {
  const holder = extensionOf(json, '3DTILES_metadata') ?? json;
  const inline = recordOf(holder['schema']);
  const uri = textOf(holder['schemaUri']);
  if (inline !== null || uri === null) return classesOf(inline);
  const path = collector.pathOf(uri, '', 'schemaUri');
  const file = path === null ? null : await collector.fileAt(path, 'schemaUri');
  if (file === null || file.size > LARGEST_JSON_BYTES) return [];
  try {
    return classesOf(parseJsonObject(await file.read(0, file.size), 'tiles.schema', uri));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { zh, en } = error.problem;
    problems.add('tiles.schema', 'error', 'schemaUri', () => [zh, en]);
    return [];
  }
};

const tellExtensions = (
  names: ReadonlySet<string>,
  required: readonly unknown[],
  problems: Problems,
): void => {
  for (const name of names)
    if (!KNOWN_EXTENSIONS.test(name))
      problems.add('tiles.extension', required.includes(name) ? 'warning' : 'note', 'extensionsUsed', () => [
        `扩展 ${name} 不认识，按没有它来处理。`,
        `The extension ${name} is not known; the tileset is read as if it were not there.`,
      ]);
};

/** `mostContents`: how many contents are looked for, where each is a request to a server. */
export interface TilesetOptions extends ReadOptions {
  readonly mostContents?: number;
}

export const readTileset = async (file: SourceFile, options: TilesetOptions = {}): Promise<TilesetInfo> => {
  const problems = new Problems();
  const json = await openTileset(file);
  const version = readVersion(json, problems);
  const root = recordOf(json['root']) ?? {};
  const transform = numbersOf(root['transform'], 16);
  if (transform === null && root['transform'] !== undefined)
    problems.add('tiles.transform', 'error', 'root.transform', () => [
      '根瓦片的变换矩阵应为 16 个数，按没有处理。',
      "The root's transform has to be 16 numbers; it is taken for none.",
    ]);
  const volume = readVolume(root['boundingVolume'], transform ?? IDENTITY);
  if (volume !== null && volume.place === null)
    problems.add('tiles.unplaced', 'note', 'root.boundingVolume', () => [
      '瓦片集没有地理位置（坐标在自己的原点附近），需要手工放置。',
      'The tileset stands nowhere on earth (its coordinates lie about its own zero) and has to be placed.',
    ]);
  // How much there is to look at is known at the end.
  const pace = createPace(options, Number.POSITIVE_INFINITY);
  const collector = new Collector(file, problems, pace, options.mostContents);
  const classes = await readSchema(json, collector, problems);
  const walked = await walkTiles(json, file.name, collector, problems);
  const extensions = new Set([...walked.extensions, ...collector.extensions]);
  tellExtensions(extensions, listOf(json['extensionsRequired']), problems);
  return {
    version,
    tilesetVersion: textOf(recordOf(json['asset'])?.['tilesetVersion']),
    transform: transform ?? IDENTITY,
    place: volume?.place ?? null,
    radiusMetres: volume?.radiusMetres ?? null,
    rootGeometricErrorMetres: numberOf(root['geometricError']),
    tiles: walked.tiles,
    deepest: walked.deepest,
    contents: collector.contents,
    contentBytes: collector.contentBytes,
    externalTilesets: walked.externalTilesets,
    implicitTilings: walked.implicitTilings,
    subtrees: walked.subtrees,
    missing: collector.missing,
    missingCount: collector.missingCount,
    classes,
    declaredProperties: Object.keys(recordOf(json['properties']) ?? {}),
    featureTables: collector.featureTables(),
    hasFeatureIds: collector.hasFeatureIds,
    extensions: [...extensions],
    problems: problems.all(),
  };
};
