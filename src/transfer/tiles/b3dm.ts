/** A batched model of 3D Tiles 1.0 (`.b3dm`): a GLB with a table of what its batch ids mean. */
import {
  type JsonRecord,
  listOf,
  numbersOf,
  parseJsonObject,
  recordOf,
  tableOf,
} from '../gltf/json-value.ts';
import { Refused } from '../problem.ts';

export interface BatchTable {
  /** Number of features: `BATCH_LENGTH`. */
  readonly count: number;
  readonly names: readonly string[];
  /** The attributes of one feature; nothing where the table says nothing. */
  row(id: number): Readonly<Record<string, unknown>>;
}

export interface B3dm {
  readonly glb: Uint8Array;
  readonly batchTable: BatchTable;
  /** Added to every position, in the z-up system; earth-centred where the tile stands on the earth. */
  readonly rtcCentre: readonly [number, number, number] | null;
}

const MAGIC = 0x6d643362;
const HEADER_BYTES = 28;

export const isB3dm = (bytes: Uint8Array): boolean =>
  bytes.length >= 4 && new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true) === MAGIC;

type Read = (view: DataView, at: number) => number;
const SCALARS = tableOf<readonly [bytes: number, read: Read]>({
  BYTE: [1, (view, at) => view.getInt8(at)],
  UNSIGNED_BYTE: [1, (view, at) => view.getUint8(at)],
  SHORT: [2, (view, at) => view.getInt16(at, true)],
  UNSIGNED_SHORT: [2, (view, at) => view.getUint16(at, true)],
  INT: [4, (view, at) => view.getInt32(at, true)],
  UNSIGNED_INT: [4, (view, at) => view.getUint32(at, true)],
  FLOAT: [4, (view, at) => view.getFloat32(at, true)],
  DOUBLE: [8, (view, at) => view.getFloat64(at, true)],
});
const COMPONENTS = tableOf<number>({ SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4 });

type Column = (id: number) => unknown;

/** A column in the table's binary part; null where its description does not fit the bytes. */
const binaryColumn = (property: JsonRecord, binary: Uint8Array, count: number): Column | null => {
  const scalar = SCALARS.get(String(property['componentType']));
  const components = COMPONENTS.get(String(property['type']));
  const from = property['byteOffset'];
  if (scalar === undefined || components === undefined || typeof from !== 'number') return null;
  const [bytes, read] = scalar;
  if (!Number.isSafeInteger(from) || from < 0 || from + count * components * bytes > binary.length)
    return null;
  const view = new DataView(binary.buffer, binary.byteOffset, binary.byteLength);
  const value = (id: number, k: number): number => read(view, from + (id * components + k) * bytes);
  return components === 1
    ? (id) => value(id, 0)
    : (id) => Array.from({ length: components }, (_, k) => value(id, k));
};

export const createBatchTable = (json: JsonRecord, binary: Uint8Array, count: number): BatchTable => {
  const columns = new Map<string, Column>();
  for (const [name, property] of Object.entries(json)) {
    if (name === 'extensions' || name === 'extras' || name === 'HIERARCHY') continue;
    const described = recordOf(property);
    const column = described === null ? null : binaryColumn(described, binary, count);
    if (Array.isArray(property)) columns.set(name, (id) => listOf(property)[id] ?? null);
    else if (column !== null) columns.set(name, column);
  }
  return {
    count,
    names: [...columns.keys()],
    row: (id) =>
      id < count ? Object.fromEntries([...columns].map(([name, column]) => [name, column(id)])) : {},
  };
};

const damaged = (name: string, zh: string, en: string): Refused =>
  new Refused('b3dm.damaged', name, `“${name}”损坏：${zh}`, `“${name}” is damaged: ${en}`);

/** The parts of a b3dm tile. `name` is told where it is refused. */
export const readB3dm = (bytes: Uint8Array, name = 'b3dm'): B3dm => {
  if (!isB3dm(bytes)) throw damaged(name, '不是 b3dm 瓦片。', 'it is no b3dm tile.');
  if (bytes.length < HEADER_BYTES) throw damaged(name, '文件头不完整。', 'its header is cut off.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lengths = [12, 16, 20, 24].map((at) => view.getUint32(at, true)) as [number, number, number, number];
  let at = HEADER_BYTES;
  const [featureJson, featureBinary, batchJson, batchBinary] = lengths.map((length) => {
    const part = bytes.subarray(at, at + length);
    if (part.length < length)
      throw damaged(name, '表的长度超出文件。', 'its tables are longer than the file.');
    at += length;
    return part;
  }) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const features = featureJson.length === 0 ? {} : parseJsonObject(featureJson, 'b3dm.json', name);
  const batches = batchJson.length === 0 ? {} : parseJsonObject(batchJson, 'b3dm.json', name);
  const length = features['BATCH_LENGTH'];
  const count = typeof length === 'number' && Number.isSafeInteger(length) && length >= 0 ? length : 0;
  return {
    glb: bytes.subarray(at),
    batchTable: createBatchTable(batches, batchBinary, count),
    rtcCentre: rtcCentreOf(features, featureBinary),
  };
};

const rtcCentreOf = (features: JsonRecord, binary: Uint8Array): B3dm['rtcCentre'] => {
  const global = features['RTC_CENTER'];
  const at = recordOf(global)?.['byteOffset'];
  if (typeof at === 'number' && Number.isSafeInteger(at) && at >= 0 && at + 12 <= binary.length) {
    const view = new DataView(binary.buffer, binary.byteOffset + at, 12);
    return [0, 4, 8].map((k) => view.getFloat32(k, true)) as [number, number, number];
  }
  return numbersOf(global, 3) as [number, number, number] | null;
};
