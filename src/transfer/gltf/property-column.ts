/** One column of a property table, packed as the metadata specification of 3D Tiles 1.1 has it. */
import { indexOf, type JsonRecord, recordOf, tableOf } from './json-value.ts';
import type { Resources } from './resources.ts';
import { Unusable } from './unusable.ts';

/** The value of a feature. */
export type Column = (id: number) => unknown;
type Read = (at: number) => number;

const broken = (zh: string, en: string): Unusable => new Unusable('gltf.column', zh, en);

const whole = (value: bigint): number => Number(value);
const SCALARS = tableOf<readonly [bytes: number, read: (view: DataView, at: number) => number]>({
  INT8: [1, (view, at) => view.getInt8(at)],
  UINT8: [1, (view, at) => view.getUint8(at)],
  INT16: [2, (view, at) => view.getInt16(at, true)],
  UINT16: [2, (view, at) => view.getUint16(at, true)],
  INT32: [4, (view, at) => view.getInt32(at, true)],
  UINT32: [4, (view, at) => view.getUint32(at, true)],
  INT64: [8, (view, at) => whole(view.getBigInt64(at, true))],
  UINT64: [8, (view, at) => whole(view.getBigUint64(at, true))],
  FLOAT32: [4, (view, at) => view.getFloat32(at, true)],
  FLOAT64: [8, (view, at) => view.getFloat64(at, true)],
});
const LARGEST = tableOf<number>({
  INT8: 127,
  UINT8: 255,
  INT16: 32_767,
  UINT16: 65_535,
  INT32: 2_147_483_647,
  UINT32: 4_294_967_295,
});
const COMPONENTS = tableOf<number>({
  SCALAR: 1,
  ENUM: 1,
  VEC2: 2,
  VEC3: 3,
  VEC4: 4,
  MAT2: 4,
  MAT3: 9,
  MAT4: 16,
});

/** Numbers of one type, one after the other; `count` of them have to be there. */
const numbersIn = (bytes: Uint8Array, type: string, count: number): Read => {
  const scalar = SCALARS.get(type);
  if (scalar === undefined) throw broken(`不认识的数值类型 ${type}。`, `Unknown type of number: ${type}.`);
  const [width, read] = scalar;
  if (count * width > bytes.length)
    throw broken(
      `需要 ${count} 个值，数据只有 ${bytes.length} 字节。`,
      `It needs ${count} values; its data have ${bytes.length} bytes.`,
    );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (at) => read(view, at * width);
};

/** `count + 1` places that only rise and end within `limit`. */
const offsetsIn = (bytes: Uint8Array, type: unknown, count: number, limit: number): Read => {
  const read = numbersIn(bytes, typeof type === 'string' ? type : 'UINT32', count + 1);
  let before = 0;
  for (let i = 0; i <= count; i++) {
    const here = read(i);
    if (here < before || here > limit) throw broken('偏移表无效。', 'Its table of offsets is not valid.');
    before = here;
  }
  return read;
};

export const readColumn = async (
  resources: Resources,
  about: JsonRecord,
  stored: JsonRecord,
  enums: JsonRecord,
  count: number,
): Promise<Column> => {
  const bytesOf = async (name: string): Promise<Uint8Array> => {
    const view = indexOf(stored[name]);
    if (view === null) throw broken(`缺少 ${name}。`, `It has no ${name}.`);
    return (await resources.view(view)).bytes;
  };
  const values = await bytesOf('values');
  const type = String(about['type']);
  const isArray = about['array'] === true;
  const fixed = indexOf(about['count']);

  /** Elements of each feature: `from(id)` to `from(id + 1)`. */
  let from: Read = (id) => id * (fixed ?? 1);
  if (isArray && fixed === null)
    from = offsetsIn(await bytesOf('arrayOffsets'), stored['arrayOffsetType'], count, 2 ** 40);
  const total = from(count);

  let element: Column;
  if (type === 'STRING') {
    const text = new TextDecoder();
    const offsets = offsetsIn(
      await bytesOf('stringOffsets'),
      stored['stringOffsetType'],
      total,
      values.length,
    );
    element = (at) => text.decode(values.subarray(offsets(at), offsets(at + 1)));
  } else if (type === 'BOOLEAN') {
    if (Math.ceil(total / 8) > values.length)
      throw broken(`需要 ${total} 位，数据不足。`, `It needs ${total} bits, which are not there.`);
    element = (at) => (((values[at >> 3] as number) >> (at & 7)) & 1) === 1;
  } else {
    const components = COMPONENTS.get(type);
    if (components === undefined) throw broken(`不认识的类型 ${type}。`, `Unknown type: ${type}.`);
    const component =
      type === 'ENUM'
        ? (recordOf(enums[String(about['enumType'])])?.['valueType'] ?? 'UINT16')
        : about['componentType'];
    const read = numbersIn(values, String(component), total * components);
    const one = about['normalized'] === true ? LARGEST.get(String(component)) : undefined;
    const number: Read = one === undefined ? read : (at) => Math.max(read(at) / one, -1);
    element =
      components === 1
        ? number
        : (at) => Array.from({ length: components }, (_, k) => number(at * components + k));
  }
  if (!isArray) return element;
  return (id) => Array.from({ length: from(id + 1) - from(id) }, (_, k) => element(from(id) + k));
};
