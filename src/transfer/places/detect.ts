/**
 * Which format of places a file is in, by its first and last bytes; the name decides only where bytes cannot: which of two pictures is
 * ground and which is heights.
 */
import { utf16Of } from '../json/encoding.ts';
import type { SourceFile } from '../source-file.ts';
import { type RootSketch, sketchRoot } from './json-sketch.ts';
import type { PlaceFormat } from './place-set.ts';

const HEAD_BYTES = 1 << 16;
const TAIL_BYTES = 1 << 12;

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean => {
  if (bytes.length < at + text.length) return false;
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
};

/** Contents of 3D tiles: a tile alone is read as a tileset of one. */
const TILES = ['b3dm', 'i3dm', 'pnts', 'cmpt'];
const NAMED_HEIGHTS = /terrarium|terrain|elevation|(?:^|[^a-z])(?:dem|dsm|dtm)(?:[^a-z]|$)|高程|地形/i;

/** Terrarium tiles are square pictures of red, green, blue, 8 bits each, a power of two wide. */
const isTilePng = (bytes: Uint8Array): boolean => {
  if (!startsWith(bytes, 'IHDR', 12) || bytes.length < 26) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = view.getUint32(16);
  const isColour = bytes[25] === 2 || bytes[25] === 6;
  return (
    width === view.getUint32(20) &&
    width >= 64 &&
    width <= 2048 &&
    (width & (width - 1)) === 0 &&
    bytes[24] === 8 &&
    isColour
  );
};

const pictureOf = (bytes: Uint8Array, name: string): PlaceFormat | null => {
  if (startsWith(bytes, '\u0089PNG\r\n\u001a\n'))
    return isTilePng(bytes) && NAMED_HEIGHTS.test(name) ? 'terrarium' : 'imagery';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'imagery';
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'imagery';
  return null;
};

const isTiff = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 'II*\0') ||
  startsWith(bytes, 'MM\0*') ||
  startsWith(bytes, 'II+\0') ||
  startsWith(bytes, 'MM\0+');

/** `ncols 100` first, as Esri writes it; some writers put `nrows` first. */
const isAsciiGrid = (text: string): boolean =>
  /^\s*(?:ncols|nrows)\s+\d+\s/i.test(text) &&
  /(?:xll(?:corner|center)|cellsize)\s/i.test(text.slice(0, 2000));

const GEOJSON_TYPES: ReadonlySet<string> = new Set([
  'FeatureCollection',
  'Feature',
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
  'Topology',
]);

const formatOfRoot = ({ types, keys, isArray, isSequence }: RootSketch): PlaceFormat | null => {
  const [type] = types;
  if (type === 'CityJSON' || type === 'CityJSONFeature')
    return isSequence || type === 'CityJSONFeature' ? 'cityjsonseq' : 'cityjson';
  if (type !== undefined && GEOJSON_TYPES.has(type)) return isSequence ? 'geojsonseq' : 'geojson';
  if (isArray || type !== undefined) return null;
  const has = (...names: readonly string[]): boolean => names.every((name) => keys.has(name));
  if (has('asset') && (has('root') || has('geometricError'))) return '3dtiles';
  if (has('asset')) return 'gltf';
  if (has('CityObjects')) return 'cityjson';
  if (has('features')) return 'geojson';
  return null;
};

const LINES_BY_NAME = /\.(?:jsonl|ndjson|geojsonl|geojsons|geojsonseq|jsonseq)$/i;

const jsonOf = async (
  file: SourceFile,
  decode: (bytes: Uint8Array) => string,
): Promise<PlaceFormat | null> => {
  const head = decode(await file.read(0, Math.min(HEAD_BYTES, file.size)));
  // From an even offset, where a character takes two bytes.
  const tailFrom = Math.max(0, file.size - (file.size % 2) - TAIL_BYTES);
  const tail = file.size > HEAD_BYTES ? decode(await file.read(tailFrom, file.size)) : '';
  const sketch = sketchRoot(head, tail);
  if (sketch === null) return null;
  const isSequence = sketch.isSequence || LINES_BY_NAME.test(file.name);
  return formatOfRoot({ ...sketch, isSequence });
};

/** Null for what is none of ours: a table, a text, an archive. */
export const detectPlaceFormat = async (file: SourceFile): Promise<PlaceFormat | null> => {
  const bytes = await file.read(0, Math.min(64, file.size));
  if (startsWith(bytes, 'glTF')) return 'glb';
  if (TILES.some((magic) => startsWith(bytes, magic))) return '3dtiles';
  if (isTiff(bytes)) return 'geotiff';
  const picture = pictureOf(bytes, file.name);
  if (picture !== null) return picture;
  // Packed or binary: no text can be of these.
  if (bytes.length === 0 || startsWith(bytes, 'PK') || (bytes[0] === 0x1f && bytes[1] === 0x8b)) return null;
  const decoder = new TextDecoder(utf16Of(bytes) ?? 'utf-8');
  const decode = (piece: Uint8Array): string => decoder.decode(piece);
  const text = decode(await file.read(0, Math.min(4096, file.size)));
  if (isAsciiGrid(text)) return 'asciigrid';
  // Spaces, a mark and the separator of records may stand before the bracket.
  const start = text.replaceAll('\u001e', '').trimStart()[0];
  return start === '{' || start === '[' ? await jsonOf(file, decode) : null;
};
