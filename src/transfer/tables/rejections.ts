/**
 * The rows that were rejected, as a CSV file to be corrected and brought again: all columns as they were, under the same header, then
 * the row's number in the original and why. Both are known to readers as columns of which nothing is made.
 */
import Papa from 'papaparse';
import { type Cell, cellAt, type TableRow } from './cell.ts';
import type { TableMapping } from './mapping.ts';
import type { RowOutcome } from './plan/outcome.ts';

export const REJECTION_COLUMNS = ['行号', '原因'] as const;
const BOM = '\ufeff';

/** What a spreadsheet would take for a number or a formula is kept a text. */
const asText = (text: string): string =>
  /^\d{12,}$/.test(text) || /^0\d+$/.test(text) || /^[=+@-]/.test(text)
    ? `="${text.replaceAll('"', '""')}"`
    : text;

/**
 * A cell as it was. A long number that was no text has lost digits; written out as text it could pass for whole, so it keeps the form
 * that shows the loss.
 */
const kept = ({ kind, text }: Cell, isRounded: boolean): string =>
  /^\d{16,20}$/.test(text) && (kind === 'number' || isRounded)
    ? Number(text).toExponential(14).toUpperCase()
    : asText(text);

const csvLine = (values: readonly string[]): string => `${Papa.unparse([[...values]])}\r\n`;

/** Lines of the file, the first of them the header. `rows` are those of the sheet, read again. */
export async function* rejectionLines(
  outcomes: Iterable<RowOutcome>,
  mapping: TableMapping,
  rows: AsyncIterable<readonly TableRow[]> | Iterable<readonly TableRow[]>,
  language: 'zh' | 'en' = 'zh',
): AsyncGenerator<string> {
  const reasons = new Map<number, string>();
  const rounded = new Set<string>();
  for (const { row, outcome, reasons: why } of outcomes)
    if (outcome === 'rejected') {
      for (const { code, column } of why) if (code === 'citizenId.rounded') rounded.add(`${row}/${column}`);
      reasons.set(
        row,
        why
          .map((reason) => (reason.column ? `[${reason.column}] ${reason[language]}` : reason[language]))
          .join(' '),
      );
    }
  const old = mapping.headers.findIndex((header) => header === REJECTION_COLUMNS[0]);
  // A file of rejections that comes back a second time has these columns already.
  const width = old >= 0 && mapping.headers[old + 1] === REJECTION_COLUMNS[1] ? old : mapping.headers.length;
  const headers = mapping.headers.slice(0, width);
  yield BOM + csvLine([...headers, ...REJECTION_COLUMNS]);
  for await (const chunk of rows)
    for (const row of chunk) {
      const why = reasons.get(row.number);
      if (why === undefined) continue;
      const cells = headers.map((header, column) =>
        kept(cellAt(row, column), rounded.has(`${row.number}/${header}`)),
      );
      yield csvLine([...cells, String(row.number), why]);
    }
}

/** The whole file as text. */
export const writeRejections = async (
  plan: { readonly outcomes: Iterable<RowOutcome> },
  table: {
    readonly mapping: TableMapping;
    readonly rows: AsyncIterable<readonly TableRow[]> | Iterable<readonly TableRow[]>;
  },
  language: 'zh' | 'en' = 'zh',
): Promise<string> => {
  let text = '';
  for await (const line of rejectionLines(plan.outcomes, table.mapping, table.rows, language)) text += line;
  return text;
};
