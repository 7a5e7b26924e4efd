/**
 * Polygons in local metres (x east, y north): rings without the repeated last point, the outside counter-clockwise, then holes
 * clockwise. The measures are those of `polygon.ts`.
 */
import { cleanRing, oriented, type Point, type PointRing } from './polygon.ts';

export type LocalRing = PointRing;
export type LocalPolygon = readonly PointRing[];

const SAME_METRES = 1e-6;
/** The same polygon with the outside counter-clockwise and the holes clockwise, repeated points dropped. */
export const orientPolygon = (polygon: LocalPolygon): LocalPolygon =>
  polygon
    .map((ring, i) => oriented(cleanRing(ring, SAME_METRES), i === 0))
    .filter((ring) => ring.length >= 3);

/** Even-odd over all rings, of several polygons that do not overlap. */
export const ringsContain = (rings: Iterable<LocalRing>, x: number, y: number): boolean => {
  let inside = false;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i] as Point;
      const [bx, by] = ring[j] as Point;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  return inside;
};
