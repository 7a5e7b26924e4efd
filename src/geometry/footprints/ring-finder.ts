/** Which of many rings hold a point: asked through an index, so that a hundred thousand holes are no hundred thousand squared. */
import { boundsOf, type PointRing, ringContains } from '../polygon.ts';
import { createBoxIndex } from './box-index.ts';

/** Fewer rings are asked one by one. */
const FEW = 8;

/** Answers the numbers of the rings (closed or not, any way round) that the point lies in. */
export const createRingFinder = (rings: readonly PointRing[]): ((x: number, y: number) => number[]) => {
  if (rings.length <= FEW) return (x, y) => rings.flatMap((ring, i) => (ringContains(ring, x, y) ? [i] : []));
  const boxes = new Float64Array(rings.length * 4);
  rings.forEach((ring, i) => boxes.set(boundsOf(ring), i * 4));
  const index = createBoxIndex(boxes);
  return (x, y) => {
    const holders: number[] = [];
    index.visit(x, y, x, y, (i) => {
      if (ringContains(rings[i] as PointRing, x, y)) holders.push(i);
      return true;
    });
    return holders;
  };
};
