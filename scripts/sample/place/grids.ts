/**
 * Nine grids from one planar arrangement: 16 junctions where street centre lines (and the rim) meet, 24 arcs between them, nine
 * faces. Two neighbours share the very points of an arc, so there can be no gap and no overlap.
 */
import { counterClockwise, type Line, type Point } from './plane.ts';
import { ANHE, EAST_BORDER, NORTH, SHUYUAN_LINE, SOUTH, WEST, XINGLIN, YUNHE } from './streets.ts';

export interface GridPlan {
  sequence: number;
  kind: 'basic' | 'dedicated';
  name: string;
  ring: Point[];
}

const ROWS = [NORTH, ANHE, YUNHE, SOUTH];
const COLUMNS: Line[] = [
  ROWS.map((v): Point => [WEST, v]),
  ROWS.map((v): Point => [XINGLIN, v]),
  SHUYUAN_LINE,
  EAST_BORDER,
];
const NAMES = ['和顺', '杏苑', '广场', '新城', '学府市场', '望塬', '惠民', '建安南塬', '老庄'];

/** The part of a north-to-south line between two rows, both ends included. */
const slice = (line: Line, from: number, to: number): Point[] =>
  line.filter(([, v]) => v <= (ROWS[from] as number) && v >= (ROWS[to] as number));

/** Faces row by row from the north, west to east within a row. */
export const makeGrids = (): GridPlan[] =>
  [0, 1, 2].flatMap((row) =>
    [0, 1, 2].map((column): GridPlan => {
      const west = slice(COLUMNS[column] as Line, row, row + 1);
      const east = slice(COLUMNS[column + 1] as Line, row, row + 1);
      const sequence = row * 3 + column + 1;
      return {
        sequence,
        kind: sequence === 5 ? 'dedicated' : 'basic',
        name: `${NAMES[sequence - 1]}网格`,
        ring: counterClockwise([...west, ...east.reverse()]),
      };
    }),
  );

/** The outline that the nine faces tile: every outer arc, with the junctions on it. */
export const makeOutline = (): Point[] => {
  const [west, , , east] = COLUMNS as [Line, Line, Line, Line];
  const junction = (column: Line, v: number): Point => column.find((p) => p[1] === v) as Point;
  const inner = (v: number): Point[] => COLUMNS.slice(1, 3).map((column) => junction(column, v));
  return counterClockwise([...west, ...inner(SOUTH), ...[...east].reverse(), ...inner(NORTH).reverse()]);
};
