/** Where the floors of a building lie. The opened building, the facade and the picker must agree on it. */

export interface StoreyInput {
  readonly heightMetres: number;
  readonly minHeightMetres: number;
  readonly storeys: number;
  readonly podiumStoreys: number;
}

/** A podium storey (shop, hall) is this much higher than a storey of homes. */
export const PODIUM_FACTOR = 1.35;

/** Height of one ordinary storey in metres. */
export const storeyHeight = ({
  heightMetres,
  minHeightMetres,
  storeys,
  podiumStoreys,
}: StoreyInput): number =>
  (heightMetres - minHeightMetres) / (storeys + Math.min(podiumStoreys, storeys) * (PODIUM_FACTOR - 1));

/** Heights of the floors above the building's base and, last, of the eaves: `storeys + 1` values in metres. */
export const storeyLevels = (building: StoreyInput): number[] => {
  const height = storeyHeight(building);
  const levels = [building.minHeightMetres];
  let z = building.minHeightMetres;
  for (let i = 0; i < building.storeys; i++) {
    z += i < building.podiumStoreys ? height * PODIUM_FACTOR : height;
    levels.push(z);
  }
  return levels;
};
