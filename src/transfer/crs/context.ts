/** What is known of the place that a file should lie in, and the points of a file that are asked where they lie. */
import type { LngLat, MultiPolygon, Polygon } from '../../domain/records/base.ts';
import type { PlaceSet, SourceMesh, SourcePoint, SourcePolygon } from '../places/place-set.ts';

export interface PlaceContext {
  /** Where the community lies. */
  readonly anchor?: LngLat;
  readonly outline?: MultiPolygon;
  /** Footprints of buildings that are there already, WGS 84. */
  readonly footprints?: readonly Polygon[];
}

/** A point as the file has it; the height only where the file has one. */
export type FilePoint = readonly [x: number, y: number, z?: number];

/** Enough to know a place by, few enough to try a hundred systems on. */
const MOST_POINTS = 600;

/** At most `limit` of them, evenly chosen. */
export const evenly = <T>(list: readonly T[], limit: number): T[] => {
  const step = Math.max(list.length / limit, 1);
  return Array.from({ length: Math.min(list.length, limit) }, (_, i) => list[Math.floor(i * step)] as T);
};

const firstOf = (polygons: readonly SourcePolygon[]): readonly SourcePoint[] => polygons[0]?.[0] ?? [];

const meshPoint = ({ positions }: SourceMesh): FilePoint[] =>
  positions.length < 3 ? [] : [[positions[0] as number, positions[1] as number, positions[2] as number]];

const cornersOfTerrain = ({ terrain }: PlaceSet): FilePoint[] => {
  if (!terrain) return [];
  const [x, y] = terrain.origin;
  const [dx, dy] = [terrain.stepX * (terrain.columns - 1), terrain.stepY * (terrain.rows - 1)];
  return [
    [x, y],
    [x + dx, y],
    [x + dx, y + dy],
    [x, y + dy],
  ];
};

/** Points of everything in the set: a corner of each building and area, the corners of terrain and imagery. */
export const samplePoints = (set: PlaceSet): FilePoint[] => {
  const buildings = evenly(set.buildings, MOST_POINTS).flatMap((b): readonly FilePoint[] => {
    const [corner] = firstOf(b.footprint);
    return b.mesh ? meshPoint(b.mesh) : corner ? [corner] : [];
  });
  const areas = evenly(set.areas, MOST_POINTS).flatMap((area) => evenly(firstOf(area.polygons), 8));
  const points = [...buildings, ...areas, ...cornersOfTerrain(set), ...(set.imagery?.corners ?? [])];
  return evenly(
    points.filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y)),
    MOST_POINTS,
  );
};
