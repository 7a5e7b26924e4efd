/**
 * Tiles of several contents (3D Tiles 1.1, and the extension before it) as tiles of one, for a renderer that knows only these. A tile
 * gives way to an empty one that holds a tile for each content; the first of them keeps the children.
 *
 *      T (a, b, c) ─ children            T ─┬─ (a) ─ children
 *                               ───►        ├─ (b)
 *                                           └─ (c)
 *
 * Where children replace such a tile, its second content and the following stay with them: a coarse picture too many, never one too few.
 */
type Json = Record<string, unknown>;

const recordOf = (value: unknown): Json | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
const recordsOf = (value: unknown): Json[] =>
  Array.isArray(value) ? value.map(recordOf).filter((each) => each !== null) : [];

const EXTENSION = '3DTILES_multiple_contents';

const contentsOf = (tile: Json): Json[] => {
  const extension = recordOf(recordOf(tile['extensions'])?.[EXTENSION]);
  return [
    ...recordsOf(tile['contents']),
    ...recordsOf(extension?.['contents']),
    ...recordsOf(extension?.['content']),
  ];
};

const isImplicit = (tile: Json): boolean =>
  'implicitTiling' in tile || '3DTILES_implicit_tiling' in (recordOf(tile['extensions']) ?? {});

const ALWAYS_REFINED = 1e12;
const WITHOUT = new Set(['content', 'contents', 'children', 'transform', 'extensions', 'metadata']);

/** Changes the tile in place. */
const spread = (tile: Json): void => {
  const contents = contentsOf(tile);
  if (contents.length === 0 || isImplicit(tile)) return;
  const all = recordOf(tile['content']) ? [tile['content'] as Json, ...contents] : contents;
  delete tile['contents'];
  if (all.length === 1) {
    tile['content'] = all[0];
    return;
  }
  const shared = Object.fromEntries(Object.entries(tile).filter(([key]) => !WITHOUT.has(key)));
  const children = recordsOf(tile['children']);
  tile['children'] = all.map((content, at) => ({ ...shared, content, children: at === 0 ? children : [] }));
  delete tile['content'];
  // Nothing of its own to show: wherever it is looked at, its children are.
  tile['geometricError'] = ALWAYS_REFINED;
};

/** The tileset with every tile of it seen to; without recursion, since trees are as deep as their maker likes. */
export const spreadContents = <T>(tileset: T): T => {
  const root = recordOf(recordOf(tileset)?.['root']);
  const waiting = root ? [root] : [];
  for (let tile = waiting.pop(); tile; tile = waiting.pop()) {
    // Children that the spreading makes have one content each, and their own children are still to come.
    spread(tile);
    waiting.push(...recordsOf(tile['children']));
  }
  return tileset;
};
