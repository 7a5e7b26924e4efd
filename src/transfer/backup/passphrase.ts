/**
 * How hard a passphrase is to guess by somebody who has the file and knows where it comes from: what people in China pick first (numbers,
 * pinyin, birthdays, phone numbers, the community's own name) is tried first. Bits are counted low. With Argon2id a guess costs half a
 * second, so that 40 bits are years for one machine, and 55 are out of reach.
 */
import { type Reason, reasonOf } from '../../domain/reasons.ts';
import { isRealDate } from '../../domain/dates.ts';

export interface PassphraseCheck {
  /** May a backup be made with it? */
  readonly ok: boolean;
  readonly strength: 'weak' | 'fair' | 'strong';
  /** Base-2 logarithm of the guesses, about. */
  readonly bits: number;
  /** What makes it weak; empty where it is strong. */
  readonly reasons: readonly Reason[];
}

const ENOUGH_BITS = 40;
const STRONG_BITS = 55;
const SHORTEST = 8;

/** What is tried first: lists of broken passwords agree on these. */
const COMMON = (
  '123456 12345678 123456789 111111 000000 666666 888888 88888888 112233 123123 654321 5201314 520520 1314520 147258369 7758521 ' +
  'password passw0rd p@ssw0rd admin administrator root guest test letmein welcome iloveyou abc123 a123456 123456a qwerty qwertyuiop asdfgh ' +
  'asdfghjkl zxcvbn zxcvbnm 1qaz2wsx qazwsx 1q2w3e4r q1w2e3r4 woaini woaiwojia wodemima mima nihao shequ linli beifen dangyuan wangge ' +
  'jiedao juweihui zhongguo beijing shanghai gansu qingyang xifeng 密码 备份 社区 邻里 我爱你 中国 网格'
).split(' ');
/** Rows of the keyboard and counting, both ways. */
const RUNS = [
  '0123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '一二三四五六七八九十',
];
const RUN_TEXTS = RUNS.flatMap((run) => [run, [...run].toReversed().join('')]);

/** Bits of a part that is guessed as a whole. */
const WORD_BITS = 8;
const DATE_BITS = 15;
const PHONE_BITS = 28;
const RUN_BITS = 6;
const REPEAT_BITS = 4;

interface Found {
  readonly rest: string;
  readonly bits: number;
}

/** Takes every match out of the text, as so many bits each. */
const takeOut = (
  text: string,
  pattern: RegExp,
  bitsEach: number,
  accept: (part: string) => boolean = () => true,
): Found => {
  let bits = 0;
  const rest = text.replace(pattern, (part: string) => {
    if (!accept(part)) return part;
    bits += bitsEach;
    return ' ';
  });
  return { rest, bits };
};

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const isDay = (digits: string): boolean =>
  isRealDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`);

/** Runs of four and more that stand in a row of the keyboard or of the alphabet. */
const takeRuns = (text: string): Found => {
  let bits = 0;
  let rest = text;
  for (let length = 10; length >= 4; length--)
    for (const run of RUN_TEXTS)
      for (let from = 0; from + length <= [...run].length; from++) {
        const part = [...run].slice(from, from + length).join('');
        while (rest.includes(part)) {
          rest = rest.replace(part, ' ');
          bits += RUN_BITS;
        }
      }
  return { rest, bits };
};

/** A character among those of its kind that the text uses. */
const bitsOfCharacters = (text: string): number => {
  const kinds: readonly (readonly [RegExp, number])[] = [
    [/[0-9]/, 10],
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/[!-/:-@[-`{-~]/, 32],
  ];
  const latin = [...text].filter((c) => c > ' ' && c <= '~');
  const alphabet = kinds.reduce((sum, [kind, size]) => (kind.test(latin.join('')) ? sum + size : sum), 0);
  // Chinese is written in words: a character of one says little of the next.
  const others = [...text].filter((c) => c > '~');
  const distinct = new Set(latin).size;
  // Few different characters are few choices, however long the text.
  return latin.length * Math.log2(Math.max(Math.min(alphabet, distinct * 4), 1)) * 0.85 + others.length * 7;
};

/**
 * Judges a passphrase. `known` are words that a stranger would try, too: the community's name, district and code, the clerk's name.
 */
export const checkPassphrase = (passphrase: string, known: readonly string[] = []): PassphraseCheck => {
  const text = passphrase.normalize('NFKC').trim();
  const reasons: Reason[] = [];
  const say = (code: string, zh: string, en: string): void => {
    reasons.push(reasonOf(`passphrase.${code}`, zh, en));
  };
  let bits = 0;
  let rest = text;
  const take = (found: Found, code: string, zh: string, en: string): void => {
    if (found.bits > 0) say(code, zh, en);
    bits += found.bits;
    rest = found.rest;
  };
  take(
    takeOut(rest, /(?<!\d)1[3-9]\d{9}(?!\d)/g, PHONE_BITS),
    'phone',
    '含有手机号。',
    'It contains a phone number.',
  );
  take(
    takeOut(rest, /(?:19|20)\d{6}/g, DATE_BITS, isDay),
    'date',
    '含有日期，生日最容易被猜到。',
    'It contains a date; birthdays are tried first.',
  );
  const words = known.map((word) => word.normalize('NFKC').trim()).filter((word) => [...word].length >= 2);
  if (words.length > 0)
    take(
      takeOut(rest, new RegExp(words.map(escape).join('|'), 'gi'), WORD_BITS),
      'known',
      '含有社区或人员的名称。',
      'It contains a name of the community or of a person.',
    );
  const common = [...COMMON].sort((a, b) => b.length - a.length).map(escape);
  take(
    takeOut(rest, new RegExp(common.join('|'), 'gi'), WORD_BITS),
    'common',
    '含有常见密码。',
    'It contains a common password.',
  );
  take(
    takeRuns(rest.toLowerCase() === rest ? rest : rest.replace(/[A-Z]{4,}/g, (part) => part.toLowerCase())),
    'run',
    '含有连续的数字或键盘上相邻的字母。',
    'It contains a run of digits or of neighbouring keys.',
  );
  take(takeOut(rest, /(.)\1{2,}/gu, REPEAT_BITS), 'repeat', '含有重复的字符。', 'It repeats a character.');
  take(takeOut(rest, /(..+)\1+/gu, REPEAT_BITS * 3), 'pattern', '含有重复的片段。', 'It repeats a part.');
  bits = Math.round(bits + bitsOfCharacters(rest));
  const length = [...text].length;
  if (length < SHORTEST)
    say(
      'short',
      `太短：至少 ${SHORTEST} 个字符，最好是几个不相干的词。`,
      `Too short: at least ${SHORTEST} characters, better some words that have nothing to do with each other.`,
    );
  const ok = bits >= ENOUGH_BITS && length >= SHORTEST;
  if (bits < ENOUGH_BITS && reasons.length === 0)
    say(
      'guessable',
      '变化太少，请再加长，或混用字母、数字和符号。',
      'Too little variety: make it longer, or mix letters, digits and signs.',
    );
  const strength = !ok ? 'weak' : bits < STRONG_BITS ? 'fair' : 'strong';
  return { ok, strength, bits, reasons: strength === 'strong' ? [] : reasons };
};
