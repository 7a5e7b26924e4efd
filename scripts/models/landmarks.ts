/** A few small buildings of a Chinese quarter, metres, origin on the ground at the centre, front toward +z (south). */
import { box, circle, extrude, join, lathe, type Mesh, move, type Point, turn } from './solids.ts';

const RED = '#a33a2a';
const GREY_TILE = '#5f666b';
const STONE = '#cbc3b3';
const WALL = '#e9e1d1';

/** A tiled roof: a hipped cap with lifted corners, by rings of a square. */
const tiledRoof = (half: number, rise: number, lift: number, hex: string): Mesh => {
  const corners = 24;
  const lathed = lathe(
    [
      [half * 1.25, 0],
      [half * 0.8, rise * 0.34],
      [half * 0.34, rise * 0.74],
      [0.08, rise],
      [0, rise * 1.02],
    ],
    corners,
    hex,
    (angle) => {
      const c = Math.abs(Math.cos(angle * 2));
      return 0.9 + 0.12 * c * c;
    },
  );
  return move(lathed, [0, lift, 0]);
};

const pavilion = (): Mesh => {
  const columns = circle(2.3, 6).map(([x, z]) =>
    move(
      lathe(
        [
          [0.14, 0],
          [0.12, 3],
          [0, 3],
        ],
        10,
        RED,
      ),
      [x, 0.45, z],
    ),
  );
  return join(
    lathe(
      [
        [3.1, 0],
        [3.1, 0.25],
        [2.9, 0.26],
        [2.9, 0.45],
        [0, 0.45],
      ],
      6,
      STONE,
    ),
    ...columns,
    lathe(
      [
        [2.5, 3.1],
        [2.5, 3.45],
        [0, 3.45],
      ],
      6,
      '#2f6f63',
    ),
    move(
      lathe(
        [
          [3.3, 0],
          [2.1, 0.55],
          [1, 1.35],
          [0.12, 2.3],
          [0.16, 2.5],
          [0, 2.75],
        ],
        6,
        GREY_TILE,
      ),
      [0, 3.4, 0],
    ),
  );
};

/** 牌坊: three bays, four columns, stepped roofs; twelve metres wide. */
const gateway = (): Mesh => {
  const column = (x: number, h: number): Mesh =>
    join(box([0.55, h, 0.55], [x, h / 2, 0], RED), box([1, 0.7, 1.1], [x, 0.35, 0], STONE));
  const ridge = (x: number, y: number, w: number): Mesh => {
    const slope: Point[] = [
      [-0.95, 0],
      [0.95, 0],
      [0.8, 0.16],
      [0.12, 0.75],
      [-0.12, 0.75],
      [-0.8, 0.16],
    ];
    return move(turn(extrude(slope, -w / 2, w / 2, GREY_TILE), Math.PI / 2), [x, y, 0]);
  };
  return join(
    column(-5.6, 5),
    column(-2.3, 6.6),
    column(2.3, 6.6),
    column(5.6, 5),
    box([4.6, 0.5, 0.4], [0, 5.2, 0], '#2f6f63'),
    box([4.2, 0.9, 0.28], [0, 5.9, 0], '#23466b'),
    box([4.6, 0.3, 0.5], [0, 6.5, 0], RED),
    box([3.3, 0.45, 0.4], [-3.95, 4.1, 0], '#2f6f63'),
    box([3.3, 0.45, 0.4], [3.95, 4.1, 0], '#2f6f63'),
    box([3.3, 0.3, 0.5], [-3.95, 4.8, 0], RED),
    box([3.3, 0.3, 0.5], [3.95, 4.8, 0], RED),
    ridge(0, 6.7, 6),
    ridge(-4.2, 5, 4.2),
    ridge(4.2, 5, 4.2),
  );
};

const waterTower = (): Mesh =>
  join(
    lathe(
      [
        [1.6, 0],
        [1.1, 3],
        [0.95, 16],
        [1.2, 19],
        [3.4, 22],
        [3.7, 22.4],
        [3.7, 26],
        [3.4, 26.6],
        [1, 27.8],
        [0, 28],
      ],
      20,
      '#b9afa0',
    ),
    lathe(
      [
        [3.74, 23],
        [3.74, 23.5],
        [0, 23.5],
      ],
      20,
      RED,
    ),
  );

const kiosk = (): Mesh =>
  join(
    box([3.6, 0.2, 3], [0, 0.1, 0], STONE),
    box([3, 2.4, 2.2], [0, 1.4, -0.2], WALL),
    box([2.2, 1, 0.08], [0, 1.7, 0.92], '#33505c'),
    box([2.6, 0.12, 0.6], [0, 1.1, 1.1], RED),
    tiledRoof(2, 1.1, 2.6, GREY_TILE),
  );

const flagpole = (): Mesh =>
  join(
    box([2.4, 0.3, 2.4], [0, 0.15, 0], STONE),
    box([1.6, 0.3, 1.6], [0, 0.45, 0], STONE),
    lathe(
      [
        [0.08, 0],
        [0.05, 12],
        [0.12, 12.05],
        [0, 12.2],
      ],
      8,
      '#d9dde0',
    ),
    box([2.2, 1.4, 0.04], [1.15, 11.2, 0], '#c8231d'),
  );

export const LANDMARKS: Record<string, () => Mesh> = {
  'building-pavilion': pavilion,
  'building-gateway': gateway,
  'building-watertower': waterTower,
  'building-kiosk': kiosk,
  'building-flagpole': flagpole,
};
