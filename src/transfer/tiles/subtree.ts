/**
 * Which tiles of an implicitly tiled piece exist: a subtree file (`.subtree` or `.json`) keeps one bit for each possible tile, content
 * and child subtree, level after level, within a level in Morton order.
 */
import { indexOf, type JsonRecord, listOf, recordAt, recordOf, textOf } from '../gltf/json-value.ts';
import type { SourceFile } from '../source-file.ts';

/** Is bit `i` set? */
export type Bits = (i: number) => boolean;

export interface Subtree {
  readonly tiles: Bits;
  /** One per content of a tile. */
  readonly contents: readonly Bits[];
  readonly children: Bits;
}

const MAGIC = 0x74627573;
const HEADER_BYTES = 24;

/** Number of tiles above `level` of a tree that splits in `branches`. */
export const nodesAbove = (branches: number, level: number): number =>
  (branches ** level - 1) / (branches - 1);

/** x, y, z of a Morton index: the bits of the coordinates by turns. */
export const mortonToCell = (index: number, branches: 4 | 8): [x: number, y: number, z: number] => {
  const dimensions = branches === 4 ? 2 : 3;
  const cell: [number, number, number] = [0, 0, 0];
  // In arithmetic, not in 32-bit operations: an octree of eleven levels needs 33.
  for (let rest = index, bit = 1; rest > 0; bit *= 2)
    for (let axis = 0; axis < dimensions; axis++) {
      if (rest % 2 === 1) cell[axis] = (cell[axis] as number) + bit;
      rest = Math.floor(rest / 2);
    }
  return cell;
};

interface Parts {
  readonly json: JsonRecord;
  readonly binary: Uint8Array;
}

const partsOf = (bytes: Uint8Array): Parts | null => {
  const parse = (text: Uint8Array): JsonRecord | null => {
    try {
      return recordOf(JSON.parse(new TextDecoder().decode(text)));
    } catch {
      return null;
    }
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || view.getUint32(0, true) !== MAGIC) {
    const json = parse(bytes);
    return json === null ? null : { json, binary: new Uint8Array(0) };
  }
  // Lengths are 64-bit; beyond 53 bits they are longer than any file.
  const jsonBytes = Number(view.getBigUint64(8, true));
  const json =
    jsonBytes > bytes.length ? null : parse(bytes.subarray(HEADER_BYTES, HEADER_BYTES + jsonBytes));
  return json === null ? null : { json, binary: bytes.subarray(HEADER_BYTES + jsonBytes) };
};

type LoadBuffer = (uri: string) => Promise<Uint8Array | null>;

const bitsOf = async (
  { json, binary }: Parts,
  availability: JsonRecord | null,
  count: number,
  load: LoadBuffer,
): Promise<Bits | null> => {
  if (availability === null) return null;
  const constant = availability['constant'];
  if (constant === 0 || constant === 1) return () => constant === 1;
  const view = recordAt(
    json['bufferViews'],
    indexOf(availability['bitstream'] ?? availability['bufferView']),
  );
  const buffer = recordAt(json['buffers'], indexOf(view?.['buffer']));
  if (view === null || buffer === null) return null;
  const uri = textOf(buffer['uri']);
  const bytes = uri === null ? binary : await load(uri);
  const from = indexOf(view['byteOffset'] ?? 0);
  if (bytes === null || from === null || from + Math.ceil(count / 8) > bytes.length) return null;
  return (i) => i < count && (((bytes[from + (i >> 3)] as number) >> (i & 7)) & 1) === 1;
};

/** Null where the file is no subtree or its bits are not all there. */
export const readSubtree = async (
  file: SourceFile,
  branches: 4 | 8,
  levels: number,
  load: LoadBuffer,
): Promise<Subtree | null> => {
  const parts = partsOf(await file.read(0, file.size));
  if (parts === null) return null;
  const { json } = parts;
  const count = nodesAbove(branches, levels);
  const tiles = await bitsOf(parts, recordOf(json['tileAvailability']), count, load);
  const children = await bitsOf(parts, recordOf(json['childSubtreeAvailability']), branches ** levels, load);
  if (tiles === null || children === null) return null;
  const stored = json['contentAvailability'];
  const contents: Bits[] = [];
  for (const availability of Array.isArray(stored) ? listOf(stored) : stored === undefined ? [] : [stored]) {
    const bits = await bitsOf(parts, recordOf(availability), count, load);
    if (bits === null) return null;
    contents.push(bits);
  }
  return { tiles, contents, children };
};
