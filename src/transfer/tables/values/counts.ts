/** Numbers of storeys and of doors a landing, as lists of buildings write them. */
import { ok, reasonOf, refuse, type Result } from '../../../domain/reasons.ts';
import { compact, parseChineseNumber } from '../../../domain/text.ts';
import type { Cell } from '../cell.ts';
import { readInteger } from './numbers.ts';

const wholeOf = (text: string | undefined): number | null => {
  if (text === undefined) return null;
  return /^\d+$/.test(text) ? Number(text) : parseChineseNumber(text);
};

/** The highest building of the world has 163. */
const MOST_STOREYS = 200;
const within = (storeys: number, text: string): Result<number> =>
  storeys <= MOST_STOREYS
    ? ok(storeys)
    : refuse(
        reasonOf(
          'storeys.tooMany',
          `“${text}”不可能是层数（最多 ${MOST_STOREYS} 层），请核对。`,
          `“${text}” cannot be a number of storeys (${MOST_STOREYS} at most); please check it.`,
        ),
      );

/** Storeys above the ground: "18F", "地上18层地下2层", "-2/18", "6+1" (with an attic) are 18, 18, 18 and 7. */
export const readStoreys = (cell: Cell): Result<number> => {
  const plain = readInteger(cell);
  if (plain.ok) return within(plain.value, cell.text);
  const text = compact(cell.text).toUpperCase();
  const above = /地上(?:共)?([\d一二三四五六七八九十百]+)/.exec(text)?.[1];
  const both = /^(?:-\d+|B\d+|地下\d+层?)[/~,、](\d+)(?:层|F)?$/.exec(text)?.[1];
  const marked = /^([\d一二三四五六七八九十百]+)(?:F|层楼|层)$/.exec(text)?.[1];
  const attic = /^(\d+)\+(\d+)(?:层|F)?$/.exec(text);
  const value = attic ? Number(attic[1]) + Number(attic[2]) : wholeOf(above ?? both ?? marked);
  return value === null
    ? refuse(
        reasonOf(
          'storeys.form',
          `“${cell.text}”看不出层数，请只写地上层数，如 18。`,
          `The number of storeys cannot be told from “${cell.text}”; write those above the ground only, as 18.`,
        ),
      )
    : within(value, cell.text);
};

/** "2", "2户", "一梯两户", "两梯四户": how many homes open on a landing. */
export const readDoors = (cell: Cell): Result<number> => {
  const after = wholeOf(/[梯电]([\d零一二两三四五六七八九十]+)户?$/.exec(compact(cell.text))?.[1]);
  return after === null ? readInteger(cell) : ok(after);
};
