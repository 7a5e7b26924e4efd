/**
 * Record ids: 26 characters of Crockford base 32, 10 of time (epoch milliseconds) and 16 of chance, like a ULID.
 * They sort by the moment they were made, are made on the client, and never repeat within one millisecond:
 * within the same millisecond the chance part counts up.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_LENGTH = 16;

export type IdSource = () => string;

const encodeTime = (epochMs: number): string => {
  let rest = epochMs;
  let out = '';
  for (let i = 0; i < 10; i++) {
    out = ALPHABET[rest % 32] + out;
    rest = Math.floor(rest / 32);
  }
  return out;
};

const spell = (digits: readonly number[]): string => {
  let out = '';
  for (const digit of digits) out += ALPHABET[digit];
  return out;
};

/** Gives the place of the first digit that changed. */
const countUp = (digits: number[]): number => {
  for (let i = digits.length - 1; i >= 0; i--) {
    const next = (digits[i] ?? 0) + 1;
    digits[i] = next % 32;
    if (next < 32) return i;
  }
  return 0;
};

/** Digits at the end that are spelled anew for every id; those before them change once in a million. */
const TAIL = 4;

/** A source of ids. `now` in epoch milliseconds; `random` in [0, 1): a seeded one gives the same ids every time. */
export const createIdSource = (now: () => number, random: () => number): IdSource => {
  let lastMs = -1;
  let digits: number[] = [];
  let head = '';
  return () => {
    const ms = Math.max(now(), lastMs);
    let changed = 0;
    if (ms === lastMs) changed = countUp(digits);
    else digits = Array.from({ length: RANDOM_LENGTH }, () => Math.floor(random() * 32));
    lastMs = ms;
    if (changed < RANDOM_LENGTH - TAIL) head = encodeTime(ms) + spell(digits.slice(0, -TAIL));
    return head + spell(digits.slice(-TAIL));
  };
};

/** Chance is drawn for a hundred ids at a time: a call a digit takes longer than all the rest of an id. */
const pool = new Uint32Array(RANDOM_LENGTH * 100);
let drawn = pool.length;
const cryptoRandom = (): number => {
  if (drawn === pool.length) {
    crypto.getRandomValues(pool);
    drawn = 0;
  }
  return (pool[drawn++] ?? 0) / 2 ** 32;
};

export const newId: IdSource = createIdSource(() => Date.now(), cryptoRandom);

export const ID_PATTERN = /^[0-9A-HJKMNP-TV-Z]{26}$/;
