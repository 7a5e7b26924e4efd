/**
 * Rings of a face from its arcs: outsides counter-clockwise, holes clockwise, each with the vertices it runs through. A ring that
 * touches itself in a point is taken apart there, so that what comes out is valid to everyone (OGC, GeoJSON).
 */
import { compareAngles } from './exact.ts';
import {
  type Box,
  flatRing,
  insidePoint,
  joinBoxes,
  type RingCoordinates,
  ringBox,
  twiceArea,
  windingOf,
} from './ring-measures.ts';
import type { Arc, MmPoint, Side, View } from './rows.ts';

export interface FaceRing {
  readonly vertexIds: readonly number[];
  readonly coordinates: RingCoordinates;
  /** Twice the signed area, square millimetres: above 0 outsides, below 0 holes. */
  readonly twiceAreaMm2: number;
}

/** One part of a face: its outside first, then its holes. */
export type FacePart = readonly FaceRing[];

export interface FaceShape {
  readonly parts: readonly FacePart[];
  /** Rings that belong to no outside; of the outside (null) these are the community's outlines. Otherwise there are none. */
  readonly loose: readonly FaceRing[];
  readonly areaMm2: number;
  readonly box: Box;
}

interface Directed {
  readonly arc: Arc;
  readonly forward: boolean;
}

const startOf = ({ arc, forward }: Directed): number =>
  (forward ? arc.vertexIds[0] : arc.vertexIds[arc.vertexIds.length - 1]) as number;
const endOf = ({ arc, forward }: Directed): number =>
  (forward ? arc.vertexIds[arc.vertexIds.length - 1] : arc.vertexIds[0]) as number;
const secondOf = ({ arc, forward }: Directed): number =>
  (forward ? arc.vertexIds[1] : arc.vertexIds[arc.vertexIds.length - 2]) as number;
const beforeLastOf = ({ arc, forward }: Directed): number =>
  (forward ? arc.vertexIds[arc.vertexIds.length - 2] : arc.vertexIds[1]) as number;

const pointOf = (view: View, id: number): MmPoint => view.vertex(id) as MmPoint;

/** Of several ways on from a vertex, the first clockwise from where one came: it keeps the face's own wedge on the left. */
const turn = (view: View, came: Directed, ways: readonly Directed[]): Directed => {
  const o = pointOf(view, endOf(came));
  const back = pointOf(view, beforeLastOf(came));
  const ahead = (way: Directed): MmPoint => pointOf(view, secondOf(way));
  const sorted = ways.toSorted((a, b) => compareAngles(o, ahead(a), ahead(b)));
  // The last direction before `back` in counter-clockwise order is the first one clockwise from it.
  let found = sorted[sorted.length - 1] as Directed;
  for (const way of sorted) if (compareAngles(o, ahead(way), back) < 0) found = way;
  return found;
};

/** Cycles of vertices with the face on their left. */
const cyclesOf = (view: View, side: Side): number[][] => {
  const byStart = new Map<number, Directed[]>();
  for (const id of view.arcsOf(side)) {
    const arc = view.arc(id) as Arc;
    for (const forward of [true, false]) {
      if ((forward ? arc.left : arc.right) !== side) continue;
      const directed = { arc, forward };
      const at = byStart.get(startOf(directed));
      if (at === undefined) byStart.set(startOf(directed), [directed]);
      else at.push(directed);
    }
  }
  const cycles: number[][] = [];
  const take = (directed: Directed): void => {
    const list = byStart.get(startOf(directed)) as Directed[];
    list.splice(list.indexOf(directed), 1);
  };
  for (const list of byStart.values()) {
    while (list.length > 0) {
      const cycle: number[] = [];
      const first = list[0] as Directed;
      let way = first;
      for (;;) {
        take(way);
        const ids = way.arc.vertexIds;
        if (way.forward) for (let i = 0; i + 1 < ids.length; i++) cycle.push(ids[i] as number);
        else for (let i = ids.length - 1; i > 0; i--) cycle.push(ids[i] as number);
        const onward: readonly Directed[] = byStart.get(endOf(way)) ?? [];
        // Back where it began, the first arc is one of the ways on; taking it closes the cycle.
        const ways = endOf(way) === startOf(first) ? [first, ...onward] : onward;
        const next = ways.length > 1 ? turn(view, way, ways) : ways[0];
        if (next === undefined || next === first) break;
        way = next;
      }
      cycles.push(cycle);
    }
  }
  return cycles;
};

/** A cycle that runs through a vertex twice becomes two rings that touch there. */
export const splitCycle = (cycle: readonly number[]): number[][] => {
  const rings: number[][] = [];
  const stack: number[] = [];
  const at = new Map<number, number>();
  for (const id of cycle) {
    const seen = at.get(id);
    if (seen !== undefined) {
      const ring = stack.splice(seen);
      for (const gone of ring) at.delete(gone);
      rings.push(ring);
    }
    at.set(id, stack.length);
    stack.push(id);
  }
  if (stack.length > 0) rings.push(stack);
  return rings;
};

const makeRing = (view: View, vertexIds: readonly number[]): FaceRing => {
  const coordinates = flatRing(vertexIds.map((id) => pointOf(view, id)));
  return { vertexIds, coordinates, twiceAreaMm2: twiceArea(coordinates) };
};

/** Is `inner` inside `outer`? Asked at the middle of an edge, which lies on no other ring even where rings touch. */
export const ringIn = (inner: FaceRing, outer: FaceRing): boolean => {
  const c = inner.coordinates;
  const x = ((c[0] as number) + (c[2] as number)) / 2;
  const y = ((c[1] as number) + (c[3] as number)) / 2;
  return windingOf(outer.coordinates, x, y) !== 0;
};

const EMPTY_BOX: Box = [Infinity, Infinity, -Infinity, -Infinity];

export const shapeOf = (view: View, side: Side): FaceShape => {
  const rings = cyclesOf(view, side).flatMap((cycle) => splitCycle(cycle).map((ids) => makeRing(view, ids)));
  const outsides = rings.filter((ring) => ring.twiceAreaMm2 > 0);
  const parts: FaceRing[][] = outsides.map((ring) => [ring]);
  const loose: FaceRing[] = [];
  for (const hole of rings) {
    if (hole.twiceAreaMm2 > 0) continue;
    let owner: FaceRing[] | null = null;
    for (const part of parts) {
      const outside = part[0] as FaceRing;
      if (owner !== null && outside.twiceAreaMm2 >= (owner[0] as FaceRing).twiceAreaMm2) continue;
      if (ringIn(hole, outside)) owner = part;
    }
    if (owner === null) loose.push(hole);
    else owner.push(hole);
  }
  return {
    parts,
    loose,
    areaMm2: rings.reduce((sum, ring) => sum + ring.twiceAreaMm2, 0) / 2,
    box: outsides.reduce((box, ring) => joinBoxes(box, ringBox(ring.coordinates)), EMPTY_BOX),
  };
};

/** Is the point in the face? On a border exactly one of the two faces says yes. */
export const shapeContains = ({ parts, box }: FaceShape, x: number, y: number): boolean => {
  if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false;
  for (const part of parts) {
    let winding = 0;
    for (const ring of part) winding += windingOf(ring.coordinates, x, y);
    if (winding !== 0) return true;
  }
  return false;
};

/** A point inside the largest part, to fly to or to write a name at. */
export const placeIn = ({ parts }: FaceShape): MmPoint => {
  let best: FacePart = parts[0] ?? [];
  for (const part of parts)
    if ((part[0] as FaceRing).twiceAreaMm2 > (best[0] as FaceRing).twiceAreaMm2) best = part;
  return insidePoint(best.map((ring) => ring.coordinates));
};
