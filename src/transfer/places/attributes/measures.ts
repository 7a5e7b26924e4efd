/** Heights and storeys as people write them: `12`, `"12 m"`, `12米`, `39'`, `"12,5"`, `6层`, `砼12`, `地上12层/地下2层`. */
import { CHINESE_NUMERAL, parseChineseNumber, toHalfWidth } from '../../../domain/text.ts';

/** The tallest building is 828 m, the next planned 1,000 m. */
const MOST_METRES = 1200;
const MOST_STOREYS = 250;

const UNITS = new Map<string, number>([
  ['', 1],
  ['m', 1],
  ['meter', 1],
  ['meters', 1],
  ['metre', 1],
  ['metres', 1],
  ['mtr', 1],
  ['米', 1],
  ['公尺', 1],
  ['cm', 0.01],
  ['厘米', 0.01],
  ['mm', 0.001],
  ['毫米', 0.001],
  ['ft', 0.3048],
  ['foot', 0.3048],
  ['feet', 0.3048],
  ["'", 0.3048],
  ['英尺', 0.3048],
  ['in', 0.0254],
  ['"', 0.0254],
]);

const LENGTH =
  /^(?:约|大约|ca\.?|approx\.?|-(?=\D))? ?([+-]?\d[\d.,]*|[+-]?\.\d+) ?([a-z'"米公尺厘毫英]*)\.?$/i;
const FEET_INCHES = /^(\d+) ?(?:'|ft|feet) ?(\d+(?:\.\d+)?) ?(?:"|''|in|inch|inches)?$/i;

/** "12,5" is twelve and a half, "1,234.5" above a thousand: a comma is a decimal one unless a point follows. */
const numberOf = (text: string): number =>
  Number(/,\d{3}(?:,\d{3})*\.\d+$/.test(text) ? text.replaceAll(',', '') : text.replace(',', '.'));

/** Metres, whatever sign; null where the text is no length. `unit` is what a bare number stands for, metres. */
export const parseMetres = (value: unknown, unit = 1): number | null => {
  if (typeof value === 'number') return Number.isFinite(value) ? value * unit : null;
  if (typeof value !== 'string') return null;
  const text = toHalfWidth(value.replace(/[’′‘]/g, "'").replace(/[”″“]/g, '"'));
  const inches = FEET_INCHES.exec(text);
  if (inches !== null) return Number(inches[1]) * 0.3048 + Number(inches[2]) * 0.0254;
  const match = LENGTH.exec(text);
  if (match === null) return null;
  const name = (match[2] ?? '').toLowerCase();
  const factor = name === '' ? unit : UNITS.get(name);
  const number = numberOf(match[1] ?? '');
  return factor === undefined || !Number.isFinite(number) ? null : number * factor;
};

/** `none`: empty, or zero, which programs write for "unknown". `odd`: something that is no height of a building. */
export type Measure = { readonly kind: 'value'; readonly value: number } | { readonly kind: 'none' | 'odd' };

const NONE: Measure = { kind: 'none' };
const ODD: Measure = { kind: 'odd' };
const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && /^\s*(?:|null|none|nan|n\/a|unknown|未知|无|-+|—+|<null>)\s*$/i.test(value));

/** A height above the ground in metres. */
export const heightOf = (value: unknown, unit = 1): Measure => {
  if (isEmpty(value)) return NONE;
  const metres = parseMetres(value, unit);
  if (metres === 0) return NONE;
  if (metres === null || metres < 0 || metres > MOST_METRES) return ODD;
  return { kind: 'value', value: metres };
};

const ABOVE_GROUND = /地上(?:共)?(\d+|[零〇一二三四五六七八九两十百]+)/;
const CHINESE = new RegExp(`^(${CHINESE_NUMERAL}+)(?:层|楼)?$`);
/** Structure and storeys as on cadastral maps: 砼12, 混6, 砖3. */
const STRUCTURE = /^(?:砼|混|砖|钢|木|土|石|简|破|建|框|框剪|钢混|砖混|砖木)+(\d+)$/;
const COUNT = /^(\d+(?:[.,]\d+)?)(?: ?(?:层|楼|f|fl|floors?|storeys?|stories|levels?))?(?:\+\d+)?$/i;
const RANGE = /^\d+(?: ?[-;/,、] ?\d+)+ ?(?:层)?$/;

const storeysOfText = (given: string): number | null => {
  const text = toHalfWidth(given);
  const above = ABOVE_GROUND.exec(text)?.[1];
  if (above !== undefined) return /^\d/.test(above) ? Number(above) : parseChineseNumber(above);
  const chinese = CHINESE.exec(text)?.[1];
  if (chinese !== undefined) return parseChineseNumber(chinese);
  const structure = STRUCTURE.exec(text)?.[1];
  if (structure !== undefined) return Number(structure);
  const count = COUNT.exec(text)?.[1];
  if (count !== undefined) return Number(count.replace(',', '.'));
  // "5-7" and "3;5" are buildings of several heights: the tallest tells how far up they go.
  if (RANGE.test(text)) return Math.max(...(text.match(/\d+/g) ?? []).map(Number));
  return null;
};

/** Storeys above the ground, a whole number. */
export const storeysOf = (value: unknown): Measure => {
  if (isEmpty(value)) return NONE;
  const storeys = typeof value === 'number' ? value : typeof value === 'string' ? storeysOfText(value) : null;
  if (storeys === 0) return NONE;
  if (storeys === null || !Number.isFinite(storeys) || storeys < 0 || storeys > MOST_STOREYS) return ODD;
  return { kind: 'value', value: Math.max(1, Math.round(storeys)) };
};
