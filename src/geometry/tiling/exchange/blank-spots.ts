/** “No blank spot”: ground that should have a grid and has none. The proof is that the union of the grids is the outline. */
import type { MmPoint } from '../model/rows.ts';
import { insidePoint } from '../model/ring-measures.ts';
import { partArea } from '../model/check.ts';
import type { Tiling } from '../model/tiling.ts';
import { exportCoverage, type MmPolygon, outlinePolygons } from './polygons.ts';
import { reviewCoverage } from './review.ts';

export interface BlankSpot {
  readonly at: MmPoint;
  readonly areaMm2: number;
}

export interface CoverageProof {
  /** No spot that is blank, none beyond the outline. */
  readonly isWhole: boolean;
  readonly blank: readonly BlankSpot[];
  /** Ground with a grid outside of the outline. */
  readonly beyond: readonly BlankSpot[];
}

/** Against what the community is; without it only holes can be told. Smaller than a square metre is rounding. */
export const proveCoverage = (tiling: Tiling, outline?: readonly MmPolygon[]): CoverageProof => {
  if (outline === undefined) {
    const blank = tiling.shape(null).parts.map((part): BlankSpot => {
      const areaMm2 = partArea(part);
      return { at: insidePoint(part.map(({ coordinates }) => coordinates)), areaMm2 };
    });
    return { isWhole: blank.length === 0, blank, beyond: [] };
  }
  const { faults } = reviewCoverage(exportCoverage(tiling), { outline });
  const spots = (kinds: readonly string[]): BlankSpot[] =>
    faults
      .filter(({ kind, areaMm2 }) => kinds.includes(kind) && (areaMm2 ?? 0) >= ROUNDING_MM2)
      .map(({ at, areaMm2 }) => ({ at, areaMm2: areaMm2 ?? 0 }));
  const [blank, beyond] = [spots(['gap', 'missing']), spots(['beyondOutline'])];
  return { isWhole: blank.length === 0 && beyond.length === 0, blank, beyond };
};

const ROUNDING_MM2 = 1e6;

/** The outline that the grids make, to be kept as the community's. */
export const outlineOf = (tiling: Tiling): MmPolygon[] => outlinePolygons(tiling);
