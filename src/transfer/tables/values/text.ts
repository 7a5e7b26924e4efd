/** Texts as cells hold them: invisible signs, names drawn apart by spaces, words to be compared. */

/** Zero-width and direction marks, soft hyphens, byte order marks. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const HAN = '\\u3400-\\u9fff\\uf900-\\ufaff';
const BETWEEN_HAN = new RegExp(`(?<=[${HAN}·])\\s+(?=[${HAN}·])`, 'g');
/** Only texts that hold one of these need any care. */
const NEEDS_CARE = /[^\u0021-\u007e\u4e00-\u9fff]/;

/** Invisible signs away, every run of spaces one space, the ends trimmed. Full-width letters stay: a note is a note. */
export const cleanText = (text: string): string =>
  NEEDS_CARE.test(text) ? text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim() : text;

/** A name: 王 明, drawn apart by any space, is 王明; 买买提·艾力 has one kind of dot; a Latin name keeps its space. */
export const cleanName = (text: string): string =>
  NEEDS_CARE.test(text)
    ? cleanText(text.normalize('NFKC'))
        .replace(/[•・‧∙⋅]/g, '·')
        .replace(BETWEEN_HAN, '')
    : text;

/** A word as it is compared: half-width, lower case, without spaces, brackets kept as one kind. */
export const normaliseWord = (text: string): string =>
  text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, '').toLowerCase();

/** What people write where there is nothing to write. */
const NOTHING = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  '无',
  '暂无',
  '空',
  '不详',
  'null',
  'none',
  'n/a',
  'na',
  '#n/a',
  '未填',
  '…',
  '·',
  '.',
  '、',
]);

export const isNothing = (text: string): boolean =>
  text.length <= 4 && NOTHING.has(text.trim().toLowerCase());
