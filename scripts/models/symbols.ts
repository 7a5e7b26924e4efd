/**
 * The ten facility symbols: a coin on a point, its emblem raised in white on both faces. The tip stands at the origin, the coin's
 * centre at 2.1, its radius is 1; three units make the whole. The colours are those of `facilityColour` in the scene's palette.
 */
import { box, circle, extrude, join, lathe, type Mesh, move, type Point, turn } from './solids.ts';

const WHITE = '#fbf7ee';
const FACE = 0.17;

const star = (points: number, outer: number, inner: number): Point[] =>
  Array.from({ length: points * 2 }, (_, i) => {
    const r = i % 2 === 0 ? outer : inner;
    const angle = Math.PI / 2 + (i * Math.PI) / points;
    return [r * Math.cos(angle), r * Math.sin(angle)] as const;
  });

const plate = (outline: readonly Point[], holes: readonly (readonly Point[])[] = []): Mesh =>
  extrude(outline, FACE - 0.02, FACE + 0.09, WHITE, holes);
const rectangle = (x0: number, y0: number, x1: number, y1: number): Point[] => [
  [x0, y0],
  [x1, y0],
  [x1, y1],
  [x0, y1],
];

/** Each emblem lies in the coin's plane, within a circle of radius 0.68. */
const EMBLEMS: Record<string, { colour: string; emblem: () => Mesh }> = {
  memberStation: { colour: '#c8372d', emblem: () => plate(star(5, 0.68, 0.27)) },
  learningStation: {
    colour: '#b4642b',
    emblem: () =>
      join(
        plate(rectangle(-0.6, -0.2, 0.6, 0.5), [rectangle(-0.5, -0.1, 0.5, 0.4).reverse()]),
        plate([
          [-0.13, 0],
          [0.22, 0.15],
          [-0.13, 0.3],
        ]),
        plate(rectangle(-0.08, -0.4, 0.08, -0.2)),
        plate(rectangle(-0.32, -0.5, 0.32, -0.38)),
      ),
  },
  labourStation: {
    colour: '#8a6a1f',
    emblem: () =>
      join(
        plate(rectangle(-0.58, -0.42, 0.58, 0.28), [rectangle(-0.08, -0.16, 0.08, 0).reverse()]),
        plate(rectangle(-0.25, 0.28, -0.15, 0.48)),
        plate(rectangle(0.15, 0.28, 0.25, 0.48)),
        plate(rectangle(-0.25, 0.4, 0.25, 0.5)),
      ),
  },
  clinic: {
    colour: '#1e8a6e',
    emblem: () =>
      plate([
        [-0.2, -0.6],
        [0.2, -0.6],
        [0.2, -0.2],
        [0.6, -0.2],
        [0.6, 0.2],
        [0.2, 0.2],
        [0.2, 0.6],
        [-0.2, 0.6],
        [-0.2, 0.2],
        [-0.6, 0.2],
        [-0.6, -0.2],
        [-0.2, -0.2],
      ]),
  },
  policeRoom: {
    colour: '#274f9c',
    emblem: () =>
      plate(
        [
          [0, -0.66],
          [0.34, -0.42],
          [0.52, -0.05],
          [0.54, 0.42],
          [0.28, 0.46],
          [0, 0.62],
          [-0.28, 0.46],
          [-0.54, 0.42],
          [-0.52, -0.05],
          [-0.34, -0.42],
        ],
        [star(5, 0.3, 0.12).reverse()],
      ),
  },
  readingRoom: {
    colour: '#6b4a9e',
    emblem: () =>
      join(
        plate([
          [-0.04, -0.42],
          [-0.04, 0.34],
          [-0.3, 0.46],
          [-0.64, 0.42],
          [-0.64, -0.34],
          [-0.3, -0.3],
        ]),
        plate([
          [0.04, -0.42],
          [0.3, -0.3],
          [0.64, -0.34],
          [0.64, 0.42],
          [0.3, 0.46],
          [0.04, 0.34],
        ]),
      ),
  },
  gym: {
    colour: '#c2571a',
    emblem: () =>
      join(
        plate(rectangle(-0.3, -0.07, 0.3, 0.07)),
        plate(rectangle(-0.48, -0.38, -0.3, 0.38)),
        plate(rectangle(0.3, -0.38, 0.48, 0.38)),
        plate(rectangle(-0.64, -0.22, -0.5, 0.22)),
        plate(rectangle(0.5, -0.22, 0.64, 0.22)),
      ),
  },
  serviceHall: {
    colour: '#0f7f95',
    emblem: () =>
      plate(
        [
          [-0.44, -0.5],
          [0.44, -0.5],
          [0.44, 0.04],
          [0.66, 0.04],
          [0, 0.62],
          [-0.66, 0.04],
          [-0.44, 0.04],
        ],
        [rectangle(-0.13, -0.38, 0.13, 0).reverse()],
      ),
  },
  familyHall: {
    colour: '#c23f6d',
    emblem: () =>
      join(
        plate(circle(0.15, 12, [-0.34, 0.4])),
        plate(circle(0.15, 12, [0.34, 0.4])),
        plate(circle(0.11, 12, [0, 0.02])),
        plate([
          [-0.52, -0.5],
          [-0.18, -0.5],
          [-0.18, 0.18],
          [-0.52, 0.18],
        ]),
        plate([
          [0.18, -0.5],
          [0.52, -0.5],
          [0.52, 0.18],
          [0.18, 0.18],
        ]),
        plate([
          [-0.12, -0.5],
          [0.12, -0.5],
          [0.12, -0.14],
          [-0.12, -0.14],
        ]),
      ),
  },
  cultureCentre: {
    colour: '#9a2f86',
    emblem: () =>
      join(
        plate(circle(0.2, 14, [-0.3, -0.36])),
        plate(circle(0.2, 14, [0.36, -0.24])),
        plate(rectangle(-0.2, -0.36, -0.1, 0.44)),
        plate(rectangle(0.46, -0.24, 0.56, 0.56)),
        plate([
          [-0.2, 0.28],
          [0.56, 0.4],
          [0.56, 0.58],
          [-0.2, 0.46],
        ]),
      ),
  },
};

export const FACILITY_SYMBOLS = Object.keys(EMBLEMS);

export const facilitySymbol = (kind: string): Mesh => {
  const entry = EMBLEMS[kind];
  if (!entry) throw new Error(`no symbol for facility kind ${kind}`);
  const { colour, emblem } = entry;
  const face = emblem();
  const coin = join(
    extrude(circle(1, 40), -FACE, FACE, colour),
    extrude(circle(1.08, 40), -FACE * 0.72, FACE * 0.72, WHITE),
    face,
    turn(face, Math.PI),
  );
  const tail = lathe(
    [
      [0, 0],
      [0.05, 0.12],
      [0.16, 0.75],
      [0.3, 1.2],
    ],
    14,
    colour,
  );
  return join(move(coin, [0, 2.1, 0]), tail, move(box([0.02, 0.02, 0.02], [0, 0, 0], colour), [0, 0.02, 0]));
};
