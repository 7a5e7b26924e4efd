/** How far the floors of an opened building part: wide gaps for few floors, narrow ones for a tower, so that it stays in the picture. */
import { storeyLevels } from '../../../geometry/storeys.ts';
import type { Building } from '../../../domain/records/index.ts';

const GAP_METRES = { least: 1.3, most: 3.2 };
/** What all gaps together may add, metres. */
const GAPS_TOGETHER = 26;

/** Gap between two floors when wholly open, metres. */
export const floorGap = (storeys: number): number =>
  Math.min(GAP_METRES.most, Math.max(GAP_METRES.least, GAPS_TOGETHER / Math.max(1, storeys)));

/** Height of the opened building above its base, metres. */
export const openedHeight = (building: Building): number => {
  const levels = storeyLevels(building);
  return (levels[levels.length - 1] as number) + floorGap(building.storeys) * building.storeys;
};
