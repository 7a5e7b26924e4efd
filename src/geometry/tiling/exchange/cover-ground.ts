/**
 * Is every square metre in exactly one grid? Asked of the grids as they are recorded, before anything is repaired. A dedicated grid
 * lies inside a basic one and takes its ground: that is no overlap.
 */
import {
  flatRing,
  insidePoint,
  type RingCoordinates,
  ringBox,
  twiceArea,
  windingOf,
} from '../model/ring-measures.ts';
import type { FaceId, MmPoint } from '../model/rows.ts';
import type { MmPolygon } from './polygons.ts';
import { reviewCoverage } from './review.ts';

export interface GroundGrid {
  readonly id: FaceId;
  readonly parts: readonly MmPolygon[];
  /** Takes its ground from the grids around it. */
  readonly dedicated: boolean;
}

export interface UncoveredSpot {
  readonly kind: 'gap' | 'overlap' | 'beyond' | 'crossing';
  readonly at: MmPoint;
  readonly areaMm2: number;
  readonly faceIds: readonly FaceId[];
}

export interface CoveredGround {
  readonly areaMm2: number;
  /** In exactly one grid. */
  readonly onceMm2: number;
  readonly spots: readonly UncoveredSpot[];
}

/** Smaller than a square metre is rounding. */
const ROUNDING_MM2 = 1e6;

const KINDS: Readonly<Record<string, UncoveredSpot['kind']>> = {
  gap: 'gap',
  missing: 'gap',
  overlap: 'overlap',
  duplicate: 'overlap',
  beyondOutline: 'beyond',
  selfCrossing: 'crossing',
};

const areaOf = (parts: readonly MmPolygon[]): number =>
  parts.reduce(
    (sum, rings) =>
      sum +
      rings.reduce(
        (area, ring, at) => area + (Math.abs(twiceArea(flatRing(ring))) / 2) * (at === 0 ? 1 : -1),
        0,
      ),
    0,
  );

/** The largest piece of the ground, for a community without any grid. */
const inside = (outline: readonly MmPolygon[]): MmPoint => {
  const [largest] = outline.toSorted((a, b) => areaOf([b]) - areaOf([a]));
  return largest === undefined ? { x: 0, y: 0 } : insidePoint(largest.map((ring) => flatRing(ring)));
};

export const coverGround = (grids: readonly GroundGrid[], outline: readonly MmPolygon[]): CoveredGround => {
  const areaMm2 = areaOf(outline);
  if (grids.length === 0) {
    const spots = areaMm2 > 0 ? [{ kind: 'gap', at: inside(outline), areaMm2, faceIds: [] } as const] : [];
    return { areaMm2, onceMm2: 0, spots };
  }
  const byId = new Map(grids.map((grid) => [grid.id, grid]));
  const isTaken = (faceIds: readonly FaceId[]): boolean =>
    faceIds.filter((id) => byId.get(id)?.dedicated === true).length === 1;
  const spots = reviewCoverage(grids, { outline }).faults.flatMap((fault): UncoveredSpot[] => {
    const kind = KINDS[fault.kind];
    if (kind === undefined) return [];
    const { at, faceIds } = fault;
    // Of two equal polygons the review keeps one, so that the other overlaps nothing: all of it is meant.
    const size =
      fault.kind === 'duplicate' ? areaOf(byId.get(faceIds[1] ?? '')?.parts ?? []) : (fault.areaMm2 ?? 0);
    if (kind === 'overlap' && isTaken(faceIds)) return [];
    if (kind !== 'crossing' && size < ROUNDING_MM2) return [];
    return [{ kind, at, areaMm2: size, faceIds }];
  });
  const lost = spots
    .filter(({ kind }) => kind === 'gap' || kind === 'overlap')
    .reduce((sum, spot) => sum + spot.areaMm2, 0);
  return { areaMm2, onceMm2: Math.max(0, areaMm2 - lost), spots };
};

interface Flat {
  readonly id: FaceId;
  readonly dedicated: boolean;
  readonly parts: readonly { readonly box: readonly number[]; readonly rings: readonly RingCoordinates[] }[];
}

const contains = ({ parts }: Flat, x: number, y: number): boolean =>
  parts.some(({ box: [minX = 0, minY = 0, maxX = 0, maxY = 0], rings: [outside, ...holes] }) => {
    if (outside === undefined || x < minX || x > maxX || y < minY || y > maxY) return false;
    return windingOf(outside, x, y) !== 0 && holes.every((hole) => windingOf(hole, x, y) === 0);
  });

/** The grids that each point lies in: none is blank, several is an overlap; a dedicated one goes before the basic ones around it. */
export const gridsAtPoints = (
  grids: readonly GroundGrid[],
  points: readonly MmPoint[],
): readonly (readonly FaceId[])[] => {
  const flat = grids.map(
    ({ id, dedicated, parts }): Flat => ({
      id,
      dedicated,
      parts: parts.map((rings) => {
        const flats = rings.map((ring) => flatRing(ring));
        return { box: ringBox(flats[0] ?? new Float64Array(0)), rings: flats };
      }),
    }),
  );
  return points.map(({ x, y }) => {
    const found = flat.filter((grid) => contains(grid, x, y));
    const special = found.filter(({ dedicated }) => dedicated);
    return (special.length > 0 ? special : found).map(({ id }) => id);
  });
};
