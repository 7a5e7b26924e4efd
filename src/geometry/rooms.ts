/**
 * Where each home lies in its building. Floor plans are not on record, so the footprint is divided as such houses are built: along
 * its length into staircase units of equal area, each unit into homes on both sides of a stair core. Any footprint does, with
 * wings and holes: the cuts are clipped to it.
 *
 *                     sunny side
 *         ┌────────┬──┬────────┬────────┬──┬────────┐
 *   left  │ door 1 │▓▓│ door 2 │ door 1 │▓▓│ door 2 │  right
 *         └────────┴──┴────────┴────────┴──┴────────┘
 *               unit 1                unit 2
 *              the side of the doors: here one stands
 *
 * Units count from the left when one stands before the doors, and so do the homes of a landing. The doors are on the side that the
 * facade draws them on, away from the sun. Rooms without a unit (shops) share the whole floor.
 */
import { keepHalfPlane, keepStrip } from './half-plane.ts';
import { type LocalPolygon, orientPolygon } from './local-polygon.ts';
import { type Point, polygonArea } from './polygon.ts';

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

/** Axes of the plan: u to the right along the house, v away from one who stands before its doors; unit vectors. */
export interface PlanAxes {
  readonly u: Point;
  readonly v: Point;
}

/** Share of a unit's area taken by its core, and the metres it may have. */
const CORE_SHARE = 0.12;
const CORE_METRES = { min: 1.6, max: 4.2 };

/** `axis` is the building shape's: its right-hand side is the sunny one, so from the doors it points to the left. */
export const planAxes = (axis: Point): PlanAxes => ({ u: [-axis[0], -axis[1]], v: [axis[1], -axis[0]] });

const areaOf = (pieces: readonly LocalPolygon[]): number => pieces.reduce((s, p) => s + polygonArea(p), 0);

const extentOf = (pieces: readonly LocalPolygon[], [nx, ny]: Point): [from: number, to: number] => {
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
  direction: Point,
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

/** Homes in a block beside the core: near and far side when there are several, then side by side. Near first, left to right. */
const homesIn = (block: readonly LocalPolygon[], axes: PlanAxes, count: number): LocalPolygon[][] => {
  if (count <= 1) return [[...block]];
  const front = Math.ceil(count / 2);
  const back = count - front;
  const [near, far] = divide(block, axes.v, [front, back]);
  return [...divide(near ?? [], axes.u, ones(front)), ...divide(far ?? [], axes.u, ones(back))];
};

/** A staircase unit: homes left and right of its core; a third home lies beyond the core, in the sun. */
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
    const [stairs, home] = divide(strip, axes.u, [core, 1 - core]);
    return { homes: [home ?? []], core: stairs ?? [] };
  }
  if (doors === 3) {
    const each = (1 - core * 0.4) / 3;
    const [left, middle, right] = divide(strip, axes.u, [each, each + core * 0.4, each]);
    const [stairs, beyond] = divide(middle ?? [], axes.v, [core * 0.4, each]);
    return { homes: [left ?? [], beyond ?? [], right ?? []], core: stairs ?? [] };
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
  axes: PlanAxes,
  doors: ReadonlyMap<number, readonly number[]>,
): FloorPlan => {
  const whole = [orientPolygon(footprint)];
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

/** Divides a building with this long axis for the rooms it has. Cost: about a millisecond per different floor. */
export const layoutRooms = (footprint: LocalPolygon, axis: Point, slots: readonly Slot[]): RoomLayout => {
  const axes = planAxes(axis);
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
    const plan = plans.get(key) ?? layoutFloor(footprint, axes, units);
    plans.set(key, plan);
    floors.set(floor, plan);
  }
  return { axes, floors };
};
