/** Texts as people type them: full-width letters, stray spaces, Chinese numerals. */

/** Full-width letters, digits and signs become half-width, every kind of dash becomes "-", the ends are trimmed. */
export const toHalfWidth = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−﹣－ー─～~]/g, '-')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim();

/** Half-width and without any space: for numbers and codes. */
export const compact = (text: string): string => toHalfWidth(text).replace(/ /g, '');

const DIGITS = new Map(
  [...'零一二三四五六七八九']
    .map((sign, value): [string, number] => [sign, value])
    .concat(
      [...'〇壹贰叁肆伍陆柒捌玖'].map((sign, value): [string, number] => [sign, value]),
      [
        ['○', 0],
        ['两', 2],
        ['俩', 2],
      ],
    ),
);
const UNITS = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
]);

/** A class of signs that can stand in a Chinese number below a thousand. */
export const CHINESE_NUMERAL = '[零〇○一二三四五六七八九两俩壹贰叁肆伍陆柒捌玖十拾百佰]';

/** "十二" 12, "一百零三" 103, "五〇二" 502 (digit by digit), "两" 2; null when it is no number. */
export const parseChineseNumber = (text: string): number | null => {
  if (text === '') return null;
  const signs = [...text];
  if (!signs.some((sign) => UNITS.has(sign))) {
    let value = 0;
    for (const sign of signs) {
      const digit = DIGITS.get(sign);
      if (digit === undefined) return null;
      value = value * 10 + digit;
    }
    return value;
  }
  let total = 0;
  let digit: number | null = null;
  let lastUnit = 1000;
  for (const sign of signs) {
    const unit = UNITS.get(sign);
    if (unit === undefined) {
      const next = DIGITS.get(sign);
      if (next === undefined || (digit !== null && digit !== 0)) return null;
      digit = next;
    } else {
      if (unit >= lastUnit) return null;
      total += (digit === null || digit === 0 ? 1 : digit) * unit;
      lastUnit = unit;
      digit = null;
    }
  }
  return total + (digit ?? 0);
};

/** 12 as "十二", 502 as "五百零二"; for numbers from 0 to 999. */
export const toChineseNumber = (value: number): string => {
  const names = '零一二三四五六七八九';
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  if (value < 10) return names[value] ?? '';
  let out = hundreds > 0 ? `${names[hundreds]}百` : '';
  if (tens > 0) out += tens === 1 && hundreds === 0 ? '十' : `${names[tens]}十`;
  else if (hundreds > 0 && ones > 0) out += '零';
  return ones > 0 ? out + names[ones] : out;
};
