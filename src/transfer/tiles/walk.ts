/** Walks the tiles of a tileset and of the tilesets it leads to, without recursion: trees are as deep as their maker likes. */
import { extensionOf, type JsonRecord, listOf, numberOf, recordOf, textOf } from '../gltf/json-value.ts';
import type { Problems } from '../problem.ts';
import { readVolume } from './bounding-volume.ts';
import type { Collector, External } from './collector.ts';
import { readTiling, walkImplicit } from './implicit-tiling.ts';

/** More tiles than any folder holds that a person would choose. */
export const MOST_TILES = 500_000;

export interface WalkResult {
  tiles: number;
  deepest: number;
  implicitTilings: number;
  subtrees: number;
  readonly externalTilesets: string[];
  readonly extensions: Set<string>;
}

interface Waiting {
  readonly tile: JsonRecord;
  /** Path of the tileset that the tile is written in. */
  readonly base: string;
  readonly where: string;
  readonly depth: number;
  readonly parentError: number | null;
  /** Tilesets that led here: coming back to one is a circle. */
  readonly through: readonly string[];
}

const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
/** Exporters round; a child that is a thousandth coarser does no harm. */
const ROUNDING = 1.001;

const contentsOf = (tile: JsonRecord): JsonRecord[] =>
  [
    recordOf(tile['content']),
    ...listOf(tile['contents']).map(recordOf),
    ...listOf(extensionOf(tile, '3DTILES_multiple_contents')?.['contents']).map(recordOf),
    ...listOf(extensionOf(tile, '3DTILES_multiple_contents')?.['content']).map(recordOf),
  ].filter((content) => content !== null);

const checkTile = ({ tile, where, parentError }: Waiting, problems: Problems): number | null => {
  const volume = recordOf(tile['boundingVolume']);
  if (volume === null || (readVolume(volume, IDENTITY) === null && recordOf(volume['extensions']) === null))
    problems.add('tiles.volume', 'error', where, () => [
      '瓦片的包围体（boundingVolume）缺失或无效。',
      "The tile's bounding volume is missing or not valid.",
    ]);
  const error = numberOf(tile['geometricError']);
  if (error === null || error < 0) {
    problems.add('tiles.error', 'error', where, () => [
      '瓦片的几何误差（geometricError）缺失或为负。',
      "The tile's geometric error is missing or negative.",
    ]);
    return parentError;
  }
  if (parentError !== null && error > parentError * ROUNDING)
    problems.add('tiles.error.grows', 'warning', where, () => [
      `几何误差 ${error} 大于上级的 ${parentError}，显示时可能不会细化。`,
      `Its geometric error of ${error} is greater than its parent's ${parentError}: it may not be refined.`,
    ]);
  return error;
};

/** Counts tiles and looks at their contents. `root` is the JSON of the file of that `name`. */
export const walkTiles = async (
  root: JsonRecord,
  name: string,
  collector: Collector,
  problems: Problems,
): Promise<WalkResult> => {
  const result: WalkResult = {
    tiles: 0,
    deepest: 0,
    implicitTilings: 0,
    subtrees: 0,
    externalTilesets: [],
    extensions: new Set(),
  };
  const waiting: Waiting[] = [];

  const enter = (json: JsonRecord, base: string, from: Omit<Waiting, 'tile' | 'base'>): void => {
    for (const name of [...listOf(json['extensionsUsed']), ...listOf(json['extensionsRequired'])])
      if (typeof name === 'string') result.extensions.add(name);
    const tile = recordOf(json['root']);
    if (tile !== null) waiting.push({ ...from, tile, base });
  };

  const follow = (external: External, at: Waiting): void => {
    const { path, json } = external;
    if (at.through.includes(path)) {
      problems.add('tiles.circle', 'error', at.where, () => [
        `外部瓦片集“${path}”又引回到自己（循环引用），在此断开。`,
        `The external tileset “${path}” leads back to itself (a circle); it is cut here.`,
      ]);
      return;
    }
    if (json === null || path === name) return;
    result.externalTilesets.push(path);
    enter(json, path, {
      where: `${path}: root`,
      depth: at.depth + 1,
      parentError: null,
      through: [...at.through, path],
    });
  };

  const implicit = async (at: Waiting, described: JsonRecord, uris: readonly string[]): Promise<void> => {
    const tiling = readTiling(described, uris);
    if (tiling === null) {
      problems.add('tiles.implicit', 'error', at.where, () => [
        '隐式划分的描述无效，其下的瓦片无法得知。',
        'The description of its implicit tiling is not valid: the tiles below are unknown.',
      ]);
      return;
    }
    const { base, where } = at;
    const most = MOST_TILES - result.tiles;
    const walked = await walkImplicit({ tiling, collector, problems, base, where, most });
    result.implicitTilings++;
    // The tile itself is the tiling's first.
    result.tiles += Math.max(walked.tiles - 1, 0);
    result.deepest = Math.max(result.deepest, at.depth + walked.deepest);
    result.subtrees += walked.subtrees;
  };

  enter(root, '', {
    where: 'root',
    depth: 0,
    parentError: numberOf(root['geometricError']),
    through: [name],
  });
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (result.tiles >= MOST_TILES) {
      problems.add('tiles.tooMany', 'warning', at.where, () => [
        `瓦片超过 ${MOST_TILES} 个，其余不再统计。`,
        `There are more than ${MOST_TILES} tiles; the rest is not counted.`,
      ]);
      break;
    }
    result.tiles++;
    result.deepest = Math.max(result.deepest, at.depth);
    const error = checkTile(at, problems);
    const uris = contentsOf(at.tile).map((content) => textOf(content['uri'] ?? content['url']));
    if (uris.includes(null))
      problems.add('tiles.content.none', 'error', at.where, () => [
        '瓦片的内容没有地址。',
        'A content of the tile has no URI.',
      ]);
    const named = uris.filter((uri) => uri !== null);
    const described = recordOf(at.tile['implicitTiling']) ?? extensionOf(at.tile, '3DTILES_implicit_tiling');
    if (described !== null) {
      await implicit(at, described, named);
      continue;
    }
    for (const uri of named) {
      const external = await collector.add(uri, at.base, at.where);
      if (external !== null) follow(external, at);
    }
    const children = listOf(at.tile['children']);
    // Last first: the first child is then the next to be looked at.
    for (let i = children.length - 1; i >= 0; i--) {
      const tile = recordOf(children[i]);
      const { base, through, depth } = at;
      const where = `${at.where}.children[${i}]`;
      if (tile !== null) waiting.push({ tile, base, through, where, depth: depth + 1, parentError: error });
    }
  }
  return result;
};
