/**
 * What the real scene's tiles are asked by whoever picks: which building is the feature that a ray meets. The tiles are drawn by code that
 * comes late or never, so it leaves its answer here.
 */
import type { Ray3 } from '../geometry/prism.ts';

export interface TileHit {
  readonly buildingId: string;
  readonly distance: number;
}
export type TilePicker = (ray: Ray3) => TileHit | null;

let picker: TilePicker | null = null;

/** Returns what takes it away again. */
export const provideTilePicker = (pick: TilePicker): (() => void) => {
  picker = pick;
  return () => {
    if (picker === pick) picker = null;
  };
};
export const pickTile: TilePicker = (ray) => picker?.(ray) ?? null;
