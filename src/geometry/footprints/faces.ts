/**
 * Simple polygons out of rings that touch themselves and each other.
 *
 * Clipper answers with rings that may pass through one point twice, or run along a corner of another ring: right as areas, but no simple
 * polygons. All rings together are taken as one set of directed edges with the covered side on their left, cut wherever a corner lies
 * on them; then each face is walked around by turning left as sharply as can be, so that what only hangs together by a point comes apart.
 *
 *         ╲   ╱ walks never cross here:          A walk that comes through a point twice is taken apart there: loops that turn left
 *      ╱───╲ ╱───╲  two faces                    are outsides, loops that turn right are holes that touch it.
 *      ╲───╱ ╲───╱
 */
import { orient2d } from 'robust-predicates';
import { createBoxIndex } from './box-index.ts';

/** A point on the grid: whole numbers from 0 to below 1e8. */
export interface GridPoint {
  readonly x: number;
  readonly y: number;
}
type GridRing = readonly GridPoint[];

const KEY_STEP = 100_000_007;
const keyOf = (p: GridPoint): number => p.x * KEY_STEP + p.y;

interface Noded {
  readonly rings: readonly GridRing[];
  /** Edges cross between their ends, or were bent to a corner: the rings must be united again. */
  readonly unsettled: boolean;
}

/** A corner nearer to an edge than this, in steps of the grid, is on it: the edge is bent to it, or the two would cross for ever. */
const ON_EDGE_STEPS = 0.75;

/** Corners that lie on an edge become corners of it. */
export const nodeRings = (rings: readonly GridRing[]): Noded => {
  const from: GridPoint[] = [];
  const to: GridPoint[] = [];
  for (const ring of rings)
    for (let i = 0; i < ring.length; i++) {
      from.push(ring[i] as GridPoint);
      to.push(ring[(i + 1) % ring.length] as GridPoint);
    }
  const boxes = new Float64Array(from.length * 4);
  for (let i = 0; i < from.length; i++) {
    const a = from[i] as GridPoint;
    const b = to[i] as GridPoint;
    boxes.set([Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y)], i * 4);
  }
  const index = createBoxIndex(boxes);
  let unsettled = false;
  let k = 0;
  const out = rings.map((ring) => {
    const noded: GridPoint[] = [];
    for (let i = 0; i < ring.length; i++, k++) {
      const a = from[k] as GridPoint;
      const b = to[k] as GridPoint;
      const on: GridPoint[] = [];
      index.visit(
        (boxes[k * 4] as number) - 1,
        (boxes[k * 4 + 1] as number) - 1,
        (boxes[k * 4 + 2] as number) + 1,
        (boxes[k * 4 + 3] as number) + 1,
        (j) => {
          const c = from[j] as GridPoint;
          const d = to[j] as GridPoint;
          const sideC = orient2d(a.x, a.y, b.x, b.y, c.x, c.y);
          if (isOn(a, b, c)) {
            on.push(c);
            if (sideC !== 0) unsettled = true;
          }
          const sideD = orient2d(a.x, a.y, b.x, b.y, d.x, d.y);
          if (sideC > 0 === sideD > 0 || sideC === 0 || sideD === 0) return true;
          const sideA = orient2d(c.x, c.y, d.x, d.y, a.x, a.y);
          const sideB = orient2d(c.x, c.y, d.x, d.y, b.x, b.y);
          if (sideA !== 0 && sideB !== 0 && sideA > 0 !== sideB > 0) unsettled = true;
          return true;
        },
      );
      noded.push(a);
      const along = (p: GridPoint): number => (p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y);
      for (const p of on.sort((p, q) => along(p) - along(q)))
        if (keyOf(p) !== keyOf(noded[noded.length - 1] as GridPoint)) noded.push(p);
    }
    return noded;
  });
  return { rings: out, unsettled };
};

const isOn = (a: GridPoint, b: GridPoint, p: GridPoint): boolean => {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length2 = dx * dx + dy * dy;
  const along = (p.x - a.x) * dx + (p.y - a.y) * dy;
  if (along <= 0 || along >= length2 || (p.x === a.x && p.y === a.y) || (p.x === b.x && p.y === b.y))
    return false;
  const across = (p.x - a.x) * dy - (p.y - a.y) * dx;
  return across * across <= ON_EDGE_STEPS * ON_EDGE_STEPS * length2;
};

/** Directed edges by their first point; an edge that is also walked the other way covers nothing and goes. */
const edgesByStart = (rings: readonly GridRing[]): Map<number, GridPoint[]> => {
  const edges = new Map<number, GridPoint[]>();
  for (const ring of rings)
    for (let i = 0; i < ring.length; i++) {
      const a = ring[i] as GridPoint;
      const b = ring[(i + 1) % ring.length] as GridPoint;
      const back = edges.get(keyOf(b));
      const at = back?.findIndex((p) => p.x === a.x && p.y === a.y) ?? -1;
      if (back !== undefined && at >= 0) {
        back.splice(at, 1);
        continue;
      }
      const list = edges.get(keyOf(a));
      if (list === undefined) edges.set(keyOf(a), [b]);
      else list.push(b);
    }
  return edges;
};

/** The sharpest turn to the left at `b`, coming from `a`. */
const leftmost = (a: GridPoint, b: GridPoint, candidates: readonly GridPoint[]): number => {
  if (candidates.length === 1) return 0;
  const back = Math.atan2(a.y - b.y, a.x - b.x);
  let best = 0;
  let smallest = Infinity;
  candidates.forEach((p, i) => {
    let turn = back - Math.atan2(p.y - b.y, p.x - b.x);
    if (turn <= 0) turn += 2 * Math.PI;
    if (turn < smallest) {
      smallest = turn;
      best = i;
    }
  });
  return best;
};

/** A closed walk taken apart at the points it passes twice. */
const simpleLoops = (walk: GridRing): GridPoint[][] => {
  const loops: GridPoint[][] = [];
  const stack: GridPoint[] = [];
  const place = new Map<number, number>();
  for (const p of walk) {
    const before = place.get(keyOf(p));
    if (before !== undefined) {
      const loop = stack.splice(before);
      for (const q of loop) place.delete(keyOf(q));
      if (loop.length >= 3) loops.push(loop);
    }
    place.set(keyOf(p), stack.length);
    stack.push(p);
  }
  if (stack.length >= 3) loops.push(stack);
  return loops;
};

/** Simple loops around what the noded rings cover: outsides counter-clockwise, holes clockwise. */
export const traceLoops = (rings: readonly GridRing[]): GridPoint[][] => {
  const edges = edgesByStart(rings);
  const points = new Map<number, GridPoint>();
  for (const ring of rings) for (const p of ring) points.set(keyOf(p), p);
  const loops: GridPoint[][] = [];
  for (const [key, list] of edges)
    while (list.length > 0) {
      const start = points.get(key) as GridPoint;
      const walk: GridPoint[] = [start];
      let a = start;
      let b = list.pop() as GridPoint;
      const second = b;
      for (;;) {
        const next = edges.get(keyOf(b)) ?? [];
        // Back at the start, and the sharpest turn is the edge it began with: the face is closed.
        const isStart = keyOf(b) === key;
        const candidates: readonly GridPoint[] = isStart ? [second, ...next] : next;
        if (candidates.length === 0) break;
        const turn = leftmost(a, b, candidates);
        if (isStart && turn === 0) break;
        walk.push(b);
        a = b;
        b = next.splice(isStart ? turn - 1 : turn, 1)[0] as GridPoint;
      }
      loops.push(...simpleLoops(walk));
    }
  return loops;
};
