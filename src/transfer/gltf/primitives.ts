/** A primitive as triangles in the mesh's own (y-up) coordinates, whatever it is packed as. */
import type { Problems } from '../problem.ts';
import { type Numbers, readAccessor } from './accessors.ts';
import { readDraco } from './draco.ts';
import { type Features, readFeatures } from './feature-ids.ts';
import { extensionOf, indexOf, type JsonRecord, recordOf } from './json-value.ts';
import { type Material, readMaterial, type UvTransform } from './materials.ts';
import type { Resources } from './resources.ts';
import { orProblem, Unusable } from './unusable.ts';

export interface Primitive {
  readonly vertexCount: number;
  readonly positions: Numbers['values'];
  /** Three per triangle, each below `vertexCount`. */
  readonly indices: Uint32Array;
  readonly material: Material;
  /** `size` (3 or 4) numbers per vertex, linear, 0–1. */
  readonly colours: Numbers | null;
  /** u, v per vertex, the material's transform applied; v runs down, as in glTF. */
  readonly uvs: Float32Array | null;
  readonly features: Features | null;
}

const TRIANGLES = 4;
const STRIP = 5;
const FAN = 6;

/** Strips and fans as triangles that turn the same way; triangles of a strip that repeat a corner are its seams. */
const unrolled = (list: Uint32Array, mode: number): Uint32Array => {
  if (mode === TRIANGLES) return list.subarray(0, list.length - (list.length % 3));
  const triangles = new Uint32Array(Math.max(list.length - 2, 0) * 3);
  let at = 0;
  for (let i = 0; i + 2 < list.length; i++) {
    const odd = mode === STRIP && i % 2 === 1;
    const a = list[mode === FAN ? 0 : i] as number;
    const b = list[odd ? i + 2 : i + 1] as number;
    const c = list[odd ? i + 1 : i + 2] as number;
    if (a === b || b === c || c === a) continue;
    triangles.set([a, b, c], at);
    at += 3;
  }
  return triangles.subarray(0, at);
};

/** Only triangles whose corners exist and are numbers. */
const usable = (
  triangles: Uint32Array,
  positions: Numbers['values'],
  vertexCount: number,
  where: string,
  problems: Problems,
): Uint32Array => {
  const kept = new Uint32Array(triangles.length);
  let at = 0;
  const isPlace = (v: number): boolean =>
    v < vertexCount &&
    Number.isFinite(positions[3 * v]) &&
    Number.isFinite(positions[3 * v + 1]) &&
    Number.isFinite(positions[3 * v + 2]);
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [triangles[i] as number, triangles[i + 1] as number, triangles[i + 2] as number];
    if (!isPlace(a) || !isPlace(b) || !isPlace(c)) continue;
    kept[at] = a;
    kept[at + 1] = b;
    kept[at + 2] = c;
    at += 3;
  }
  const lost = (triangles.length - at) / 3;
  if (lost > 0)
    problems.add('gltf.triangle', 'warning', where, () => [
      `${lost} 个三角形引用了不存在的顶点或坐标不是数，略去。`,
      `${lost} triangles name vertices that do not exist or are no numbers; they are left out.`,
    ]);
  return lost === 0 ? triangles : kept.slice(0, at);
};

const transformed = (uvs: Numbers, by: UvTransform | null): Float32Array => {
  const out = new Float32Array(uvs.count * 2);
  const [a, b, c, d, e, f] = by ?? [1, 0, 0, 0, 1, 0];
  for (let i = 0; i < uvs.count; i++) {
    const u = uvs.values[2 * i] as number;
    const v = uvs.values[2 * i + 1] as number;
    out[2 * i] = a * u + b * v + c;
    out[2 * i + 1] = d * u + e * v + f;
  }
  return out;
};

type ReadAttribute = (semantic: string) => Promise<Numbers | null>;

/** An attribute that goes with the positions; one that cannot be read costs only itself. */
const optional = async (
  read: ReadAttribute,
  semantic: string,
  sizes: readonly number[],
  vertexCount: number,
  where: string,
  problems: Problems,
): Promise<Numbers | null> => {
  const numbers = await orProblem(problems, `${where}.${semantic}`, () => read(semantic));
  if (numbers === null) return null;
  if (sizes.includes(numbers.size) && numbers.count >= vertexCount) return numbers;
  problems.add('gltf.attribute', 'warning', `${where}.${semantic}`, () => [
    `${semantic} 与顶点不配套，不使用。`,
    `${semantic} does not fit the vertices and is not used.`,
  ]);
  return null;
};

/** Throws `Unusable`; null (with a note) for points and lines. */
export const readPrimitive = async (
  resources: Resources,
  primitive: JsonRecord,
  where: string,
  problems: Problems,
): Promise<Primitive | null> => {
  const mode = indexOf(primitive['mode'] ?? TRIANGLES);
  if (mode === null || mode < TRIANGLES || mode > FAN) {
    problems.add('gltf.mode', 'note', where, () => [
      '点和线不导入。',
      'Points and lines are not taken over.',
    ]);
    return null;
  }
  const attributes = recordOf(primitive['attributes']);
  const packed = extensionOf(primitive, 'KHR_draco_mesh_compression');
  const decoded = packed === null ? null : await readDraco(resources, primitive, packed);
  const read: ReadAttribute = async (semantic) => {
    const accessor = indexOf(attributes?.[semantic]);
    return (
      decoded?.attributes.get(semantic) ?? (accessor === null ? null : readAccessor(resources, accessor))
    );
  };
  const positions = await read('POSITION');
  if (positions === null || positions.size !== 3)
    throw new Unusable('gltf.positions', '没有顶点坐标。', 'It has no positions.');
  const vertexCount = positions.count;
  const list = decoded?.indices ?? (await readIndices(resources, primitive, vertexCount));
  const triangles = unrolled(list, decoded === null ? mode : TRIANGLES);
  const material = readMaterial(resources.json, indexOf(primitive['material']));
  const uvs =
    material.image === null
      ? null
      : await optional(read, `TEXCOORD_${material.coordinates}`, [2], vertexCount, where, problems);
  return {
    vertexCount,
    positions: positions.values,
    indices: usable(triangles, positions.values, vertexCount, where, problems),
    material: uvs === null ? { ...material, image: null } : material,
    colours: await optional(read, 'COLOR_0', [3, 4], vertexCount, where, problems),
    uvs: uvs === null ? null : transformed(uvs, material.transform),
    features: await readFeatures(primitive, read, vertexCount, where, problems),
  };
};

const readIndices = async (
  resources: Resources,
  primitive: JsonRecord,
  vertexCount: number,
): Promise<Uint32Array> => {
  if (primitive['indices'] === undefined) {
    resources.budget.take(vertexCount * 4);
    return Uint32Array.from({ length: vertexCount }, (_, i) => i);
  }
  const numbers = await readAccessor(resources, indexOf(primitive['indices']) ?? -1);
  if (numbers.size !== 1 || !(numbers.values instanceof Uint32Array))
    throw new Unusable('gltf.indices', '索引不是整数。', 'Its indices are no whole numbers.');
  return numbers.values;
};
