/**
 * The relief: a tableland that falls 0.4 % to the south-east, smooth under the town, cut by a branching gully 150 to 190 m deep.
 * A gully is a line of floor heights; its sides rise from the floor in a steep foot, terraces (梯田) and a cliff at the top.
 * The rim line protects the flat land: nothing is cut inside it, and just outside the ground may only fall so fast.
 */
import type { Terrain } from '../../../src/domain/records/index.ts';
import { noise } from './noise.ts';
import { distance, distanceToLine, type Point } from './plane.ts';
import { RIM } from './streets.ts';
import { localToTown } from './town-frame.ts';

const CELL_METRES = 16;
const HALF_EXTENT_METRES = 1600;

interface Gully {
  line: Point[];
  /** Depth of the floor below the tableland at the first and the last point. */
  from: number;
  to: number;
}

const GULLIES: Gully[] = [
  {
    line: [
      [1010, 1900],
      [930, 1450],
      [1000, 1000],
      [905, 560],
      [930, 170],
      [880, -200],
      [905, -560],
      [790, -950],
      [800, -1400],
      [760, -1900],
    ],
    from: 146,
    to: 192,
  },
  {
    line: [
      [905, 560],
      [800, 470],
      [700, 432],
      [610, 404],
    ],
    from: 160,
    to: 14,
  },
  {
    line: [
      [925, 210],
      [800, 170],
      [690, 110],
      [590, 104],
      [520, 90],
    ],
    from: 164,
    to: 12,
  },
  {
    line: [
      [880, -200],
      [780, -290],
      [650, -300],
      [560, -352],
      [480, -334],
    ],
    from: 168,
    to: 14,
  },
  {
    line: [
      [650, -300],
      [600, -240],
      [560, -214],
    ],
    from: 108,
    to: 16,
  },
  {
    line: [
      [905, -560],
      [760, -600],
      [640, -560],
      [560, -560],
    ],
    from: 172,
    to: 24,
  },
  {
    line: [
      [790, -950],
      [640, -890],
      [500, -900],
      [390, -870],
      [310, -880],
    ],
    from: 180,
    to: 16,
  },
  {
    line: [
      [640, -890],
      [520, -1030],
      [400, -1120],
      [290, -1130],
    ],
    from: 146,
    to: 20,
  },
  {
    line: [
      [800, -1400],
      [560, -1400],
      [350, -1420],
      [190, -1430],
    ],
    from: 186,
    to: 18,
  },
  {
    line: [
      [1000, 1000],
      [860, 970],
      [760, 985],
      [660, 955],
    ],
    from: 154,
    to: 14,
  },
  {
    line: [
      [970, 1270],
      [850, 1330],
      [720, 1370],
    ],
    from: 150,
    to: 20,
  },
  {
    line: [
      [905, 560],
      [1040, 640],
      [1180, 620],
      [1320, 700],
    ],
    from: 160,
    to: 22,
  },
  {
    line: [
      [930, 170],
      [1080, 210],
      [1230, 150],
      [1400, 210],
      [1500, 190],
    ],
    from: 164,
    to: 16,
  },
  {
    line: [
      [880, -200],
      [1030, -220],
      [1180, -330],
      [1330, -320],
    ],
    from: 168,
    to: 20,
  },
  {
    line: [
      [905, -560],
      [1080, -640],
      [1260, -620],
      [1450, -720],
    ],
    from: 172,
    to: 18,
  },
  {
    line: [
      [790, -950],
      [980, -1030],
      [1180, -1000],
      [1350, -1100],
    ],
    from: 180,
    to: 22,
  },
  {
    line: [
      [990, 1060],
      [1160, 1120],
      [1330, 1080],
    ],
    from: 154,
    to: 20,
  },
];

/** How much of a gully's depth its side has regained at the share `t` of its half width. */
const sideProfile = (t: number): number => {
  if (t >= 1) return 1;
  if (t < 0.05) return 0;
  if (t < 0.34) return ((t - 0.05) / 0.29) * 0.42;
  if (t < 0.86) return 0.42 + ((t - 0.34) / 0.52) * 0.3;
  return 0.72 + ((t - 0.86) / 0.14) * 0.28;
};

/** Steps of `step` metres with sloping risers, as terraces are. */
const terraced = (height: number, step: number): number => {
  const k = Math.floor(height / step);
  const t = height / step - k;
  const riser = Math.min(1, Math.max(0, (t - 0.62) / 0.38));
  return (k + riser) * step;
};

const gullyDepth = (p: Point): number => {
  let deepest = 0;
  for (const { line, from, to } of GULLIES) {
    let total = 0;
    for (let i = 1; i < line.length; i++) total += distance(line[i - 1] as Point, line[i] as Point);
    let done = 0;
    for (let i = 1; i < line.length; i++) {
      const a = line[i - 1] as Point;
      const b = line[i] as Point;
      const length = distance(a, b);
      const t = Math.min(
        1,
        Math.max(0, ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / (length * length)),
      );
      const off = Math.hypot(p[0] - a[0] - (b[0] - a[0]) * t, p[1] - a[1] - (b[1] - a[1]) * t);
      const floor = from + (to - from) * ((done + t * length) / total);
      const halfWidth = 18 + floor * 1.42;
      if (off < halfWidth) deepest = Math.max(deepest, floor * (1 - sideProfile(off / halfWidth)));
      done += length;
    }
  }
  return deepest;
};

/** Metres outside the rim; negative on the tableland to the west of it. */
const outsideRim = (p: Point): number => {
  const away = distanceToLine(p, RIM);
  for (let i = 1; i < RIM.length; i++) {
    const a = RIM[i - 1] as Point;
    const b = RIM[i] as Point;
    if ((a[1] - p[1]) * (b[1] - p[1]) <= 0 && a[1] !== b[1]) {
      const u = a[0] + ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]);
      return p[0] > u ? away : -away;
    }
  }
  return -away;
};

const tableland = ([u, v]: Point): number =>
  -0.0034 * u + 0.0024 * v + 0.9 * noise(u, v, 620, 1) + 0.35 * noise(u + 90, v - 40, 260, 2);

/** Height above the anchor's elevation, metres. */
export const heightAt = (p: Point): number => {
  const flat = tableland(p);
  const outside = outsideRim(p);
  if (outside <= 0) return flat;
  const warped: Point = [
    p[0] + 26 * noise(p[0], p[1], 130, 3) + 9 * noise(p[0], p[1], 48, 4),
    p[1] + 26 * noise(p[0], p[1], 130, 5) + 9 * noise(p[0], p[1], 48, 6),
  ];
  const depth = gullyDepth(warped);
  if (depth <= 0) return flat;
  const steps = depth > 6 && depth < 105 ? depth + (terraced(depth, 9) - depth) * 0.8 : depth;
  return flat - Math.min(steps, outside * 1.9);
};

export const makeTerrain = (): Terrain => {
  const count = (2 * HALF_EXTENT_METRES) / CELL_METRES + 1;
  const heightsMetres: number[] = [];
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      const x = -HALF_EXTENT_METRES + column * CELL_METRES;
      const y = -HALF_EXTENT_METRES + row * CELL_METRES;
      heightsMetres.push(Math.round(heightAt(localToTown([x, y])) * 10) / 10);
    }
  }
  return {
    origin: [-HALF_EXTENT_METRES, -HALF_EXTENT_METRES],
    cellMetres: CELL_METRES,
    columns: count,
    rows: count,
    heightsMetres,
  };
};
