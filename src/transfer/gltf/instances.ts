/** A node that stands in many places (EXT_mesh_gpu_instancing), each with an object of its own where EXT_instance_features says so. */
import type { Problems } from '../problem.ts';
import { type Numbers, readAccessor } from './accessors.ts';
import { extensionOf, indexOf, type JsonRecord, listOf, recordOf } from './json-value.ts';
import { compose, type Matrix, multiply } from './matrix.ts';
import type { Resources } from './resources.ts';
import type { SceneNode } from './scene-graph.ts';
import { orProblem, Unusable } from './unusable.ts';

export interface Instance {
  readonly world: Matrix;
  /** Row of the property table; null: belongs to the node like the others. */
  readonly feature: number | null;
  readonly table: number | null;
}

const elementOf = (numbers: Numbers | null, i: number): number[] =>
  numbers === null
    ? []
    : Array.from({ length: numbers.size }, (_, k) => numbers.values[i * numbers.size + k] as number);

const read = async (
  resources: Resources,
  attributes: JsonRecord,
  name: string,
  size: number,
): Promise<Numbers | null> => {
  if (attributes[name] === undefined) return null;
  const numbers = await readAccessor(resources, indexOf(attributes[name]) ?? -1);
  if (numbers.size !== size)
    throw new Unusable('gltf.instances', `实例的 ${name} 无效。`, `The instances' ${name} is not valid.`);
  return numbers;
};

const instancesOf = async (
  resources: Resources,
  node: SceneNode,
  described: JsonRecord,
): Promise<Instance[]> => {
  const attributes = recordOf(described['attributes']) ?? {};
  const [places, turns, scales] = [
    await read(resources, attributes, 'TRANSLATION', 3),
    await read(resources, attributes, 'ROTATION', 4),
    await read(resources, attributes, 'SCALE', 3),
  ];
  const counts = [places, turns, scales].filter((numbers) => numbers !== null).map(({ count }) => count);
  if (counts.length === 0 || counts.some((count) => count !== counts[0]))
    throw new Unusable(
      'gltf.instances',
      '实例的属性数量不一致。',
      "The instances' attributes differ in number.",
    );
  const count = counts[0] as number;
  const set = listOf(extensionOf(node.json, 'EXT_instance_features')?.['featureIds'])
    .map(recordOf)
    .find((found) => indexOf(found?.['propertyTable']) !== null);
  const attribute = indexOf(set?.['attribute']);
  const ids = attribute === null ? null : await read(resources, attributes, `_FEATURE_ID_${attribute}`, 1);
  const nobody = indexOf(set?.['nullFeatureId']);
  const featureOf = (i: number): number | null => {
    if (!set) return null;
    // Without an attribute the instances are numbered as they stand.
    const id = ids === null ? i : (ids.values[i] ?? null);
    return id === nobody ? null : id;
  };
  resources.budget.take(count * 256);
  return Array.from({ length: count }, (_, i) => {
    const local = compose(
      places === null ? [0, 0, 0] : elementOf(places, i),
      turns === null ? [0, 0, 0, 1] : elementOf(turns, i),
      scales === null ? [1, 1, 1] : elementOf(scales, i),
    );
    return {
      world: multiply(node.world, local),
      feature: featureOf(i),
      table: indexOf(set?.['propertyTable']),
    };
  });
};

/** Where the node's mesh stands: once, or as often as it is instanced. Nowhere where its instances cannot be read. */
export const readInstances = async (
  resources: Resources,
  node: SceneNode,
  problems: Problems,
): Promise<readonly Instance[]> => {
  const described = extensionOf(node.json, 'EXT_mesh_gpu_instancing');
  if (described === null) return [{ world: node.world, feature: null, table: null }];
  const where = `nodes[${node.index}].extensions.EXT_mesh_gpu_instancing`;
  return (await orProblem(problems, where, () => instancesOf(resources, node, described))) ?? [];
};
