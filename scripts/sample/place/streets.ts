/**
 * The skeleton: street centre lines, the rim of the tableland, and the community's outline. Blocks, grids, trees and terrain
 * all refer to these lines, so that they agree to the millimetre.
 */
import { type Line, type Point, smooth, uAt } from './plane.ts';

export const WEST = -500;
export const NORTH = 500;
export const SOUTH = -500;
/** Cross streets by v, long streets by u. */
export const ANHE = 215;
export const YUNHE = -75;
export const WANGYUAN = -300;
export const XINGLIN = -210;
export const SHUYUAN = 45;

export const HALF_WIDTH = {
  west: 14,
  north: 13,
  anhe: 8,
  yunhe: 12,
  wangyuan: 7,
  south: 10,
  xinglin: 8,
  shuyuan: 9,
  avenue: 11,
} as const;

const rounded = (line: Line): Point[] =>
  line.map(([u, v]) => [Math.round(u * 100) / 100, Math.round(v * 100) / 100]);

/** 书院路 bends to the west south of the crossing with 云和路. */
export const SHUYUAN_LINE: Point[] = [
  [SHUYUAN, NORTH],
  [SHUYUAN, ANHE],
  [SHUYUAN, YUNHE],
  ...rounded(
    smooth(
      [
        [45, -140],
        [38, -220],
        [24, WANGYUAN],
        [8, -400],
        [0, SOUTH],
      ],
      4,
    ),
  ),
];

const AVENUE_POINTS: Point[] = [
  [352, NORTH],
  [346, 400],
  [326, 300],
  [302, ANHE],
  [282, 110],
  [274, 20],
  [280, YUNHE],
  [302, -180],
  [326, WANGYUAN],
  [330, -400],
  [312, SOUTH],
];
/** 塬畔大道, the curved avenue along the rim park. It passes exactly through its crossings. */
export const AVENUE: Point[] = rounded(smooth(AVENUE_POINTS, 5));
export const avenueU = (v: number): number => uAt(AVENUE, v);

/** The edge of the flat land, north to south, with the gully heads that eat into it. */
const RIM_POINTS: Point[] = [
  [720, 1700],
  [680, 1400],
  [735, 1150],
  [640, 960],
  [690, 800],
  [640, 680],
  [668, 560],
  [655, 470],
  [596, 405],
  [640, 330],
  [652, 250],
  [600, 165],
  [512, 92],
  [548, 20],
  [622, -50],
  [640, -130],
  [592, -210],
  [516, -262],
  [470, -335],
  [530, -395],
  [560, -470],
  [520, -560],
  [440, -660],
  [380, -790],
  [290, -880],
  [330, -1010],
  [250, -1180],
  [130, -1330],
  [170, -1500],
  [90, -1750],
];
export const RIM: Point[] = rounded(smooth(RIM_POINTS, 5));
export const rimU = (v: number): number => uAt(RIM, v);

/** The community ends 7 m short of the rim. */
export const EAST_BORDER: Point[] = (() => {
  const vs = [NORTH, ...Array.from({ length: 47 }, (_, i) => 480 - i * 20.5), SOUTH];
  return [...new Set([...vs, ANHE, YUNHE, WANGYUAN])]
    .sort((a, b) => b - a)
    .filter((v, i, all) => {
      const fixed = [NORTH, ANHE, YUNHE, WANGYUAN, SOUTH].includes(v);
      return fixed || all.every((w, j) => j === i || Math.abs(w - v) > 8 || w === v);
    })
    .map((v): Point => [Math.round((rimU(v) - 7) * 100) / 100, v]);
})();
