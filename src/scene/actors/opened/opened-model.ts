/**
 * An opened building as data: a box for every home (a whole floor where no home is known), stair cores and floor plates; the roof
 * is taken off. And what a ray meets in it. Boxes stand where the closed building has them; the shader and the picker move them by the same `Parting`.
 */
import type { Dwelling } from '../../../domain/records/index.ts';
import { type BoxMesh, type BoxPart, meshBoxes } from '../../../geometry/box-mesh.ts';
import type { Vec3 } from '../../../geometry/framing.ts';
import type { LocalPolygon } from '../../../geometry/local-polygon.ts';
import { centroidOf, insetRing, type Point, polygonArea } from '../../../geometry/polygon.ts';
import { type FlatRings, type Ray3, rayToPrism } from '../../../geometry/prism.ts';
import { layoutRooms } from '../../../geometry/rooms.ts';
import { storeyLevels } from '../../../geometry/storeys.ts';
import type { StageBuilding } from '../stage.ts';
import { floorGap } from './opening.ts';

/** How far the building is open now. */
export interface Parting {
  /** 0 closed … 1 open. */
  open: number;
  /** Floors above this ordinal are lifted by `liftMetres` more; between two ordinals the upper one is on its way. */
  liftFloor: number;
  liftMetres: number;
  /** This box slides out by `slideMetres`; -1 for none. */
  slideBox: number;
  slideMetres: number;
  /** The box that slides back in. */
  leavingBox: number;
  leavingMetres: number;
}
export const CLOSED: Readonly<Parting> = {
  open: 0,
  liftFloor: 1e6,
  liftMetres: 0,
  slideBox: -1,
  slideMetres: 0,
  leavingBox: -1,
  leavingMetres: 0,
};

export interface OpenedBox {
  /** Null for a floor without known homes. */
  readonly dwelling: Dwelling | null;
  /** As on record (1 is the ground floor), and its ordinal from below. */
  readonly floor: number;
  readonly ordinal: number;
  /** Closed heights, local metres. */
  readonly bottom: number;
  readonly top: number;
  readonly pieces: readonly LocalPolygon[];
  readonly centre: Point;
  /** Out of the house across its length: unit vector. */
  readonly slide: Point;
}
export interface OpenedModel {
  readonly building: StageBuilding;
  readonly boxes: readonly OpenedBox[];
  readonly origin: Vec3;
  readonly gapMetres: number;
  readonly storeys: number;
  readonly homeMesh: BoxMesh;
  /** Plates and cores. */
  readonly bodyMesh: BoxMesh;
  /** Nearest box a ray meets, -1 for none. */
  pick(ray: Ray3, parting: Parting): { readonly index: number; readonly distance: number };
  /** How far a box stands above its closed place. */
  riseOf(ordinal: number, parting: Parting): number;
}

const PLATE_METRES = 0.2;
const PLATE_OVERHANG = 0.22;
const JOINT_METRES = 0.13;
const BEVEL_METRES = 0.14;
const CORE_INSET_METRES = 0.55;
const SMALLEST_PIECE_SQUARE_METRES = 0.5;
/** A home whose middle is nearer than this to the house's long middle line reaches through it. */
const DEEP_METRES = 1.2;

export const slideOf = (box: number, parting: Parting): number =>
  box === parting.slideBox ? parting.slideMetres : box === parting.leavingBox ? parting.leavingMetres : 0;

const inset = (polygon: LocalPolygon, metres: number): LocalPolygon =>
  polygon.map((ring) => insetRing(ring, metres) ?? ring);

const largestCentre = (pieces: readonly LocalPolygon[]): Point => {
  const largest = pieces.reduce<LocalPolygon | null>(
    (best, p) => (!best || polygonArea(p) > polygonArea(best) ? p : best),
    null,
  );
  return centroidOf(largest?.[0] ?? []);
};

const keyOf = (unit: number, door: number): string => `${unit}/${door}`;

/** Boxes of all floors, and the cores between them. */
const divide = (building: StageBuilding, dwellings: readonly Dwelling[]) => {
  const { record, footprint, axis, baseZ, centre } = building;
  const levels = storeyLevels(record);
  const ordinalOf = (floor: number): number => Math.min(record.storeys - 1, Math.max(0, floor - 1));
  const byOrdinal = Array.from({ length: record.storeys }, (): Dwelling[] => []);
  for (const dwelling of dwellings) byOrdinal[ordinalOf(dwelling.floor)]?.push(dwelling);
  const layout = layoutRooms(
    footprint,
    axis,
    byOrdinal.flatMap((list, ordinal) => list.map(({ unit, door }) => ({ unit, door, floor: ordinal }))),
  );
  const boxes: OpenedBox[] = [];
  const cores: { ordinal: number; polygon: LocalPolygon; bottom: number; top: number }[] = [];
  byOrdinal.forEach((homes, ordinal) => {
    const bottom = baseZ + (levels[ordinal] as number) + PLATE_METRES;
    const top = baseZ + (levels[ordinal + 1] as number);
    const plan = layout.floors.get(ordinal);
    const add = (dwelling: Dwelling | null, floor: number, pieces: readonly LocalPolygon[]): void => {
      const large = pieces.filter((p) => polygonArea(p) > SMALLEST_PIECE_SQUARE_METRES);
      const middle = largestCentre(large);
      // Along the short side of the house, where there is room to slide; a home as deep as the house slides into the sun.
      const sunny: Point = [axis[1], -axis[0]];
      const side = (middle[0] - centre[0]) * sunny[0] + (middle[1] - centre[1]) * sunny[1];
      const way = side < -DEEP_METRES ? -1 : 1;
      const slide: Point = [sunny[0] * way, sunny[1] * way];
      boxes.push({ dwelling, floor, ordinal, bottom, top, pieces: large, centre: middle, slide });
    };
    if (!plan) return add(null, ordinal + 1, [footprint]);
    const cells = new Map(plan.cells.map((cell) => [keyOf(cell.unit, cell.door), cell]));
    const taken = new Set<string>();
    for (const home of homes) {
      const key = keyOf(home.unit, home.door);
      // Two records of one door share the box: the first one is drawn, both stay in the table.
      if (taken.has(key)) continue;
      taken.add(key);
      add(home, home.floor, cells.get(key)?.pieces ?? []);
    }
    for (const core of plan.cores) cores.push({ ordinal, polygon: core, bottom, top });
  });
  return { boxes, cores, levels };
};

export const createOpenedModel = (building: StageBuilding, dwellings: readonly Dwelling[]): OpenedModel => {
  const { record, footprint, baseZ, centre } = building;
  const { boxes, cores, levels } = divide(building, dwellings);
  const origin: Vec3 = [centre[0], centre[1], baseZ];
  const gapMetres = floorGap(record.storeys);
  const still: Point = [0, 0];
  const homeParts = boxes.flatMap((box, index) =>
    box.pieces.map(
      (piece): BoxPart => ({
        polygon: inset(piece, JOINT_METRES),
        bottom: box.bottom,
        top: box.top,
        bevelMetres: BEVEL_METRES,
        box: index,
        floor: box.ordinal,
        slide: box.slide,
      }),
    ),
  );
  const body = (
    polygon: LocalPolygon,
    bottom: number,
    top: number,
    floor: number,
    bevelMetres: number,
  ): BoxPart => ({
    polygon,
    bottom,
    top,
    bevelMetres,
    box: -1,
    floor,
    slide: still,
  });
  const plate = inset(footprint, -PLATE_OVERHANG);
  const bodyParts = [
    ...cores.map((c) => body(inset(c.polygon, CORE_INSET_METRES), c.bottom, c.top, c.ordinal, 0)),
    ...levels
      .slice(0, -1)
      .map((level, ordinal) => body(plate, baseZ + level, baseZ + level + PLATE_METRES, ordinal, 0.05)),
  ];
  const rings = flatten(homeParts);
  const riseOf = (ordinal: number, parting: Parting): number =>
    ordinal * gapMetres * parting.open +
    Math.min(1, Math.max(0, ordinal - parting.liftFloor)) * parting.liftMetres;

  return {
    building,
    boxes,
    origin,
    gapMetres,
    storeys: record.storeys,
    homeMesh: meshBoxes(homeParts, origin),
    bodyMesh: meshBoxes(bodyParts, origin),
    riseOf,
    pick: (ray, parting) => {
      let index = -1;
      let distance = Infinity;
      homeParts.forEach((part, i) => {
        const rise = riseOf(part.floor, parting);
        const slide = slideOf(part.box, parting);
        const moved =
          slide === 0
            ? ray
            : { ...ray, ox: ray.ox - part.slide[0] * slide, oy: ray.oy - part.slide[1] * slide };
        const t = rayToPrism(
          moved,
          rings.flat,
          rings.first[i] as number,
          rings.first[i + 1] as number,
          part.bottom + rise,
          part.top + rise,
        );
        if (t < distance) {
          distance = t;
          index = part.box;
        }
      });
      return { index, distance };
    },
  };
};

/** The rings of all parts in one array, for the ray. */
const flatten = (parts: readonly BoxPart[]): { flat: FlatRings; first: Uint32Array } => {
  const xy: number[] = [];
  const ringStart: number[] = [];
  const first = new Uint32Array(parts.length + 1);
  parts.forEach((part, i) => {
    first[i] = ringStart.length;
    for (const ring of part.polygon) {
      ringStart.push(xy.length / 2);
      for (const [x, y] of ring) xy.push(x, y);
    }
  });
  first[parts.length] = ringStart.length;
  ringStart.push(xy.length / 2);
  return { flat: { xy: Float64Array.from(xy), ringStart: Uint32Array.from(ringStart) }, first };
};
