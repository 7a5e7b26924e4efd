/** A tiling that is kept from question to question, with who is in which grid: only what a newer one has otherwise is looked at. */
import {
  assignBuildings,
  type Assignment,
  type BuildingSet,
  patchBetween,
  type Side,
  sidesOfPatch,
  Tiling,
  type TilingData,
} from '../../geometry/tiling/index.ts';

export interface Followed {
  readonly tiling: Tiling;
  readonly assignment: Assignment;
}

/** The answer is the same object every time, changed in place. */
export const followTiling = (buildings: BuildingSet): ((data: TilingData) => Followed) => {
  let now: Followed | null = null;
  return (data) => {
    if (now === null) {
      const tiling = Tiling.of(data);
      now = { tiling, assignment: assignBuildings(tiling, buildings) };
      return now;
    }
    const { tiling, assignment } = now;
    const patch = patchBetween(tiling, data);
    const sides = new Set<Side>(sidesOfPatch(tiling, patch));
    tiling.apply(patch);
    for (const side of sidesOfPatch(tiling, patch)) sides.add(side);
    assignment.update(tiling, sides);
    return now;
  };
};
