/** What makes a block a house: balconies on the sunny side, canopies over the doors, stair heads, tanks and solar heaters on the roof. */
import type { BuildingInput, BuildingShape } from './building-shape.ts';
import { type BuildingWriter, PART } from './building-writer.ts';
import { type Point, ringContains } from './polygon.ts';
import { hash01 } from './random.ts';
import { PODIUM_FACTOR, storeyHeight } from './storeys.ts';

/** Bays of a sunny wall per staircase: room, balcony, balcony, room. The shader lays its windows by the same number. */
export const FRONT_BAYS = 4;
const BALCONY_DEPTH = 1.25;
const BALCONY_SHARE = 0.8;
const CANOPY = { along: 1.5, across: 0.7, height: 2.75, thickness: 0.18 };

type Direction = readonly [number, number];

const directionOf = (a: Point, b: Point): { direction: Direction; length: number } => {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  return { direction: [(b[0] - a[0]) / length, (b[1] - a[1]) / length], length };
};

/** A point `u` metres along a wall and `out` metres before it. */
const before = (a: Point, d: Direction, u: number, out: number): [number, number] => [
  a[0] + d[0] * u + d[1] * out,
  a[1] + d[1] * u - d[0] * out,
];

/** Height where the homes begin above the base, metres. */
export const podiumTop = (building: BuildingInput): number =>
  building.minHeightMetres +
  storeyHeight(building) * PODIUM_FACTOR * Math.min(building.podiumStoreys, building.storeys);

/** Glazed balconies, one above the other, before the living rooms of a sunny wall. */
export const writeBalconies = (
  writer: BuildingWriter,
  building: BuildingInput,
  a: Point,
  b: Point,
  baseZ: number,
  eavesZ: number,
): void => {
  const { direction, length } = directionOf(a, b);
  const bays = building.units * FRONT_BAYS;
  const bay = length / bays;
  if (bay < 2.2 || bay > 7) return;
  const bottom = baseZ + (building.podiumStoreys > 0 ? podiumTop(building) : 0.3);
  for (let i = 0; i < bays; i++) {
    const place = i % FRONT_BAYS;
    if (place !== 1 && place !== 2) continue;
    const centre = before(a, direction, (i + 0.5) * bay, BALCONY_DEPTH / 2);
    writer.box(
      centre,
      direction,
      { along: (bay * BALCONY_SHARE) / 2, across: BALCONY_DEPTH / 2 },
      [bottom, eavesZ - 0.15],
      { part: PART.balcony },
      { bottom: building.podiumStoreys > 0, top: PART.trim },
    );
  }
};

const TOWER_BALCONY = { along: 1.9, across: 0.65, least: 4.6 };

/** A stack of glazed balconies in the middle of a tower's sunny wall. */
export const writeTowerBalcony = (
  writer: BuildingWriter,
  building: BuildingInput,
  a: Point,
  b: Point,
  baseZ: number,
  eavesZ: number,
): void => {
  const { direction, length } = directionOf(a, b);
  if (length < TOWER_BALCONY.least) return;
  const { across } = TOWER_BALCONY;
  const along = Math.min(TOWER_BALCONY.along, length / 2 - 0.7);
  writer.box(
    before(a, direction, length / 2, across),
    direction,
    { along, across },
    [baseZ + Math.max(podiumTop(building), storeyHeight(building)), eavesZ - 0.2],
    { part: PART.balcony },
    { bottom: true, top: PART.trim },
  );
};

/** A canopy over the door of every staircase whose middle lies on this piece of the back wall. */
export const writeCanopies = (
  writer: BuildingWriter,
  building: BuildingInput,
  shape: BuildingShape,
  [a, b]: readonly [Point, Point],
  place: { readonly u: readonly [number, number] },
  baseZ: number,
): void => {
  const { direction } = directionOf(a, b);
  for (let k = 0; k < building.units; k++) {
    const u = ((k + 0.5) / building.units) * shape.length;
    if (u < place.u[0] + 1 || u > place.u[1] - 1) continue;
    const centre = before(a, direction, u - place.u[0], CANOPY.across);
    const z = baseZ + CANOPY.height;
    writer.box(centre, direction, CANOPY, [z, z + CANOPY.thickness], { part: PART.trim }, { bottom: true });
  }
};

/** The band of shop signs over a podium, on every longer outside wall. */
export const writeSigns = (
  writer: BuildingWriter,
  building: BuildingInput,
  a: Point,
  b: Point,
  baseZ: number,
): void => {
  const { direction, length } = directionOf(a, b);
  if (length < 6) return;
  const top = podiumTop(building);
  const height = Math.min(1.1, storeyHeight(building) * 0.35);
  const centre = before(a, direction, length / 2, 0.2);
  writer.box(
    centre,
    direction,
    { along: length / 2 - 0.3, across: 0.2 },
    [baseZ + top - height - 0.1, baseZ + top - 0.1],
    { part: PART.sign },
    { bottom: true, top: PART.trim },
  );
};

const inside = (shape: BuildingShape, x: number, y: number): boolean =>
  ringContains(shape.rings[0] as readonly Point[], x, y) &&
  !shape.rings.slice(1).some((hole) => ringContains(hole, x, y));

/** Does a rectangle about a point, along the axis, lie on the roof? */
const fits = (
  shape: BuildingShape,
  [x, y]: readonly [number, number],
  along: number,
  across: number,
): boolean => {
  const [dx, dy] = shape.axis;
  return (
    [
      [1, 1],
      [1, -1],
      [-1, 1],
      [-1, -1],
    ] as const
  ).every(([s, t]) =>
    inside(shape, x + dx * along * s - dy * across * t, y + dy * along * s + dx * across * t),
  );
};

/** A solar water heater: a tilted dark panel that looks south with its tank on top. */
const writeHeater = (writer: BuildingWriter, [x, y]: readonly [number, number], z: number): void => {
  const [half, depth, low, high] = [0.95, 0.75, 0.25, 1.15];
  writer.face(
    [
      [x - half, y - depth, z + low],
      [x + half, y - depth, z + low],
      [x + half, y + depth, z + high],
      [x - half, y + depth, z + high],
    ],
    { part: PART.panel },
  );
  writer.face(
    [
      [x + half, y + depth, z],
      [x - half, y + depth, z],
      [x - half, y + depth, z + high],
      [x + half, y + depth, z + high],
    ],
    { part: PART.metal },
  );
  writer.box(
    [x, y + depth + 0.12],
    [1, 0],
    { along: half, across: 0.2 },
    [z + high - 0.15, z + high + 0.22],
    { part: PART.metal },
  );
};

/** Stair heads, machine rooms, tanks and heaters on a flat roof at `z`. */
export const writeRoofFurniture = (
  writer: BuildingWriter,
  building: BuildingInput,
  shape: BuildingShape,
  z: number,
  seed: number,
): void => {
  const [dx, dy] = shape.axis;
  const place = (u: number, v: number): [number, number] => [
    shape.centre[0] + dx * u - dy * v,
    shape.centre[1] + dy * u + dx * v,
  ];
  if (shape.slab) {
    const unit = shape.length / building.units;
    for (let k = 0; k < building.units; k++) {
      const u = (k + 0.5) * unit - shape.length / 2;
      const head = place(u, shape.width * 0.2);
      if (fits(shape, head, 1.6, 2.4))
        writer.box(
          head,
          shape.axis,
          { along: 1.5, across: 2.3 },
          [z, z + 2.5],
          { part: PART.masonry },
          { top: PART.roof },
        );
      for (let i = 0; i < 4; i++) {
        if (hash01(seed, k, i) < 0.38 || building.storeys > 12) continue;
        const at = place(u + (i - 1.5) * (unit / 4.4), -shape.width * (0.16 + 0.12 * (i % 2)));
        if (fits(shape, at, 1.3, 1.3)) writeHeater(writer, at, z);
      }
    }
    return;
  }
  if (shape.width < 9) return;
  if (building.heightMetres > 20 || building.units > 0) {
    const head = place(0, shape.width * 0.06);
    if (fits(shape, head, 4, 3)) {
      writer.box(
        head,
        shape.axis,
        { along: 3.6, across: 2.8 },
        [z, z + 4.2],
        { part: PART.masonry },
        { top: PART.roof },
      );
      const tank = place(0.8, shape.width * 0.06);
      writer.box(tank, shape.axis, { along: 1.8, across: 1.6 }, [z + 4.2, z + 6.0], { part: PART.metal });
    }
  }
  // Plant of offices, schools and halls.
  const count = Math.min(Math.floor((shape.length * shape.width) / 260), 6);
  for (let i = 0; i < count; i++) {
    const at = place(
      (hash01(seed, i, 7) - 0.5) * shape.length * 0.8,
      (hash01(seed, i, 8) - 0.5) * shape.width * 0.7,
    );
    const size = 0.8 + hash01(seed, i, 9) * 0.9;
    const head = Math.hypot(at[0] - shape.centre[0], at[1] - shape.centre[1]);
    if (head > 6 && fits(shape, at, size + 1, size + 1))
      writer.box(at, shape.axis, { along: size * 1.4, across: size }, [z, z + 0.9 + size * 0.5], {
        part: PART.metal,
      });
  }
};
