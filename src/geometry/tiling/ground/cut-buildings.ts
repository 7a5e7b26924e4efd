/** Buildings that a border cuts: it decides nothing (the deciding point does), but people want to know, and by which share. */
import { Clipper, FillRule, type Path64 } from 'clipper2-ts';
import { segmentsCross } from '../model/exact.ts';
import type { RingCoordinates } from '../model/ring-measures.ts';
import type { Arc, FaceId, MmPoint, Vertex } from '../model/rows.ts';
import type { Tiling } from '../model/tiling.ts';
import type { BuildingSet } from './building-set.ts';

export interface CutBuilding {
  readonly row: number;
  /** A point of the border in or at the footprint. */
  readonly at: MmPoint;
  /** Grids on both sides of the borders that cut it. */
  readonly faceIds: readonly FaceId[];
}

const crossesRing = (a: MmPoint, b: MmPoint, ring: RingCoordinates): boolean => {
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const p = { x: ring[j] as number, y: ring[j + 1] as number };
    const q = { x: ring[i] as number, y: ring[i + 1] as number };
    if (segmentsCross(a, b, p, q)) return true;
  }
  return false;
};

/** Rows of buildings whose walls a border crosses; of all, or of some. */
export const cutBuildings = (
  tiling: Tiling,
  buildings: BuildingSet,
  rows: Iterable<number> = buildings.ids.keys(),
): CutBuilding[] => {
  const out: CutBuilding[] = [];
  for (const row of rows) {
    const [minX, minY, maxX, maxY] = buildings.boxes[row] ?? [0, 0, 0, 0];
    const rings = buildings.footprints[row] ?? [];
    const faceIds = new Set<FaceId>();
    let at: MmPoint | null = null;
    for (const edge of tiling.search({ minX, minY, maxX, maxY })) {
      const [a, b] = [tiling.vertex(edge.a) as Vertex, tiling.vertex(edge.b) as Vertex];
      if (!rings.some((ring) => crossesRing(a, b, ring))) continue;
      at ??= { x: (minX + maxX) / 2, y: (minY + maxY) / 2 };
      const { left, right } = tiling.arc(edge.arcId) as Arc;
      for (const side of [left, right]) if (side !== null) faceIds.add(side);
    }
    if (at !== null) out.push({ row, at, faceIds: [...faceIds] });
  }
  return out;
};

const pathOf = (ring: RingCoordinates): Path64 => {
  const path: Path64 = [];
  for (let i = 0; i < ring.length; i += 2) path.push({ x: ring[i] as number, y: ring[i + 1] as number });
  return path;
};

/** Which share of a building's footprint lies in each grid, the largest first. */
export const footprintShares = (
  tiling: Tiling,
  buildings: BuildingSet,
  row: number,
): { readonly faceId: FaceId; readonly share: number }[] => {
  const footprint = (buildings.footprints[row] ?? []).map(pathOf);
  const whole = Math.abs(Clipper.areaPaths(footprint));
  const box = buildings.boxes[row];
  if (box === undefined || whole === 0) return [];
  const shares: { faceId: FaceId; share: number }[] = [];
  for (const id of tiling.faces.keys()) {
    const shape = tiling.shape(id);
    if (shape.box[0] > box[2] || shape.box[2] < box[0] || shape.box[1] > box[3] || shape.box[3] < box[1])
      continue;
    const face = shape.parts.flat().map(({ coordinates }) => pathOf(coordinates));
    const share = Math.abs(Clipper.areaPaths(Clipper.intersect(face, footprint, FillRule.NonZero))) / whole;
    if (share > 0) shares.push({ faceId: id, share });
  }
  return shares.sort((a, b) => b.share - a.share);
};
