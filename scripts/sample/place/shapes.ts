/**
 * Footprints, about their own middle, front to the south, in metres. Slabs have staircase bays in the north and balconies in
 * the south; towers are crosses, butterflies and Ts; courtyard houses stand around their court. None has more than 40 corners.
 */
import type { Point } from './plane.ts';

const mirrored = (half: readonly Point[]): Point[] => [
  ...half,
  ...[...half].reverse().map(([u, v]): Point => [-u, v]),
];

/** Bumps of `width` and `depth` on the south side of an east-running edge, about each centre. */
const southEdge = (centres: readonly number[], v: number, width: number, depth: number): Point[] =>
  centres.flatMap((c): Point[] => [
    [c - width / 2, v],
    [c - width / 2, v - depth],
    [c + width / 2, v - depth],
    [c + width / 2, v],
  ]);

export interface SlabShape {
  units: number;
  unitMetres?: number;
  depth?: number;
  bays?: boolean;
  balconies?: boolean;
}

/** A slab of staircases side by side. */
export const slab = ({
  units,
  unitMetres = 15,
  depth = 12,
  bays = true,
  balconies = true,
}: SlabShape): Point[] => {
  const half = (units * unitMetres) / 2;
  const back = depth / 2;
  const centres = Array.from({ length: units }, (_, i) => -half + (i + 0.5) * unitMetres);
  const front = balconies ? southEdge(centres, -back, unitMetres * 0.48, 1.3) : [];
  const rear = bays
    ? [...centres].reverse().flatMap((c): Point[] => [
        [c + 1.6, back],
        [c + 1.6, back + 1],
        [c - 1.6, back + 1],
        [c - 1.6, back],
      ])
    : [];
  return [[-half, -back], ...front, [half, -back], [half, back], ...rear, [-half, back]];
};

/** An 11-storey building: two flats a landing, a lift core in the north, set-back ends. */
export const midrise = (units: number, unitMetres = 22, depth = 14): Point[] => {
  const half = (units * unitMetres) / 2;
  const back = depth / 2;
  const centres = Array.from({ length: units }, (_, i) => -half + (i + 0.5) * unitMetres);
  const front = centres.flatMap((c) => southEdge([c], -back, unitMetres * 0.56, 1.5));
  const rear = [...centres].reverse().flatMap((c): Point[] => [
    [c + 3.6, back],
    [c + 3.6, back + 1.8],
    [c - 3.6, back + 1.8],
    [c - 3.6, back],
  ]);
  const ends: Point[] = [
    [half, -back],
    [half, back - 2.4],
    [half - 4, back - 2.4],
    [half - 4, back],
  ];
  const west: Point[] = [
    [-half + 4, back],
    [-half + 4, back - 2.4],
    [-half, back - 2.4],
  ];
  return [[-half, -back], ...front, ...ends, ...rear, ...west];
};

/** A point tower on a cross with a notch in the south front. */
export const crossTower = (width = 26, depth = 24): Point[] => {
  const [a, b] = [width / 2, depth / 2];
  return mirrored([
    [1.8, -b + 3.2],
    [1.8, -b],
    [a - 5, -b],
    [a - 5, -b + 4],
    [a, -b + 4],
    [a, b - 7],
    [a - 4, b - 7],
    [a - 4, b - 2.4],
    [4.2, b - 2.4],
    [4.2, b],
  ]);
};

/** A butterfly: two wings that open to the south, a core behind. */
export const butterflyTower = (width = 32, depth = 22): Point[] => {
  const [a, b] = [width / 2, depth / 2];
  return mirrored([
    [3.4, -b + 7],
    [5.2, -b + 2.4],
    [a - 3.2, -b],
    [a, -b + 2.2],
    [a - 0.8, -b + 9],
    [a - 3.6, -b + 9.6],
    [a - 4.4, b - 5.6],
    [5, b - 3],
    [5, b],
  ]);
};

/** A T: three flats a landing, two to the south and one to the north. */
export const tTower = (width = 28, depth = 23): Point[] => {
  const [a, b] = [width / 2, depth / 2];
  return mirrored([
    [2, -b + 2.2],
    [2, -b],
    [a - 3, -b],
    [a - 3, -b + 1.6],
    [a, -b + 1.6],
    [a, -b + 12],
    [7.4, -b + 12],
    [7.4, b],
  ]);
};

/** A slim tower slab with stepped ends. */
export const slimTower = (width = 30, depth = 15): Point[] => {
  const [a, b] = [width / 2, depth / 2];
  return mirrored([
    [1.6, -b + 1.5],
    [1.6, -b],
    [a - 6, -b],
    [a - 6, -b + 1.4],
    [a, -b + 1.4],
    [a, b - 2.6],
    [a - 5, b - 2.6],
    [a - 5, b - 0.8],
    [4, b - 0.8],
    [4, b + 1],
  ]);
};

/** A house around its court: outside ring and hole. The gate is in the south; the north wing is the deepest. */
export const courtHouse = (width: number, depth: number): Point[][] => {
  const [a, b] = [width / 2, depth / 2];
  return [
    [
      [-a, -b],
      [a, -b],
      [a, b],
      [-a, b],
    ],
    [
      [-a + 4.6, -b + 4.2],
      [-a + 4.6, b - 6.4],
      [a - 4.6, b - 6.4],
      [a - 4.6, -b + 4.2],
    ],
  ];
};

/** A U open to the south. */
export const uShape = (width: number, depth: number, arm: number): Point[] => {
  const [a, b] = [width / 2, depth / 2];
  return mirrored([
    [a - arm, b - arm],
    [a - arm, -b],
    [a, -b],
    [a, b],
  ]);
};

/** An L: a wing in the north and an arm that runs south along the west side. */
export const lShape = (width: number, depth: number, arm: number): Point[] => {
  const [a, b] = [width / 2, depth / 2];
  return [
    [-a, -b],
    [-a + arm, -b],
    [-a + arm, b - arm],
    [a, b - arm],
    [a, b],
    [-a, b],
  ];
};

/** A plain block with cut corners and a porch in the south. */
export const porchBlock = (width: number, depth: number, porch = 10): Point[] => {
  const [a, b] = [width / 2, depth / 2];
  return mirrored([
    [porch / 2, -b - 3],
    [porch / 2, -b],
    [a - 2.5, -b],
    [a, -b + 2.5],
    [a, b],
  ]);
};

export const box = (width: number, depth: number): Point[] => {
  const [a, b] = [width / 2, depth / 2];
  return [
    [-a, -b],
    [a, -b],
    [a, b],
    [-a, b],
  ];
};
