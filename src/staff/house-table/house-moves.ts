/** Arrow keys in the 楼盘表: which home is next. Empty places are stepped over; a strip of shops is a row below its floor. */
import type { Dwelling } from '../../domain/records/index.ts';
import type { HouseMatrix } from './house-matrix.ts';

export type MoveKey =
  | 'ArrowUp'
  | 'ArrowDown'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'Home'
  | 'End'
  | 'PageUp'
  | 'PageDown';

/** The lines that arrows go through: each floor's homes, then its strip spread over the same width. */
const linesOf = (matrix: HouseMatrix): { x: number; home: Dwelling }[][] =>
  matrix.rows.flatMap((row) => {
    const homes = row.cells.flatMap((home, x) => (home ? [{ x, home }] : []));
    const width = Math.max(1, matrix.columnCount);
    const strip = row.strip.map((home, i) => ({ x: ((i + 0.5) * width) / row.strip.length - 0.5, home }));
    return [homes, strip].filter((line) => line.length > 0);
  });

const nearest = (line: readonly { x: number; home: Dwelling }[], x: number): Dwelling | null => {
  let best: { x: number; home: Dwelling } | null = null;
  for (const place of line) if (!best || Math.abs(place.x - x) < Math.abs(best.x - x)) best = place;
  return best?.home ?? null;
};

/** Homes a page key steps over. */
const PAGE_LINES = 8;

export const moveInMatrix = (matrix: HouseMatrix, from: string | null, key: MoveKey): Dwelling | null => {
  const lines = linesOf(matrix);
  const first = lines[0]?.[0]?.home ?? null;
  if (from === null) return first;
  const y = lines.findIndex((line) => line.some((place) => place.home.id === from));
  const line = lines[y];
  if (!line) return first;
  const at = line.findIndex((place) => place.home.id === from);
  const x = line[at]?.x ?? 0;
  const lineAt = (index: number): Dwelling | null => {
    const target = lines[Math.min(lines.length - 1, Math.max(0, index))];
    return target ? nearest(target, x) : null;
  };
  switch (key) {
    case 'ArrowLeft':
      return (line[at - 1] ?? line[at])?.home ?? null;
    case 'ArrowRight':
      return (line[at + 1] ?? line[at])?.home ?? null;
    case 'Home':
      return line[0]?.home ?? null;
    case 'End':
      return line.at(-1)?.home ?? null;
    case 'ArrowUp':
      return lineAt(y - 1);
    case 'ArrowDown':
      return lineAt(y + 1);
    case 'PageUp':
      return lineAt(y - PAGE_LINES);
    case 'PageDown':
      return lineAt(y + PAGE_LINES);
  }
};

export const isMoveKey = (key: string): key is MoveKey =>
  /^(Arrow(Up|Down|Left|Right)|Home|End|PageUp|PageDown)$/.test(key);
