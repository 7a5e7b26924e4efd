/**
 * The file of a backup, byte by byte. Numbers are little-endian.
 *
 *      8   "LINLI" CR LF 26: mangled at once where somebody sends it as text
 *      2   version of the format
 *      4   length of the header
 *      n   header: JSON, UTF-8
 *     32   SHA-256 of everything before
 *          pieces, one after the other:
 *       4   length of what is sealed
 *       4   number of the piece, from 0
 *       1   what it holds: 1 records, 2 a part of an asset, 3 the end
 *       1   1 for the last piece, else 0
 *       2   0
 *       4   first bytes of the SHA-256 of these twelve: tells a damaged length from a file that ends early
 *       m   sealed: XChaCha20-Poly1305 (16 bytes longer), or as it is with a SHA-256 behind it (32 bytes longer)
 *
 * Every piece is sealed together with the hash of the header and its own twelve bytes: nothing can be cut, repeated, exchanged or
 * brought over from another backup unnoticed. The beginning up to the hash stays the same in every version to come, so that an old
 * program can always say that a file is too new.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import type { SourceFile } from '../source-file.ts';
import { headerDamaged, newerVersion, notABackup } from './failures.ts';

export const FORMAT_VERSION = 1;
export const MAGIC = Uint8Array.of(0x4c, 0x49, 0x4e, 0x4c, 0x49, 0x0d, 0x0a, 0x1a);
const FIXED = MAGIC.length + 6;
export const HASH_LENGTH = 32;
export const PIECE_HEAD = 16;
const LONGEST_HEADER = 1_000_000;
/** What one piece may hold before it is compressed; a longer one is not ours. */
export const LONGEST_PIECE = 64 * 1024 * 1024;

export const KINDS = { records: 1, asset: 2, end: 3 } as const;
export type PieceKind = (typeof KINDS)[keyof typeof KINDS];

/** How costly it is to try a passphrase: Argon2id. */
export interface KdfParameters {
  readonly memoryKiB: number;
  readonly iterations: number;
  readonly parallelism: number;
}

export interface Encryption {
  readonly cipher: 'XChaCha20-Poly1305';
  readonly kdf: KdfParameters & { readonly name: 'argon2id'; readonly saltHex: string };
  /** First 16 bytes of every nonce; the number of the piece follows. */
  readonly nonceHex: string;
  /** Tells a wrong passphrase from a damaged file. */
  readonly verifierHex: string;
}

export interface BackupHeader {
  readonly community: { readonly id: string; readonly name: string; readonly synthetic: boolean };
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Version of the application that wrote it. */
  readonly application: string;
  /** Records by table as they were counted before the writing began; the end piece has what was written. */
  readonly counts: Readonly<Record<string, number>>;
  /** Null: public or invented data, checked by SHA-256 and legible to everybody. */
  readonly encryption: Encryption | null;
}

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
export const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));

export const concat = (...parts: readonly Uint8Array[]): Uint8Array => {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
};

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The beginning of the file, hash included; the hash is its last 32 bytes. */
export const encodeHeader = (header: BackupHeader): Uint8Array => {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const fixed = new Uint8Array(FIXED);
  fixed.set(MAGIC);
  viewOf(fixed).setUint16(8, FORMAT_VERSION, true);
  viewOf(fixed).setUint32(10, json.length, true);
  const head = concat(fixed, json);
  return concat(head, sha256(head));
};

const isHex = (value: unknown, bytes: number): value is string =>
  typeof value === 'string' && new RegExp(`^[0-9a-f]{${bytes * 2}}$`).test(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEncryption = (value: unknown): value is Encryption => {
  if (!isObject(value) || !isObject(value['kdf'])) return false;
  const { kdf } = value;
  return (
    value['cipher'] === 'XChaCha20-Poly1305' &&
    kdf['name'] === 'argon2id' &&
    [kdf['memoryKiB'], kdf['iterations'], kdf['parallelism']].every(isCount) &&
    isHex(kdf['saltHex'], 16) &&
    isHex(value['nonceHex'], 16) &&
    isHex(value['verifierHex'], 16)
  );
};

const isHeader = (value: unknown): value is BackupHeader => {
  if (!isObject(value) || !isObject(value['community']) || !isObject(value['counts'])) return false;
  const { id, name, synthetic } = value['community'];
  return (
    typeof id === 'string' &&
    typeof name === 'string' &&
    typeof synthetic === 'boolean' &&
    isCount(value['createdAt']) &&
    typeof value['application'] === 'string' &&
    Object.values(value['counts']).every(isCount) &&
    (value['encryption'] === null || isEncryption(value['encryption']))
  );
};

export interface ReadHeader {
  readonly header: BackupHeader;
  readonly hash: Uint8Array;
  /** Where the pieces begin. */
  readonly end: number;
}

/** The header of a file, checked. Needs no passphrase. */
export const readHeader = async (file: SourceFile): Promise<ReadHeader> => {
  const fixed = await file.read(0, FIXED);
  if (fixed.length < MAGIC.length || MAGIC.some((byte, i) => fixed[i] !== byte)) throw notABackup();
  if (fixed.length < FIXED) throw headerDamaged();
  const length = viewOf(fixed).getUint32(10, true);
  if (length > LONGEST_HEADER) throw headerDamaged();
  const end = FIXED + length + HASH_LENGTH;
  const head = await file.read(0, end);
  if (head.length < end) throw headerDamaged();
  const hash = head.slice(FIXED + length, end);
  if (sha256(head.subarray(0, FIXED + length)).some((byte, i) => hash[i] !== byte)) throw headerDamaged();
  // Only after the hash: a version that a flipped bit made is damage, and not news.
  const version = viewOf(fixed).getUint16(8, true);
  if (version > FORMAT_VERSION) throw newerVersion(version, FORMAT_VERSION);
  let header: unknown;
  try {
    header = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(head.subarray(FIXED, FIXED + length)),
    );
  } catch {
    throw headerDamaged();
  }
  if (version < 1 || !isHeader(header)) throw headerDamaged();
  return { header, hash, end };
};
