/** Writes a backup piece by piece, so that neither the records nor the assets need ever be in memory together. */
import { personalInClear } from './failures.ts';
import {
  type BackupTotals,
  encodeAssetPart,
  encodeRecords,
  encodeTotals,
  pack,
  type RecordBatch,
} from './contents.ts';
import {
  type BackupHeader,
  concat,
  type Encryption,
  encodeHeader,
  HASH_LENGTH,
  KINDS,
  type KdfParameters,
  type PieceKind,
  toHex,
} from './format.ts';
import { DEFAULT_KDF, deriveKey } from './key.ts';
import { boundTo, cipherSeal, encodePieceHead, hashSeal, type Seal } from './seal.ts';

export interface Asset {
  readonly id: string;
  readonly bytes: Uint8Array;
}

export interface WriteBackupOptions extends Omit<BackupHeader, 'encryption'> {
  /** Null: legible to everybody, for public and invented data alone. */
  readonly passphrase: string | null;
  readonly kdf?: KdfParameters;
  /** Given in tests only: so many bytes of chance. */
  readonly random?: (length: number) => Uint8Array;
  readonly signal?: AbortSignal;
}

/** Characters of JSON in a piece of records, and bytes in a part of an asset. */
const RECORDS_A_PIECE = 1024 * 1024;
const ASSET_A_PIECE = 4 * 1024 * 1024;

const chance = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

const begin = async ({
  passphrase,
  kdf = DEFAULT_KDF,
  random = chance,
  community,
  createdAt,
  application,
  counts,
}: WriteBackupOptions): Promise<{ readonly head: Uint8Array; readonly seal: Seal }> => {
  const plain = { community, createdAt, application, counts };
  if (passphrase === null) return { head: encodeHeader({ ...plain, encryption: null }), seal: hashSeal };
  const salt = random(16);
  const nonce = random(16);
  const { key, verifier } = await deriveKey(passphrase, salt, kdf);
  const encryption: Encryption = {
    cipher: 'XChaCha20-Poly1305',
    kdf: { name: 'argon2id', ...kdf, saltHex: toHex(salt) },
    nonceHex: toHex(nonce),
    verifierHex: toHex(verifier),
  };
  return { head: encodeHeader({ ...plain, encryption }), seal: cipherSeal(key, nonce) };
};

/** Lines of JSON, a piece's worth at a time. */
const linesOf = function* (records: readonly object[]): Generator<string[]> {
  let lines: string[] = [];
  let size = 0;
  for (const record of records) {
    const line = JSON.stringify(record);
    if (size + line.length > RECORDS_A_PIECE && lines.length > 0) {
      yield lines;
      [lines, size] = [[], 0];
    }
    lines.push(line);
    size += line.length + 1;
  }
  if (lines.length > 0) yield lines;
};

const isPersonal = (record: object): boolean =>
  'personal' in record &&
  typeof record.personal === 'object' &&
  record.personal !== null &&
  Object.keys(record.personal).length > 0;

/**
 * The bytes of a backup in order. Throws `Refused` where it would write personal data of a real community in the clear; and the signal's
 * reason where it is aborted: what was written until then is no backup, and says so when it is read.
 */
export const writeBackup = async function* (
  source: AsyncIterable<RecordBatch>,
  assets: AsyncIterable<Asset>,
  options: WriteBackupOptions,
): AsyncGenerator<Uint8Array> {
  const { head, seal } = await begin(options);
  const headerHash = head.slice(head.length - HASH_LENGTH);
  const mayBePlain = options.passphrase !== null || options.community.synthetic;
  yield head;
  let index = 0;
  const piece = (kind: PieceKind, contents: Uint8Array, last = false): Uint8Array => {
    options.signal?.throwIfAborted();
    const packed = pack(contents);
    const pieceHead = encodePieceHead({ length: packed.length + seal.extra, index, kind, last });
    const sealed = seal.close(packed, index, boundTo(headerHash, pieceHead));
    index++;
    return concat(pieceHead, sealed);
  };
  const records: Record<string, number> = {};
  for await (const batch of source) {
    if (!mayBePlain && batch.records.some(isPersonal)) throw personalInClear(batch.table);
    for (const lines of linesOf(batch.records)) yield piece(KINDS.records, encodeRecords(batch.table, lines));
    records[batch.table] = (records[batch.table] ?? 0) + batch.records.length;
  }
  let [count, assetBytes] = [0, 0];
  for await (const { id, bytes } of assets) {
    const size = bytes.length;
    for (let offset = 0; offset === 0 || offset < size; offset += ASSET_A_PIECE)
      yield piece(
        KINDS.asset,
        encodeAssetPart({ id, size, offset, bytes: bytes.subarray(offset, offset + ASSET_A_PIECE) }),
      );
    count++;
    assetBytes += size;
  }
  const totals: BackupTotals = { records, assets: count, assetBytes };
  yield piece(KINDS.end, encodeTotals(totals), true);
};
