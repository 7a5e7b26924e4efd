/**
 * Reads GeoJSON (RFC 7946 and the version of 2008): a collection, a bare array of features or geometries, a single one of them, one a
 * line (NDJSON), or each behind a record separator (RFC 8142). TopoJSON is turned into it first.
 *
 * What is a building and what an area is told in `read-attributes.ts`; `as` overrules it. Manhattan (18 MB, 32,461 features) takes
 * about half a second.
 */
import { readText, type TextFile } from '../json/encoding.ts';
import type { Piece, SplitRules } from '../json/piece.ts';
import { splitJson } from '../json/split-json.ts';
import type { PlaceSet } from '../places/place-set.ts';
import type { SketchTaker } from '../places/sketch.ts';
import { Problems, Refused } from '../problem.ts';
import type { ReadOptions, SourceFile } from '../source-file.ts';
import { arrange, type ReadAs } from './arrange.ts';
import { crsOf } from '../places/declared-crs.ts';
import { FeatureReader } from './feature-reader.ts';
import { GEOMETRY_TYPES } from './geometry.ts';
import { featuresOfTopology } from './topology.ts';

export interface GeojsonOptions extends ReadOptions {
  /** What polygons become; `auto` decides by their attributes. */
  readonly as?: ReadAs;
  /** Draws what is read while it is read. */
  readonly sketch?: SketchTaker;
}

const FEATURE_START = String.raw`,\s*(?<item>\{\s*"(?:type"\s*:\s*"Feature"|id"\s*:|properties"\s*:|geometry"\s*:|bbox"\s*:))`;
const ANY_START = String.raw`,\s*(?<item>\{\s*"(?:type"\s*:\s*"(?:Feature|Polygon|MultiPolygon|Point|MultiPoint|LineString|MultiLineString|GeometryCollection)"|id"\s*:|properties"\s*:|coordinates"\s*:|geometry"\s*:|bbox"\s*:))`;

const RULES: SplitRules = {
  lists: new Map([
    ['features', 'elements'],
    ['geometries', 'elements'],
  ]),
  itemStart: (list) => (list === 'features' ? FEATURE_START : ANY_START),
  rootMembers: ['crs', 'coordRefSys', 'features', 'geometries'],
};

const NOTHING = new Uint8Array(0);

const OTHERS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  CityJSON: ['这是 CityJSON 文件。', 'This is a CityJSON file.'],
};

/** A file or layer of this name that says nothing else holds buildings. */
const NAMED_BUILDINGS = /building|footprint|bldg|建筑|房屋|楼栋|楼幢|楼房/i;

/** The name of its layer. */
const addTopology = (reader: FeatureReader, root: ReadonlyMap<string, unknown>): string => {
  const found = featuresOfTopology(root);
  if (found === null)
    throw refuse(
      '这个 TopoJSON 文件的弧段或对象不完整。',
      'Arcs or objects of this TopoJSON file are not as they should be.',
    );
  found.features.forEach((feature, i) => {
    reader.add(feature, `objects[${i}]`, NOTHING);
  });
  return found.layer;
};

const refuse = (zh: string, en: string): Refused => new Refused('geojson.root', '', zh, en);

/** What the root turns out to be once it has ended, or a line of a sequence. */
const addRoot = (
  reader: FeatureReader,
  root: ReadonlyMap<string, unknown>,
  items: number,
  where: string,
  bytes: Uint8Array,
): void => {
  const type = root.get('type');
  const other = typeof type === 'string' ? OTHERS[type] : undefined;
  if (other !== undefined) throw refuse(...other);
  if (items > 0 || type === 'FeatureCollection') {
    const features = root.get('features');
    if (features !== undefined && items === 0)
      throw refuse('“features”不是数组。', '“features” is no array.');
    return;
  }
  if (type === 'GeometryCollection' && !root.has('geometries')) return;
  if (type === 'Feature' || GEOMETRY_TYPES.has(type)) {
    reader.add(Object.fromEntries(root), where, bytes);
    return;
  }
  if (root.has('rings') || root.has('displayFieldName') || root.has('geometryType'))
    throw refuse(
      '这是 Esri JSON，不是 GeoJSON：请导出为 GeoJSON（f=geojson）。',
      'This is Esri JSON, not GeoJSON: export it as GeoJSON (f=geojson).',
    );
  const named = JSON.stringify(type ?? null).slice(0, 60);
  throw refuse(`不是 GeoJSON：类型（type）为 ${named}。`, `This is no GeoJSON: its type is ${named}.`);
};

/** A line may hold a collection of its own. */
const addRecord = (reader: FeatureReader, piece: Extract<Piece, { kind: 'record' }>): void => {
  const { value, where, bytes } = piece;
  const isCollection =
    typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'FeatureCollection';
  const features = isCollection ? (value as { features?: unknown }).features : null;
  if (Array.isArray(features))
    (features as unknown[]).forEach((feature, i) => {
      reader.add(feature, `${where}, features[${i}]`, bytes);
    });
  else reader.add(value, where, bytes);
};

const readPieces = async (
  text: TextFile,
  problems: Problems,
  reader: FeatureReader,
  options: GeojsonOptions,
): Promise<{ readonly records: number; readonly layer: string }> => {
  const root = new Map<string, unknown>();
  let items = 0;
  let records = 0;
  let isArray = true;
  let isPending = false;
  // Whether the root stands alone or is the first of many lines shows only behind it.
  const takeRoot = (where: string): void => {
    if (isPending) addRoot(reader, root, items, where, NOTHING);
    isPending = false;
  };
  for await (const batch of splitJson(text, RULES, problems, options))
    for (const piece of batch) {
      if (piece.kind === 'item') {
        items++;
        reader.add(piece.value, piece.where, piece.bytes);
      } else if (piece.kind === 'record') {
        takeRoot('line 1');
        records++;
        addRecord(reader, piece);
      } else if (piece.kind === 'member') {
        isArray = false;
        root.set(piece.key, piece.value);
        if (piece.key === 'crs' || piece.key === 'coordRefSys')
          reader.crs = crsOf(piece.value, piece.key) ?? reader.crs;
      } else if (piece.kind === 'end') isPending = !isArray;
    }
  if (root.get('type') === 'Topology') return { records, layer: addTopology(reader, root) };
  takeRoot(String(root.get('type')));
  const name = root.get('name');
  return { records, layer: typeof name === 'string' ? name : '' };
};

const tellCounts = (problems: Problems, reader: FeatureReader, orphans: number): void => {
  const { points, lines, closedLines, texts, withoutGeometry } = reader.counts;
  const tell = (code: string, count: number, zh: string, en: string): void => {
    if (count > 0)
      problems.add(`geojson.${code}`, 'note', '', () => [`${zh}：${count}。`, `${en}: ${count}.`]);
  };
  tell('points', points, '没有读入的点（不是面）', 'Points left out, for they are no areas');
  tell('lines', lines, '没有读入的线（不是面）', 'Lines left out, for they are no areas');
  tell('closedLines', closedLines, '首尾相接、当作面读入的线', 'Closed lines read as areas');
  tell('texts', texts, '写成文本、当作数读入的坐标', 'Coordinates written as texts and read as numbers');
  tell(
    'withoutGeometry',
    withoutGeometry,
    '没有几何、没有读入的要素',
    'Features left out for want of a geometry',
  );
  tell(
    'orphans',
    orphans,
    '找不到所属建筑、单独成栋的部件',
    'Parts of no building of the file, standing alone',
  );
};

const readOnce = async (text: TextFile, options: GeojsonOptions): Promise<PlaceSet> => {
  const problems = new Problems();
  const as = options.as ?? 'auto';
  const reader = new FeatureReader(problems, as, options.sketch);
  if (text.was !== null)
    problems.add('json.encoding', 'note', '', () => [
      `文件的编码是 ${text.was}，已转换。`,
      `The file is written in ${text.was}: converted.`,
    ]);
  if (text.lenient)
    problems.add('json.encoding', 'warning', '', () => [
      '文件里有不是 UTF-8 的字节，已用 � 代替。',
      'The file holds bytes that are no UTF-8: shown as �.',
    ]);
  const { records, layer } = await readPieces(text, problems, reader, options);
  const metresPerUnit = reader.finish();
  const isNamedBuildings = NAMED_BUILDINGS.test(layer) || NAMED_BUILDINGS.test(text.file.name);
  const arranged = arrange(reader.drafts, as, isNamedBuildings, metresPerUnit, problems);
  tellCounts(problems, reader, arranged.orphans);
  const { buildings, areas, parts } = arranged;
  options.report?.(text.file.size, text.file.size);
  return {
    format: records > 0 ? 'geojsonseq' : 'geojson',
    version: null,
    crs: reader.crs,
    unplaced: false,
    buildings,
    areas,
    terrain: null,
    imagery: null,
    textures: [],
    counts: {
      features: reader.counts.features,
      buildings: buildings.length - parts,
      parts,
      areas: areas.length,
      points: reader.counts.points,
      lines: reader.counts.lines,
      left: reader.counts.left,
    },
    problems: problems.all(),
  };
};

export const readGeojson = (file: SourceFile, options: GeojsonOptions = {}): Promise<PlaceSet> =>
  readText(file, (text) => readOnce(text, options));
