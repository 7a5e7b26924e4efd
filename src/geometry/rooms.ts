/**
 * Where each home lies in its building. Floor plans are not on record, so the footprint is divided as such houses are built: along
 * its length into staircase units of equal area, each unit into homes on both sides of a stair core. Any footprint does, with
 * wings and holes: the cuts are clipped to it.
 *
 *         ┌────────┬──┬────────┬────────┬──┬────────┐      back
 *   left  │  door 1│▓▓│door 2  │ door 1 │▓▓│ door 2 │
 *         └────────┴──┴────────┴────────┴──┴────────┘      front: south or west, where the first view stands
 *              unit 1                 unit 2
 *
 * Units count from the left when one stands before the front, and so do doors. Rooms without a unit (shops) share the whole floor.
 */
import { keepHalfPlane, keepStrip } from './half-plane.ts';
import { type LocalPolygon, orientPolygon, type Point2, polygonArea } from './local-polygon.ts';
import { orientedBox } from './oriented-box.ts';

/** A home's place in the building's numbering. */
export interface Slot {
  readonly unit: number;
  readonly floor: number;
  /** 1…n on the landing. */
  readonly door: number;
}
export interface Cell {
  readonly unit: number;
  readonly door: number;
  /** Usually one piece; more where the footprint falls apart. Local metres. */
  readonly pieces: readonly LocalPolygon[];
}
export interface FloorPlan {
  readonly cells: readonly Cell[];
  /** Stair cores and landings. */
  readonly cores: readonly LocalPolygon[];
}

/** Axes of the plan: u to the right along the house, v to the back, both unit vectors seen from the front. */
export interface PlanAxes {
  readonly u: Point2;
  readonly v: Point2;
}

/** Share of a unit's area taken by its core, and the metres it may have. */
const CORE_SHARE = 0.12;
const CORE_METRES = { min: 1.6, max: 4.2 };

/** The front of a house looks south, or west when it stands north–south: towards the first view, from the south-west. */
export const planAxes = (footprint: LocalPolygon): PlanAxes => {
  const { axis } = orientedBox(footprint[0] ?? []);
  const rightward = axis[0] - axis[1] >= 0 ? 1 : -1;
  const u: Point2 = [axis[0] * rightward, axis[1] * rightward];
  return { u, v: [-u[1], u[0]] };
};

const areaOf = (pieces: readonly LocalPolygon[]): number => pieces.reduce((s, p) => s + polygonArea(p), 0);

const extentOf = (pieces: readonly LocalPolygon[], [nx, ny]: Point2): [from: number, to: number] => {
  let from = Infinity;
  let to = -Infinity;
  for (const [outside] of pieces)
    for (const [x, y] of outside ?? []) {
      from = Math.min(from, nx * x + ny * y);
      to = Math.max(to, nx * x + ny * y);
    }
  return [from, to];
};

/** Cuts across the direction so that the parts have the given shares of the area; parts in order along the direction. */
const divide = (
  pieces: readonly LocalPolygon[],
  direction: Point2,
  shares: readonly number[],
): LocalPolygon[][] => {
  const total = areaOf(pieces);
  const whole = shares.reduce((a, b) => a + b, 0);
  const [from, to] = extentOf(pieces, direction);
  const cuts = [from];
  let share = 0;
  for (const part of shares.slice(0, -1)) {
    share += part / whole;
    let low = cuts[cuts.length - 1] as number;
    let high = to;
    for (let k = 0; k < 26 && high - low > 1e-3; k++) {
      const middle = (low + high) / 2;
      const area = areaOf(pieces.flatMap((p) => keepHalfPlane(p, direction[0], direction[1], middle)));
      if (area < share * total) low = middle;
      else high = middle;
    }
    cuts.push((low + high) / 2);
  }
  cuts.push(to);
  return shares.map((_, i) =>
    keepStrip(pieces, direction[0], direction[1], cuts[i] as number, cuts[i + 1] as number),
  );
};

const ones = (n: number): number[] => Array.from({ length: n }, () => 1);

/** Homes in a block beside the core: front and back when there are several, then side by side. Front first, left to right. */
const homesIn = (block: readonly LocalPolygon[], axes: PlanAxes, count: number): LocalPolygon[][] => {
  if (count <= 1) return [[...block]];
  const front = Math.ceil(count / 2);
  const back = count - front;
  const [near, far] = divide(block, axes.v, [front, back]);
  return [...divide(near ?? [], axes.u, ones(front)), ...divide(far ?? [], axes.u, ones(back))];
};

/** A staircase unit: homes left and right of its core; a third home stands before the core. */
const layoutUnit = (
  strip: readonly LocalPolygon[],
  axes: PlanAxes,
  doors: number,
): { homes: LocalPolygon[][]; core: LocalPolygon[] } => {
  const [from, to] = extentOf(strip, axes.u);
  const width = Math.max(0.1, to - from);
  const wanted = Math.min(CORE_METRES.max, Math.max(CORE_METRES.min, CORE_SHARE * width)) / width;
  const core = Math.min(0.3, wanted);
  if (doors <= 1) {
    const [back, home] = [...divide(strip, axes.u, [core, 1 - core])];
    return { homes: [home ?? []], core: back ?? [] };
  }
  if (doors === 3) {
    const each = (1 - core * 0.4) / 3;
    const [left, middle, right] = divide(strip, axes.u, [each, each + core * 0.4, each]);
    const [front, back] = divide(middle ?? [], axes.v, [each, core * 0.4]);
    return { homes: [left ?? [], front ?? [], right ?? []], core: back ?? [] };
  }
  const leftDoors = Math.ceil(doors / 2);
  const rightDoors = doors - leftDoors;
  const home = (1 - core) / doors;
  const [left, middle, right] = divide(strip, axes.u, [home * leftDoors, core, home * rightDoors]);
  return {
    homes: [...homesIn(left ?? [], axes, leftDoors), ...homesIn(right ?? [], axes, rightDoors)],
    core: middle ?? [],
  };
};

/** Divides one floor. `doors` gives the doors of every unit, in order; unit 0 stands for rooms without a staircase. */
export const layoutFloor = (
  footprint: LocalPolygon,
  doors: ReadonlyMap<number, readonly number[]>,
): FloorPlan => {
  const whole = [orientPolygon(footprint)];
  const axes = planAxes(footprint);
  const units = [...doors].filter(([, list]) => list.length > 0).sort((a, b) => a[0] - b[0]);
  if (units.length === 0) return { cells: [], cores: [] };
  // Shops and homes on one floor share it by their number; alone, staircase units are of equal size.
  const mixed = units.length > 1 && units[0]?.[0] === 0;
  const strips = divide(whole, axes.u, mixed ? units.map(([, list]) => list.length) : ones(units.length));
  const cells: Cell[] = [];
  const cores: LocalPolygon[] = [];
  units.forEach(([unit, list], i) => {
    const strip = strips[i] ?? [];
    const sorted = [...list].sort((a, b) => a - b);
    if (unit === 0) {
      divide(strip, axes.u, ones(sorted.length)).forEach((pieces, k) => {
        cells.push({ unit, door: sorted[k] as number, pieces });
      });
      return;
    }
    const { homes, core } = layoutUnit(strip, axes, sorted.length);
    cores.push(...core);
    homes.forEach((pieces, k) => {
      cells.push({ unit, door: sorted[k] as number, pieces });
    });
  });
  return { cells, cores };
};

export interface RoomLayout {
  readonly axes: PlanAxes;
  /** A plan per floor that has rooms; floors divided alike share one plan. */
  readonly floors: ReadonlyMap<number, FloorPlan>;
}

/** Divides a building for the rooms it has. Cost: about a millisecond per different floor. */
export const layoutRooms = (footprint: LocalPolygon, slots: readonly Slot[]): RoomLayout => {
  const byFloor = new Map<number, Map<number, number[]>>();
  for (const { unit, floor, door } of slots) {
    const units = byFloor.get(floor) ?? new Map<number, number[]>();
    byFloor.set(floor, units);
    const doors = units.get(unit) ?? [];
    units.set(unit, doors);
    if (!doors.includes(door)) doors.push(door);
  }
  const plans = new Map<string, FloorPlan>();
  const floors = new Map<number, FloorPlan>();
  for (const [floor, units] of [...byFloor].sort((a, b) => a[0] - b[0])) {
    const key = [...units]
      .sort((a, b) => a[0] - b[0])
      .map(([unit, doors]) => `${unit}:${[...doors].sort((a, b) => a - b)}`)
      .join(';');
    const plan = plans.get(key) ?? layoutFloor(footprint, units);
    plans.set(key, plan);
    floors.set(floor, plan);
  }
  return { axes: planAxes(footprint), floors };
};
