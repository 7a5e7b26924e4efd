/**
 * The few questions on which everything rests. Which side of a line a point is on is answered exactly (robust-predicates), for
 * any whole millimetres: plain doubles are exact up to 67 km only, and a prefecture is wider.
 */
import { orient2d } from 'robust-predicates';
import type { MmPoint } from './rows.ts';

/** Above 0 where c lies to the left of a → b (y up), 0 where it lies on the line. */
export const orient = (a: MmPoint, b: MmPoint, c: MmPoint): number =>
  0 - orient2d(a.x, a.y, b.x, b.y, c.x, c.y);

/** Do the segments cross in a point that is inside of both? Touching is a matter of distance. */
export const segmentsCross = (a: MmPoint, b: MmPoint, c: MmPoint, d: MmPoint): boolean => {
  const oc = orient(a, b, c);
  const od = orient(a, b, d);
  if (oc === 0 || od === 0 || oc > 0 === od > 0) return false;
  const oa = orient(c, d, a);
  const ob = orient(c, d, b);
  return oa !== 0 && ob !== 0 && oa > 0 !== ob > 0;
};

/** Where two crossing segments meet, not rounded. */
export const crossingPoint = (a: MmPoint, b: MmPoint, c: MmPoint, d: MmPoint): MmPoint => {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const ex = d.x - c.x;
  const ey = d.y - c.y;
  const t = ((c.x - a.x) * ey - (c.y - a.y) * ex) / (dx * ey - dy * ex);
  return { x: a.x + t * dx, y: a.y + t * dy };
};

/** Does a come first? One order for both directions of a segment, so that both get the very same figures. */
export const comesFirst = (a: MmPoint, b: MmPoint): boolean => a.x < b.x || (a.x === b.x && a.y < b.y);

/** The place along a segment that is nearest to p: 0 at a, 1 at b. */
export const nearestParameter = (p: MmPoint, a: MmPoint, b: MmPoint): number => {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const square = dx * dx + dy * dy;
  if (square === 0) return 0;
  return Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / square));
};

export const nearestOnSegment = (p: MmPoint, a: MmPoint, b: MmPoint): MmPoint => {
  if (comesFirst(b, a)) return nearestOnSegment(p, b, a);
  const t = nearestParameter(p, a, b);
  return t === 1 ? b : { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
};

export const distance2 = (a: MmPoint, b: MmPoint): number => (a.x - b.x) ** 2 + (a.y - b.y) ** 2;
export const distance = (a: MmPoint, b: MmPoint): number => Math.sqrt(distance2(a, b));

/** Square of the distance of a point from a segment; the same figure for both directions of the segment. */
export const segmentDistance2 = (p: MmPoint, a: MmPoint, b: MmPoint): number =>
  distance2(p, nearestOnSegment(p, a, b));

/** Square of the distance between two segments that do not cross. */
export const segmentsDistance2 = (a: MmPoint, b: MmPoint, c: MmPoint, d: MmPoint): number =>
  Math.min(
    segmentDistance2(a, c, d),
    segmentDistance2(b, c, d),
    segmentDistance2(c, a, b),
    segmentDistance2(d, a, b),
  );

export const roundPoint = (p: MmPoint): MmPoint => ({ x: Math.round(p.x) + 0, y: Math.round(p.y) + 0 });

/** Half-plane of a direction: 0 for angles from 0 up to (not including) 180 degrees, 1 for the rest. */
const half = (o: MmPoint, p: MmPoint): number => (p.y > o.y || (p.y === o.y && p.x > o.x) ? 0 : 1);

/** Order of directions from o, counter-clockwise from east; exact. */
export const compareAngles = (o: MmPoint, p: MmPoint, q: MmPoint): number => {
  const difference = half(o, p) - half(o, q);
  if (difference !== 0) return difference;
  const turn = orient(o, p, q);
  return turn > 0 ? -1 : turn < 0 ? 1 : 0;
};
