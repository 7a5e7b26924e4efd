/** One ring made plain: finite points, no repeats, no spikes, not closed. What is left may still cross itself. */
import type { Point, PointRing } from '../polygon.ts';
import { type MetresPerUnit, SAME_POINT_METRES, SPIKE_METRES, SPIKE_SINE } from './footprint.ts';

export interface TidyRing {
  /** Fewer than three where nothing is left. The points are the given ones, never moved. */
  readonly points: readonly Point[];
  /** Every coordinate is a number that a place on earth can have. */
  readonly finite: boolean;
  /** The first point is repeated at the end, exactly or nearly. */
  readonly closed: boolean;
  /** Points dropped as repeats, the closing one not counted. */
  readonly repeats: number;
  readonly spikes: readonly Point[];
  /** Distinct points before spikes were cut. */
  readonly distinct: number;
}

/** Above this products lose the millimetre, far above they overflow; no system of coordinates goes there. */
const MOST_COORDINATE = 1e10;
const isUsable = (v: number): boolean => v >= -MOST_COORDINATE && v <= MOST_COORDINATE;

const isSpike = (before: Point, tip: Point, after: Point, [mx, my]: MetresPerUnit): boolean => {
  const ax = (before[0] - tip[0]) * mx;
  const ay = (before[1] - tip[1]) * my;
  const bx = (after[0] - tip[0]) * mx;
  const by = (after[1] - tip[1]) * my;
  const dot = ax * bx + ay * by;
  if (dot <= 0) return false;
  const cross = ax * by - ay * bx;
  const cross2 = cross * cross;
  const a2 = ax * ax + ay * ay;
  const b2 = bx * bx + by * by;
  // The sine of the corner; the width of the tip where its shorter side ends.
  return (
    cross2 <= SPIKE_SINE * SPIKE_SINE * a2 * b2 && cross2 <= SPIKE_METRES * SPIKE_METRES * Math.max(a2, b2)
  );
};

type Same = (a: Point, b: Point) => boolean;

/**
 * Cutting a tip may bare another or bring equal points together, so the points are taken up one by one and what is behind is looked at
 * again; then the two ends, which are neighbours too. Linear: a comb of a million spikes takes as long as a ring of a million corners.
 */
const cutSpikes = (ring: readonly Point[], metresPerUnit: MetresPerUnit, same: Same) => {
  const kept: Point[] = [];
  const spikes: Point[] = [];
  const at = (i: number): Point => kept[i] as Point;
  for (const p of ring) {
    while (kept.length >= 2 && isSpike(at(kept.length - 2), at(kept.length - 1), p, metresPerUnit))
      spikes.push(kept.pop() as Point);
    if (kept.length === 0 || !same(at(kept.length - 1), p)) kept.push(p);
  }
  let head = 0;
  let tail = kept.length - 1;
  while (tail - head >= 2) {
    if (same(at(tail), at(head))) tail--;
    else if (isSpike(at(tail - 1), at(tail), at(head), metresPerUnit)) spikes.push(at(tail--));
    else if (isSpike(at(tail), at(head), at(head + 1), metresPerUnit)) spikes.push(at(head++));
    else break;
  }
  return { points: kept.slice(head, tail + 1), spikes };
};

const mayHaveSpike = (ring: readonly Point[], metresPerUnit: MetresPerUnit): boolean => {
  const n = ring.length;
  let before = ring[n - 1] as Point;
  let tip = ring[0] as Point;
  for (let i = 0; i < n; i++) {
    const after = ring[i + 1 === n ? 0 : i + 1] as Point;
    if (isSpike(before, tip, after, metresPerUnit)) return true;
    before = tip;
    tip = after;
  }
  return false;
};

/** Nearer than a millimetre to the last kept, however far the way goes in such steps. */
const withoutRepeats = (given: PointRing, same: Same): Point[] => {
  const points: Point[] = [];
  for (const p of given)
    if (points.length === 0 || !same(points[points.length - 1] as Point, p)) points.push(p);
  return points;
};

export const tidyRing = (given: PointRing, metresPerUnit: MetresPerUnit): TidyRing => {
  const [mx, my] = metresPerUnit;
  const same: Same = (a, b) => {
    const dx = (a[0] - b[0]) * mx;
    const dy = (a[1] - b[1]) * my;
    return dx * dx + dy * dy <= SAME_POINT_METRES * SAME_POINT_METRES;
  };
  const n = given.length;
  let hasRepeats = false;
  for (let i = 0; i < n; i++) {
    const p = given[i] as Point;
    if (!isUsable(p[0]) || !isUsable(p[1]))
      return { points: [], finite: false, closed: true, repeats: 0, spikes: [], distinct: 0 };
    if (i > 0 && same(given[i - 1] as Point, p)) hasRepeats = true;
  }
  const closed = n > 1 && same(given[0] as Point, given[n - 1] as Point);
  const points = hasRepeats ? withoutRepeats(given, same) : given.slice(0, closed ? n - 1 : n);
  while (points.length > 1 && same(points[0] as Point, points[points.length - 1] as Point)) points.pop();
  const distinct = points.length;
  const repeats = given.length - distinct - (closed ? 1 : 0);
  const cut =
    distinct >= 3 && mayHaveSpike(points, metresPerUnit)
      ? cutSpikes(points, metresPerUnit, same)
      : { points, spikes: [] };
  return {
    points: cut.points.length < 3 ? [] : cut.points,
    finite: true,
    closed,
    repeats,
    spikes: cut.spikes,
    distinct,
  };
};
