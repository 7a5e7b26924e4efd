/** Compound walls, street lamps and parked cars as one small mesh with colours on its vertices; alpha 255 marks what shines at night. */
import type { AreaInput } from './ground.ts';
import { longAxes } from './long-axes.ts';
import { type Point, polygonContains } from './polygon.ts';
import { hash01 } from './random.ts';
import type { Terrain } from './terrain.ts';

export interface FurnitureMesh {
  readonly positions: Float32Array;
  readonly normals: Int8Array;
  readonly colours: Uint8Array;
  readonly indices: Uint32Array;
}

type Point3 = readonly [number, number, number];
/** sRGB bytes; the fourth is 255 for what shines. */
type Tint = readonly [number, number, number, number];

const PLASTER: Tint = [205, 192, 170, 0];
const COPING: Tint = [148, 136, 120, 0];
const STEEL: Tint = [96, 100, 104, 0];
const GLOBE: Tint = [255, 226, 178, 255];
const GLASS: Tint = [38, 44, 50, 0];
const CAR_PAINTS: readonly Tint[] = [
  [226, 226, 222, 0],
  [226, 226, 222, 0],
  [168, 171, 173, 0],
  [52, 54, 58, 0],
  [128, 46, 40, 0],
  [58, 78, 108, 0],
  [196, 188, 170, 0],
];

class FurnitureWriter {
  readonly positions: number[] = [];
  readonly normals: number[] = [];
  readonly colours: number[] = [];
  readonly indices: number[] = [];

  quad(a: Point3, b: Point3, c: Point3, d: Point3, tint: Tint): void {
    const u = [c[0] - a[0], c[1] - a[1], c[2] - a[2]] as const;
    const v = [d[0] - b[0], d[1] - b[1], d[2] - b[2]] as const;
    const n = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]] as const;
    const length = Math.hypot(...n) || 1;
    const first = this.positions.length / 3;
    for (const p of [a, b, c, d]) {
      this.positions.push(...p);
      this.normals.push(...n.map((k) => Math.round((k / length) * 127)), 0);
      this.colours.push(...tint);
    }
    this.indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
  }

  /** A box between two rectangles, each given by its centre, axis and half sizes: `lower` at z0, `upper` at z1. No underside. */
  tapered(
    axis: Point,
    lower: { at: Point; z: number; half: Point },
    upper: { at: Point; z: number; half: Point },
    tint: Tint,
    top: Tint = tint,
  ): void {
    const ring = ({ at, z, half }: { at: Point; z: number; half: Point }): Point3[] =>
      (
        [
          [-1, -1],
          [1, -1],
          [1, 1],
          [-1, 1],
        ] as const
      ).map(([s, t]) => [
        at[0] + axis[0] * half[0] * s - axis[1] * half[1] * t,
        at[1] + axis[1] * half[0] * s + axis[0] * half[1] * t,
        z,
      ]);
    const [l, u] = [ring(lower), ring(upper)];
    for (let i = 0; i < 4; i++) {
      const j = (i + 1) % 4;
      this.quad(l[i] as Point3, l[j] as Point3, u[j] as Point3, u[i] as Point3, tint);
    }
    this.quad(u[0] as Point3, u[1] as Point3, u[2] as Point3, u[3] as Point3, top);
  }
}

const WALL_HALF_THICKNESS = 0.13;
const WALL_STEP_METRES = 8;
const COPING_METRES = 0.14;

/** A wall along a line, stepping with the land. */
const writeWall = (
  writer: FurnitureWriter,
  line: readonly Point[],
  height: number,
  terrain: Terrain,
): void => {
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1] as Point;
    const b = line[i] as Point;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (length < 0.05) continue;
    const axis: Point = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
    const [nx, ny] = [axis[1] * WALL_HALF_THICKNESS, -axis[0] * WALL_HALF_THICKNESS];
    const steps = Math.ceil(length / WALL_STEP_METRES);
    for (let k = 0; k < steps; k++) {
      const at = (t: number): Point => [a[0] + axis[0] * length * t, a[1] + axis[1] * length * t];
      const [p, q] = [at(k / steps), at((k + 1) / steps)];
      const [zp, zq] = [terrain.heightAt(...p), terrain.heightAt(...q)];
      const side = (s: 1 | -1, from: Point, zf: number, to: Point, zt: number): void => {
        const corner = ([x, y]: Point, z: number): Point3 => [x + nx * s, y + ny * s, z];
        const body = height - COPING_METRES;
        writer.quad(
          corner(from, zf - 0.3),
          corner(to, zt - 0.3),
          corner(to, zt + body),
          corner(from, zf + body),
          PLASTER,
        );
        writer.quad(
          corner(from, zf + body),
          corner(to, zt + body),
          corner(to, zt + height),
          corner(from, zf + height),
          COPING,
        );
      };
      side(1, p, zp, q, zq);
      side(-1, q, zq, p, zp);
      writer.quad(
        [p[0] + nx, p[1] + ny, zp + height],
        [q[0] + nx, q[1] + ny, zq + height],
        [q[0] - nx, q[1] - ny, zq + height],
        [p[0] - nx, p[1] - ny, zp + height],
        COPING,
      );
    }
  }
};

const LAMP_METRES = 6.2;

const writeLamp = (writer: FurnitureWriter, at: Point, terrain: Terrain): void => {
  const z = terrain.heightAt(...at);
  const axis: Point = [Math.SQRT1_2, Math.SQRT1_2];
  const part = (height: number, half: number) => ({ at, z: z + height, half: [half, half] as Point });
  writer.tapered(axis, part(-0.1, 0.11), part(LAMP_METRES, 0.06), STEEL);
  writer.tapered(axis, part(LAMP_METRES, 0.14), part(LAMP_METRES + 0.22, 0.34), GLOBE, STEEL);
};

const CAR = { half: [2.15, 0.88] as Point, sill: 0.28, waist: 0.92, roof: 1.46 };

const writeCar = (
  writer: FurnitureWriter,
  at: Point,
  axis: Point,
  chance: number,
  terrain: Terrain,
): void => {
  const z = terrain.heightAt(...at);
  const paint = CAR_PAINTS[Math.floor(chance * CAR_PAINTS.length)] as Tint;
  const moved = (d: number): Point => [at[0] + axis[0] * d, at[1] + axis[1] * d];
  writer.tapered(
    axis,
    { at, z: z + 0.05, half: [2.05, 0.8] },
    { at, z: z + CAR.sill, half: CAR.half },
    GLASS,
  );
  writer.tapered(
    axis,
    { at, z: z + CAR.sill, half: CAR.half },
    { at, z: z + CAR.waist, half: [2.08, 0.84] },
    paint,
  );
  writer.tapered(
    axis,
    { at: moved(-0.15), z: z + CAR.waist, half: [1.45, 0.8] },
    { at: moved(-0.25), z: z + CAR.roof, half: [0.95, 0.68] },
    GLASS,
    paint,
  );
};

const BAY_METRES = 2.5;
const ROW_METRES = 5.2;
const FILLED = 0.62;

/** Cars in the bays of car parks, most of them taken. */
const writeParking = (writer: FurnitureWriter, { rings }: AreaInput, terrain: Terrain): void => {
  const outside = rings[0];
  if (!outside) return;
  const { centre, direction, half } = longAxes(outside);
  const across: Point = [-direction[1], direction[0]];
  const rows = half[1] > 4.4 ? [-1, 1] : [0];
  const bays = Math.floor((half[0] * 2) / BAY_METRES);
  for (const row of rows)
    for (let k = 0; k < bays; k++) {
      const chance = hash01(Math.round(centre[0]) + k, Math.round(centre[1]), row + 2);
      if (chance > FILLED) continue;
      const u = -half[0] + (k + 0.5) * BAY_METRES + (half[0] * 2 - bays * BAY_METRES) / 2;
      const v = row * (half[1] - ROW_METRES / 2);
      const at: Point = [
        centre[0] + direction[0] * u + across[0] * v,
        centre[1] + direction[1] * u + across[1] * v,
      ];
      if (!polygonContains(rings, ...at)) continue;
      const way = chance < FILLED / 2 ? 1 : -1;
      writeCar(writer, at, [across[0] * way, across[1] * way], (chance * 53.7) % 1, terrain);
    }
};

export const streetFurniture = (
  terrain: Terrain,
  walls: readonly { readonly line: readonly Point[]; readonly heightMetres: number }[],
  lamps: readonly Point[],
  areas: readonly AreaInput[],
): FurnitureMesh => {
  const writer = new FurnitureWriter();
  for (const { line, heightMetres } of walls) writeWall(writer, line, heightMetres, terrain);
  for (const lamp of lamps) writeLamp(writer, lamp, terrain);
  for (const area of areas) if (area.kind === 'parking') writeParking(writer, area, terrain);
  return {
    positions: Float32Array.from(writer.positions),
    normals: Int8Array.from(writer.normals),
    colours: Uint8Array.from(writer.colours),
    indices: Uint32Array.from(writer.indices),
  };
};
