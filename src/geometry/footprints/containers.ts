/** Which outline a part of a building lies in: the smallest that holds its inside and most of its corners. */
import { boundsOf, type Point, polygonContains } from '../polygon.ts';
import { createBoxIndex } from './box-index.ts';
import { type FootprintPolygon, footprintAreaMetres } from './footprint.ts';
import { interiorPoint } from './interior-point.ts';

/** Parts share corners and edges with their outline: each corner is drawn in by this share before it is asked. */
const DRAW_IN = 0.02;
/** Eaves and tile borders let a corner or two stick out. */
const ENOUGH = 0.75;

/** Areas are only compared with each other, so their unit does not matter. */
const areaOf = (polygons: readonly FootprintPolygon[]): number => footprintAreaMetres(polygons, [1, 1]);

/** Answers the number of the outline, or null. Build once, ask for each part. */
export const createContainers = (
  outlines: readonly (readonly FootprintPolygon[])[],
): ((part: readonly FootprintPolygon[]) => number | null) => {
  const usable = outlines.flatMap((polygons, i) => (polygons.length > 0 ? [i] : []));
  if (usable.length === 0) return () => null;
  const boxes = new Float64Array(usable.length * 4);
  usable.forEach((outline, k) =>
    boxes.set(
      boundsOf((outlines[outline] as readonly FootprintPolygon[]).flatMap((polygon) => polygon[0] ?? [])),
      k * 4,
    ),
  );
  const index = createBoxIndex(boxes);
  const areas = usable.map((i) => areaOf(outlines[i] as readonly FootprintPolygon[]));
  const holds = (outline: readonly FootprintPolygon[], x: number, y: number): boolean =>
    outline.some((polygon) => polygonContains(polygon, x, y));
  return (part) => {
    const largest = part.reduce<FootprintPolygon | null>(
      (best, polygon) => (best === null || areaOf([polygon]) > areaOf([best]) ? polygon : best),
      null,
    );
    const inside = largest === null ? null : interiorPoint(largest);
    if (largest === null || inside === null) return null;
    const corners = (largest[0] as readonly Point[]).map(
      ([x, y]): Point => [x + (inside[0] - x) * DRAW_IN, y + (inside[1] - y) * DRAW_IN],
    );
    const area = areaOf(part);
    let best: number | null = null;
    let smallest = Infinity;
    index.visit(inside[0], inside[1], inside[0], inside[1], (k) => {
      const size = areas[k] as number;
      if (size >= smallest || size < area * ENOUGH) return true;
      const i = usable[k] as number;
      const outline = outlines[i] as readonly FootprintPolygon[];
      if (!holds(outline, inside[0], inside[1])) return true;
      const held = corners.filter(([x, y]) => holds(outline, x, y)).length;
      if (held < corners.length * ENOUGH) return true;
      smallest = size;
      best = i;
      return true;
    });
    return best;
  };
};
