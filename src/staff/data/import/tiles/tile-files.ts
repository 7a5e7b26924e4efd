/** Which files of a drop are a tileset's own, and what is said where an address is none. */
import { Refused } from '../../../../transfer/problem.ts';
import type { FileKind } from '../detect-file.ts';

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
const isTileset = (kind: FileKind | undefined, path: string): boolean =>
  kind?.kind === 'places' && kind.format === '3dtiles' && /\.json$/i.test(path);

/** Of a folder the tileset that lies highest, `tileset.json` before others, stands for everything in it. */
export const withoutTiles = (
  files: readonly { readonly path: string }[],
  kinds: readonly FileKind[],
): FileKind[] => {
  const rank = ({ path }: { readonly path: string }): number =>
    path.split('/').length * 2 - (/(?:^|\/)tileset\.json$/i.test(path) ? 1 : 0);
  const roots: string[] = [];
  const tilesets = files
    .filter(({ path }, at) => isTileset(kinds[at], path))
    .toSorted((a, b) => rank(a) - rank(b));
  for (const { path } of tilesets)
    if (!roots.some((root) => path.startsWith(folderOf(root)))) roots.push(path);
  return kinds.map((kind, at) => {
    const path = files[at]?.path ?? '';
    const within = roots.some((root) => root !== path && path.startsWith(folderOf(root)));
    return within && kind.kind === 'places' && !isOfItsOwn(kind, path, roots) ? { kind: 'companion' } : kind;
  });
};

/** Loose files that were dropped together are no folder: only what tiles are made of belongs to a tileset among them. */
const isOfItsOwn = (
  kind: Extract<FileKind, { kind: 'places' }>,
  path: string,
  roots: readonly string[],
): boolean =>
  !['glb', 'gltf', '3dtiles', 'imagery'].includes(kind.format) &&
  roots.every((root) => folderOf(root) === '' || !path.startsWith(folderOf(root)));

export const noTileset = (path: string): Refused =>
  new Refused(
    'address.noTileset',
    path,
    `“${path}”不是 3D Tiles 瓦片集，请填写 tileset.json 的地址。`,
    `“${path}” is no tileset of 3D Tiles: give the address of tileset.json.`,
  );
