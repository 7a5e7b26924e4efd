/**
 * Finds the header of a sheet: below titles ("×××社区居民花名册"), over one to three rows where groups stand above columns
 * ("户主信息 / 姓名"). A row is a header by what it says (names of fields) and by what it does not hold (IDs, phones, dates).
 */
import { cellAt, type TableRow } from '../cell.ts';
import { normaliseHeader } from '../fields/field.ts';
import { HEADER_NAMES, IDLE_NAMES } from '../fields/kinds.ts';
import type { SheetSample } from '../table.ts';
import { cleanText } from '../values/text.ts';
import { looksLikeId } from './content.ts';

export interface Header {
  /** Rows of the header as the spreadsheet numbers them; both 0 where there is none. */
  readonly fromRow: number;
  readonly toRow: number;
  /** By column: the header's texts from top to bottom, without repetition. */
  readonly parts: readonly (readonly string[])[];
  /** What stands above the header. */
  readonly title: string;
  readonly firstDataRow: number;
}

const ROWS_LOOKED_AT = 40;
const MOST_HEADER_ROWS = 3;
/** At least this share of a header's texts are names of fields. */
const LEAST_SHARE = 0.4;

interface Looked {
  readonly texts: readonly string[];
  readonly distinct: number;
  /** Texts that are names of fields; those that hold one count half. */
  readonly hits: number;
  readonly data: number;
  readonly merged: boolean;
}

const isDataText = (text: string): boolean =>
  looksLikeId(text) || /^[-+]?[\d.,/年月日:\s-]{3,}$/.test(text) || /^1[3-9]\d{9}/.test(text);

const holdsName = (name: string): boolean => {
  for (let length = Math.min(name.length, 8); length >= 2; length--)
    for (let at = 0; at + length <= name.length; at++)
      if (HEADER_NAMES.has(name.slice(at, at + length))) return true;
  return false;
};

const look = (row: TableRow): Looked => {
  const texts = row.cells.map((cell) => cleanText(cell.text));
  const seen = new Set<string>();
  let hits = 0;
  let data = 0;
  for (const [i, text] of texts.entries()) {
    if (text === '' || seen.has(text)) continue;
    seen.add(text);
    const { kind } = cellAt(row, i);
    const name = normaliseHeader(text);
    if (kind === 'number' || kind === 'date' || isDataText(text)) data++;
    else if (HEADER_NAMES.has(name) || IDLE_NAMES.has(name)) hits++;
    else if (text.length <= 20 && !/[:：]./.test(text) && holdsName(name)) hits += 0.5;
  }
  return { texts, distinct: seen.size, hits, data, merged: row.cells.some((cell) => cell.merged === true) };
};

const isHeaderLike = ({ hits, data, distinct }: Looked, least: number): boolean =>
  data === 0 && hits >= least && hits >= distinct * LEAST_SHARE;

/** A row of groups above the names: merged across, or with gaps to its right. A title is one text only. */
const isGroupRow = (above: Looked, base: Looked): boolean =>
  above.data === 0 &&
  above.distinct >= 2 &&
  !above.texts.some((text) => /[:：]./.test(text)) &&
  (above.merged ||
    above.texts.filter((text) => text !== '').length < base.texts.filter((text) => text !== '').length);

/** Gaps in a row of groups belong to the group on their left. */
const filledRight = (texts: readonly string[], below: readonly string[]): string[] => {
  const filled: string[] = [];
  let last = '';
  for (let i = 0; i < Math.max(texts.length, below.length); i++) {
    const text = texts[i] ?? '';
    if (text !== '') last = text;
    filled.push(text !== '' ? text : (below[i] ?? '') === '' ? '' : last);
  }
  return filled;
};

const withoutHeader = (sample: SheetSample): Header => ({
  fromRow: 0,
  toRow: 0,
  parts: [],
  title: '',
  firstDataRow: sample.rows[0]?.number ?? 1,
});

export const findHeader = (sample: SheetSample): Header => {
  const rows = sample.rows.slice(0, ROWS_LOOKED_AT);
  const looked = rows.map(look);
  let base = -1;
  for (const [i, one] of looked.entries()) {
    const least = one.distinct <= 2 ? 1 : 2;
    if (isHeaderLike(one, least) && one.hits > (looked[base]?.hits ?? 0)) base = i;
  }
  if (base < 0) return withoutHeader(sample);
  let from = base;
  let to = base;
  const isNext = (a: number, b: number): boolean => rows[b]?.number === (rows[a]?.number ?? 0) + 1;
  while (to - from + 1 < MOST_HEADER_ROWS && from > 0 && isNext(from - 1, from)) {
    const [above, below] = [looked[from - 1], looked[from]];
    if (!above || !below || !(isGroupRow(above, below) || isHeaderLike(above, 2))) break;
    from--;
  }
  while (to - from + 1 < MOST_HEADER_ROWS && isNext(to, to + 1)) {
    const below = looked[to + 1];
    // Below groups stand names again; a row of data holds none.
    if (!below || !isHeaderLike(below, 2)) break;
    to++;
  }
  const width = Math.max(...rows.slice(from, to + 1).map((row) => row.cells.length));
  const lines: string[][] = [];
  for (let i = to; i >= from; i--) {
    const texts = [...(looked[i]?.texts ?? [])];
    lines.unshift(i === to ? texts : filledRight(texts, lines[0] ?? []));
  }
  const parts = Array.from({ length: width }, (_, column) =>
    lines.map((line) => line[column] ?? '').filter((text, i, all) => text !== '' && text !== all[i - 1]),
  );
  const title = looked
    .slice(0, from)
    .flatMap(({ texts }) => [...new Set(texts)])
    .filter((text) => text !== '')
    .join(' ');
  return {
    fromRow: rows[from]?.number ?? 0,
    toRow: rows[to]?.number ?? 0,
    parts,
    title,
    firstDataRow: (rows[to]?.number ?? 0) + 1,
  };
};

/** A column's header as it is shown: "户主信息 / 姓名". */
export const headerText = (parts: readonly string[]): string => parts.join(' / ');

/**
 * A key for what a sheet's columns are called: the same for the same set of headers, in whatever order, however spaced, under whatever
 * title. A mapping is remembered by it.
 */
export const headerSignature = (sample: SheetSample): string =>
  [...new Set(findHeader(sample).parts.map((parts) => parts.map(normaliseHeader).join('/')))]
    .filter((name) => name !== '')
    .sort()
    .join('|');
