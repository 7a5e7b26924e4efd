/**
 * Where the edges of a set of rings touch or cross: exact (robust orientation), and never slower than a budget, so that a tangle made to
 * take an hour is told as one.
 *
 * Edges that follow each other on their ring share a point by right and are not compared: `tidyRing` has cut the spikes, the only way
 * in which they could meet again.
 */
import { orient2d } from 'robust-predicates';
import type { Point, PointRing } from '../polygon.ts';
import { createBoxIndex } from './box-index.ts';

export interface Contact {
  /** The two rings, by their number in the list; equal where a ring meets itself. */
  readonly ringA: number;
  readonly ringB: number;
  /** A point of one of the two edges near which they meet. */
  readonly at: Point;
}

export interface Contacts {
  /** One for each pair of rings. */
  readonly list: readonly Contact[];
  /** Too many edges cross, or too many lie across each other's boxes, for an answer in time. */
  readonly tangled: boolean;
}

const NONE: Contacts = { list: [], tangled: false };
/** Fewer edges are compared each with each: building an index takes longer. */
const BRUTE_EDGES = 96;
/** About 0.3 s. */
const PAIR_BUDGET = 10_000_000;
/** Mending costs the square of the crossings at worst. */
const CONTACT_BUDGET = 20_000;

/** Do the closed edges a–b and c–d share a point? */
export const edgesMeet = (a: Point, b: Point, c: Point, d: Point): boolean => {
  const c1 = orient2d(a[0], a[1], b[0], b[1], c[0], c[1]);
  const d1 = orient2d(a[0], a[1], b[0], b[1], d[0], d[1]);
  if ((c1 > 0 && d1 > 0) || (c1 < 0 && d1 < 0)) return false;
  const a1 = orient2d(c[0], c[1], d[0], d[1], a[0], a[1]);
  const b1 = orient2d(c[0], c[1], d[0], d[1], b[0], b[1]);
  // All on one line: they meet where their boxes do, which the caller has looked at.
  return !((a1 > 0 && b1 > 0) || (a1 < 0 && b1 < 0));
};

interface Edges {
  readonly count: number;
  readonly from: readonly Point[];
  readonly to: readonly Point[];
  readonly ring: Int32Array;
  /** Place of the edge on its ring, and how many the ring has. */
  readonly place: Int32Array;
  readonly size: Int32Array;
  /** Smallest x, y, greatest x, y of each. */
  readonly boxes: Float64Array;
}

const edgesOf = (rings: readonly PointRing[]): Edges => {
  const count = rings.reduce((sum, ring) => sum + ring.length, 0);
  const from: Point[] = [];
  const to: Point[] = [];
  const ringOf = new Int32Array(count);
  const place = new Int32Array(count);
  const size = new Int32Array(count);
  const boxes = new Float64Array(count * 4);
  let k = 0;
  for (let r = 0; r < rings.length; r++) {
    const ring = rings[r] as PointRing;
    for (let i = 0; i < ring.length; i++, k++) {
      const a = ring[i] as Point;
      const b = ring[i + 1 === ring.length ? 0 : i + 1] as Point;
      from.push(a);
      to.push(b);
      ringOf[k] = r;
      place[k] = i;
      size[k] = ring.length;
      boxes[k * 4] = a[0] < b[0] ? a[0] : b[0];
      boxes[k * 4 + 1] = a[1] < b[1] ? a[1] : b[1];
      boxes[k * 4 + 2] = a[0] < b[0] ? b[0] : a[0];
      boxes[k * 4 + 3] = a[1] < b[1] ? b[1] : a[1];
    }
  }
  return { count, from, to, ring: ringOf, place, size, boxes };
};

const areNeighbours = (edges: Edges, i: number, j: number): boolean => {
  if (edges.ring[i] !== edges.ring[j]) return false;
  const apart = Math.abs((edges.place[i] as number) - (edges.place[j] as number));
  return apart === 1 || apart === (edges.size[i] as number) - 1;
};

/** Calls `visit` for pairs of edges whose boxes meet, each pair once, until it answers false. */
const visitPairs = (edges: Edges, visit: (i: number, j: number) => boolean): void => {
  const { count, boxes } = edges;
  if (count <= BRUTE_EDGES) {
    for (let i = 0; i < count; i++) {
      const x0 = boxes[i * 4] as number;
      const y0 = boxes[i * 4 + 1] as number;
      const x1 = boxes[i * 4 + 2] as number;
      const y1 = boxes[i * 4 + 3] as number;
      for (let j = i + 1, k = j * 4; j < count; j++, k += 4)
        if (
          (boxes[k] as number) <= x1 &&
          (boxes[k + 2] as number) >= x0 &&
          (boxes[k + 1] as number) <= y1 &&
          (boxes[k + 3] as number) >= y0 &&
          !visit(i, j)
        )
          return;
    }
    return;
  }
  const index = createBoxIndex(boxes);
  const at = (i: number): number => boxes[i] as number;
  let going = true;
  for (let i = 0; i < count && going; i++)
    index.visit(at(i * 4), at(i * 4 + 1), at(i * 4 + 2), at(i * 4 + 3), (j) => {
      if (j > i) going = visit(i, j);
      return going;
    });
};

/** A single small ring is nearly every footprint: compared without making anything. */
const SMALL = 24;
const scratch = new Float64Array(SMALL * 4);

const smallRingMeets = (ring: PointRing): boolean => {
  const n = ring.length;
  for (let i = 0; i < n; i++) {
    const a = ring[i] as Point;
    const b = ring[i + 1 === n ? 0 : i + 1] as Point;
    scratch[i * 4] = a[0] < b[0] ? a[0] : b[0];
    scratch[i * 4 + 1] = a[1] < b[1] ? a[1] : b[1];
    scratch[i * 4 + 2] = a[0] < b[0] ? b[0] : a[0];
    scratch[i * 4 + 3] = a[1] < b[1] ? b[1] : a[1];
  }
  for (let i = 0; i < n - 2; i++) {
    const x0 = scratch[i * 4] as number;
    const y0 = scratch[i * 4 + 1] as number;
    const x1 = scratch[i * 4 + 2] as number;
    const y1 = scratch[i * 4 + 3] as number;
    const last = i === 0 ? n - 1 : n;
    for (let j = i + 2, k = j * 4; j < last; j++, k += 4)
      if (
        (scratch[k] as number) <= x1 &&
        (scratch[k + 2] as number) >= x0 &&
        (scratch[k + 1] as number) <= y1 &&
        (scratch[k + 3] as number) >= y0 &&
        edgesMeet(
          ring[i] as Point,
          ring[i + 1] as Point,
          ring[j] as Point,
          ring[j + 1 === n ? 0 : j + 1] as Point,
        )
      )
        return true;
  }
  return false;
};

/** The rings must be tidy: three points or more, none repeated. */
export const findContacts = (rings: readonly PointRing[]): Contacts => {
  const only = rings.length === 1 ? (rings[0] as PointRing) : null;
  if (only !== null && only.length <= SMALL && !smallRingMeets(only)) return NONE;
  const edges = edgesOf(rings);
  let found: Map<number, Contact> | null = null;
  let pairs = 0;
  let contacts = 0;
  visitPairs(edges, (i, j) => {
    if (++pairs > PAIR_BUDGET) return false;
    if (areNeighbours(edges, i, j)) return true;
    const c = edges.from[j] as Point;
    if (!edgesMeet(edges.from[i] as Point, edges.to[i] as Point, c, edges.to[j] as Point)) return true;
    const ringA = edges.ring[i] as number;
    const ringB = edges.ring[j] as number;
    found ??= new Map();
    const key = ringA * rings.length + ringB;
    if (!found.has(key)) found.set(key, { ringA, ringB, at: c });
    return ++contacts <= CONTACT_BUDGET;
  });
  const tangled = pairs > PAIR_BUDGET || contacts > CONTACT_BUDGET;
  return found === null && !tangled ? NONE : { list: [...(found ?? new Map()).values()], tangled };
};
