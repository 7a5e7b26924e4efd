/**
 * How well footprints fall on the buildings that are there already: the known ones are drawn into a picture of the ground, and points
 * inside the new ones are asked whether they meet something. GCJ-02 shifts by hundreds of metres, so that the right system fits
 * several times as well as the others; a few metres of difference between two surveys must not matter, hence the slack.
 */
import type { LngLat, Polygon } from '../../domain/records/base.ts';
import { createFrame, type LocalPoint, ringsToLocal } from '../../geometry/frame.ts';
import { boundsOf, polygonContains } from '../../geometry/polygon.ts';
import { fillPolygon } from '../../geometry/raster.ts';
import type { SourcePoint, SourcePolygon } from '../places/place-set.ts';
import { evenly } from './context.ts';

/** What stands where. */
export interface Occupied {
  /** The share of the points that meet something, with the best shift of at most the slack. */
  shareMet(points: readonly LngLat[]): number;
}

const SMALLEST_TEXEL_METRES = 1;
const MOST_TEXELS_A_SIDE = 2048;
const SLACK_METRES = 9;
const SLACK_STEP_METRES = 3;
const REACH = SLACK_METRES + 1;

export const occupiedBy = (footprints: readonly Polygon[]): Occupied | null => {
  const first = footprints[0]?.[0]?.[0];
  if (!first) return null;
  const frame = createFrame(first);
  const polygons = footprints.map((rings) => ringsToLocal(frame, rings));
  const [west, south, east, north] = boundsOf(polygons.flatMap((rings) => rings[0] ?? []));
  const texelMetres = Math.max(
    SMALLEST_TEXEL_METRES,
    (east - west) / MOST_TEXELS_A_SIDE,
    (north - south) / MOST_TEXELS_A_SIDE,
  );
  const width = Math.ceil((east - west) / texelMetres) + 1;
  const height = Math.ceil((north - south) / texelMetres) + 1;
  const picture = new Uint8Array(width * height);
  for (const rings of polygons)
    fillPolygon({ width, height, west, south, texelMetres }, rings, (i) => {
      picture[i] = 1;
    });
  const meets = (x: number, y: number): boolean => {
    const column = Math.floor((x - west) / texelMetres);
    const row = Math.floor((y - south) / texelMetres);
    return column >= 0 && row >= 0 && column < width && row < height && picture[row * width + column] === 1;
  };
  const metAt = (points: readonly LocalPoint[], dx: number, dy: number): number =>
    points.reduce((sum, [x, y]) => sum + (meets(x + dx, y + dy) ? 1 : 0), 0);
  return {
    shareMet: (points) => {
      const local = points.map((point) => frame.toLocal(point));
      const near = local.filter(
        ([x, y]) => x > west - REACH && y > south - REACH && x < east + REACH && y < north + REACH,
      );
      // Most guesses put the data in another part of the country.
      if (near.length === 0) return 0;
      let best = 0;
      for (let dx = -SLACK_METRES; dx <= SLACK_METRES; dx += SLACK_STEP_METRES)
        for (let dy = -SLACK_METRES; dy <= SLACK_METRES; dy += SLACK_STEP_METRES)
          best = Math.max(best, metAt(near, dx, dy));
      return best / points.length;
    },
  };
};

const MOST_FOOTPRINTS = 400;
const GRID = 4;

/** Points inside a sample of the file's footprints, in the file's system. */
export const pointsInside = (footprints: readonly SourcePolygon[]): SourcePoint[] =>
  evenly(footprints, MOST_FOOTPRINTS).flatMap((rings) => {
    const [west, south, east, north] = boundsOf(rings[0] ?? []);
    const points: SourcePoint[] = [];
    for (let i = 0; i < GRID; i++)
      for (let j = 0; j < GRID; j++) {
        const x = west + ((i + 0.5) / GRID) * (east - west);
        const y = south + ((j + 0.5) / GRID) * (north - south);
        if (polygonContains(rings, x, y)) points.push([x, y]);
      }
    return points;
  });
