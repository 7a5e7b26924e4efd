/** Fields and orchards around the town: plots cut from the land between the roads, wherever they are clear of roads and rim. */
import type { Random } from '../random.ts';
import { addArea, type Plan } from './plan.ts';
import { contains, distanceOfLines, distanceToLine, type Line, lerp, type Point, rect } from './plane.ts';
import { RIM } from './streets.ts';

const RIM_MARGIN_METRES = 26;
const MIN_PLOT = { short: 34, long: 90 };

interface Land {
  u0: number;
  v0: number;
  u1: number;
  v1: number;
}

const REGIONS: Land[] = [
  { u0: -1520, v0: 984, u1: -520, v1: 1520 },
  { u0: -1520, v0: 522, u1: -520, v1: 960 },
  { u0: -1520, v0: 176, u1: -520, v1: 480 },
  { u0: -1520, v0: -46, u1: -520, v1: 138 },
  { u0: -1520, v0: -480, u1: -520, v1: -140 },
  { u0: -1520, v0: -732, u1: -520, v1: -600 },
  { u0: -1520, v0: -1520, u1: -520, v1: -790 },
  { u0: -478, v0: 982, u1: 390, v1: 1520 },
  { u0: -478, v0: 520, u1: 352, v1: 952 },
  { u0: 384, v0: 520, u1: 700, v1: 1520 },
  { u0: -478, v0: -752, u1: 280, v1: -518 },
  { u0: -478, v0: -1520, u1: 160, v1: -812 },
  { u0: 110, v0: -1300, u1: 330, v1: -520 },
  { u0: 290, v0: -700, u1: 470, v1: -520 },
];

/** Cuts land into plots, the long side first, never thinner than a plot that a family works. */
const cut = (land: Land, random: Random): Land[] => {
  const width = land.u1 - land.u0;
  const depth = land.v1 - land.v0;
  const long = Math.max(width, depth);
  const short = Math.min(width, depth);
  const enough = long <= MIN_PLOT.long * 1.9 && short <= MIN_PLOT.short * 2.2;
  if (enough || (long < 210 && short < 110 && random.chance(0.45))) return [land];
  const t = random.between(0.4, 0.6);
  const acrossU = width > depth * 0.8 ? true : width < depth * 0.4 ? false : random.chance(0.5);
  const u = land.u0 + width * t;
  const v = land.v0 + depth * t;
  const halves: Land[] = acrossU
    ? [
        { ...land, u1: u },
        { ...land, u0: u },
      ]
    : [
        { ...land, v1: v },
        { ...land, v0: v },
      ];
  return halves.flatMap((half) => cut(half, random));
};

/** The plot's ring with a hedge's breadth all round and corners a little off the right angle. */
const ringOf = (land: Land, random: Random): Point[] =>
  rect(land.u0 + 2, land.v0 + 2, land.u1 - 2, land.v1 - 2).map(
    ([u, v]): Point => [u + random.between(-1.4, 1.4), v + random.between(-1.4, 1.4)],
  );

/** A rim-ward part of a plot that the rim or a road cuts: its ring shrunk towards its north-west until it is clear. */
const clearOf = (ring: Point[], blocked: (ring: Line) => boolean): Point[] | null => {
  const [a, b, c, d] = ring as [Point, Point, Point, Point];
  for (let keep = 1; keep > 0.3; keep -= 0.06) {
    const west: Point[] = [a, lerp(a, b, keep), lerp(d, c, keep), d];
    if (!blocked(west)) return west;
    const east: Point[] = [lerp(b, a, keep), b, c, lerp(c, d, keep)];
    if (!blocked(east)) return east;
  }
  return null;
};

export const addCountryside = (plan: Plan, random: Random): void => {
  const roads = plan.roads.map(({ line, width }) => ({ line, clear: width / 2 + 4 }));
  const outsideRim = ([u, v]: Point): boolean => {
    const polygon: Point[] = [...RIM, [3000, -3000], [3000, 3000]];
    return contains(polygon, [u, v]);
  };
  const blocked = (ring: Line): boolean => {
    const loop = [...ring, ring[0] as Point];
    if (ring.some((p) => outsideRim(p) || distanceToLine(p, RIM) < RIM_MARGIN_METRES)) return true;
    if (distanceOfLines(loop, RIM) < RIM_MARGIN_METRES) return true;
    return roads.some(({ line, clear }) => distanceOfLines(loop, line) < clear);
  };
  for (const region of REGIONS) {
    for (const land of cut(region, random)) {
      if (random.chance(0.05)) continue;
      const ring = clearOf(ringOf(land, random), blocked);
      if (!ring) continue;
      const kind = random.weighted([
        ['field', 78],
        ['orchard', 13],
        ['bare', 5],
        ['grass', 4],
      ] as const);
      addArea(plan, kind, '', ring);
    }
  }
};
