/** Building records → what geometry needs of them. */
import type { Building } from '../../domain/records/index.ts';
import type { BuildingInput } from '../../geometry/building-chunks.ts';
import { type Frame, ringsToLocal } from '../../geometry/frame.ts';

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
