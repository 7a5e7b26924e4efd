/** The building under a place of the map. */
import type { MmPoint } from '../../geometry/tiling/index.ts';
import type { PlanSession } from '../session/plan-session.ts';

const inRing = (ring: Float64Array, { x, y }: MmPoint): boolean => {
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [ax, ay] = [ring[i] as number, ring[i + 1] as number];
    const [bx, by] = [ring[j] as number, ring[j + 1] as number];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
};

export const buildingAt = ({ town }: PlanSession, at: MmPoint): number | null => {
  const { boxes, footprints } = town.buildings;
  for (const [row, [minX, minY, maxX, maxY]] of boxes.entries()) {
    if (at.x < minX || at.x > maxX || at.y < minY || at.y > maxY) continue;
    const rings = footprints[row] ?? [];
    if (rings.reduce((inside, ring) => inside !== inRing(ring as Float64Array, at), false)) return row;
  }
  return null;
};
