/** Shapes of trees: how wide a crown of each kind is. */

/** Crown radius as a share of the height: broadleaf, poplar, conifer, shrub. */
const CROWN_SHARE = [0.34, 0.13, 0.2, 0.6] as const;

/** Radius of the crown in metres of a tree of a kind and height. */
export const crownRadius = (kind: number, heightMetres: number): number =>
  heightMetres * (CROWN_SHARE[kind] ?? CROWN_SHARE[0]);
