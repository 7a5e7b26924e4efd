/** Pieces that walled compounds are made of: rows of slabs with their lanes, gardens, car parks and gates. */
import {
  type AreaKind,
  addArea,
  addBuilding,
  addLandmark,
  addRoad,
  addWall,
  type BuildingPlan,
  FACADE,
  type Plan,
} from './plan.ts';
import {
  closed,
  counterClockwise,
  distanceToSegment,
  type Line,
  type Point,
  rect,
  shift,
  turn,
} from './plane.ts';
import { type SlabShape, slab } from './shapes.ts';

export interface SlabSpec extends SlabShape {
  /** Middle of the footprint. */
  at: Point;
  storeys: number;
  podium?: number;
  number: string;
  facade: number;
  year: number;
  roof?: BuildingPlan['roof'];
}

/** Adds a slab of an estate; people call it "3号楼". */
export const addSlab = (plan: Plan, estate: string, spec: SlabSpec): void => {
  const mixed = (spec.podium ?? 0) > 0;
  addBuilding(plan, {
    name: `${spec.number}号楼`,
    estate,
    number: spec.number,
    use: mixed ? 'mixed' : 'residential',
    rings: [shift(slab(spec), spec.at[0], spec.at[1])],
    storeys: spec.storeys,
    ...(spec.podium ? { podium: spec.podium } : {}),
    roof: spec.roof ?? 'flat',
    facade: spec.facade,
    units: spec.units,
    doors: 2,
    year: spec.year,
  });
};

/** Paving around a house that stands in a lawn, `margin` metres wide. */
const addApron = (plan: Plan, ring: Line, at: Point, margin = 3.5): void => {
  const us = ring.map((p) => p[0] + at[0]);
  const vs = ring.map((p) => p[1] + at[1]);
  const outside = rect(
    Math.min(...us) - margin,
    Math.min(...vs) - margin,
    Math.max(...us) + margin,
    Math.max(...vs) + margin,
  );
  addArea(plan, 'plaza', '', outside);
};

export const addBlock = (
  plan: Plan,
  building: Omit<BuildingPlan, 'rings'>,
  ring: Line,
  at: Point,
  ...holes: Line[]
): void => {
  const rings = [ring, ...holes].map((r) => shift(r, at[0], at[1]));
  addBuilding(plan, { ...building, rings });
  if (building.use === 'residential' && building.storeys > 8) addApron(plan, ring, at);
};

/** The heading, out of a ring, of the side that a gate stands on. */
const outwardHeading = (ring: Line, gate: Point): number => {
  const corners = closed(counterClockwise(ring));
  for (let i = 1; i < corners.length; i++) {
    const a = corners[i - 1] as Point;
    const b = corners[i] as Point;
    if (distanceToSegment(gate, a, b) > 1) continue;
    // The outside lies to the right of a counter-clockwise side: (dv, -du); a heading counts clockwise from v.
    return ((Math.atan2(b[1] - a[1], a[0] - b[0]) * 180) / Math.PI + 360) % 360;
  }
  throw new RangeError(`the gate at ${gate} stands on no wall`);
};

/** A walled yard with gates: ground, wall, and the lanes given. */
export const addYard = (
  plan: Plan,
  name: string,
  ring: Line,
  gates: readonly Point[],
  lanes: readonly Line[],
  laneMetres = 5.5,
  ground: AreaKind = 'courtyard',
): void => {
  addArea(plan, ground, name, ring);
  addWall(plan, ring, gates);
  const [main] = gates;
  if (main) addLandmark(plan, 'gateway', main, outwardHeading(ring, main));
  for (const lane of lanes) addRoad(plan, 'lane', '', laneMetres, lane);
};

/** A row of two-storey shops along a street, with a recess in its middle. Alone in its street it needs no number. */
export const addStreetShops = (
  plan: Plan,
  row: { name: string; at: Point; length: number; alongV: boolean; year: number },
): void => {
  const half = row.length / 2;
  const ring: Point[] = [
    [-half, -5],
    [half, -5],
    [half, 5],
    [half * 0.3, 5],
    [half * 0.3, 3.6],
    [-half * 0.3, 3.6],
    [-half * 0.3, 5],
    [-half, 5],
  ];
  addBlock(
    plan,
    {
      name: row.name,
      estate: '',
      number: '',
      use: 'commercial',
      storeys: 2,
      podium: 2,
      facade: FACADE.beigeSlab,
      year: row.year,
      tag: 'shops',
    },
    row.alongV ? turn(ring, 90) : ring,
    row.at,
  );
};

/** A door lane of a compound. */
export const addLane = (plan: Plan, from: Point, to: Point, width = 4): void =>
  addRoad(plan, 'lane', '', width, [from, to]);

/**
 * What lies between rows of slabs, from each slab's south front to the door lane of the row before it: a lawn, and along the lane
 * bays for cars over half of the length. Rows are given by the middle of their slabs, from the south.
 */
export const addCourts = (
  plan: Plan,
  u0: number,
  u1: number,
  rows: readonly number[],
  south: number,
): void => {
  rows.forEach((v, i) => {
    const previous = rows[i - 1];
    const from = previous === undefined ? south : previous + 13.4;
    const bays = previous !== undefined;
    const middle = (u0 + u1) / 2;
    if (bays) addParking(plan, i % 2 ? u0 : middle, from, i % 2 ? middle : u1, from + 5);
    if (v - 9 - from > 3) addArea(plan, 'grass', '', rect(u0, bays ? from + 6.2 : from, u1, v - 9));
  });
};

/** The strip of green in front of a slab and the one between its door lane and its north wall. */
export const addFrontGarden = (plan: Plan, u0: number, u1: number, v: number, depth: number): void => {
  addArea(plan, 'grass', '', rect(u0, v - depth / 2, u1, v + depth / 2));
};

export const addParking = (plan: Plan, u0: number, v0: number, u1: number, v1: number): void => {
  addArea(plan, 'parking', '', rect(u0, v0, u1, v1));
};
