/**
 * Buildings by grid, one path each: a town of 2,400 is two calls a grid instead of two a building. While
 * a few of them change hands these are drawn once more, over their old colour.
 */
import type { Side } from '../../geometry/tiling/index.ts';
import type { Backdrop } from './backdrop.ts';

interface Kept {
  readonly backdrop: Backdrop;
  readonly version: number;
  readonly groups: ReadonlyMap<Side, Path2D>;
}

/** Two maps beside each other have one each. */
const kept = new WeakMap<readonly Side[], Kept>();

const groupsOf = (backdrop: Backdrop, of: readonly Side[]): ReadonlyMap<Side, Path2D> => {
  const groups = new Map<Side, Path2D>();
  for (const [row, path] of backdrop.buildings.entries()) {
    const side = of[row] ?? null;
    const group = groups.get(side) ?? new Path2D();
    groups.set(side, group);
    group.addPath(path);
  }
  return groups;
};

/** `of` is changed in place; `version` says when. */
export const buildingGroups = (
  backdrop: Backdrop,
  of: readonly Side[],
  version: number,
): ReadonlyMap<Side, Path2D> => {
  const known = kept.get(of);
  if (known?.backdrop === backdrop && known.version === version) return known.groups;
  const groups = groupsOf(backdrop, of);
  kept.set(of, { backdrop, version, groups });
  return groups;
};
