/** Building records → what geometry needs of them. */
import type { Building, LngLat } from '../../domain/records/index.ts';
import type { BuildingInput } from '../../geometry/building-chunks.ts';
import { createFrame, type Frame, ringsToLocal } from '../../geometry/frame.ts';

export const buildingInput = (
  building: Building,
  frame: Frame,
  model?: BuildingInput['model'],
): BuildingInput => ({
  rings: ringsToLocal(frame, building.footprint),
  heightMetres: building.heightMetres,
  minHeightMetres: building.minHeightMetres,
  storeys: building.storeys,
  podiumStoreys: building.podiumStoreys,
  roof: building.roof,
  use: building.use,
  units: building.units,
  facade: building.facade,
  ...(model ? { model } : {}),
});

export interface BuildingInputs {
  readonly anchor: LngLat;
  readonly buildings: readonly Building[];
  readonly models?: ReadonlyMap<string, NonNullable<BuildingInput['model']>>;
}

export const inputsOf = ({ anchor, buildings, models }: BuildingInputs): BuildingInput[] => {
  const frame = createFrame(anchor);
  return buildings.map((building) => buildingInput(building, frame, models?.get(building.id)));
};
