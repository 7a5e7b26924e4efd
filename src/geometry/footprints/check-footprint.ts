/**
 * A footprint checked and set right: what comes out is simple, turned the right way and big enough to stand on; every change is told with
 * a code.
 *
 * Order: each ring alone (closing, repeats, spikes), then the rings against each other (crossings, holes outside), then a union where
 * something crosses, then areas. A ring is never moved, only cut; clipper gives the given points back.
 */
import { type Point, type PointRing, ringContains } from '../polygon.ts';
import { unionOf } from './clip.ts';
import { type Contacts, findContacts } from './contacts.ts';
import {
  areaMetres,
  type CheckedFootprint,
  type FaultCode,
  type FootprintFault,
  type FootprintPolygon,
  type FootprintRules,
  footprintAreaMetres,
  NO_AREA_SQUARE_METRES,
  TINY_SQUARE_METRES,
} from './footprint.ts';
import { createRingFinder } from './ring-finder.ts';
import { type TidyRing, tidyRing } from './tidy-ring.ts';

type Tell = (code: FaultCode, polygon: number, ring: number, at: Point | null, amount: number) => void;

interface GivenRing {
  readonly polygon: number;
  readonly ring: number;
  readonly points: readonly Point[];
}

/** Tells what `tidyRing` found; null where nothing is left of the ring. */
const takeRing = (
  tidy: TidyRing,
  polygon: number,
  ring: number,
  rules: FootprintRules,
  tell: Tell,
): GivenRing | null => {
  const first = tidy.points[0] ?? null;
  if (!tidy.finite) {
    tell('notFinite', polygon, ring, null, 1);
    return null;
  }
  if (tidy.distinct < 3) {
    tell('tooFewPoints', polygon, ring, first, tidy.distinct);
    return null;
  }
  if (tidy.points.length < 3) {
    tell('noArea', polygon, ring, tidy.spikes[0] ?? first, 0);
    return null;
  }
  if (rules.closed && !tidy.closed) tell('open', polygon, ring, first, 1);
  if (tidy.repeats > 0) tell('repeatedPoints', polygon, ring, first, tidy.repeats);
  const tip = tidy.spikes[0];
  if (tip !== undefined) tell('spike', polygon, ring, tip, tidy.spikes.length);
  return { polygon, ring, points: tidy.points };
};

const holdersOf = (find: (x: number, y: number) => number[], ring: GivenRing): number[] => {
  const [x, y] = ring.points[0] as Point;
  return find(x, y);
};

/** Without contact, one point tells on which side of a ring another lies. Drops holes that take nothing away. */
const dropVainHoles = (polygon: readonly GivenRing[], tell: Tell): readonly GivenRing[] => {
  const [outside, ...holes] = polygon as [GivenRing, ...GivenRing[]];
  const inOutside = createRingFinder([outside.points]);
  const inHoles = createRingFinder(holes.map((hole) => hole.points));
  const kept = holes.filter((hole, i) => {
    if (holdersOf(inOutside, hole).length > 0 && !holdersOf(inHoles, hole).some((k) => k !== i)) return true;
    tell('holeOutside', hole.polygon, hole.ring, hole.points[0] as Point, 1);
    return false;
  });
  return [outside, ...kept];
};

const tellContacts = (contacts: Contacts, rings: readonly GivenRing[], tell: Tell): void => {
  for (const { ringA, ringB, at } of contacts.list) {
    const a = rings[ringA] as GivenRing;
    const b = rings[ringB] as GivenRing;
    const code = ringA === ringB ? 'selfCrossing' : a.polygon === b.polygon ? 'holeCrosses' : 'partsOverlap';
    tell(code, b.polygon, b.ring, at, 1);
  }
};

/** Polygons that do not touch may still lie in each other, where that is not in a hole. */
const isSomeInside = (polygons: readonly (readonly GivenRing[])[], tell: Tell): boolean => {
  const find = createRingFinder(polygons.map((rings) => (rings[0] as GivenRing).points));
  let found = false;
  for (let i = 0; i < polygons.length; i++) {
    const inner = (polygons[i] as readonly GivenRing[])[0] as GivenRing;
    const [x, y] = inner.points[0] as Point;
    const covers = (k: number): boolean =>
      k !== i &&
      !(polygons[k] as readonly GivenRing[]).slice(1).some((hole) => ringContains(hole.points, x, y));
    if (!find(x, y).some(covers)) continue;
    tell('partsOverlap', inner.polygon, 0, [x, y], 1);
    found = true;
  }
  return found;
};

const turned = (
  ring: readonly Point[],
  isHole: boolean,
  metresPerUnit: FootprintRules['metresPerUnit'],
): readonly Point[] => (areaMetres(ring, metresPerUnit) > 0 === isHole ? [...ring].reverse() : ring);

/** Outside counter-clockwise, holes clockwise; rings of no area left out. */
const finish = (
  polygons: readonly FootprintPolygon[],
  rules: FootprintRules,
  lost: (polygon: number, ring: number, at: Point) => void,
): FootprintPolygon[] =>
  polygons.flatMap((polygon, p) => {
    const rings: (readonly Point[])[] = [];
    for (let r = 0; r < polygon.length; r++) {
      const ring = polygon[r] as PointRing;
      if (Math.abs(areaMetres(ring, rules.metresPerUnit)) < NO_AREA_SQUARE_METRES) {
        lost(p, r, ring[0] as Point);
        if (r === 0) return [];
      } else rings.push(turned(ring, r > 0, rules.metresPerUnit));
    }
    // A list that was pushed to keeps room for seventeen; a city has a million of them.
    return [rings.slice()];
  });

const pointCount = (polygons: readonly FootprintPolygon[]): number =>
  polygons.reduce((sum, polygon) => sum + polygon.reduce((n, ring) => n + ring.length, 0), 0);

/**
 * A union leaves needles and near repeats where lines cross at a small angle; cutting those moves an edge by a hair, which may touch
 * another again. Two rounds are the rule.
 */
const MOST_ROUNDS = 6;

const mended = (polygons: readonly (readonly GivenRing[])[], rules: FootprintRules): FootprintPolygon[] => {
  let drawn: FootprintPolygon[] = polygons.map((rings) => rings.map((ring) => ring.points));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const united = unionOf(drawn, rules.metresPerUnit);
    drawn = united.flatMap((rings) => {
      const tidy = rings.map((ring) => tidyRing(ring, rules.metresPerUnit).points);
      if (tidy[0] === undefined || tidy[0].length < 3) return [];
      return [tidy.filter((ring) => ring.length >= 3)];
    });
    if (pointCount(drawn) === pointCount(united)) break;
  }
  return drawn;
};

/** Nothing crosses: the rings are only turned, and lose their place where they have no area. */
const finishWhole = (
  polygons: readonly (readonly GivenRing[])[],
  rules: FootprintRules,
  tell: Tell,
): FootprintPolygon[] => {
  for (const rings of polygons)
    for (const ring of rings)
      if (areaMetres(ring.points, rules.metresPerUnit) > 0 === ring.ring > 0)
        tell('winding', ring.polygon, ring.ring, ring.points[0] as Point, 1);
  return finish(
    polygons.map((rings) => rings.map((ring) => ring.points)),
    rules,
    (p, r, at) => {
      const ring = (polygons[p] as readonly GivenRing[])[r] as GivenRing;
      tell('noArea', ring.polygon, ring.ring, at, 0);
    },
  );
};

/**
 * Different rings may touch at a point: a hole at its outside, parts corner to corner. They do no more than that where a union leaves
 * as many rings and as much area as there were.
 */
const merelyTouch = (
  contacts: Contacts,
  polygons: readonly (readonly GivenRing[])[],
  rules: FootprintRules,
): boolean => {
  if (contacts.list.some(({ ringA, ringB }) => ringA === ringB)) return false;
  const given = polygons.map((rings) => rings.map((ring) => ring.points));
  const united = mended(polygons, rules);
  const isAlike = united.length === given.length && united.flat().length === given.flat().length;
  if (!isAlike) return false;
  const before = footprintAreaMetres(given, rules.metresPerUnit);
  const after = footprintAreaMetres(united, rules.metresPerUnit);
  return Math.abs(before - after) < NO_AREA_SQUARE_METRES;
};

/** One ring that does not cross itself, as nearly all are. Null where it does. */
const checkPlain = (ring: GivenRing, rules: FootprintRules, tell: Tell): FootprintPolygon[] | null => {
  const { points, polygon } = ring;
  const contacts = findContacts([points]);
  if (contacts.tangled || contacts.list.length > 0) return null;
  const signed = areaMetres(points, rules.metresPerUnit);
  const area = Math.abs(signed);
  if (area < NO_AREA_SQUARE_METRES) {
    tell('noArea', polygon, 0, points[0] as Point, 0);
    return [];
  }
  if (signed < 0) tell('winding', polygon, 0, points[0] as Point, 1);
  if (area < TINY_SQUARE_METRES) tell('tinyArea', 0, 0, points[0] as Point, area);
  else if (area > rules.largestSquareMetres) tell('tooLarge', 0, 0, points[0] as Point, area);
  return [[signed < 0 ? points.toReversed() : points]];
};

export const checkFootprint = (
  given: readonly FootprintPolygon[],
  rules: FootprintRules,
): CheckedFootprint => {
  const faults: FootprintFault[] = [];
  const tell: Tell = (code, polygon, ring, at, amount) => {
    faults.push({ code, polygon, ring, at, amount });
  };
  const taken: (readonly GivenRing[])[] = [];
  for (let p = 0; p < given.length; p++) {
    const polygon = given[p] as FootprintPolygon;
    const rings: GivenRing[] = [];
    for (let r = 0; r < polygon.length; r++) {
      const ring = takeRing(tidyRing(polygon[r] as PointRing, rules.metresPerUnit), p, r, rules, tell);
      if (ring !== null) rings.push(ring);
      else if (r === 0) break;
    }
    if (rings.length > 0) taken.push(rings);
  }
  if (taken.length === 0) return { polygons: [], faults };
  const only = taken.length === 1 && taken[0]?.length === 1 ? (taken[0][0] as GivenRing) : null;
  if (only !== null) {
    const plain = checkPlain(only, rules, tell);
    if (plain !== null) return { polygons: plain, faults };
  }

  const flat = taken.length === 1 ? (taken[0] as readonly GivenRing[]) : taken.flat();
  const contacts = findContacts(flat.map((ring) => ring.points));
  if (contacts.tangled) {
    const first = flat[0] as GivenRing;
    tell('tooTangled', first.polygon, first.ring, contacts.list[0]?.at ?? null, 1);
    return { polygons: [], faults };
  }
  const whole =
    contacts.list.length > 0
      ? taken
      : taken.map((rings) => (rings.length === 1 ? rings : dropVainHoles(rings, tell)));
  const crossed = contacts.list.length > 0 && !merelyTouch(contacts, whole, rules);
  if (crossed) tellContacts(contacts, flat, tell);
  const nested = contacts.list.length === 0 && whole.length > 1 && isSomeInside(whole, tell);
  const polygons =
    crossed || nested
      ? finish(mended(whole, rules), rules, () => undefined)
      : finishWhole(whole, rules, tell);
  const area = footprintAreaMetres(polygons, rules.metresPerUnit);
  const first = polygons[0]?.[0]?.[0] ?? null;
  if (polygons.length === 0) {
    if (crossed || nested) tell('noArea', (flat[0] as GivenRing).polygon, 0, null, 0);
  } else if (area < TINY_SQUARE_METRES) tell('tinyArea', 0, 0, first, area);
  else if (area > rules.largestSquareMetres) tell('tooLarge', 0, 0, first, area);
  return { polygons, faults };
};
