/** What a footprint tells about a building: its long axis, its sunny side, which wall has which role, where its staircases stand. */
import type { ModelMesh } from './building-model.ts';
import { PART, ROLE, type Role } from './building-writer.ts';
import { cleanRing, type Point, oriented } from './polygon.ts';

export interface BuildingInput {
  /** Local metres; outside first, then holes. */
  readonly rings: readonly (readonly Point[])[];
  readonly heightMetres: number;
  readonly minHeightMetres: number;
  readonly storeys: number;
  readonly podiumStoreys: number;
  readonly roof: 'flat' | 'gable' | 'hip' | 'vault';
  readonly use: string;
  readonly units: number;
  readonly facade: number;
  /** Drawn in place of what the footprint gives. */
  readonly model?: ModelMesh | undefined;
}

export interface BuildingShape {
  /** Outside counter-clockwise, holes clockwise: the inside is always to the left. */
  readonly rings: readonly (readonly Point[])[];
  /** Unit vector of the long axis, pointing so that the sunny side is to its right. */
  readonly axis: readonly [number, number];
  /** Extent along and across the axis about the centre, metres. */
  readonly length: number;
  readonly width: number;
  readonly centre: readonly [number, number];
  /** Homes in a row of staircases, rather than a point tower or a hall. */
  readonly slab: boolean;
}

const MIN_EDGE_METRES = 0.05;
const COLLINEAR_SINE = 0.01;

/** The ring without corners that do not turn. */
const withoutStraightCorners = (ring: readonly Point[]): Point[] => {
  const clean = cleanRing(ring, MIN_EDGE_METRES);
  const out = clean.filter((p, i) => {
    const a = clean[(i + clean.length - 1) % clean.length] as Point;
    const b = clean[(i + 1) % clean.length] as Point;
    const cross = (p[0] - a[0]) * (b[1] - p[1]) - (p[1] - a[1]) * (b[0] - p[0]);
    const scale = Math.hypot(p[0] - a[0], p[1] - a[1]) * Math.hypot(b[0] - p[0], b[1] - p[1]);
    return Math.abs(cross) > COLLINEAR_SINE * scale;
  });
  return out.length >= 3 ? out : clean;
};

const longestEdge = (ring: readonly Point[]): [number, number] => {
  let best: [number, number] = [1, 0];
  let bestLength = 0;
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i] as Point;
    const b = ring[(i + 1) % ring.length] as Point;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (length > bestLength + 0.01) {
      bestLength = length;
      best = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
    }
  }
  return best;
};

const SLAB_PROPORTION = 1.5;
const SLAB_MAX_STOREYS = 18;

export const shapeOf = (building: BuildingInput): BuildingShape | null => {
  const rings = building.rings
    .map((ring, i) => oriented(withoutStraightCorners(ring), i === 0))
    .filter((ring) => ring.length >= 3);
  const outside = rings[0];
  if (!outside) return null;
  let [dx, dy] = longestEdge(outside);
  let [u0, u1, v0, v1] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of outside) {
    const u = x * dx + y * dy;
    const v = -x * dy + y * dx;
    u0 = Math.min(u0, u);
    u1 = Math.max(u1, u);
    v0 = Math.min(v0, v);
    v1 = Math.max(v1, v);
  }
  const u = (u0 + u1) / 2;
  const v = (v0 + v1) / 2;
  const centre: [number, number] = [u * dx - v * dy, u * dy + v * dx];
  let length = u1 - u0;
  let width = v1 - v0;
  if (width > length) {
    [dx, dy] = [-dy, dx];
    [length, width] = [width, length];
  }
  // The right-hand side of the axis looks south; of an axis that runs north-south it looks east.
  if (dx < -1e-6 || (Math.abs(dx) <= 1e-6 && dy < 0)) [dx, dy] = [-dx, -dy];
  const slab =
    building.units > 0 &&
    length > width * SLAB_PROPORTION &&
    building.storeys <= SLAB_MAX_STOREYS &&
    building.use !== 'courtyard';
  return { rings, axis: [dx, dy], length, width, centre, slab };
};

const FACING_COSINE = 0.94;
/** A wall of homes is drawn as one over all its jogs: this short a piece has no windows of its own. */
const JOG_METRES = 2.2;
/** A piece of the sunny side that stands out by this much is a row of glazed balconies. */
const BALCONY_OUT_METRES = 0.8;

export interface WallPlace {
  readonly part: typeof PART.wall | typeof PART.balcony;
  readonly role: Role;
  /** Metres along the wall at its first and last corner, and the wall's length. */
  readonly u: readonly [number, number];
  readonly wallMetres: number;
}

/**
 * What the wall from corner i of a ring to the next one is. The sunny side and the side of the doors of a slab count their metres over
 * the whole length of the house, so that bays follow the staircases across all jogs of the outline.
 */
export const wallPlace = (
  shape: BuildingShape,
  ring: readonly Point[],
  i: number,
  outer: boolean,
): WallPlace => {
  const n = ring.length;
  const at = (k: number): Point => ring[(i + k + n) % n] as Point;
  const [before, a, b, after] = [at(-1), at(0), at(1), at(2)];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const plain: WallPlace = { part: PART.wall, role: ROLE.regular, u: [0, length], wallMetres: length };
  if (!outer || !shape.slab || length === 0) return plain;
  const [dx, dy] = shape.axis;
  // Along the axis the wall looks to the right: the sunny side.
  const along = ((b[0] - a[0]) * dx + (b[1] - a[1]) * dy) / length;
  /** Metres that a corner stands out to the side that the wall looks to. */
  const out = (p: Point): number => {
    const side = (p[0] - a[0]) * dy - (p[1] - a[1]) * dx;
    return along > 0 ? side : -side;
  };
  if (Math.abs(along) < 1 - FACING_COSINE)
    return length > JOG_METRES * 2 ? { ...plain, role: ROLE.end } : plain;
  if (Math.abs(along) < FACING_COSINE) return plain;
  const role = along > 0 ? ROLE.front : ROLE.back;
  const balcony =
    role === ROLE.front && out(before) < -BALCONY_OUT_METRES && out(after) < -BALCONY_OUT_METRES;
  if (balcony && length > JOG_METRES) return { ...plain, part: PART.balcony, role };
  const from = (p: Point): number => {
    const u = (p[0] - shape.centre[0]) * dx + (p[1] - shape.centre[1]) * dy;
    return shape.length / 2 + (along > 0 ? u : -u);
  };
  return { part: PART.wall, role, u: [from(a), from(b)], wallMetres: shape.length };
};

/** Does the sunny side run straight over most of the house? Then balconies are hung before it. */
export const hasStraightFront = (shape: BuildingShape, a: Point, b: Point): boolean =>
  Math.hypot(b[0] - a[0], b[1] - a[1]) > shape.length * 0.8;

/** Does the wall look to the sun, within 35°? */
export const looksSouth = (a: Point, b: Point): boolean => {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  return (b[0] - a[0]) / length > 0.82;
};
