/**
 * Merged cells stand at the end of a sheet, behind all rows, but decide what the first row says. So the end is read first: the sheet
 * is inflated, and only what follows the rows is looked at. Then, row by row, every merged cell gets the value of its block: a
 * household's number that stands once beside five people belongs to each of them.
 */
import type { Problems } from '../../problem.ts';
import type { SourceFile } from '../../source-file.ts';
import { type Cell, EMPTY_CELL, MAX_COLUMNS } from '../cell.ts';
import type { Merge } from '../table.ts';
import { textOfPart } from './xml.ts';
import type { ZipEntry } from './zip.ts';

const MOST_MERGES = 200_000;
/** Blocks open in one row; more were made to hurt. */
const MOST_OPEN = 600;
const REFERENCE = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/;

/** "A" → 0, "AB" → 27. */
export const columnOf = (letters: string): number => {
  let value = 0;
  for (let i = 0; i < letters.length; i++) value = value * 26 + letters.charCodeAt(i) - 64;
  return value - 1;
};

export const parseRange = (reference: string): Merge | null => {
  const match = REFERENCE.exec(reference);
  if (!match) return null;
  const [, c1 = '', r1 = '', c2 = c1, r2 = r1] = match;
  const [a, b] = [columnOf(c1), columnOf(c2)];
  const [from, to] = [Number(r1), Number(r2)];
  return {
    fromRow: Math.min(from, to),
    toRow: Math.max(from, to),
    fromColumn: Math.min(a, b),
    toColumn: Math.max(a, b),
  };
};

const SHEET_END = /<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*\/>/;
const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z0-9:]+)["']/g;
/** Longer than the longest end tag that a piece can cut. */
const OVERLAP = 64;

export const readMerges = async (file: SourceFile, entry: ZipEntry, problems: Problems): Promise<Merge[]> => {
  const merges: Merge[] = [];
  let tail = '';
  let behindRows = false;
  const gather = (isLast: boolean): void => {
    let end = 0;
    for (const match of tail.matchAll(MERGE)) {
      end = match.index + match[0].length;
      const merge = merges.length < MOST_MERGES ? parseRange(match[1] ?? '') : null;
      if (merge && (merge.fromRow < merge.toRow || merge.fromColumn < merge.toColumn)) merges.push(merge);
    }
    tail = isLast ? '' : tail.slice(Math.max(end, tail.length - OVERLAP));
  };
  for await (const text of textOfPart(file, entry)) {
    tail += text;
    if (!behindRows) {
      const match = SHEET_END.exec(tail);
      if (!match) {
        tail = tail.slice(-OVERLAP);
        continue;
      }
      behindRows = true;
      tail = tail.slice(match.index);
    }
    gather(false);
  }
  gather(true);
  if (merges.length === MOST_MERGES)
    problems.add('xlsx.tooManyMerges', 'warning', entry.name, () => [
      `合并单元格超过 ${MOST_MERGES} 处，其余未处理，请核对。`,
      `There are more than ${MOST_MERGES} merged blocks; the rest were left as they are. Check the rows.`,
    ]);
  return merges.sort((a, b) => a.fromRow - b.fromRow || a.fromColumn - b.fromColumn);
};

/** Gives each row its merged values. Rows must come in order. */
export const createMergeFiller = (merges: readonly Merge[]): ((rowNumber: number, cells: Cell[]) => void) => {
  let next = 0;
  let open: { merge: Merge; value: Cell }[] = [];
  return (rowNumber, cells) => {
    if (next >= merges.length && open.length === 0) return;
    open = open.filter(({ merge }) => merge.toRow >= rowNumber);
    for (let merge = merges[next]; merge && merge.fromRow <= rowNumber; merge = merges[++next]) {
      if (merge.toRow < rowNumber || open.length >= MOST_OPEN) continue;
      // A block whose first row is not in the file has no value.
      const value = merge.fromRow === rowNumber ? (cells[merge.fromColumn] ?? EMPTY_CELL) : EMPTY_CELL;
      if (value.kind !== 'empty') open.push({ merge, value: { ...value, merged: true } });
    }
    for (const { merge, value } of open) {
      const end = Math.min(merge.toColumn, MAX_COLUMNS - 1);
      for (let column = merge.fromColumn; column <= end; column++) {
        if (column === merge.fromColumn && rowNumber === merge.fromRow) continue;
        while (cells.length < column) cells.push(EMPTY_CELL);
        if ((cells[column] ?? EMPTY_CELL).kind === 'empty') cells[column] = value;
      }
    }
  };
};
