/** The meshes that the scene shows, each read once however often it stands there. */
import type { Problems } from '../problem.ts';
import { listOf, recordAt, recordOf, textOf } from './json-value.ts';
import { apply, type Matrix } from './matrix.ts';
import { type Primitive, readPrimitive } from './primitives.ts';
import type { Resources } from './resources.ts';
import { orProblem } from './unusable.ts';

/** West, south, low, east, north, high … of any frame: lows, then highs. */
export type Extent = [number, number, number, number, number, number];

export interface Mesh {
  readonly name: string | null;
  readonly primitives: readonly Primitive[];
  /** Of its triangles' vertices, in its own y-up coordinates; null where it has no triangle. */
  readonly extent: Extent | null;
}

export const emptyExtent = (): Extent => [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];

export const stretch = (extent: Extent, point: readonly [number, number, number]): void => {
  for (let k = 0; k < 3; k++) {
    extent[k] = Math.min(extent[k] as number, point[k] as number);
    extent[k + 3] = Math.max(extent[k + 3] as number, point[k] as number);
  }
};

const extentOf = (primitives: readonly Primitive[]): Extent | null => {
  const extent = emptyExtent();
  for (const { positions, indices } of primitives)
    for (const v of indices)
      stretch(extent, [
        positions[3 * v] as number,
        positions[3 * v + 1] as number,
        positions[3 * v + 2] as number,
      ]);
  return extent[0] <= extent[3] ? extent : null;
};

/** The corners of an extent, moved: their extent is no smaller than that of what was within. */
export const movedExtent = (extent: Extent, matrix: Matrix, into: Extent): void => {
  for (let corner = 0; corner < 8; corner++)
    stretch(
      into,
      apply(matrix, extent[corner & 1 ? 3 : 0], extent[corner & 2 ? 4 : 1], extent[corner & 4 ? 5 : 2]),
    );
};

export const readMesh = async (resources: Resources, index: number, problems: Problems): Promise<Mesh> => {
  const described = recordAt(resources.json['meshes'], index);
  const where = `meshes[${index}]`;
  if (described === null) {
    problems.add('gltf.mesh', 'error', where, () => ['网格不存在。', 'The mesh does not exist.']);
    return { name: null, primitives: [], extent: null };
  }
  const primitives: Primitive[] = [];
  for (const [i, primitive] of listOf(described['primitives']).entries()) {
    const place = `${where}.primitives[${i}]`;
    const described = recordOf(primitive) ?? {};
    if (listOf(described['targets']).length > 0)
      problems.add('gltf.morph', 'note', place, () => [
        '变形目标（morph target）不导入，取基本形状。',
        'Morph targets are not taken over; the basic shape is.',
      ]);
    const read = await orProblem(problems, place, () => readPrimitive(resources, described, place, problems));
    if (read !== null && read.indices.length > 0) primitives.push(read);
  }
  return { name: textOf(described['name']), primitives, extent: extentOf(primitives) };
};
