/**
 * What a piece holds before it is sealed: one byte (1 compressed, 0 not), four bytes of its length, and the contents. Records are JSON lines
 * under a line with their table's name; a part of an asset is its name, its whole size, where the part begins, and the bytes.
 */
import { deflateSync, inflateSync } from 'fflate';
import { concat, LONGEST_PIECE } from './format.ts';

const COMPRESSION = 6;
const HEAD = 5;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

export const pack = (contents: Uint8Array): Uint8Array => {
  if (contents.length > LONGEST_PIECE)
    throw new RangeError(`a piece of ${contents.length} bytes is too long`);
  const small = deflateSync(contents, { level: COMPRESSION });
  const compressed = small.length < contents.length;
  const head = new Uint8Array(HEAD);
  head[0] = compressed ? 1 : 0;
  new DataView(head.buffer).setUint32(1, contents.length, true);
  return concat(head, compressed ? small : contents);
};

/** Null where it is not what `pack` makes. A length that is a lie cannot fill the memory. */
export const unpack = (packed: Uint8Array): Uint8Array | null => {
  if (packed.length < HEAD) return null;
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(1, true);
  const rest = packed.subarray(HEAD);
  if (packed[0] === 0) return rest.length === length ? rest : null;
  if (packed[0] !== 1 || length > LONGEST_PIECE) return null;
  try {
    // One byte more than promised, so that a longer stream is seen.
    const out = inflateSync(rest, { out: new Uint8Array(length + 1) });
    return out.length === length ? out : null;
  } catch {
    return null;
  }
};

export interface RecordBatch {
  readonly table: string;
  readonly records: readonly object[];
}

export const encodeRecords = (table: string, lines: readonly string[]): Uint8Array =>
  encoder.encode([JSON.stringify(table), ...lines].join('\n'));

export const decodeRecords = (contents: Uint8Array): RecordBatch | null => {
  try {
    const [table = '', ...lines] = decoder.decode(contents).split('\n');
    const name: unknown = JSON.parse(table);
    return typeof name === 'string'
      ? { table: name, records: JSON.parse(`[${lines.join(',')}]`) as object[] }
      : null;
  } catch {
    return null;
  }
};

export interface AssetPart {
  readonly id: string;
  /** Bytes of the whole asset, and where in it this part begins. */
  readonly size: number;
  readonly offset: number;
  readonly bytes: Uint8Array;
}

export const encodeAssetPart = ({ id, size, offset, bytes }: AssetPart): Uint8Array => {
  const name = encoder.encode(id);
  const head = new Uint8Array(4 + name.length + 16);
  const view = new DataView(head.buffer);
  view.setUint32(0, name.length, true);
  head.set(name, 4);
  view.setBigUint64(4 + name.length, BigInt(size), true);
  view.setBigUint64(12 + name.length, BigInt(offset), true);
  return concat(head, bytes);
};

export const decodeAssetPart = (contents: Uint8Array): AssetPart | null => {
  if (contents.length < 20) return null;
  const view = new DataView(contents.buffer, contents.byteOffset, contents.byteLength);
  const length = view.getUint32(0, true);
  if (contents.length < 20 + length) return null;
  try {
    return {
      id: decoder.decode(contents.subarray(4, 4 + length)),
      size: Number(view.getBigUint64(4 + length, true)),
      offset: Number(view.getBigUint64(12 + length, true)),
      bytes: contents.slice(20 + length),
    };
  } catch {
    return null;
  }
};

/** A longer asset than this is a lie of a damaged file. */
export const LONGEST_ASSET = 2 ** 31;

/** What was written, said at the end, where it is known. */
export interface BackupTotals {
  /** Records by table. */
  readonly records: Readonly<Record<string, number>>;
  readonly assets: number;
  readonly assetBytes: number;
}

export const encodeTotals = (totals: BackupTotals): Uint8Array => encoder.encode(JSON.stringify(totals));

export const decodeTotals = (contents: Uint8Array): BackupTotals | null => {
  try {
    const value = JSON.parse(decoder.decode(contents)) as Partial<BackupTotals> | null;
    return typeof value?.records === 'object' &&
      typeof value.assets === 'number' &&
      typeof value.assetBytes === 'number'
      ? (value as BackupTotals)
      : null;
  } catch {
    return null;
  }
};
