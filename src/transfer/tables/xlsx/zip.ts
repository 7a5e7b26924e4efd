/**
 * The directory of a ZIP file, and its entries inflated in pieces. The directory at the end is read, not the headers before each
 * entry: only it says reliably what lies where. Sizes are believed only as far as they are kept: an entry that inflates to more than
 * it says, or to far more than any table does, is refused before it fills the memory. fflate inflates; its own `Unzip` walks the
 * local headers and knows no limits, and hucre's reader inflates up to 2 GB without asking.
 */
import { Inflate } from 'fflate';
import { Refused } from '../../problem.ts';
import type { ReadOptions, SourceFile } from '../../source-file.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly offset: number;
  readonly encrypted: boolean;
}
export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

/** Deflate reaches 1,032 : 1; sheets of formatted empty cells reach about 100 : 1. */
const MOST_RATIO = 200;
/** Below this size no ratio is suspicious. */
const SURELY_HARMLESS_BYTES = 50_000_000;
/** No sheet of a million rows is larger. */
const MOST_ENTRY_BYTES = 4_000_000_000;
const MOST_ENTRIES = 20_000;
const PIECE_BYTES = 16_384;
const STRETCH_BYTES = 262_144;

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const END64_SIGNATURE = 0x06064b50;
const LOCATOR64_SIGNATURE = 0x07064b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const UNKNOWN_32 = 0xffffffff;

export const damaged = (where: string, detail: readonly [zh: string, en: string]): Refused =>
  new Refused(
    'xlsx.damaged',
    where,
    `文件已损坏：${detail[0]}。请在 Excel 或 WPS 中打开并另存后再导入。`,
    `The file is damaged: ${detail[1]}. Open it in a spreadsheet program, save it again and import that.`,
  );

const bomb = (name: string, bytes: number, compressed: number): Refused =>
  new Refused(
    'xlsx.bomb',
    name,
    `“${name}”解压后（${Math.round(bytes / 1e6)} MB 以上）远大于文件中的 ${Math.max(1, Math.round(compressed / 1e3))} KB，不是正常的表格，已拒绝读取。`,
    `“${name}” would inflate to more than ${Math.round(bytes / 1e6)} MB from ${Math.max(1, Math.round(compressed / 1e3))} KB; no ordinary table does. It was refused.`,
  );

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const exactly = async (file: SourceFile, from: number, length: number): Promise<Uint8Array> => {
  const bytes = from < 0 ? new Uint8Array(0) : await file.read(from, from + length);
  if (bytes.byteLength < length) throw damaged('', ['文件不完整', 'it is cut off']);
  return bytes;
};

interface End {
  readonly count: number;
  readonly offset: number;
  readonly length: number;
}

/** The end record of archives that count beyond 32 bits. */
const readEnd64 = async (file: SourceFile, endAt: number): Promise<End | null> => {
  if (endAt < 20) return null;
  const locator = viewOf(await exactly(file, endAt - 20, 20));
  if (locator.getUint32(0, true) !== LOCATOR64_SIGNATURE) return null;
  const at = Number(locator.getBigUint64(8, true));
  if (at > file.size - 56) return null;
  const end = viewOf(await exactly(file, at, 56));
  if (end.getUint32(0, true) !== END64_SIGNATURE) return null;
  return {
    count: Number(end.getBigUint64(32, true)),
    length: Number(end.getBigUint64(40, true)),
    offset: Number(end.getBigUint64(48, true)),
  };
};

const readEnd = async (file: SourceFile): Promise<End> => {
  // A comment of up to 64 KB may follow the record.
  const from = Math.max(0, file.size - END_BYTES - 65_535);
  const tail = await file.read(from, file.size);
  const view = viewOf(tail);
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    const end = {
      count: view.getUint16(at + 10, true),
      length: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
    };
    const wide = end.count === 0xffff || end.length === UNKNOWN_32 || end.offset === UNKNOWN_32;
    return (wide ? await readEnd64(file, from + at) : null) ?? end;
  }
  throw damaged('', ['文件不完整，缺少目录', 'it is cut off; its directory is missing']);
};

/** Sizes beyond 32 bits stand in an extra field, those that are needed only, in this order. */
const widen = (extra: DataView, entry: { bytes: number; compressedBytes: number; offset: number }): void => {
  for (let at = 0; at + 4 <= extra.byteLength; ) {
    const [id, length] = [extra.getUint16(at, true), extra.getUint16(at + 2, true)];
    if (id === 1) {
      let next = at + 4;
      for (const key of ['bytes', 'compressedBytes', 'offset'] as const) {
        if (entry[key] !== UNKNOWN_32 || next + 8 > Math.min(at + 4 + length, extra.byteLength)) continue;
        entry[key] = Number(extra.getBigUint64(next, true));
        next += 8;
      }
    }
    at += 4 + length;
  }
};

export const readDirectory = async (file: SourceFile): Promise<ZipDirectory> => {
  const end = await readEnd(file);
  if (end.offset + end.length > file.size || end.count > MOST_ENTRIES || end.length > STRETCH_BYTES * 64)
    throw damaged('', ['目录不可信', 'its directory cannot be right']);
  const bytes = await exactly(file, end.offset, end.length);
  const view = viewOf(bytes);
  const directory = new Map<string, ZipEntry>();
  let at = 0;
  for (let i = 0; i < end.count; i++) {
    if (at + 46 > bytes.byteLength || view.getUint32(at, true) !== ENTRY_SIGNATURE)
      throw damaged('', ['目录不完整', 'its directory is incomplete']);
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((o) => view.getUint16(at + o, true)) as [
      number,
      number,
      number,
    ];
    const next = at + 46 + nameBytes + extraBytes + commentBytes;
    if (next > bytes.byteLength) throw damaged('', ['目录不完整', 'its directory is incomplete']);
    const sizes = {
      compressedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    widen(new DataView(bytes.buffer, bytes.byteOffset + at + 46 + nameBytes, extraBytes), sizes);
    // Some programs write "\" between folders.
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes)).replaceAll('\\', '/');
    directory.set(name.toLowerCase(), {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      ...sizes,
    });
    at = next;
  }
  return directory;
};

/** A part by its path, whatever the case: some programs write `xl/SharedStrings.xml`. */
export const entryOf = (directory: ZipDirectory, path: string): ZipEntry | undefined =>
  directory.get(path.replace(/^\//, '').toLowerCase());

let crcTable: Uint32Array | null = null;
const tableOfCrc = (): Uint32Array => {
  if (crcTable) return crcTable;
  crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  return crcTable;
};

const continueCrc = (before: number, bytes: Uint8Array): number => {
  const table = tableOfCrc();
  let crc = before;
  for (let i = 0; i < bytes.length; i++)
    crc = (table[(crc ^ (bytes[i] as number)) & 0xff] as number) ^ (crc >>> 8);
  return crc;
};

const checkBelievable = (entry: ZipEntry): void => {
  const { bytes, compressedBytes, name } = entry;
  if (entry.encrypted)
    throw new Refused(
      'xlsx.encrypted',
      name,
      '文件有密码，请在 Excel 或 WPS 中取消密码并另存后再导入。',
      'The file has a password; remove the password in a spreadsheet program, save it and import that.',
    );
  if (entry.method !== 0 && entry.method !== 8)
    throw damaged(name, ['压缩方式不支持', 'its way of compression is unknown']);
  if (bytes > MOST_ENTRY_BYTES || (bytes > SURELY_HARMLESS_BYTES && bytes > compressedBytes * MOST_RATIO))
    throw bomb(name, bytes, compressedBytes);
};

/** An entry's bytes in pieces. Reports compressed bytes; throws `Refused` where the entry is not what it says. */
export async function* inflateEntry(
  file: SourceFile,
  entry: ZipEntry,
  options: ReadOptions = {},
): AsyncGenerator<Uint8Array> {
  checkBelievable(entry);
  const local = viewOf(await exactly(file, entry.offset, 30));
  if (local.getUint32(0, true) !== LOCAL_SIGNATURE)
    throw damaged(entry.name, ['目录与内容不符', 'its directory does not fit its contents']);
  const start = entry.offset + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  const end = start + entry.compressedBytes;
  if (end > file.size) throw damaged(entry.name, ['文件不完整', 'it is cut off']);

  let pieces: Uint8Array[] = [];
  let inflated = 0;
  let crc = 0xffffffff;
  const take = (piece: Uint8Array): void => {
    inflated += piece.byteLength;
    if (inflated > entry.bytes) {
      if (inflated > SURELY_HARMLESS_BYTES) throw bomb(entry.name, inflated, entry.compressedBytes);
      throw damaged(entry.name, ['内容比目录所说的大', 'it holds more than its directory says']);
    }
    crc = continueCrc(crc, piece);
    pieces.push(piece);
  };
  const inflate = entry.method === 8 ? new Inflate(take) : null;
  for (let at = start; at < end; at += STRETCH_BYTES) {
    options.signal?.throwIfAborted();
    const stretch = await exactly(file, at, Math.min(STRETCH_BYTES, end - at));
    // Small pieces: each may inflate a thousandfold.
    for (let from = 0; from < stretch.byteLength; from += PIECE_BYTES) {
      const piece = stretch.subarray(from, from + PIECE_BYTES);
      if (!inflate) take(piece);
      else pushTo(inflate, piece, at + from + PIECE_BYTES >= end, entry.name);
      yield* pieces;
      pieces = [];
    }
    options.report?.(Math.min(at + STRETCH_BYTES, end) - start, entry.compressedBytes);
  }
  if (inflated !== entry.bytes || (crc ^ 0xffffffff) >>> 0 !== entry.crc)
    throw damaged(entry.name, ['内容的校验值不符', 'its contents do not match their checksum']);
}

const pushTo = (inflate: Inflate, piece: Uint8Array, isLast: boolean, name: string): void => {
  try {
    inflate.push(piece, isLast);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw damaged(name, ['压缩数据有误', 'its compressed data are wrong']);
  }
};
