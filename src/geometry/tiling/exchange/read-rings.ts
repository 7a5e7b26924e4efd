/** Rings one by one, before they meet others: numbers, repeats, direction, spikes, crossings with themselves, lost holes. */
import { distance, orient, roundPoint, segmentDistance2, segmentsCross } from '../model/exact.ts';
import { flatRing, type RingCoordinates, twiceArea, windingOf } from '../model/ring-measures.ts';
import type { FaceId, MmPoint } from '../model/rows.ts';
import type { Faults } from './fault.ts';
import type { CoveragePolygon, MmRing } from './polygons.ts';

/** A ring as it goes into the noder: outsides and holes all counter-clockwise, so that 1 around a place means inside. */
export interface ReadRing {
  readonly polygon: number;
  readonly part: number;
  readonly isHole: boolean;
  readonly points: readonly MmPoint[];
  /** The fault that says how a crossing with itself is read, or that a hole is outside; empty: none. */
  readonly crossing: string;
  readonly lostHole: string;
}

export interface ReadPolygon {
  readonly id: FaceId;
  readonly index: number;
  readonly source: CoveragePolygon;
  readonly rings: readonly ReadRing[];
  /** The fault that it repeats an earlier polygon, or an id that was there; empty: none. */
  readonly duplicate: string;
  readonly duplicateOf: number;
  readonly sameId: string;
}

const cleaned = (ring: MmRing, id: FaceId, faults: Faults): MmPoint[] | null => {
  const bad = ring.findIndex(({ x, y }) => !Number.isFinite(x) || !Number.isFinite(y));
  if (bad !== -1) {
    const near = ring.find(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
    faults.add('notNumber', near ?? { x: 0, y: 0 }, [id]);
    return null;
  }
  const points: MmPoint[] = [];
  for (const point of ring.map(roundPoint)) {
    const last = points[points.length - 1];
    if (last !== undefined && last.x === point.x && last.y === point.y)
      faults.add('repeatedPoint', point, [id]);
    else points.push(point);
  }
  const [first, last] = [points[0], points[points.length - 1]];
  // The closing point is no fault: formats want it.
  if (
    first !== undefined &&
    last !== undefined &&
    points.length > 1 &&
    first.x === last.x &&
    first.y === last.y
  )
    points.pop();
  if (points.length >= 3) return points;
  faults.add('tooFewPoints', first ?? { x: 0, y: 0 }, [id]);
  return null;
};

const findSpikes = (points: readonly MmPoint[], id: FaceId, toleranceMm: number, faults: Faults): void => {
  const near2 = toleranceMm * toleranceMm;
  const n = points.length;
  for (let i = 0; i < n; i++) {
    const [a, b, c] = [points[(i + n - 1) % n], points[i], points[(i + 1) % n]] as [
      MmPoint,
      MmPoint,
      MmPoint,
    ];
    const turnsBack = (a.x - b.x) * (c.x - b.x) + (a.y - b.y) * (c.y - b.y) > 0;
    if (!turnsBack) continue;
    const length = Math.min(distance(a, b), distance(b, c));
    if (length <= toleranceMm) continue;
    if (Math.min(segmentDistance2(c, a, b), segmentDistance2(a, b, c)) <= near2)
      faults.add('spike', b, [id], { sizeMm: length });
  }
};

/** A place where the ring crosses itself, or null. Edges by rising west end; only those that overlap are compared. */
export const selfCrossing = (points: readonly MmPoint[]): MmPoint | null => {
  const n = points.length;
  const edges = points.map((p, i) => {
    const q = points[(i + 1) % n] as MmPoint;
    return { p, q, i, minX: Math.min(p.x, q.x), maxX: Math.max(p.x, q.x) };
  });
  edges.sort((a, b) => a.minX - b.minX);
  for (let i = 0; i < n; i++) {
    const e = edges[i] as (typeof edges)[number];
    for (let j = i + 1; j < n; j++) {
      const f = edges[j] as (typeof edges)[number];
      if (f.minX > e.maxX) break;
      const apart = Math.abs(e.i - f.i);
      if (apart === 1 || apart === n - 1) continue;
      if (segmentsCross(e.p, e.q, f.p, f.q)) return f.p;
      // A vertex in the middle of another edge is a crossing or a touch; both need reading by winding.
      if (orient(e.p, e.q, f.p) === 0 && segmentDistance2(f.p, e.p, e.q) === 0) return f.p;
    }
  }
  return null;
};

const keyOf = (points: readonly MmPoint[]): string => {
  const names = points.map(({ x, y }) => `${x},${y}`);
  let first = 0;
  for (let i = 1; i < names.length; i++) if ((names[i] as string) < (names[first] as string)) first = i;
  return [...names.slice(first), ...names.slice(0, first)].join(' ');
};

const isInside = (inner: readonly MmPoint[], outer: RingCoordinates): boolean => {
  // Most points decide: a hole may touch its outside, or stick out a little and still be meant as a hole.
  const inside = inner.filter(({ x, y }) => windingOf(outer, x, y) !== 0).length;
  return inside * 2 >= inner.length;
};

const readPart = (
  polygon: CoveragePolygon,
  index: number,
  part: number,
  toleranceMm: number,
  faults: Faults,
): ReadRing[] => {
  const rings: ReadRing[] = [];
  const [outside] = polygon.parts[part] ?? [];
  let outer: RingCoordinates | null = null;
  for (const ring of polygon.parts[part] ?? []) {
    const isHole = ring !== outside;
    const points = cleaned(ring, polygon.id, faults);
    if (points === null) {
      // Without its outside a part is nothing; without one hole it still is something.
      if (!isHole) return [];
      continue;
    }
    const first = points[0] as MmPoint;
    findSpikes(points, polygon.id, toleranceMm, faults);
    const crossesAt = selfCrossing(points);
    const crossing = crossesAt === null ? '' : faults.add('selfCrossing', crossesAt, [polygon.id]).id;
    const twice = twiceArea(flatRing(points));
    if (twice > 0 === isHole && crossing === '') faults.add('winding', first, [polygon.id]);
    const turned = twice < 0 ? points.toReversed() : points;
    let lostHole = '';
    if (!isHole) outer = flatRing(turned);
    else if (outer !== null && !isInside(turned, outer))
      lostHole = faults.add('holeOutside', first, [polygon.id], { areaMm2: Math.abs(twice) / 2 }).id;
    rings.push({ polygon: index, part, isHole, points: turned, crossing, lostHole });
  }
  return rings;
};

export const readPolygons = (
  polygons: readonly CoveragePolygon[],
  toleranceMm: number,
  faults: Faults,
): ReadPolygon[] => {
  const ids = new Set<FaceId>();
  const shapes = new Map<string, number>();
  return polygons.map((source, index): ReadPolygon => {
    const rings = source.parts.flatMap((_, part) => readPart(source, index, part, toleranceMm, faults));
    const at = rings[0]?.points[0] ?? { x: 0, y: 0 };
    const shape = rings
      .map(({ points, isHole }) => `${isHole ? '-' : '+'}${keyOf(points)}`)
      .sort()
      .join('|');
    const before = rings.length > 0 ? shapes.get(shape) : undefined;
    if (before === undefined) shapes.set(shape, index);
    const duplicate =
      before === undefined
        ? ''
        : faults.add('duplicate', at, [(polygons[before] as CoveragePolygon).id, source.id]).id;
    const isKnown = ids.has(source.id);
    ids.add(source.id);
    const sameId = isKnown && before === undefined ? faults.add('sameId', at, [source.id]).id : '';
    return { id: source.id, index, source, rings, duplicate, duplicateOf: before ?? -1, sameId };
  });
};
