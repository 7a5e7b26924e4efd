/**
 * The readings of names, from pinyin-pro. Only the search worker imports this file, so that the dictionary never reaches the page.
 * Every character is asked for once: a community has twelve thousand names and some eight hundred characters.
 */
import { pinyin } from 'pinyin-pro';
import type { Syllables } from './pinyin-match.ts';

const readings = new Map<string, readonly string[]>();
const surnames = new Map<string, readonly string[]>();

/** "ü" is typed as v. */
const OPTIONS = { toneType: 'none', type: 'array', v: true } as const;

const clean = (values: readonly string[]): string[] => [
  ...new Set(values.map((value) => value.toLowerCase()).filter((value) => value !== '')),
];

const readingsOf = (character: string): readonly string[] => {
  let known = readings.get(character);
  if (!known) {
    known = /[\u3400-\u9fff]/.test(character)
      ? clean(pinyin(character, { ...OPTIONS, multiple: true }))
      : [character.toLowerCase()];
    readings.set(character, known);
  }
  return known;
};

/** As a surname reads: 单 shan, 曾 zeng, 尉迟 yu chi. */
const surnameReadings = (text: string): readonly string[] => {
  let known = surnames.get(text);
  if (!known) {
    known = pinyin(text, { ...OPTIONS, mode: 'surname' }).map((reading) => reading.toLowerCase());
    surnames.set(text, known);
  }
  return known;
};

/** Likeliest first, without saying one twice. */
const first = (reading: string | undefined, others: readonly string[]): readonly string[] =>
  reading === undefined || others[0] === reading ? others : clean([reading, ...others]);

/** The syllables of any text; spaces and punctuation are left out. */
export const syllablesOf = (text: string): Syllables =>
  [...text].filter((sign) => /[\p{L}\p{N}]/u.test(sign)).map(readingsOf);

/** The syllables of a person's name: the surname as surnames read, one character or two. */
export const syllablesOfName = (name: string): Syllables => {
  const signs = [...name].filter((sign) => /[\p{L}\p{N}]/u.test(sign));
  const plain = signs.map(readingsOf);
  if (signs.length < 2) return plain;
  const two = surnameReadings(signs.slice(0, 2).join(''));
  const one = surnameReadings(signs[0] ?? '');
  // Two characters read otherwise than the one alone and the other as usual: a compound surname.
  const compound = signs.length > 2 && two[1] !== undefined && two[1] !== plain[1]?.[0];
  return plain.map((usual, at) =>
    at === 0 ? first(compound ? two[0] : one[0], usual) : at === 1 && compound ? first(two[1], usual) : usual,
  );
};
