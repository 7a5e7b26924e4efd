/**
 * Matching what is typed in pinyin against a name: full syllables, initials, and any mixture ("zhangwei", "zw", "zhangw", "zwei").
 * A name is a list of characters, each with its possible readings, the likeliest first. Pure; no dictionary here.
 */
export type Syllables = readonly (readonly string[])[];

/** How a match reads, best first; the numbers are scores out of 100. */
export const FULL = 88;
export const INITIALS = 84;
export const BEGINS = 78;
export const MIXED = 74;
export const INSIDE = 60;

const INITIAL_LENGTHS = (reading: string): readonly number[] => (/^[zcs]h/.test(reading) ? [2, 1] : [1]);

const commonPrefix = (reading: string, query: string, at: number): number => {
  let length = 0;
  while (length < reading.length && query.charCodeAt(at + length) === reading.charCodeAt(length)) length++;
  return length;
};

/**
 * Can the query from `at` on be read off the syllables from `from` on? Returns the index after the last syllable used, or -1. Every
 * syllable gives its whole reading or its initial; the last one gives any beginning.
 */
const readOff = (syllables: Syllables, from: number, query: string, at: number): number => {
  if (at === query.length) return from;
  for (const reading of syllables[from] ?? []) {
    const common = commonPrefix(reading, query, at);
    if (common === 0) continue;
    if (at + common === query.length) return from + 1;
    if (common === reading.length) {
      const end = readOff(syllables, from + 1, query, at + common);
      if (end >= 0) return end;
    }
    for (const initial of INITIAL_LENGTHS(reading)) {
      if (initial > common || initial === reading.length) continue;
      const end = readOff(syllables, from + 1, query, at + initial);
      if (end >= 0) return end;
    }
  }
  return -1;
};

const isFull = (syllables: Syllables, query: string): boolean => {
  const walk = (from: number, at: number): boolean =>
    from === syllables.length
      ? at === query.length
      : (syllables[from] ?? []).some(
          (reading) => query.startsWith(reading, at) && walk(from + 1, at + reading.length),
        );
  return walk(0, 0);
};

const isInitials = (syllables: Syllables, query: string): boolean =>
  query.length === syllables.length &&
  syllables.every((readings, at) => readings.some((reading) => reading[0] === query[at]));

/** 0 for no match. `query` is lower case, without spaces. */
export const scorePinyin = (syllables: Syllables, query: string): number => {
  const end = readOff(syllables, 0, query, 0);
  if (end >= 0) {
    if (isFull(syllables, query)) return FULL;
    if (isInitials(syllables, query)) return INITIALS;
    const first = syllables[0]?.some((reading) => query.startsWith(reading) || reading.startsWith(query));
    return first ? BEGINS : MIXED;
  }
  for (let from = 1; from < syllables.length; from++)
    if (readOff(syllables, from, query, 0) >= 0) return INSIDE;
  return 0;
};

/** One bit for each letter that a syllable begins with: a query whose first letter has no bit cannot match. */
export const initialsMask = (syllables: Syllables): number => {
  let mask = 0;
  for (const readings of syllables) for (const reading of readings) mask |= letterBit(reading);
  return mask;
};

/** a–z take bits 0–25, everything else bit 26. */
export const letterBit = (text: string): number => {
  const letter = text.charCodeAt(0) - 97;
  return 1 << (letter >= 0 && letter < 26 ? letter : 26);
};
