/** Coordinates as tables write them: 107.6507, 东经107.6507°, 107°39'02.5"E; and both in one cell: "107.65,35.73", "POINT (107.65 35.73)". */
import { ok, reasonOf, refuse, type Result } from '../../../domain/reasons.ts';
import { toHalfWidth } from '../../../domain/text.ts';
import type { Cell } from '../cell.ts';

const PLAIN = /^([-+]?\d+(?:\.\d+)?)[°度]?$/;
const SEXAGESIMAL = /^(\d+)[°度](\d+(?:\.\d+)?)['′’分](?:(\d+(?:\.\d+)?)(?:"|″|”|秒|''|′′))?$/;

const unreadable = (text: string) =>
  refuse(
    reasonOf(
      'coordinate.form',
      `“${text}”不是坐标，请写成小数度（如 107.6507）或米。`,
      `“${text}” is no coordinate; write decimal degrees (as 107.6507) or metres.`,
    ),
  );

export const readCoordinate = (cell: Cell): Result<number> => {
  if (cell.kind === 'number' && cell.number !== undefined) return ok(cell.number);
  const tidy = toHalfWidth(cell.text).replaceAll(' ', '').toUpperCase();
  const negative = /^(?:西经|南纬|[WS])|[WS]$/.test(tidy);
  const bare = tidy
    .replace(/^(?:[东西]经|[南北]纬|[EWNS])|[EWNS]$/g, '')
    .replace(/(?:米|M)$/, '')
    .replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, '')
    .replace(/^([-+]?\d{1,3}),(\d{4,})$/, '$1.$2');
  const plain = PLAIN.exec(bare);
  const parts = SEXAGESIMAL.exec(bare);
  const value = plain
    ? Number(plain[1])
    : parts
      ? Number(parts[1]) + Number(parts[2]) / 60 + Number(parts[3] ?? 0) / 3600
      : Number.NaN;
  return Number.isFinite(value) ? ok(negative ? -Math.abs(value) : value) : unreadable(cell.text);
};

/** East first. "35.73, 107.65" is turned: no latitude is larger than 90. */
export const readPoint = (cell: Cell): Result<readonly [number, number]> => {
  const text = toHalfWidth(cell.text)
    .replace(/^POINT\s*Z?\s*/i, '')
    .replace(/^[([{]+|[)\]}]+$/g, '')
    .trim();
  const parts = text.split(/\s*[,，;；、/|]\s*|\s+/).filter((part) => part !== '');
  const [one, other] = parts.map((part) => readCoordinate({ kind: 'text', text: part }));
  if (parts.length < 2 || parts.length > 3 || !one?.ok || !other?.ok) return unreadable(cell.text);
  const [a, b] = [one.value, other.value];
  return ok(Math.abs(a) <= 90 && Math.abs(b) > 90 && Math.abs(b) <= 180 ? [b, a] : [a, b]);
};
