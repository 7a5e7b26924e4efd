/** The tiles of an implicit tiling (1.1, or 3DTILES_implicit_tiling of 1.0): read from its subtree files, level by level. */
import { indexOf, type JsonRecord, recordOf, textOf } from '../gltf/json-value.ts';
import type { Problems } from '../problem.ts';
import type { Collector } from './collector.ts';
import { type Bits, mortonToCell, nodesAbove, readSubtree } from './subtree.ts';

export interface Tiling {
  readonly branches: 4 | 8;
  readonly subtreeLevels: number;
  readonly levels: number;
  /** Templates with `{level}`, `{x}`, `{y}`, `{z}`. */
  readonly subtrees: string;
  readonly contents: readonly string[];
}

/** A subtree has a bit for every possible tile: more than these are a mistake. */
const MOST_NODES = 2 ** 22;

/** Null where the description cannot be followed. */
export const readTiling = (described: JsonRecord, contents: readonly string[]): Tiling | null => {
  const scheme = textOf(described['subdivisionScheme']);
  const branches = scheme === 'QUADTREE' ? 4 : scheme === 'OCTREE' ? 8 : null;
  const subtreeLevels = indexOf(described['subtreeLevels']);
  const declared = indexOf(described['availableLevels']) ?? (indexOf(described['maximumLevel']) ?? -2) + 1;
  const subtrees = textOf(recordOf(described['subtrees'])?.['uri']);
  if (branches === null || !subtreeLevels || subtrees === null || declared < 1 || declared > 40) return null;
  if (nodesAbove(branches, subtreeLevels + 1) > MOST_NODES) return null;
  return { branches, subtreeLevels, levels: declared, subtrees, contents };
};

type Cell = readonly [level: number, x: number, y: number, z: number];

export const filledIn = (template: string, [level, x, y, z]: Cell): string =>
  template
    .replaceAll('{level}', `${level}`)
    .replaceAll('{x}', `${x}`)
    .replaceAll('{y}', `${y}`)
    .replaceAll('{z}', `${z}`);

/** The cell of a node within the subtree that begins at `root`, by its place on a level below. */
const cellBelow = ([level, x, y, z]: Cell, below: number, index: number, branches: 4 | 8): Cell => {
  const [dx, dy, dz] = mortonToCell(index, branches);
  const side = 2 ** below;
  return [level + below, x * side + dx, y * side + dy, z * side + dz];
};

export interface Walked {
  readonly tiles: number;
  readonly deepest: number;
  readonly subtrees: number;
}

export interface ImplicitWalk {
  readonly tiling: Tiling;
  readonly collector: Collector;
  readonly problems: Problems;
  /** Path of the tileset that describes the tiling. */
  readonly base: string;
  readonly where: string;
  /** Tiles that may still be counted. */
  readonly most: number;
}

export const walkImplicit = async (walk: ImplicitWalk): Promise<Walked> => {
  const { tiling, collector, problems, base, where, most } = walk;
  const { branches, subtreeLevels } = tiling;
  let tiles = 0;
  let deepest = 0;
  let subtrees = 0;

  const nodesOf = async (root: Cell, exists: Bits, visit: (cell: Cell, bit: number) => Promise<void>) => {
    for (let below = 0; below < subtreeLevels && root[0] + below < tiling.levels; below++) {
      const first = nodesAbove(branches, below);
      for (let i = 0; i < branches ** below; i++)
        if (exists(first + i)) {
          if (tiles >= most) return;
          await visit(cellBelow(root, below, i, branches), first + i);
        }
    }
  };

  const waiting: Cell[] = [[0, 0, 0, 0]];
  let asked = 0;
  // Subtrees that are empty but lead on count, too.
  for (let root = waiting.pop(); root !== undefined && tiles + asked < most; root = waiting.pop()) {
    asked++;
    const path = collector.pathOf(filledIn(tiling.subtrees, root), base, where);
    const file = path === null ? null : await collector.fileAt(path, where);
    if (file === null || path === null) continue;
    const subtree = await readSubtree(file, branches, subtreeLevels, async (uri) => {
      const beside = collector.pathOf(uri, path, where);
      const found = beside === null ? null : await collector.fileAt(beside, where);
      return found === null ? null : found.read(0, found.size);
    });
    if (subtree === null) {
      problems.add('tiles.subtree.damaged', 'error', `${where}: ${path}`, () => [
        `子树文件“${path}”损坏，其下的瓦片无法得知。`,
        `The subtree “${path}” is damaged: the tiles below it are unknown.`,
      ]);
      continue;
    }
    subtrees++;
    await nodesOf(root, subtree.tiles, async (cell, bit) => {
      tiles++;
      deepest = Math.max(deepest, cell[0]);
      for (const [i, template] of tiling.contents.entries())
        if (subtree.contents[i]?.(bit) === true) await collector.add(filledIn(template, cell), base, where);
    });
    if (root[0] + subtreeLevels < tiling.levels)
      for (let i = 0; i < branches ** subtreeLevels; i++)
        if (subtree.children(i) && waiting.length < most)
          waiting.push(cellBelow(root, subtreeLevels, i, branches));
  }
  return { tiles, deepest, subtrees };
};
