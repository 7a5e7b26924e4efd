/** Which of an object's geometries are shown: those of the best level of detail, or of the one asked for. */
import { type FlatGeometry, isFlatLod, lodRank } from './model.ts';

export interface ChosenGeometries {
  readonly shown: readonly FlatGeometry[];
  /** Of level 0: the footprint where nothing better tells it. */
  readonly outlines: readonly FlatGeometry[];
  /** -1 where nothing is shown. */
  readonly rank: number;
  /** The level asked for is not there. */
  readonly isOther: boolean;
}

/** The highest not above the wanted; else the lowest above it. */
const nearest = (ranks: readonly number[], wanted: number): number => {
  const below = ranks.filter((rank) => rank <= wanted);
  return below.length > 0 ? Math.max(...below) : Math.min(...ranks);
};

/** `wanted` as in the file, `1.2`; null for the best. */
export const chooseLod = (geometries: readonly FlatGeometry[], wanted: string | null): ChosenGeometries => {
  const outlines = geometries.filter((geometry) => isFlatLod(geometry.lod));
  const solid = geometries.filter((geometry) => !isFlatLod(geometry.lod));
  if (solid.length === 0 || (wanted !== null && isFlatLod(wanted)))
    return { shown: [], outlines, rank: -1, isOther: wanted !== null && outlines.length === 0 };
  const ranks = [...new Set(solid.map((geometry) => lodRank(geometry.lod)))];
  const rank = wanted === null ? Math.max(...ranks) : nearest(ranks, lodRank(wanted));
  return {
    shown: solid.filter((geometry) => lodRank(geometry.lod) === rank),
    outlines,
    rank,
    isOther: wanted !== null && rank !== lodRank(wanted),
  };
};
