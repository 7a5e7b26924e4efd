/**
 * Small solids as coloured triangles, y up, metres. Every solid is a list of flat-shaded triangles: position, normal and a linear
 * RGB colour per corner. They are joined, welded and quantised when the file is written.
 */
import earcut from 'earcut';

export type Vec3 = readonly [x: number, y: number, z: number];
export type Point = readonly [x: number, y: number];

export interface Mesh {
  positions: number[];
  normals: number[];
  colours: number[];
}

export const emptyMesh = (): Mesh => ({ positions: [], normals: [], colours: [] });

export const join = (...meshes: Mesh[]): Mesh => {
  const out = emptyMesh();
  for (const m of meshes) {
    for (const v of m.positions) out.positions.push(v);
    for (const v of m.normals) out.normals.push(v);
    for (const v of m.colours) out.colours.push(v);
  }
  return out;
};

/** `#rrggbb` in sRGB to linear RGB, as glTF's COLOR_0 wants it. */
export const linear = (hex: string): Vec3 => {
  const n = Number.parseInt(hex.slice(1), 16);
  const channel = (v: number): number => {
    const s = v / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  };
  return [channel((n >> 16) & 255), channel((n >> 8) & 255), channel(n & 255)];
};

const subtract = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const unit = (a: Vec3): Vec3 => {
  const length = Math.hypot(...a) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
};

export const triangle = (
  mesh: Mesh,
  a: Vec3,
  b: Vec3,
  c: Vec3,
  colour: Vec3,
  normals?: readonly [Vec3, Vec3, Vec3],
): void => {
  const flat = unit(cross(subtract(b, a), subtract(c, a)));
  const n = normals ?? [flat, flat, flat];
  for (const p of [a, b, c]) mesh.positions.push(...p);
  for (const p of n) mesh.normals.push(...p);
  for (let i = 0; i < 3; i++) mesh.colours.push(...colour);
};

export const quad = (mesh: Mesh, a: Vec3, b: Vec3, c: Vec3, d: Vec3, colour: Vec3): void => {
  triangle(mesh, a, b, c, colour);
  triangle(mesh, a, c, d, colour);
};

/** An outline (counter-clockwise seen from +z) pulled from z0 to z1. */
export const extrude = (
  outline: readonly Point[],
  z0: number,
  z1: number,
  hex: string,
  holes: readonly (readonly Point[])[] = [],
): Mesh => {
  const mesh = emptyMesh();
  const colour = linear(hex);
  const rings = [outline, ...holes];
  const flat = rings.flat();
  const starts = holes.map((_, i) => rings.slice(0, i + 1).reduce((sum, ring) => sum + ring.length, 0));
  const at = (i: number): Point => flat[i] ?? [0, 0];
  const indices = earcut(
    flat.flatMap((p) => [p[0], p[1]]),
    starts,
  );
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [at(indices[i] ?? 0), at(indices[i + 1] ?? 0), at(indices[i + 2] ?? 0)];
    const turn = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    const [p, q, r] = turn > 0 ? [a, b, c] : [a, c, b];
    triangle(mesh, [p[0], p[1], z1], [q[0], q[1], z1], [r[0], r[1], z1], colour);
    triangle(mesh, [p[0], p[1], z0], [r[0], r[1], z0], [q[0], q[1], z0], colour);
  }
  for (const ring of rings) {
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length] ?? a;
      quad(mesh, [a[0], a[1], z0], [b[0], b[1], z0], [b[0], b[1], z1], [a[0], a[1], z1], colour);
    });
  }
  return mesh;
};

export const box = (size: Vec3, centre: Vec3, hex: string): Mesh => {
  const [w, h, d] = [size[0] / 2, size[1] / 2, size[2] / 2];
  return move(
    extrude(
      [
        [-w, -h],
        [w, -h],
        [w, h],
        [-w, h],
      ],
      -d,
      d,
      hex,
    ),
    centre,
  );
};

export const circle = (
  radius: number,
  corners: number,
  centre: Point = [0, 0],
  from = 0,
  to = Math.PI * 2,
): Point[] => {
  const whole = Math.abs(to - from - Math.PI * 2) < 1e-9;
  return Array.from({ length: whole ? corners : corners + 1 }, (_, i) => {
    const angle = from + ((to - from) * i) / corners;
    return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)] as const;
  });
};

/** A body of revolution about the y axis; `profile` is [radius, y] from below to above, smooth all round. */
export const lathe = (
  profile: readonly Point[],
  corners: number,
  hex: string,
  wobble: (angle: number, y: number) => number = () => 1,
): Mesh => {
  const mesh = emptyMesh();
  const colour = linear(hex);
  const at = (k: number, i: number): Vec3 => {
    const [radius, y] = profile[k] ?? [0, 0];
    const angle = ((i % corners) / corners) * Math.PI * 2;
    const r = radius * wobble(angle, y);
    return [r * Math.cos(angle), y, -r * Math.sin(angle)];
  };
  for (let k = 0; k + 1 < profile.length; k++) {
    for (let i = 0; i < corners; i++) {
      const [a, b, c, d] = [at(k, i), at(k, i + 1), at(k + 1, i + 1), at(k + 1, i)];
      if ((profile[k]?.[0] ?? 0) > 0) triangle(mesh, a, b, c, colour);
      if ((profile[k + 1]?.[0] ?? 0) > 0) triangle(mesh, a, c, d, colour);
    }
  }
  return mesh;
};

export const move = (mesh: Mesh, by: Vec3): Mesh => ({
  ...mesh,
  positions: mesh.positions.map((v, i) => v + (by[i % 3] ?? 0)),
});

/** Turned about the y axis, counter-clockwise seen from above. */
export const turn = (mesh: Mesh, radians: number): Mesh => {
  const [c, s] = [Math.cos(radians), Math.sin(radians)];
  const rotate = (values: number[]): number[] => {
    const out = values.slice();
    for (let i = 0; i < values.length; i += 3) {
      const [x, z] = [values[i] ?? 0, values[i + 2] ?? 0];
      out[i] = c * x + s * z;
      out[i + 2] = -s * x + c * z;
    }
    return out;
  };
  return { positions: rotate(mesh.positions), normals: rotate(mesh.normals), colours: mesh.colours };
};
