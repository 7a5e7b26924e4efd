/** What a footprint tells about a building: its long axis, its sunny side, which wall has which role, where its staircases stand. */
import { ROLE, type Role } from './building-writer.ts';
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
const LONG_SHARE = 0.55;

/** The role of the wall from a to b; `outer` is false for the walls of a hole. */
export const roleOf = (shape: BuildingShape, a: Point, b: Point, outer: boolean): Role => {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  // Along the axis the wall looks to the right: the sunny side.
  const along = ((b[0] - a[0]) * shape.axis[0] + (b[1] - a[1]) * shape.axis[1]) / length;
  if (!outer || !shape.slab) return ROLE.regular;
  if (Math.abs(along) < 1 - FACING_COSINE) return length > 4 ? ROLE.end : ROLE.regular;
  if (length < shape.length * LONG_SHARE) return ROLE.regular;
  return along > FACING_COSINE ? ROLE.front : along < -FACING_COSINE ? ROLE.back : ROLE.regular;
};
