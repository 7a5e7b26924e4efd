/** Which sign parts the columns: the one that gives the same number of columns, more than one, on most lines. */

export const DELIMITERS = [',', '\t', ';', '|', '，'] as const;
/** Lines that are looked at. */
const SAMPLE_LINES = 200;

/** Columns of each line, quoted parts left out of the count. */
const columnCounts = (text: string, delimiter: string): number[] => {
  const counts: number[] = [];
  let columns = 1;
  let quoted = false;
  let empty = true;
  let fieldStart = true;
  for (const sign of text) {
    if (sign === '"' && (quoted || fieldStart)) {
      quoted = !quoted;
      empty = false;
      fieldStart = false;
    } else if (sign === '\n' && !quoted) {
      if (!empty) counts.push(columns);
      if (counts.length >= SAMPLE_LINES) return counts;
      columns = 1;
      empty = true;
      fieldStart = true;
    } else if (sign === delimiter && !quoted) {
      columns++;
      empty = false;
      fieldStart = true;
    } else {
      if (sign !== ' ' && sign !== '\t') fieldStart = false;
      empty = false;
    }
  }
  if (!empty) counts.push(columns);
  return counts;
};

/** 0 where it parts nothing; more for more lines that agree, and a little more for more columns. */
const fitness = (counts: readonly number[]): number => {
  const by = new Map<number, number>();
  for (const count of counts) if (count > 1) by.set(count, (by.get(count) ?? 0) + 1);
  let best = 0;
  for (const [columns, lines] of by)
    best = Math.max(best, (lines / counts.length) * (1 + Math.min(columns, 30) / 100));
  return best;
};

/** `text` with "\n" line ends. A sheet of one column is taken as parted by commas. */
export const detectDelimiter = (text: string): string => {
  const named = /^sep=(.)\n/i.exec(text)?.[1];
  if (named !== undefined) return named;
  let best = { delimiter: ',', fit: 0 };
  for (const delimiter of DELIMITERS) {
    // A comma within sentences parts them unevenly; the others have to be clearly better than it to win.
    const fit = fitness(columnCounts(text, delimiter)) * (delimiter === '，' ? 0.5 : 1);
    if (fit > best.fit + (best.fit > 0 ? 0.1 : 0)) best = { delimiter, fit };
  }
  return best.delimiter;
};
