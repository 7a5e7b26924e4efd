/**
 * Which object a vertex belongs to, where one mesh holds many: EXT_mesh_features, and `_BATCHID` of 3D Tiles 1.0. Of several sets
 * of ids the first with a property table is taken, else the first that names vertices. Ids in a texture would cut triangles, and
 * are not taken over.
 */
import type { Problems } from '../problem.ts';
import type { Numbers } from './accessors.ts';
import { extensionOf, indexOf, type JsonRecord, listOf, recordOf, textOf } from './json-value.ts';
import { orProblem } from './unusable.ts';

export interface Features {
  /** Per vertex; `null` means the values that belong to nobody. */
  readonly ids: Numbers['values'];
  readonly nobody: number | null;
  /** Index in the file's property tables; `'batch'` for the table of a b3dm tile; null without one. */
  readonly table: number | 'batch' | null;
  readonly label: string | null;
}

type ReadAttribute = (semantic: string) => Promise<Numbers | null>;

const setsOf = (primitive: JsonRecord): JsonRecord[] =>
  listOf(extensionOf(primitive, 'EXT_mesh_features')?.['featureIds'])
    .map(recordOf)
    .filter((set) => set !== null);

export const readFeatures = async (
  primitive: JsonRecord,
  read: ReadAttribute,
  vertexCount: number,
  where: string,
  problems: Problems,
): Promise<Features | null> => {
  const sets = setsOf(primitive);
  const onVertices = sets.filter((set) => indexOf(set['attribute']) !== null);
  const chosen = onVertices.find((set) => indexOf(set['propertyTable']) !== null) ?? onVertices[0];
  if (chosen === undefined && sets.length > 0)
    problems.add('gltf.features', 'note', where, () => [
      '要素编号在贴图里或按顶点顺序隐含，无法据此拆分，整体作为一个对象。',
      'Its feature ids lie in a texture or are implied by the order of vertices; it is kept as one object.',
    ]);
  const attributes = recordOf(primitive['attributes']);
  const batched = ['_BATCHID', 'BATCHID'].find((name) => attributes?.[name] !== undefined);
  if (chosen === undefined && batched === undefined) return null;
  const semantic = chosen === undefined ? (batched as string) : `_FEATURE_ID_${indexOf(chosen['attribute'])}`;
  const numbers = await orProblem(problems, `${where}.${semantic}`, () => read(semantic));
  if (numbers === null || numbers.size !== 1 || numbers.count < vertexCount) {
    problems.add('gltf.features.missing', 'warning', where, () => [
      `要素编号 ${semantic} 缺失或与顶点不配套，不据此拆分。`,
      `The feature ids ${semantic} are missing or do not fit the vertices; the mesh is not divided by them.`,
    ]);
    return null;
  }
  return {
    ids: numbers.values,
    nobody: indexOf(chosen?.['nullFeatureId']),
    table: chosen === undefined ? 'batch' : indexOf(chosen['propertyTable']),
    label: textOf(chosen?.['label']),
  };
};
