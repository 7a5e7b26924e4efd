/**
 * What kind of table a sheet is, and which column is which field: by the names in the header, checked against what the columns hold;
 * a column of IDs is one whatever it is called. The kind is the one whose fields explain the columns best.
 */
import { today as todayNow } from '../../../domain/dates.ts';
import type { TableRow } from '../cell.ts';
import { type Field, type ImportKind, type KindOfTable, normaliseHeader } from '../fields/field.ts';
import { KINDS, kindOf } from '../fields/kinds.ts';
import type { SheetSample } from '../table.ts';
import { type Column, columnOf, contentFit } from './content.ts';
import { constantsOf } from './constants.ts';
import { findHeader, type Header, headerText } from './header.ts';

export interface ColumnGuess {
  readonly column: number;
  /** "户主信息 / 姓名"; empty where the sheet has no header. */
  readonly header: string;
  /** Null: nothing is made of this column. */
  readonly field: string | null;
  /** 0–1. */
  readonly confidence: number;
  readonly by: 'name' | 'content' | 'none';
}

export interface KindGuess {
  readonly kind: ImportKind;
  /** 0–1; about 0.5 means that another kind is as likely. */
  readonly confidence: number;
}

export interface TableGuess extends KindGuess {
  /** The other kinds that come into question, best first. */
  readonly alternatives: readonly KindGuess[];
  readonly header: Header;
  readonly columns: readonly ColumnGuess[];
  /** Values for all rows that the title tells: an aged person's register says nowhere else that its people are aged. */
  readonly constants: Readonly<Record<string, string>>;
}

/** Fields that their content tells without any name, and how sure that is. */
const BY_CONTENT: Readonly<Record<string, readonly [leastFit: number, confidence: number]>> = {
  citizenId: [0.6, 0.9],
  creditCode: [0.6, 0.85],
  relation: [0.85, 0.6],
  sex: [0.95, 0.6],
  phone: [0.8, 0.55],
  contactPhone: [0.8, 0.5],
  address: [0.7, 0.5],
  name: [0.95, 0.35],
};

/** 0–1: how well a header names a field. */
const nameScore = (parts: readonly string[], field: Field): number => {
  const leaf = normaliseHeader(parts.at(-1) ?? '');
  if (leaf === '') return 0;
  const whole = normaliseHeader(parts.join(''));
  let best = 0;
  for (const [rank, name] of field.synonyms.entries()) {
    // The field's own name says a little more than a synonym that other fields may have as well.
    const exact = rank < 3 ? 1 : 0.97;
    if (whole === name) return exact;
    if (leaf === name) best = Math.max(best, parts.length > 1 ? 0.93 : exact);
    else if (name.length >= 2 && leaf.includes(name))
      best = Math.max(best, (leaf.endsWith(name) ? 0.45 : 0.35) + 0.4 * (name.length / leaf.length));
  }
  // "户主信息 / 姓名" is the head's name, not the person's, where a column of the head is asked for.
  const ofHead = parts.length > 1 && /户主/.test(parts.slice(0, -1).join(''));
  if (ofHead && field.key === 'headName' && /^(?:姓名|name)$/.test(leaf)) return 0.96;
  return ofHead ? best * 0.8 : best;
};

interface Pairing {
  readonly column: number;
  readonly field: Field;
  readonly score: number;
  readonly by: 'name' | 'content';
}

const pairingOf = (column: Column, parts: readonly string[], field: Field, today: string): Pairing | null => {
  const name = nameScore(parts, field);
  const rule = BY_CONTENT[field.key];
  if (name === 0 && !rule) return null;
  const fit = contentFit(column, field, today);
  const byContent = rule && fit !== null && fit >= rule[0] && column.cells.length >= 2 ? rule[1] * fit : 0;
  // A name is doubted where nothing in the column fits it; codes may be words that are not known yet.
  const doubt =
    fit === null ? 0.9 : field.type === 'code' || field.type === 'codes' ? 0.6 + 0.4 * fit : 0.5 + 0.5 * fit;
  const byName = name * doubt;
  const score = Math.max(byName, byContent);
  return score < 0.25
    ? null
    : { column: column.index, field, score, by: byName >= byContent ? 'name' : 'content' };
};

interface Fitted {
  readonly kind: KindOfTable;
  readonly score: number;
  readonly pairs: readonly Pairing[];
}

const fitKind = (
  kind: KindOfTable,
  columns: readonly Column[],
  header: Header,
  titles: string,
  today: string,
): Fitted => {
  const all = columns.flatMap((column) =>
    kind.fields.map((field) => pairingOf(column, header.parts[column.index] ?? [], field, today)),
  );
  const taken = new Set<number>();
  const used = new Set<string>();
  const pairs = all
    .filter((pair) => pair !== null)
    .sort((a, b) => b.score - a.score || a.column - b.column)
    .filter(({ column, field }) => {
      if (taken.has(column) || used.has(field.key)) return false;
      taken.add(column);
      used.add(field.key);
      return true;
    });
  const constants = constantsOf(kind.kind, titles, used);
  const known = (key: string): boolean => used.has(key) || key in constants;
  const missing = kind.required.filter((group) => !group.some(known)).length;
  const explained = pairs.reduce((sum, { score, field }) => sum + score * field.weight, 0);
  return { kind, pairs, score: explained + (kind.titles.test(titles) ? 4 : 0) - missing * 4 };
};

/** Rows below the header. */
const dataOf = (sample: SheetSample, header: Header): TableRow[] =>
  sample.rows.filter((row) => row.number >= header.firstDataRow);

const guessOf = (sample: SheetSample, kinds: readonly KindOfTable[], today: string): TableGuess => {
  const header = findHeader(sample);
  const data = dataOf(sample, header);
  const width = Math.max(header.parts.length, ...data.map((row) => row.cells.length), 0);
  const columns = Array.from({ length: width }, (_, index) => columnOf(data, index));
  const titles = [header.title, sample.sheetName, sample.fileName].join(' ');
  const fitted = kinds
    .map((kind) => fitKind(kind, columns, header, titles, today))
    .sort((a, b) => b.score - a.score);
  const [best] = fitted as [Fitted, ...Fitted[]];
  const second = Math.max(fitted[1]?.score ?? 0, 0);
  const confidence =
    best.score <= 0
      ? 0
      : Math.min(1, best.score / (best.score + second) + (best.score > second * 1.3 ? 0.2 : 0));
  const used = new Set(best.pairs.map(({ field }) => field.key));
  return {
    kind: best.kind.kind,
    confidence,
    alternatives: fitted
      .slice(1, 4)
      .filter(({ score }) => score > 0)
      .map(({ kind, score }) => ({ kind: kind.kind, confidence: score / (score + best.score) })),
    header,
    columns: columns.map(({ index }) => {
      const pair = best.pairs.find(({ column }) => column === index);
      return {
        column: index,
        header: headerText(header.parts[index] ?? []),
        field: pair?.field.key ?? null,
        confidence: pair?.score ?? 0,
        by: pair?.by ?? 'none',
      };
    }),
    constants: constantsOf(best.kind.kind, titles, used),
  };
};

/** `kind`: where a person has chosen it already. */
export const guessTable = (sample: SheetSample, kind?: ImportKind, today: string = todayNow()): TableGuess =>
  guessOf(sample, kind === undefined ? KINDS : [kindOf(kind)], today);
