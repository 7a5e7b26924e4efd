/** Buffers and views of a glTF: bytes that are checked to be there before anybody reads them. */
import type { SourceFile } from '../source-file.ts';
import type { GltfContainer } from './container.ts';
import type { Decoders } from './decoders.ts';
import { extensionOf, indexOf, type JsonRecord, recordAt, textOf } from './json-value.ts';
import { type Budget, Unusable } from './unusable.ts';
import { bytesOfUri } from './uris.ts';

export interface View {
  readonly bytes: Uint8Array;
  /** Bytes from one element to the next; null: elements lie side by side. */
  readonly stride: number | null;
}

export interface Resources {
  readonly json: JsonRecord;
  readonly decoders: Decoders;
  readonly budget: Budget;
  view(index: number): Promise<View>;
  /** Bytes of an image by its own description. */
  image(image: JsonRecord): Promise<Uint8Array>;
}

const absent = (kind: string, index: number): Unusable =>
  new Unusable(
    'gltf.reference',
    `引用了不存在的 ${kind}[${index}]。`,
    `It refers to ${kind}[${index}], which does not exist.`,
  );

/** The bytes `from` to `from + length`; a view that reaches beyond its buffer is no view. */
const sliceOf = (bytes: Uint8Array, from: number, length: number, what: string): Uint8Array => {
  if (from + length > bytes.length)
    throw new Unusable(
      'gltf.view.beyond',
      `${what} 需要第 ${from} 到 ${from + length} 字节，缓冲区只有 ${bytes.length} 字节。`,
      `${what} needs the bytes ${from} to ${from + length}; its buffer has ${bytes.length}.`,
    );
  return bytes.subarray(from, from + length);
};

const MESHOPT = ['EXT_meshopt_compression', 'KHR_meshopt_compression'] as const;
const MODES: readonly string[] = ['ATTRIBUTES', 'TRIANGLES', 'INDICES'];

export const createResources = (
  { json, binary }: GltfContainer,
  file: SourceFile,
  decoders: Decoders,
  budget: Budget,
): Resources => {
  const buffers = new Map<number, Promise<Uint8Array>>();
  const views = new Map<number, Promise<View>>();

  const loadBuffer = async (index: number): Promise<Uint8Array> => {
    const buffer = recordAt(json['buffers'], index);
    if (buffer === null) throw absent('buffers', index);
    const uri = textOf(buffer['uri']);
    if (uri !== null) return bytesOfUri(file, uri, (bytes) => budget.allow(bytes));
    if (index === 0 && binary !== null) return binary;
    throw new Unusable('gltf.buffer.none', `buffers[${index}] 没有数据。`, `buffers[${index}] has no data.`);
  };
  const bufferBytes = (index: number): Promise<Uint8Array> => {
    const known = buffers.get(index) ?? loadBuffer(index);
    buffers.set(index, known);
    return known;
  };

  const meshopt = async (view: JsonRecord, packed: JsonRecord, index: number): Promise<View> => {
    const what = `bufferViews[${index}]`;
    const [from, length, stride, count] = ['byteOffset', 'byteLength', 'byteStride', 'count'].map((name) =>
      indexOf(packed[name] ?? (name === 'byteOffset' ? 0 : null)),
    );
    const buffer = indexOf(packed['buffer']);
    const mode = textOf(packed['mode']) ?? '';
    const filter = textOf(packed['filter']) ?? 'NONE';
    if (
      from == null ||
      length == null ||
      !stride ||
      count == null ||
      buffer === null ||
      !MODES.includes(mode)
    )
      throw new Unusable(
        'gltf.meshopt',
        `${what} 的 meshopt 描述不完整。`,
        `The meshopt description of ${what} is incomplete.`,
      );
    // What the decoder would read or write beyond: it checks the stream, not these two.
    if (
      stride > 256 ||
      (mode === 'ATTRIBUTES' ? stride % 4 !== 0 : stride !== 2 && stride !== 4) ||
      count > 2 ** 31
    )
      throw new Unusable(
        'gltf.meshopt',
        `${what} 的 meshopt 步长无效。`,
        `The meshopt stride of ${what} is not possible.`,
      );
    const source = sliceOf(await bufferBytes(buffer), from, length, what);
    budget.take(count * stride);
    const target = new Uint8Array(count * stride);
    const decoder = await decoders.meshopt();
    try {
      decoder.decodeGltfBuffer(target, count, stride, source, mode, filter);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      throw new Unusable(
        'gltf.meshopt',
        `${what} 的 meshopt 数据损坏（${detail}）。`,
        `The meshopt data of ${what} are damaged (${detail}).`,
      );
    }
    return { bytes: target, stride: indexOf(view['byteStride']) ?? stride };
  };

  const loadView = async (index: number): Promise<View> => {
    const view = recordAt(json['bufferViews'], index);
    if (view === null) throw absent('bufferViews', index);
    const packed = MESHOPT.map((name) => extensionOf(view, name)).find((found) => found !== null) ?? null;
    if (packed !== null) return meshopt(view, packed, index);
    const buffer = indexOf(view['buffer']);
    const from = indexOf(view['byteOffset'] ?? 0);
    const length = indexOf(view['byteLength']);
    if (buffer === null || from === null || length === null)
      throw new Unusable(
        'gltf.view.broken',
        `bufferViews[${index}] 不完整。`,
        `bufferViews[${index}] is incomplete.`,
      );
    const bytes = sliceOf(await bufferBytes(buffer), from, length, `bufferViews[${index}]`);
    return { bytes, stride: indexOf(view['byteStride']) || null };
  };
  const viewOf = (index: number): Promise<View> => {
    const known = views.get(index) ?? loadView(index);
    views.set(index, known);
    return known;
  };

  return {
    json,
    decoders,
    budget,
    view: viewOf,
    image: async (image) => {
      const uri = textOf(image['uri']);
      if (uri !== null) return bytesOfUri(file, uri, (bytes) => budget.allow(bytes));
      const view = indexOf(image['bufferView']);
      if (view === null) throw new Unusable('gltf.image.none', '贴图没有数据。', 'The picture has no data.');
      return (await viewOf(view)).bytes;
    },
  };
};
