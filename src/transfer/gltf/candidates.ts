/**
 * Which nodes of a model are buildings.
 *
 *     <skp>                        A single root that has no mesh of its own is a wrapper and is opened, and its single child
 *     ├── Group#12   ← candidate   in turn. From there down the topmost nodes that carry meshes and have a name (or an id or a
 *     ├── 3号楼      ← candidate   name in their extras) are the candidates, with all that hangs on them.
 *     │   ├── walls
 *     │   └── roof                 A wrapper whose children stand on top of one another is no wrapper but one building in
 *     └── (no name)                parts: more than half of the pairs of its upright children overlap in plan by half of the
 *         └── 4号楼  ← candidate   smaller. So is one that has an id or name in its extras and whose children have none. A scene
 *                                  with several roots is judged like a wrapper.
 *
 * What hangs on one node is not taken apart, even where it falls into pieces that do not touch.
 */
import type { Problems } from '../problem.ts';
import { type Attributes, attributesOf, idIn, nameIn } from './json-value.ts';
import { emptyExtent, type Extent, type Mesh, movedExtent } from './meshes.ts';
import { type SceneNode, meshNodesOf } from './scene-graph.ts';

export interface Candidate {
  /** What it is called, not yet unique. */
  readonly label: string;
  readonly name: string;
  readonly where: string;
  readonly attributes: Attributes;
  readonly nodes: readonly SceneNode[];
}

type MeshOf = (index: number) => Mesh | undefined;

/** Beyond this many children nobody would draw a house in parts. */
const MOST_PARTS = 64;
/** A node lower than this share of its width is ground or a slab: it tells nothing about what stands on it. */
const FLAT_SHARE = 0.05;

const extentOfNode = (node: SceneNode, meshOf: MeshOf): Extent => {
  const extent = emptyExtent();
  for (const bearer of meshNodesOf(node)) {
    const mesh = meshOf(bearer.mesh ?? -1);
    if (mesh?.extent) movedExtent(mesh.extent, bearer.world, extent);
  }
  return extent;
};

/** Shared share of the smaller of two plans (x and z of y-up extents). */
const overlap = (a: Extent, b: Extent): number => {
  const x = Math.min(a[3], b[3]) - Math.max(a[0], b[0]);
  const z = Math.min(a[5], b[5]) - Math.max(a[2], b[2]);
  const smaller = Math.min((a[3] - a[0]) * (a[5] - a[2]), (b[3] - b[0]) * (b[5] - b[2]));
  if (x < 0 || z < 0) return 0;
  return smaller > 0 ? (x * z) / smaller : 1;
};

const isFlat = (extent: Extent): boolean =>
  extent[4] - extent[1] < FLAT_SHARE * Math.max(extent[3] - extent[0], extent[5] - extent[2]);

const areParts = (children: readonly SceneNode[], meshOf: MeshOf): boolean => {
  if (children.length > MOST_PARTS) return false;
  const extents = children
    .map((child) => extentOfNode(child, meshOf))
    .filter((extent) => extent[0] <= extent[3]);
  const upright = extents.filter((extent) => !isFlat(extent));
  // One thing and what it stands on.
  if (upright.length < 2) return extents.length > upright.length;
  let pairs = 0;
  let over = 0;
  upright.forEach((a, i) => {
    for (const b of upright.slice(i + 1)) {
      pairs++;
      if (overlap(a, b) >= 0.5) over++;
    }
  });
  return over > pairs / 2;
};

const labelIn = (node: SceneNode): string | null => {
  const extras = attributesOf(node.json['extras']);
  return idIn(extras) ?? nameIn(extras);
};

const isLabelled = (node: SceneNode): boolean => labelIn(node) !== null;

interface Opened {
  readonly level: readonly SceneNode[];
  /** All of the level is one building; `node` is what it hangs on, null for the scene itself. */
  readonly whole: boolean;
  readonly node: SceneNode | null;
}

/** The nodes to look for candidates at: the scene's own, or what a wrapper holds. */
const opened = (roots: readonly SceneNode[], meshOf: MeshOf): Opened => {
  let level = roots.filter((node) => node.bearsMesh);
  let above: SceneNode | null = null;
  for (;;) {
    const [only, ...others] = level;
    if (only === undefined) return { level, whole: false, node: null };
    const belongsAbove = above !== null && isLabelled(above) && !level.some(isLabelled);
    if (others.length > 0) {
      const whole = belongsAbove || (!level.some(isLabelled) && areParts(level, meshOf));
      return { level, whole, node: above };
    }
    if (belongsAbove) return { level, whole: true, node: above };
    const children = only.children.filter((node) => node.bearsMesh);
    if (only.mesh !== null || children.length === 0) return { level, whole: true, node: only };
    above = only;
    level = children;
  }
};

const candidateOf = (node: SceneNode, nodes: readonly SceneNode[], meshOf: MeshOf): Candidate => {
  const attributes = attributesOf(node.json['extras']);
  const mesh = meshOf(node.mesh ?? -1)?.name ?? null;
  const name = nameIn(attributes) ?? node.name ?? mesh;
  const label = idIn(attributes) ?? node.name ?? name ?? `node ${node.index}`;
  return { label, name: name ?? label, where: `nodes[${node.index}]`, attributes, nodes };
};

/** The one building that everything belongs to. `fallback` names it where nothing else does. */
const wholeOf = ({ level, node }: Opened, meshOf: MeshOf, fallback: string): Candidate => {
  const nodes = level.flatMap(meshNodesOf);
  const alone = nodes.length === 1 ? nodes[0] : undefined;
  const holder = node ?? alone;
  const found = holder === undefined ? null : candidateOf(holder, nodes, meshOf);
  if (found !== null && holder !== undefined && found.label !== `node ${holder.index}`) return found;
  return { label: fallback, name: fallback, where: found?.where ?? 'scene', attributes: {}, nodes };
};

export const findCandidates = (
  roots: readonly SceneNode[],
  meshOf: MeshOf,
  fallback: string,
  problems: Problems,
): Candidate[] => {
  const found = opened(roots, meshOf);
  if (found.whole) {
    const whole = wholeOf(found, meshOf, fallback);
    problems.add('gltf.oneObject', 'note', whole.where, () => [
      '整个模型作为一个对象导入，不拆分。',
      'The whole model is taken as one object and not divided.',
    ]);
    return [whole];
  }
  const candidates: Candidate[] = [];
  const collect = (node: SceneNode): void => {
    if (!node.bearsMesh) return;
    const below = node.children.filter((child) => child.bearsMesh);
    if (node.name !== null || isLabelled(node) || below.length === 0) {
      candidates.push(candidateOf(node, meshNodesOf(node), meshOf));
      return;
    }
    if (node.mesh !== null) candidates.push(candidateOf(node, [node], meshOf));
    below.forEach(collect);
  };
  found.level.forEach(collect);
  return candidates;
};
