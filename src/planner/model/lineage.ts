/** What became of grids from one version to the next: which began and out of which, which ended and into which, which changed. */
import { type Ring, sameLine } from './same-line.ts';
import type { GridThen, Version } from './versions.ts';

export type Descent =
  /** Began; `from` are the grids it came from, none where that is not recorded. */
  | { readonly kind: 'split' | 'joined' | 'new'; readonly id: string; readonly from: readonly string[] }
  /** Ended; `into` are the grids that say they came from it. */
  | { readonly kind: 'ended'; readonly id: string; readonly into: readonly string[] }
  /** Lives on with another border, name or number. */
  | {
      readonly kind: 'changed';
      readonly id: string;
      readonly border: boolean;
      readonly name: boolean;
      readonly code: boolean;
      readonly branch: boolean;
    };

/** Metres: a point that is put on a border is rounded. */
const SAME_LINE_METRES = 0.005;
const METRES_A_DEGREE = 111_320;

/** Degrees as metres, well enough to tell a rounded point from a border that was moved. */
const ringsOf = ({ boundary }: GridThen): Ring[] => {
  const lat = boundary[0]?.[0]?.[0]?.[1] ?? 0;
  const across = METRES_A_DEGREE * Math.cos((lat * Math.PI) / 180);
  return boundary.flat().map((ring) => ring.map(([x, y]) => [x * across, y * METRES_A_DEGREE] as const));
};

const sameBorder = (a: GridThen, b: GridThen): boolean =>
  a.boundary === b.boundary ||
  JSON.stringify(a.boundary) === JSON.stringify(b.boundary) ||
  sameLine(ringsOf(a), ringsOf(b), SAME_LINE_METRES);

/** Began first, then ended, then changed; each in the order of the version's grids. */
export const descentsBetween = (before: Pick<Version, 'grids'>, after: Pick<Version, 'grids'>): Descent[] => {
  const old = new Map(before.grids.map((grid) => [grid.id, grid]));
  const now = new Map(after.grids.map((grid) => [grid.id, grid]));
  const began = after.grids
    .filter(({ id }) => !old.has(id))
    .map(({ id, parents }): Descent => {
      const from = parents.filter((parent) => old.has(parent));
      const kind = from.length === 0 ? 'new' : from.length === 1 ? 'split' : 'joined';
      return { kind, id, from };
    });
  const ended = before.grids
    .filter(({ id }) => !now.has(id))
    .map(
      ({ id }): Descent => ({
        kind: 'ended',
        id,
        into: after.grids.filter(({ parents }) => parents.includes(id)).map((grid) => grid.id),
      }),
    );
  const changed = after.grids.flatMap((grid): Descent[] => {
    const was = old.get(grid.id);
    if (was === undefined) return [];
    const border = !sameBorder(was, grid);
    const [name, code] = [was.name !== grid.name, was.code !== grid.code];
    const branch = was.branchId !== grid.branchId;
    return border || name || code || branch
      ? [{ kind: 'changed', id: grid.id, border, name, code, branch }]
      : [];
  });
  return [...began, ...ended, ...changed];
};
