/** What the benches print: one row a figure, with its aim, so that a reader sees at once what holds. */

export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly measured: number;
  /** Not more than this; null where there is no aim, only something to know. */
  readonly aim: number | null;
  /** The aim is what it must reach, not what it must stay below. */
  readonly least?: true;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
};

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

const number = (value: number): string =>
  Number.isNaN(value)
    ? '–'
    : value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 0 });

const verdict = ({ measured, aim, least }: Figure): string => {
  if (aim === null) return '';
  return (least ? measured >= aim : measured <= aim) ? 'ok' : 'MISSED';
};

export function formatTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    figure.aim === null ? '' : `${figure.least ? '≥' : '≤'} ${number(figure.aim)} ${figure.unit}`,
    `${number(figure.measured)} ${figure.unit}`,
    verdict(figure),
  ]);
  const all = [['', 'aim', 'measured (median)', ''], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
