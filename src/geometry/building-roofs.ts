/** Roofs: flat ones with a parapet, gables, hips and vaults. Eaves are at `z` metres. */
import earcut, { flatten } from 'earcut';
import type { BuildingShape } from './building-shape.ts';
import { type BuildingWriter, PART, type Point3, ROLE } from './building-writer.ts';
import { insetRing, type Point } from './polygon.ts';

const PARAPET_THICKNESS = 0.26;
const GABLE_SLOPE = 0.5;
const HIP_SLOPE = 0.45;
const OVERHANG = 0.55;
const ROOF_THICKNESS = 0.16;
const VAULT_SEGMENTS = 10;
const VAULT_RISE = 0.22;

/** Height of the parapet above the roof, metres: what a wall of this height carries. */
export const parapetHeight = (heightMetres: number): number =>
  heightMetres > 24 ? 1.2 : heightMetres > 7 ? 0.9 : 0.45;

const levelOf = (
  writer: BuildingWriter,
  rings: readonly (readonly Point[])[],
  z: number,
  part: 1 | 2 | 7,
  up = true,
): void => {
  const { vertices, holes } = flatten(rings);
  const points = rings.flat();
  writer.level(points, earcut(vertices, holes), z, { part }, up);
};

/** The underside of a volume that begins above the ground. */
export const writeUnderside = (writer: BuildingWriter, shape: BuildingShape, z: number): void =>
  levelOf(writer, shape.rings, z, PART.trim, false);

/** A flat roof at `z` inside a parapet that rises to `top`. Where the footprint is too narrow for one, a plain lid at `top`. */
export const writeFlatRoof = (writer: BuildingWriter, shape: BuildingShape, z: number, top: number): void => {
  const inner = shape.rings.map((ring) => insetRing(ring, PARAPET_THICKNESS));
  if (inner.some((ring) => ring === null)) {
    levelOf(writer, shape.rings, top, PART.roof);
    return;
  }
  shape.rings.forEach((ring, r) => {
    const inside = inner[r] as Point[];
    for (let i = 0; i < ring.length; i++) {
      const j = (i + 1) % ring.length;
      const [a, b, p, q] = [ring[i] as Point, ring[j] as Point, inside[i] as Point, inside[j] as Point];
      writer.face(
        [
          [a[0], a[1], top],
          [b[0], b[1], top],
          [q[0], q[1], top],
          [p[0], p[1], top],
        ],
        { part: PART.parapet },
      );
      writer.face(
        [
          [q[0], q[1], z],
          [p[0], p[1], z],
          [p[0], p[1], top],
          [q[0], q[1], top],
        ],
        { part: PART.parapet },
      );
    }
  });
  levelOf(writer, inner as Point[][], z, PART.roof);
};

/** The four corners of a rectangle-like outline, the first edge along the axis on its right-hand (sunny) side. */
const quadOf = (shape: BuildingShape): readonly [Point, Point, Point, Point] | null => {
  const ring = shape.rings[0];
  if (shape.rings.length !== 1 || ring?.length !== 4) return null;
  let first = 0;
  let best = -2;
  for (let i = 0; i < 4; i++) {
    const a = ring[i] as Point;
    const b = ring[(i + 1) % 4] as Point;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const along = ((b[0] - a[0]) * shape.axis[0] + (b[1] - a[1]) * shape.axis[1]) / length;
    if (along > best) {
      best = along;
      first = i;
    }
  }
  const at = (i: number): Point => ring[(first + i) % 4] as Point;
  return [at(0), at(1), at(2), at(3)];
};

const mid = (a: Point, b: Point, t = 0.5): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
const moved = (p: Point, d: readonly [number, number], by: number): Point => [
  p[0] + d[0] * by,
  p[1] + d[1] * by,
];
const at = (p: Point, z: number): Point3 => [p[0], p[1], z];

/** A roof plane with thickness: top, underside and the fascia along its edges. */
const slab = (writer: BuildingWriter, corners: readonly Point3[]): void => {
  writer.face(corners, { part: PART.tiles });
  const under = corners.map(([x, y, z]) => [x, y, z - ROOF_THICKNESS] as const);
  writer.face([...under].reverse(), { part: PART.trim });
  for (let i = 0; i < corners.length; i++) {
    const j = (i + 1) % corners.length;
    const [a, b, c, d] = [under[i], under[j], corners[j], corners[i]] as [Point3, Point3, Point3, Point3];
    writer.face([a, b, c, d], { part: PART.trim });
  }
};

const writeGable = (
  writer: BuildingWriter,
  shape: BuildingShape,
  quad: readonly [Point, Point, Point, Point],
  z: number,
): void => {
  const [a, b, c, d] = quad;
  const rise = (Math.hypot(d[0] - a[0], d[1] - a[1]) / 2) * GABLE_SLOPE;
  const [west, east] = [mid(a, d), mid(b, c)];
  for (const [p, q, r] of [
    [b, c, east],
    [d, a, west],
  ] as const) {
    const wallMetres = Math.hypot(q[0] - p[0], q[1] - p[1]);
    writer.face([at(p, z), at(q, z), at(r, z + rise)], {
      part: PART.masonry,
      role: ROLE.end,
      u: [0, wallMetres],
      wallMetres,
    });
  }
  const along = shape.axis;
  const across: [number, number] = [-along[1], along[0]];
  const drop = OVERHANG * GABLE_SLOPE;
  const lift = ROOF_THICKNESS;
  const ridge = [
    at(moved(west, along, -OVERHANG), z + rise + lift),
    at(moved(east, along, OVERHANG), z + rise + lift),
  ] as const;
  const eave = (p: Point, s: 1 | -1, side: 1 | -1): Point3 =>
    at(moved(moved(p, along, s * OVERHANG), across, side * OVERHANG), z - drop + lift);
  slab(writer, [eave(a, -1, -1), eave(b, 1, -1), ridge[1], ridge[0]]);
  slab(writer, [eave(c, 1, 1), eave(d, -1, 1), ridge[0], ridge[1]]);
};

const writeHip = (writer: BuildingWriter, quad: readonly [Point, Point, Point, Point], z: number): void => {
  const out = insetRing(quad, -OVERHANG) as [Point, Point, Point, Point];
  const [a, b, c, d] = out;
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const width = Math.hypot(d[0] - a[0], d[1] - a[1]);
  const t = Math.min(width / 2 / Math.max(length, 0.1), 0.5);
  const low = z - OVERHANG * HIP_SLOPE * 0.5;
  const high = low + (Math.min(width, length) / 2) * HIP_SLOPE;
  const [ma, mb] = [mid(a, d), mid(b, c)];
  const ridge = [mid(ma, mb, t), mid(ma, mb, 1 - t)] as const;
  const [r0, r1] = [at(ridge[0], high), at(ridge[1], high)];
  writer.face([at(a, low), at(b, low), r1, r0], { part: PART.tiles });
  writer.face([at(b, low), at(c, low), r1], { part: PART.tiles });
  writer.face([at(c, low), at(d, low), r0, r1], { part: PART.tiles });
  writer.face([at(d, low), at(a, low), r0], { part: PART.tiles });
  writer.face([at(d, low), at(c, low), at(b, low), at(a, low)], { part: PART.trim });
};

/** The thinnest wing between the outside and a court, metres; infinite without a court. */
const wingThickness = (shape: BuildingShape): number => {
  const outside = shape.rings[0] as readonly Point[];
  let thinnest = Infinity;
  for (const [x, y] of shape.rings.slice(1).flat())
    for (let i = 0; i < outside.length; i++) {
      const a = outside[i] as Point;
      const b = outside[(i + 1) % outside.length] as Point;
      const [ex, ey] = [b[0] - a[0], b[1] - a[1]];
      const t = Math.min(Math.max(((x - a[0]) * ex + (y - a[1]) * ey) / (ex * ex + ey * ey || 1), 0), 1);
      thinnest = Math.min(thinnest, Math.hypot(x - a[0] - ex * t, y - a[1] - ey * t));
    }
  return thinnest;
};

/** Sloping all round to a level top: a hip roof for outlines that are not rectangles. */
const writeMansard = (writer: BuildingWriter, shape: BuildingShape, z: number): boolean => {
  const run = Math.min(shape.width * 0.3, 4, wingThickness(shape) * 0.48);
  const inner = shape.rings.map((ring) => insetRing(ring, run));
  if (inner.some((ring) => ring === null)) return false;
  const high = z + run * HIP_SLOPE;
  shape.rings.forEach((ring, r) => {
    const inside = inner[r] as Point[];
    for (let i = 0; i < ring.length; i++) {
      const j = (i + 1) % ring.length;
      const [a, b, p, q] = [ring[i] as Point, ring[j] as Point, inside[i] as Point, inside[j] as Point];
      writer.face([at(a, z), at(b, z), at(q, high), at(p, high)], { part: PART.tiles });
    }
  });
  levelOf(writer, inner as Point[][], high, PART.tiles);
  return true;
};

const writeVault = (writer: BuildingWriter, quad: readonly [Point, Point, Point, Point], z: number): void => {
  const [a, b, c, d] = quad;
  const rise = Math.hypot(d[0] - a[0], d[1] - a[1]) * VAULT_RISE;
  const profile = Array.from({ length: VAULT_SEGMENTS + 1 }, (_, i) => {
    const t = i / VAULT_SEGMENTS;
    return [t, z + rise * Math.sin(Math.PI * t)] as const;
  });
  for (let i = 0; i < VAULT_SEGMENTS; i++) {
    const [t0, z0] = profile[i] as readonly [number, number];
    const [t1, z1] = profile[i + 1] as readonly [number, number];
    writer.face(
      [at(mid(a, d, t0), z0), at(mid(b, c, t0), z0), at(mid(b, c, t1), z1), at(mid(a, d, t1), z1)],
      { part: PART.metal },
    );
  }
  const east = profile.map(([t, h]) => at(mid(b, c, t), h));
  const west = profile.map(([t, h]) => at(mid(a, d, t), h)).reverse();
  writer.face(east, { part: PART.masonry, role: ROLE.end });
  writer.face(west, { part: PART.masonry, role: ROLE.end });
};

/**
 * The sloping roof of a kind over the eaves at `z`. False where the outline does not carry it (then a flat one is right).
 * A gable or vault needs a rectangle; a hip also takes other outlines.
 */
export const writePitchedRoof = (
  writer: BuildingWriter,
  shape: BuildingShape,
  roof: 'gable' | 'hip' | 'vault',
  z: number,
): boolean => {
  const quad = quadOf(shape);
  if (!quad) return roof === 'hip' || roof === 'gable' ? writeMansard(writer, shape, z) : false;
  if (roof === 'gable') writeGable(writer, shape, quad, z);
  else if (roof === 'hip') writeHip(writer, quad, z);
  else writeVault(writer, quad, z);
  return true;
};
