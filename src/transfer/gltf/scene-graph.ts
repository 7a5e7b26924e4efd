/** The nodes of the scene as a tree with world transforms. Circles, second parents and bottomless nesting are cut and told. */
import type { Problems } from '../problem.ts';
import { indexOf, type JsonRecord, listOf, numbersOf, recordAt, textOf } from './json-value.ts';
import { compose, IDENTITY, type Matrix, multiply } from './matrix.ts';

export interface SceneNode {
  readonly index: number;
  readonly json: JsonRecord;
  /** Without a number when the file gives none. */
  readonly name: string | null;
  /** Node → world, still y-up. */
  readonly world: Matrix;
  /** Null where it has none. */
  readonly mesh: number | null;
  readonly children: readonly SceneNode[];
  /** Has it, or a node below it, a mesh? */
  readonly bearsMesh: boolean;
}

/** Deeper nesting is made by mistake. */
const DEEPEST = 500;

const localOf = (node: JsonRecord): Matrix =>
  numbersOf(node['matrix'], 16) ??
  compose(
    numbersOf(node['translation'], 3) ?? [0, 0, 0],
    numbersOf(node['rotation'], 4) ?? [0, 0, 0, 1],
    numbersOf(node['scale'], 3) ?? [1, 1, 1],
  );

const childrenOf = (node: JsonRecord | null, key: 'children' | 'nodes'): number[] =>
  listOf(node?.[key])
    .map(indexOf)
    .filter((index) => index !== null);

/** Nodes that are nobody's child: what a file without scenes shows. */
const orphans = (json: JsonRecord): number[] => {
  const nodes = listOf(json['nodes']);
  const children = new Set(nodes.flatMap((_, i) => childrenOf(recordAt(nodes, i), 'children')));
  return nodes.map((_, i) => i).filter((i) => !children.has(i));
};

const tellScenes = (json: JsonRecord, shown: number, problems: Problems): void => {
  const count = listOf(json['scenes']).length;
  if (count > 1)
    problems.add('gltf.scenes', 'note', 'scenes', () => [
      `文件有 ${count} 个场景，只读取默认场景（第 ${shown + 1} 个）。`,
      `The file has ${count} scenes; only its default one (number ${shown + 1}) is read.`,
    ]);
};

export interface Scene {
  readonly json: JsonRecord | null;
  readonly roots: readonly SceneNode[];
  readonly nodeCount: number;
}

export const readScene = (json: JsonRecord, problems: Problems): Scene => {
  const sceneIndex = indexOf(json['scene']) ?? 0;
  const scene = recordAt(json['scenes'], sceneIndex) ?? recordAt(json['scenes'], 0);
  tellScenes(json, sceneIndex, problems);
  const seen = new Set<number>();
  const above = new Set<number>();

  const visit = (index: number, parent: Matrix, depth: number): SceneNode | null => {
    const node = recordAt(json['nodes'], index);
    const where = `nodes[${index}]`;
    if (node === null) {
      problems.add('gltf.node', 'error', where, () => ['节点不存在。', 'The node does not exist.']);
      return null;
    }
    if (above.has(index)) {
      problems.add('gltf.node.circle', 'error', where, () => [
        '节点是它自己的上级（循环引用），在此断开。',
        'The node is its own ancestor (a circle); it is cut here.',
      ]);
      return null;
    }
    if (seen.has(index)) {
      problems.add('gltf.node.twice', 'warning', where, () => [
        '节点有不止一个上级，只取第一个。',
        'The node has more than one parent; only the first counts.',
      ]);
      return null;
    }
    if (depth > DEEPEST) {
      problems.add('gltf.node.deep', 'error', where, () => [
        `节点嵌套超过 ${DEEPEST} 层，更深的略去。`,
        `Nodes are nested more than ${DEEPEST} deep; what lies below is left out.`,
      ]);
      return null;
    }
    seen.add(index);
    above.add(index);
    const world = multiply(parent, localOf(node));
    const mesh = indexOf(node['mesh']);
    const children = childrenOf(node, 'children')
      .map((child) => visit(child, world, depth + 1))
      .filter((child) => child !== null);
    above.delete(index);
    const bearsMesh = mesh !== null || children.some((child) => child.bearsMesh);
    return { index, json: node, name: textOf(node['name']), world, mesh, children, bearsMesh };
  };

  const roots = (scene === null ? orphans(json) : childrenOf(scene, 'nodes'))
    .map((index) => visit(index, IDENTITY, 0))
    .filter((node) => node !== null);
  return { json: scene, roots, nodeCount: seen.size };
};

/** The node and all below it that have a mesh. */
export const meshNodesOf = (node: SceneNode): SceneNode[] => [
  ...(node.mesh === null ? [] : [node]),
  ...node.children.flatMap(meshNodesOf),
];
