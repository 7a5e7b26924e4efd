/** Grids with a target of their own among those that are shared out anew: they keep their name and are drawn towards it. */
import type { FaceId } from '../tiling/model/rows.ts';

/** Households, from least to most. */
export interface Band {
  readonly min: number;
  readonly max: number;
}
export type Targets = ReadonlyMap<FaceId, Band>;

export const NO_TARGETS: Targets = new Map();

export const middleOf = ({ min, max }: Band): number => (min + max) / 2;

/** What is left for the grids that share the common band, when the others have what they should. */
export const restBeside = (
  targets: Iterable<Band>,
  households: number,
  parts: number,
): { readonly households: number; readonly parts: number } => {
  let rest = { households, parts };
  for (const band of targets)
    rest = { households: Math.max(0, rest.households - middleOf(band)), parts: rest.parts - 1 };
  return rest;
};
