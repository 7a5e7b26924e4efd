/** Numbers straight from the bytes: a million vertices need no million arrays. */

const POWERS = Array.from({ length: 23 }, (_, i) => 10 ** i);
const EXACT = 2 ** 53;

const isDigit = (c: number): boolean => c >= 0x30 && c <= 0x39;
const isSpace = (c: number): boolean => c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09;

/** Where the number ended; the value is in `value`. A field instead of an object each. */
export class NumberReader {
  value = 0;

  /**
   * Reads the number at `i`. Answers the index behind it, or -1 where there is none (also where it may go on behind `end`). Up to 15
   * digits with a small exponent come out exact by one multiplication or division of exact numbers; the rest go through `Number`.
   */
  read(bytes: Uint8Array, i: number, end: number): number {
    const from = i;
    let negative = false;
    if (bytes[i] === 0x2d) {
      negative = true;
      i++;
    }
    let mantissa = 0;
    let digits = 0;
    let decimals = 0;
    const first = i;
    while (i < end && isDigit(bytes[i] as number)) {
      mantissa = mantissa * 10 + ((bytes[i] as number) - 0x30);
      digits++;
      i++;
    }
    if (digits === 0 || (digits > 1 && bytes[first] === 0x30)) return -1;
    if (i < end && bytes[i] === 0x2e) {
      i++;
      const point = i;
      while (i < end && isDigit(bytes[i] as number)) {
        mantissa = mantissa * 10 + ((bytes[i] as number) - 0x30);
        i++;
      }
      decimals = i - point;
      if (decimals === 0) return -1;
      digits += decimals;
    }
    if (i >= end) return -1;
    const next = bytes[i] as number;
    const hasExponent = next === 0x65 || next === 0x45;
    if (!hasExponent && digits <= 15 && mantissa < EXACT) {
      const value = decimals === 0 ? mantissa : mantissa / (POWERS[decimals] as number);
      this.value = negative ? -value : value;
      return i;
    }
    if (hasExponent) {
      i++;
      if (bytes[i] === 0x2b || bytes[i] === 0x2d) i++;
      const exponent = i;
      while (i < end && isDigit(bytes[i] as number)) i++;
      if (i === exponent || i >= end) return -1;
    }
    let text = '';
    for (let k = from; k < i; k++) text += String.fromCharCode(bytes[k] as number);
    this.value = Number(text);
    return i;
  }
}

const skipSpace = (bytes: Uint8Array, i: number, end: number): number => {
  while (i < end && isSpace(bytes[i] as number)) i++;
  return i;
};

/**
 * `[x, y, z]` at `i` into `into` at `place`. Answers the index behind it; -1 where it is anything else, or is not all there before
 * `end`.
 */
export const readTriple = (
  bytes: Uint8Array,
  i: number,
  end: number,
  into: Float64Array,
  place: number,
  reader: NumberReader,
): number => {
  if (bytes[i] !== 0x5b) return -1;
  i++;
  for (let k = 0; k < 3; k++) {
    i = skipSpace(bytes, i, end);
    i = reader.read(bytes, i, end);
    if (i < 0) return -1;
    into[place + k] = reader.value;
    i = skipSpace(bytes, i, end);
    if (bytes[i] !== (k === 2 ? 0x5d : 0x2c) || i >= end) return -1;
    i++;
  }
  return i;
};
