/** The first lines of an Esri ASCII grid: `ncols 12`, in any order and case, decimal commas allowed. */
import { Refused } from '../problem.ts';
import type { Affine } from '../imagery/affine.ts';

export interface AsciiHeader {
  readonly columns: number;
  readonly rows: number;
  readonly affine: Affine;
  readonly nothing: number;
}

/** A number with a point or a comma; `NaN` where it is none. */
export const numberIn = (token: string): number =>
  Number(token.includes(',') && !token.includes('.') ? token.replace(',', '.') : token === '' ? 'x' : token);

const KEYS = new Set([
  ...['ncols', 'nrows', 'xllcorner', 'yllcorner', 'xllcenter', 'yllcenter', 'cellsize', 'dx', 'dy'],
  ...['nodata_value', 'nodata', 'byteorder', 'nbits', 'pixeltype', 'zunits', 'xdim', 'ydim'],
]);

/** The key and value of a header line; null where the values begin. */
export const headerEntry = (line: string): readonly [key: string, value: string] | null => {
  const [key = '', value = ''] = line
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trim()
    .split(/[\s:=]+/);
  return KEYS.has(key.toLowerCase()) ? [key.toLowerCase(), value] : null;
};

const missing = (name: string, key: string): Refused =>
  new Refused(
    'asc.header',
    name,
    `文件头缺少有效的 ${key}，不是 Esri ASCII 栅格（.asc）。`,
    `The header has no valid ${key}: it is no Esri ASCII grid (.asc).`,
  );

/** More cells than any text file holds that could be read. */
const MOST_CELLS = 4e9;

export const readAsciiHeader = (entries: ReadonlyMap<string, string>, name: string): AsciiHeader => {
  const value = (...keys: string[]): number | null => {
    for (const key of keys) {
      const number = numberIn(entries.get(key) ?? '');
      if (Number.isFinite(number)) return number;
    }
    return null;
  };
  const count = (key: string): number => {
    const number = value(key);
    if (number === null || !Number.isSafeInteger(number) || number < 1) throw missing(name, key);
    return number;
  };
  const [columns, rows] = [count('ncols'), count('nrows')];
  if (columns * rows > MOST_CELLS) throw missing(name, 'ncols, nrows');
  const dx = value('cellsize', 'dx', 'xdim');
  const dy = value('cellsize', 'dy', 'ydim') ?? dx;
  if (dx === null || dy === null || dx <= 0 || dy <= 0) throw missing(name, 'cellsize');
  const centred = (corner: string, centre: string, step: number): number => {
    const [atCorner, atCentre] = [value(corner), value(centre)];
    if (atCentre !== null) return atCentre;
    if (atCorner === null) throw missing(name, corner);
    return atCorner + step / 2;
  };
  const [west, south] = [centred('xllcorner', 'xllcenter', dx), centred('yllcorner', 'yllcenter', dy)];
  const affine = { x0: west, y0: south + (rows - 1) * dy, ax: dx, ay: 0, bx: 0, by: -dy };
  return { columns, rows, affine, nothing: value('nodata_value', 'nodata') ?? -9999 };
};
