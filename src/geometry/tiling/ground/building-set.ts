/**
 * Buildings as the tiling sees them: the point that decides which grid a building is in (its point of inaccessibility, the inner
 * point farthest from the walls: a corner over the border decides nothing), the footprint, and numbers to be added up by grid.
 */
import Flatbush from 'flatbush';
import { type LocalPolygon, orientPolygon } from '../../local-polygon.ts';
import { visualCentre } from '../../visual-centre.ts';
import { type Box, joinBoxes, type RingCoordinates, ringBox } from '../model/ring-measures.ts';

export interface BuildingInput {
  readonly id: string;
  /** Local metres of the frame. */
  readonly footprint: LocalPolygon;
  /** Households, members …, in the order of the set's metrics. */
  readonly values?: readonly number[];
}

export interface BuildingSet {
  readonly ids: readonly string[];
  /** Deciding points, whole millimetres. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Rings in whole millimetres, the outside first. */
  readonly footprints: readonly (readonly RingCoordinates[])[];
  readonly boxes: readonly Box[];
  readonly metrics: readonly string[];
  /** Row by row, one number a metric. */
  readonly values: Float64Array;
  /** Rows whose deciding point is in a box. */
  inBox(box: Box): number[];
}

const EMPTY: Box = [Infinity, Infinity, -Infinity, -Infinity];

export const buildingSet = (buildings: readonly BuildingInput[], metrics: readonly string[]): BuildingSet => {
  const n = buildings.length;
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  const values = new Float64Array(n * metrics.length);
  const index = n > 0 ? new Flatbush(n) : null;
  const footprints = buildings.map(({ footprint, values: own }, row) => {
    const polygon = orientPolygon(footprint);
    const [px, py] = visualCentre(polygon).point;
    x[row] = Math.round(px * 1000);
    y[row] = Math.round(py * 1000);
    index?.add(x[row] as number, y[row] as number);
    for (let m = 0; m < metrics.length; m++) values[row * metrics.length + m] = own?.[m] ?? 0;
    return polygon.map((ring) =>
      Float64Array.from(ring.flatMap(([a, b]) => [Math.round(a * 1000), Math.round(b * 1000)])),
    );
  });
  index?.finish();
  return {
    ids: buildings.map(({ id }) => id),
    x,
    y,
    footprints,
    boxes: footprints.map((rings) => rings.reduce((box, ring) => joinBoxes(box, ringBox(ring)), EMPTY)),
    metrics,
    values,
    inBox: ([minX, minY, maxX, maxY]) => index?.search(minX, minY, maxX, maxY) ?? [],
  };
};
