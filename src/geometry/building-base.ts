/** Where a building stands: the height of its ground floor, and how deep its walls go so that no slope shows under them. */
import type { Point } from './polygon.ts';
import type { Terrain } from './terrain.ts';

export interface BuildingBase {
  /** Height of the ground floor, metres. All heights of the building count from here. */
  readonly baseZ: number;
  /** Where its walls end in the ground, metres. */
  readonly bottomZ: number;
}

const FOUNDATION_METRES = 0.5;
const PLINTH_METRES = 0.12;

export const buildingBase = (outline: readonly Point[], terrain: Terrain): BuildingBase => {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (let i = 0; i < outline.length; i++) {
    const a = outline[i] as Point;
    const b = outline[(i + 1) % outline.length] as Point;
    const z = terrain.heightAt(a[0], a[1]);
    const middle = terrain.heightAt((a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
    low = Math.min(low, z, middle);
    high = Math.max(high, z, middle);
    sum += z;
  }
  // On a slope people cut into the hill: nearer the upper side, so that doors on that side are not buried.
  const mean = sum / Math.max(outline.length, 1);
  return { baseZ: mean + (high - mean) * 0.6 + PLINTH_METRES, bottomZ: low - FOUNDATION_METRES };
};
