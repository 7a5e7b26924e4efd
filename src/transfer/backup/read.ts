/**
 * Reads a backup. Nothing is handed out before the whole file was checked: a backup that breaks off half-way must not leave half a
 * community behind. Pieces are opened twice for that, and no more than one is in memory.
 */
import type { ReadOptions, SourceFile } from '../source-file.ts';
import {
  type BackupTotals,
  decodeAssetPart,
  decodeRecords,
  decodeTotals,
  LONGEST_ASSET,
  type RecordBatch,
  unpack,
} from './contents.ts';
import {
  contentsDiffer,
  headerDamaged,
  outOfOrder,
  passphraseNeeded,
  pieceDamaged,
  trailing,
  truncated,
  wrongPassphrase,
} from './failures.ts';
import { type BackupHeader, fromHex, KINDS, PIECE_HEAD, type PieceKind, readHeader } from './format.ts';
import { deriveKey } from './key.ts';
import { boundTo, cipherSeal, decodePieceHead, hashSeal, type Seal } from './seal.ts';
import type { Asset } from './write.ts';

export interface ReadBackupOptions {
  /** Of an encrypted backup. */
  readonly passphrase?: string | null;
}

export interface BackupReader {
  readonly header: BackupHeader;
  /** Reads the whole file and throws `Refused` with what is wrong and where. Tells what is in it. */
  verify(options?: ReadOptions): Promise<BackupTotals>;
  /** All records in the order in which they were written; verifies first where that has not been done. */
  records(options?: ReadOptions): AsyncGenerator<RecordBatch>;
  assets(options?: ReadOptions): AsyncGenerator<Asset>;
}

interface Piece {
  readonly kind: PieceKind;
  readonly contents: Uint8Array;
  readonly index: number;
  /** Where in the file it begins and ends. */
  readonly from: number;
  readonly to: number;
}

const pieces = async function* (
  file: SourceFile,
  begin: number,
  headerHash: Uint8Array,
  seal: Seal,
  wanted: (kind: PieceKind) => boolean,
  { signal, report }: ReadOptions,
): AsyncGenerator<Piece> {
  let at = begin;
  for (let index = 0; ; index++) {
    signal?.throwIfAborted();
    const headBytes = await file.read(at, at + PIECE_HEAD);
    if (headBytes.length < PIECE_HEAD) throw truncated(at + headBytes.length);
    const head = decodePieceHead(headBytes);
    if (!head) throw pieceDamaged(index, at);
    const from = at + PIECE_HEAD;
    const to = from + head.length;
    if (to > file.size) throw truncated(file.size);
    if (wanted(head.kind) || head.index !== index || head.last) {
      const sealed = await file.read(from, to);
      if (sealed.length < head.length) throw truncated(from + sealed.length);
      const packed = seal.open(sealed, head.index, boundTo(headerHash, headBytes));
      const contents = packed && unpack(packed);
      if (!contents) throw pieceDamaged(index, at);
      // Whole, but in the wrong place.
      if (head.index !== index) throw outOfOrder(index, head.index, at);
      if (head.last !== (head.kind === KINDS.end)) throw pieceDamaged(index, at);
      yield { kind: head.kind, contents, index, from: at, to };
    }
    report?.(to, file.size);
    at = to;
    if (!head.last) continue;
    if (at < file.size) throw trailing(at);
    return;
  }
};

const never = (): never => {
  throw headerDamaged();
};

/** Puts the parts of assets together again, one asset at a time. */
const assembled = async function* (parts: AsyncIterable<Piece>): AsyncGenerator<Asset> {
  let id: string | null = null;
  let bytes = new Uint8Array();
  let filled = 0;
  for await (const { contents, index, from } of parts) {
    const part = decodeAssetPart(contents);
    const fits =
      part !== null &&
      part.size <= LONGEST_ASSET &&
      part.offset === filled &&
      (part.offset === 0 || (part.id === id && part.size === bytes.length)) &&
      part.offset + part.bytes.length <= part.size;
    if (!fits) throw pieceDamaged(index, from);
    if (part.offset === 0) {
      id = part.id;
      bytes = new Uint8Array(part.size);
    }
    bytes.set(part.bytes, part.offset);
    filled += part.bytes.length;
    if (filled < bytes.length) continue;
    yield { id: part.id, bytes };
    filled = 0;
  }
  if (filled > 0) throw contentsDiffer('assets');
};

const sealOf = async ({ encryption }: BackupHeader, passphrase: string | null): Promise<Seal> => {
  if (encryption === null) return hashSeal;
  if (passphrase === null || passphrase === '') throw passphraseNeeded();
  const { kdf, nonceHex, verifierHex } = encryption;
  const { key, verifier } = await deriveKey(passphrase, fromHex(kdf.saltHex), kdf);
  const expected = fromHex(verifierHex);
  if (verifier.some((byte, i) => expected[i] !== byte)) throw wrongPassphrase();
  return cipherSeal(key, fromHex(nonceHex));
};

const sameCounts = (
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): string | null =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].find((key) => (a[key] ?? 0) !== (b[key] ?? 0)) ?? null;

/** What a file says of itself, for a list of backups; no passphrase, and only the header is read. */
export const readBackupHeader = async (file: SourceFile): Promise<BackupHeader> =>
  (await readHeader(file)).header;

/** Opens a backup: its header and its passphrase are checked, its contents not yet. Throws `Refused`. */
export const readBackup = async (
  file: SourceFile,
  { passphrase = null }: ReadBackupOptions = {},
): Promise<BackupReader> => {
  const { header, hash, end } = await readHeader(file);
  const seal = await sealOf(header, passphrase);
  const all = (wanted: (kind: PieceKind) => boolean, options: ReadOptions): AsyncGenerator<Piece> =>
    pieces(file, end, hash, seal, wanted, options);
  let verified: BackupTotals | null = null;

  const verify = async (options: ReadOptions = {}): Promise<BackupTotals> => {
    const records: Record<string, number> = {};
    let totals: BackupTotals | null = null;
    let [assets, assetBytes] = [0, 0];
    const assetPieces = async function* (): AsyncGenerator<Piece> {
      for await (const piece of all(() => true, options)) {
        if (piece.kind === KINDS.asset) yield piece;
        else if (piece.kind === KINDS.end) totals = decodeTotals(piece.contents);
        else {
          const batch = decodeRecords(piece.contents);
          if (!batch) throw pieceDamaged(piece.index, piece.from);
          records[batch.table] = (records[batch.table] ?? 0) + batch.records.length;
        }
      }
    };
    for await (const asset of assembled(assetPieces())) {
      assets++;
      assetBytes += asset.bytes.length;
    }
    const said = (totals as BackupTotals | null) ?? never();
    const different =
      sameCounts(records, said.records) ??
      (assets === said.assets && assetBytes === said.assetBytes ? null : 'assets');
    if (different !== null) throw contentsDiffer(different);
    verified = said;
    return said;
  };

  return {
    header,
    verify,
    records: async function* (options = {}) {
      if (!verified) await verify(options);
      for await (const { kind, contents, index, from } of all((kind) => kind === KINDS.records, options)) {
        if (kind !== KINDS.records) continue;
        const batch = decodeRecords(contents);
        if (!batch) throw pieceDamaged(index, from);
        yield batch;
      }
    },
    assets: async function* (options = {}) {
      if (!verified) await verify(options);
      const only = async function* (): AsyncGenerator<Piece> {
        for await (const piece of all((kind) => kind === KINDS.asset, options))
          if (piece.kind === KINDS.asset) yield piece;
      };
      yield* assembled(only());
    },
  };
};
