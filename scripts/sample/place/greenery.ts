/** Trees and lamps: rows along the streets, gardens, parks, orchards and poplars in the fields, kept clear of what is built. */
import type { Random } from '../random.ts';
import type { AreaPlan, Plan, RoadPlan } from './plan.ts';
import { TREE } from './plan.ts';
import {
  along,
  closed,
  contains,
  distance,
  distanceToLine,
  distanceToRing,
  type Point,
  parallel,
} from './plane.ts';
import { REACH, TRACKS } from './roads.ts';
import { NORTH, rimU, SOUTH, WEST } from './streets.ts';

const BUILDING_CLEARANCE_METRES = 2.6;
const ROAD_CLEARANCE_METRES = 0.8;

const boundsOf = (ring: readonly Point[]): [number, number, number, number] => [
  Math.min(...ring.map((p) => p[0])),
  Math.min(...ring.map((p) => p[1])),
  Math.max(...ring.map((p) => p[0])),
  Math.max(...ring.map((p) => p[1])),
];

/** What a tree must keep away from, with boxes so that most is ruled out at once. */
const createClearance = (plan: Plan): ((p: Point) => boolean) => {
  const solid = plan.buildings.map((b) => ({
    ring: b.rings[0] as Point[],
    box: boundsOf(b.rings[0] as Point[]),
  }));
  const open = plan.areas
    .filter((a) => a.kind === 'water' || a.kind === 'sports' || a.kind === 'parking')
    .map((a) => ({ ring: a.rings[0] as Point[], box: boundsOf(a.rings[0] as Point[]) }));
  const roads = plan.roads.map((r) => ({ ...r, box: boundsOf(r.line) }));
  const near = ([u0, v0, u1, v1]: number[], [u, v]: Point, margin: number): boolean =>
    u > (u0 as number) - margin &&
    u < (u1 as number) + margin &&
    v > (v0 as number) - margin &&
    v < (v1 as number) + margin;
  return (p) =>
    !solid.some(
      ({ ring, box }) =>
        near(box, p, BUILDING_CLEARANCE_METRES) && distanceToRing(p, ring) < BUILDING_CLEARANCE_METRES,
    ) &&
    !open.some(({ ring, box }) => near(box, p, 0.6) && distanceToRing(p, ring) < 0.6) &&
    !roads.some(
      ({ line, width, box }) =>
        near(box, p, width) && distanceToLine(p, line) < width / 2 + ROAD_CLEARANCE_METRES,
    ) &&
    !plan.walls.some(({ line }) => distanceToLine(p, line) < 0.8);
};

/** Trees already planted, in squares of 8 m. */
const createNeighbours = (): { free(p: Point, spacing: number): boolean; add(p: Point): void } => {
  const cells = new Map<string, Point[]>();
  const key = (i: number, j: number): string => `${i},${j}`;
  return {
    free: ([u, v], spacing) => {
      const [i, j] = [Math.floor(u / 8), Math.floor(v / 8)];
      for (let a = i - 1; a <= i + 1; a++) {
        for (let b = j - 1; b <= j + 1; b++) {
          if (cells.get(key(a, b))?.some((q) => distance(q, [u, v]) < spacing)) return false;
        }
      }
      return true;
    },
    add: (p) => {
      const k = key(Math.floor(p[0] / 8), Math.floor(p[1] / 8));
      cells.set(k, [...(cells.get(k) ?? []), p]);
    },
  };
};

const HEIGHTS: Record<number, [number, number]> = {
  [TREE.broadleaf]: [6, 10],
  [TREE.poplar]: [12, 18],
  [TREE.conifer]: [5, 9.5],
  [TREE.shrub]: [1.2, 2.2],
};

const inTown = ([u, v]: Point): boolean =>
  u > WEST - 30 && v < NORTH + 24 && v > SOUTH - 24 && u < rimU(Math.min(1600, Math.max(-1600, v))) - 12;

export const plantTrees = (plan: Plan, random: Random): void => {
  const clear = createClearance(plan);
  const neighbours = createNeighbours();
  const plant = (at: Point, kind: number, spacing: number, scale = 1): void => {
    if (!clear(at) || !neighbours.free(at, spacing)) return;
    const [low, high] = HEIGHTS[kind] as [number, number];
    neighbours.add(at);
    plan.trees.push({ at, kind, height: Math.round(random.between(low, high) * scale * 10) / 10 });
  };

  const streetRow = (road: RoadPlan): void => {
    const kind = road.name === '庆云大道' || road.name === '南环路' ? TREE.poplar : TREE.broadleaf;
    for (const side of [1, -1]) {
      for (const { at } of along(parallel(road.line, side * (road.width / 2 + 1.6)), 13)) {
        const town = inTown(at);
        if (town) plant(at, kind === TREE.poplar && random.chance(0.5) ? TREE.conifer : kind, 5);
        else if (random.chance(0.2)) plant(at, TREE.poplar, 8);
      }
    }
  };
  for (const road of plan.roads) if (road.kind === 'main' || road.kind === 'street') streetRow(road);
  for (const track of TRACKS) {
    for (const { at } of along(parallel(track, 4.4), 40))
      if (Math.abs(at[0]) < REACH) plant(at, TREE.poplar, 8);
  }

  const scatter = (
    area: AreaPlan,
    perHectare: number,
    kinds: readonly (readonly [number, number])[],
    spacing: number,
  ): void => {
    const ring = area.rings[0] as Point[];
    const [u0, v0, u1, v1] = boundsOf(ring);
    const tries = Math.round((((u1 - u0) * (v1 - v0)) / 10_000) * perHectare);
    for (let i = 0; i < tries; i++) {
      const at: Point = [random.between(u0, u1), random.between(v0, v1)];
      if (!contains(ring, at) || distanceToLine(at, closed(ring)) < 1.2) continue;
      plant(at, random.weighted(kinds), spacing);
    }
  };
  const mixed = [
    [TREE.broadleaf, 60],
    [TREE.conifer, 25],
    [TREE.shrub, 15],
  ] as const;
  for (const area of plan.areas) {
    const ring = area.rings[0] as Point[];
    const town = inTown(ring[0] as Point);
    if (area.kind === 'park') scatter(area, 46, mixed, 6);
    if (area.kind === 'grass' && town) scatter(area, 56, mixed, 5);
    if (area.kind === 'courtyard')
      scatter(
        area,
        20,
        [
          [TREE.broadleaf, 80],
          [TREE.conifer, 20],
        ],
        6,
      );
    if (area.kind === 'bare' && town)
      scatter(
        area,
        30,
        [
          [TREE.broadleaf, 70],
          [TREE.poplar, 30],
        ],
        6,
      );
    if (area.kind === 'plaza')
      scatter(
        area,
        26,
        [
          [TREE.broadleaf, 70],
          [TREE.conifer, 30],
        ],
        7,
      );
    if (area.kind === 'orchard') {
      const [u0, v0, u1, v1] = boundsOf(ring);
      const step = town ? 13 : 17;
      if (!town && random.chance(0.93)) continue;
      for (let u = u0 + 4; u < u1; u += step) {
        for (let v = v0 + 4; v < v1; v += step) {
          const at: Point = [u + random.between(-0.5, 0.5), v + random.between(-0.5, 0.5)];
          if (contains(ring, at)) plant(at, TREE.broadleaf, 4, 0.45);
        }
      }
    }
  }
};

export const placeLamps = (plan: Plan): void => {
  const buildings = plan.buildings.map((b) => b.rings[0] as Point[]);
  for (const road of plan.roads) {
    const wide = road.kind === 'main' || road.kind === 'street';
    if (!wide && road.kind !== 'lane') continue;
    const sides = road.width > 20 ? [1, -1] : [1];
    for (const side of sides) {
      const row = along(
        parallel(road.line, side * (road.width / 2 + 0.5)),
        wide ? 30 : 36,
        side > 0 ? 10 : 25,
      );
      for (const { at } of row) {
        const onAnotherRoad = plan.roads.some((r) => distanceToLine(at, r.line) < r.width / 2);
        if (inTown(at) && !onAnotherRoad && !buildings.some((ring) => distanceToRing(at, ring) < 1))
          plan.lamps.push(at);
      }
    }
  }
};
