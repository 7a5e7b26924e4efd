/**
 * Shapes of trees, one height and one crown wide: lathes of irregular rings with soft normals, so that a crown takes light like a
 * cloud and not like a polyhedron. A vertex also says how deep in the crown it lies: the shader darkens with it.
 */
import { hash01 } from './random.ts';
import { orderForPasses } from './vertex-order.ts';

/** Broadleaf, poplar, conifer, shrub: the order of `landscape.trees`. */
export const TREE_KINDS = 4;

/** Crown radius as a share of the height. */
const CROWN_SHARE = [0.36, 0.13, 0.21, 0.6] as const;

/** Radius of the crown in metres of a tree of a kind and height. */
export const crownRadius = (kind: number, heightMetres: number): number =>
  heightMetres * (CROWN_SHARE[kind] ?? CROWN_SHARE[0]);

export interface TreeShape {
  /** x and y in crown radii, z in heights. */
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  /** 0 trunk; else 0.1 at the bottom of the crown … 1 at its top. */
  readonly leaf: Float32Array;
  readonly indices: Uint16Array;
}

/** Rings of a crown from bottom to top: `[height, radius]` in shares; the first and last are points. */
const PROFILES: readonly (readonly (readonly [number, number])[])[] = [
  [
    [0.22, 0],
    [0.3, 0.62],
    [0.48, 1],
    [0.7, 0.9],
    [0.89, 0.52],
    [1, 0],
  ],
  [
    [0.1, 0],
    [0.2, 0.7],
    [0.42, 1],
    [0.7, 0.78],
    [0.9, 0.36],
    [1, 0],
  ],
  [
    [0.1, 0],
    [0.13, 1],
    [0.36, 0.7],
    [0.62, 0.42],
    [0.84, 0.18],
    [1, 0],
  ],
  [
    [0, 0],
    [0.12, 0.8],
    [0.42, 1],
    [0.76, 0.78],
    [0.95, 0.38],
    [1, 0],
  ],
];
const TRUNK_RADIUS = [0.07, 0.14, 0.08, 0] as const;

/** The same crowns from afar, where they are a few pixels high: fewer rings, no trunk. */
const FAR_PROFILES: typeof PROFILES = [
  [
    [0.22, 0],
    [0.42, 0.98],
    [0.8, 0.78],
    [1, 0],
  ],
  [
    [0.1, 0],
    [0.42, 1],
    [1, 0],
  ],
  [
    [0.1, 0],
    [0.16, 1],
    [1, 0],
  ],
  [
    [0, 0],
    [0.4, 1],
    [1, 0],
  ],
];
const FAR_SEGMENTS = 4;

/** A tree seen from near, its crown of so many sides. */
export const treeShape = (kind: number, segments: number): TreeShape =>
  lathe(kind, PROFILES[kind] ?? PROFILES[0] ?? [], segments, TRUNK_RADIUS[kind] ?? 0);

/** A tree seen from afar. */
export const farTreeShape = (kind: number): TreeShape => {
  const shape = lathe(kind, FAR_PROFILES[kind] ?? FAR_PROFILES[0] ?? [], FAR_SEGMENTS, 0);
  return { ...shape, indices: Uint16Array.from(orderForPasses(shape.indices)) };
};

/** The same without what looks down: an eye above the trees sees hardly any of it. */
export const treeShapeFromAbove = (shape: TreeShape): TreeShape => {
  const at = (vertex: number, axis: number): number => shape.positions[vertex * 3 + axis] as number;
  const kept: number[] = [];
  for (let t = 0; t < shape.indices.length; t += 3) {
    const [a, b, c] = [...shape.indices.subarray(t, t + 3)] as [number, number, number];
    const turn =
      (at(b, 0) - at(a, 0)) * (at(c, 1) - at(a, 1)) - (at(b, 1) - at(a, 1)) * (at(c, 0) - at(a, 0));
    if (turn > 0) kept.push(a, b, c);
  }
  return { ...shape, indices: Uint16Array.from(orderForPasses(kept)) };
};

/** A model of any size as a shape: one height high, its crown one radius wide; what is redder than green is its trunk. */
export const modelTreeShape = (model: {
  readonly position: Float32Array;
  readonly normal: Float32Array;
  readonly colour: Float32Array;
  readonly index: Uint32Array;
}): TreeShape => {
  const count = model.position.length / 3;
  const at = (v: number, axis: number): number => model.position[v * 3 + axis] as number;
  const isTrunk = (v: number): boolean =>
    (model.colour[v * 3] as number) > (model.colour[v * 3 + 1] as number);
  let [low, high, wide, crownLow] = [Infinity, -Infinity, 0, Infinity];
  for (let v = 0; v < count; v++) {
    low = Math.min(low, at(v, 2));
    high = Math.max(high, at(v, 2));
    wide = Math.max(wide, Math.hypot(at(v, 0), at(v, 1)));
    if (!isTrunk(v)) crownLow = Math.min(crownLow, at(v, 2));
  }
  const positions = new Float32Array(count * 3);
  const leaf = new Float32Array(count);
  for (let v = 0; v < count; v++) {
    positions.set([at(v, 0) / wide, at(v, 1) / wide, (at(v, 2) - low) / (high - low)], v * 3);
    leaf[v] = isTrunk(v) ? 0 : 0.1 + (0.9 * (at(v, 2) - crownLow)) / (high - crownLow);
  }
  return { positions, normals: model.normal, leaf, indices: Uint16Array.from(model.index) };
};

/** A lathe about the vertical. `lumps` roughens each ring: the same tree every time. */
const lathe = (
  kind: number,
  profile: readonly (readonly [number, number])[],
  segments: number,
  radius: number,
): TreeShape => {
  const positions: number[] = [];
  const normals: number[] = [];
  const leaf: number[] = [];
  const indices: number[] = [];
  const [bottom, top] = [profile[0]?.[0] ?? 0, profile[profile.length - 1]?.[0] ?? 1];
  const middle = (bottom + top) / 2;
  const add = (x: number, y: number, z: number, depth: number): number => {
    positions.push(x, y, z);
    // Normals of a sphere around the crown's middle, not of the lathe: soft light.
    const nz = ((z - middle) / (top - bottom)) * 2;
    const length = Math.hypot(x, y, nz) || 1;
    normals.push(x / length, y / length, nz / length);
    leaf.push(depth);
    return leaf.length - 1;
  };
  const lumps = kind === 2 ? 0.08 : 0.2;
  const rings = profile.map(([z, radius], r): number[] => {
    const depth = 0.1 + (0.9 * (z - bottom)) / (top - bottom);
    if (radius === 0) return [add(0, 0, z, depth)];
    return Array.from({ length: segments }, (_, s) => {
      const phi = ((s + (r % 2) * 0.5) / segments) * Math.PI * 2;
      const rough = 1 + (hash01(kind * 31 + r, s, 3) - 0.5) * 2 * lumps;
      const lift = (hash01(kind * 31 + r, s, 4) - 0.5) * 0.05;
      return add(Math.cos(phi) * radius * rough, Math.sin(phi) * radius * rough, z + lift, depth);
    });
  });
  for (let r = 1; r < rings.length; r++) {
    const below = rings[r - 1] as number[];
    const above = rings[r] as number[];
    for (let s = 0; s < segments; s++) {
      const t = (s + 1) % segments;
      const [a, b] = [below[s % below.length] as number, below[t % below.length] as number];
      const [c, d] = [above[s % above.length] as number, above[t % above.length] as number];
      if (below.length > 1) indices.push(a, b, above.length > 1 ? (r % 2 ? d : c) : c);
      if (above.length > 1) indices.push(...(below.length > 1 ? (r % 2 ? [a, d, c] : [b, d, c]) : [a, d, c]));
    }
  }
  if (radius > 0) {
    const first = leaf.length;
    const sides = 4;
    for (let s = 0; s < sides; s++) {
      const phi = (s / sides) * Math.PI * 2;
      for (const z of [0, bottom + (middle - bottom) * 0.3]) {
        positions.push(Math.cos(phi) * radius, Math.sin(phi) * radius, z);
        normals.push(Math.cos(phi), Math.sin(phi), 0);
        leaf.push(0);
      }
    }
    for (let s = 0; s < sides; s++) {
      const a = first + s * 2;
      const b = first + ((s + 1) % sides) * 2;
      indices.push(a, b, b + 1, a, b + 1, a + 1);
    }
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    leaf: Float32Array.from(leaf),
    indices: Uint16Array.from(indices),
  };
};
