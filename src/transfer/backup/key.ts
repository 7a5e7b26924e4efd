/**
 * From a passphrase to a key: Argon2id. By WebAssembly (hash-wasm); where a content policy forbids that, by @noble/hashes, which gives
 * the same bytes and takes four times as long (2.3 s against 0.6 s). Not by WebCrypto: a page on plain http has none.
 */
import { argon2idAsync } from '@noble/hashes/argon2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { argon2id as argon2idWasm } from 'hash-wasm';
import { tooCostly } from './failures.ts';
import { concat, type KdfParameters } from './format.ts';

/** Half a second on a desk PC, and 64 MB of memory for every guess. */
export const DEFAULT_KDF: KdfParameters = { memoryKiB: 65_536, iterations: 3, parallelism: 1 };
/** More than this no file may ask for: a forged header must not stop the machine. */
const MOST: KdfParameters = { memoryKiB: 1_048_576, iterations: 20, parallelism: 16 };

const KEY_LENGTH = 32;
const VERIFIER_LENGTH = 16;
const VERIFIER_LABEL = new TextEncoder().encode('linli backup verifier');

export interface DerivedKey {
  readonly key: Uint8Array;
  /** Of another half of the derived bytes: it says nothing about the key. */
  readonly verifier: Uint8Array;
}

/** The bytes of a passphrase: half and full width, and however an input method composes them, are one; blanks at its ends do not count. */
export const passphraseBytes = (passphrase: string): Uint8Array =>
  new TextEncoder().encode(passphrase.normalize('NFKC').trim());

type Argon2 = (password: Uint8Array, salt: Uint8Array, kdf: KdfParameters) => Promise<Uint8Array>;

export const byWasm: Argon2 = (password, salt, { memoryKiB, iterations, parallelism }) =>
  argon2idWasm({
    password,
    salt,
    iterations,
    parallelism,
    memorySize: memoryKiB,
    hashLength: KEY_LENGTH * 2,
    outputType: 'binary',
  });

export const byScript: Argon2 = (password, salt, { memoryKiB, iterations, parallelism }) =>
  argon2idAsync(password, salt, { t: iterations, m: memoryKiB, p: parallelism, dkLen: KEY_LENGTH * 2 });

export const isAffordable = ({ memoryKiB, iterations, parallelism }: KdfParameters): boolean =>
  memoryKiB >= 8 * parallelism &&
  memoryKiB <= MOST.memoryKiB &&
  iterations >= 1 &&
  iterations <= MOST.iterations &&
  parallelism >= 1 &&
  parallelism <= MOST.parallelism;

export const deriveKey = async (
  passphrase: string,
  salt: Uint8Array,
  kdf: KdfParameters,
  argon2: Argon2 = (...args) => byWasm(...args).catch(() => byScript(...args)),
): Promise<DerivedKey> => {
  if (!isAffordable(kdf)) throw tooCostly();
  const derived = await argon2(passphraseBytes(passphrase), salt, kdf);
  return {
    key: derived.slice(0, KEY_LENGTH),
    verifier: sha256(concat(VERIFIER_LABEL, derived.subarray(KEY_LENGTH))).slice(0, VERIFIER_LENGTH),
  };
};
