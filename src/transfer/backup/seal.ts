/** Pieces of a backup: their sixteen bytes of head, and how they are sealed and opened. */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concat, HASH_LENGTH, KINDS, LONGEST_PIECE, PIECE_HEAD, type PieceKind } from './format.ts';

/** Seals and opens by number, so that nonces never repeat: the key is of this file alone. */
export interface Seal {
  /** Bytes that sealing adds. */
  readonly extra: number;
  close(contents: Uint8Array, index: number, bound: Uint8Array): Uint8Array;
  /** Null where anything was changed. */
  open(sealed: Uint8Array, index: number, bound: Uint8Array): Uint8Array | null;
}

const nonceOf = (prefix: Uint8Array, index: number): Uint8Array => {
  const nonce = new Uint8Array(24);
  nonce.set(prefix);
  new DataView(nonce.buffer).setBigUint64(16, BigInt(index), true);
  return nonce;
};

export const cipherSeal = (key: Uint8Array, noncePrefix: Uint8Array): Seal => ({
  extra: 16,
  close: (contents, index, bound) =>
    xchacha20poly1305(key, nonceOf(noncePrefix, index), bound).encrypt(contents),
  open: (sealed, index, bound) => {
    try {
      return xchacha20poly1305(key, nonceOf(noncePrefix, index), bound).decrypt(sealed);
    } catch {
      return null;
    }
  },
});

const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

/** For what may be read by anybody: finds damage, and is no protection against a forger. */
export const hashSeal: Seal = {
  extra: HASH_LENGTH,
  close: (contents, _index, bound) => concat(contents, sha256(concat(bound, contents))),
  open: (sealed, _index, bound) => {
    if (sealed.length < HASH_LENGTH) return null;
    const contents = sealed.subarray(0, sealed.length - HASH_LENGTH);
    return same(sealed.subarray(contents.length), sha256(concat(bound, contents))) ? contents : null;
  },
};

export interface PieceHead {
  /** Bytes of what is sealed. */
  readonly length: number;
  readonly index: number;
  readonly kind: PieceKind;
  readonly last: boolean;
}

export const encodePieceHead = ({ length, index, kind, last }: PieceHead): Uint8Array => {
  const bytes = new Uint8Array(PIECE_HEAD);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, length, true);
  view.setUint32(4, index, true);
  view.setUint8(8, kind);
  view.setUint8(9, last ? 1 : 0);
  bytes.set(sha256(bytes.subarray(0, 12)).subarray(0, 4), 12);
  return bytes;
};

/** Null where its own check says that it is damaged. */
export const decodePieceHead = (bytes: Uint8Array): PieceHead | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!same(sha256(bytes.subarray(0, 12)).subarray(0, 4), bytes.subarray(12, 16))) return null;
  const [length, index, kind, last] = [
    view.getUint32(0, true),
    view.getUint32(4, true),
    view.getUint8(8),
    view.getUint8(9),
  ];
  const known = Object.values(KINDS).find((one) => one === kind);
  if (known === undefined || last > 1 || length > LONGEST_PIECE + 64) return null;
  return { length, index, kind: known, last: last === 1 };
};

/** What a piece is sealed together with. */
export const boundTo = (headerHash: Uint8Array, pieceHead: Uint8Array): Uint8Array =>
  concat(headerHash, pieceHead.subarray(0, 12));
