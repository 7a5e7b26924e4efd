/**
 * Is a draft a tiling again? Only what it touches is looked at: new edges against all edges near them, and the rings of the faces
 * that changed.
 *
 * That is enough. Every arc takes from one side what it gives to the other, so how often a place is covered (the sum of windings
 * of all faces) cannot change except across the outline. When no edges cross and each changed face is a proper polygon by itself,
 * every place inside the outline is covered by exactly one. No other face need be asked, and no overlay is made.
 */
import { type Limits, ROUNDING_MM, SLIVER_GAP_MM } from './limits.ts';
import { segmentDistance2 } from './exact.ts';
import { checkEdges, type DraftEdge, type EdgeChanges, edgeChanges } from './check-edges.ts';
import type { Draft } from './draft.ts';
import { type Refusal, refusal } from './refusal.ts';
import { ringLength, windingOf } from './ring-measures.ts';
import { edgeKey, type FaceId, faceName, type MmPoint, type Side } from './rows.ts';
import { type FacePart, type FaceRing, type FaceShape, ringIn, shapeOf } from './shape.ts';

export interface CheckOptions {
  readonly limits: Limits;
  /** May the outline of the community change? Only operations made for that say so. */
  readonly outline?: 'keep' | 'change';
}

/** A point that an edge was given and that was rounded may lie this far from the old line, and no farther. */
const SAME_LINE_MM = ROUNDING_MM + 0.05;

/** Is the border of a side still the same line, up to points put on it? The place where it is not, or null. */
const lineMoved = (draft: Draft, changes: EdgeChanges, side: Side): MmPoint | null => {
  const of = (edges: readonly DraftEdge[]): DraftEdge[] =>
    edges.filter(({ arc }) => (arc.left === side) !== (arc.right === side));
  const before = of(changes.before);
  const after = of(changes.after);
  const keep = ({ a, b }: DraftEdge): boolean => !changes.moved.has(a) && !changes.moved.has(b);
  const oldKeys = new Set(before.map(({ a, b }) => edgeKey(a, b)));
  const newKeys = new Set(after.filter(keep).map(({ a, b }) => edgeKey(a, b)));
  const old = before.filter(({ a, b }) => !newKeys.has(edgeKey(a, b)));
  const now = after.filter((edge) => !keep(edge) || !oldKeys.has(edgeKey(edge.a, edge.b)));
  const was = (id: number): MmPoint => draft.base.vertex(id) as MmPoint;
  const is = (id: number): MmPoint => draft.vertex(id) as MmPoint;
  const near = (p: MmPoint, edges: readonly DraftEdge[], at: (id: number) => MmPoint): boolean =>
    edges.some(({ a, b }) => segmentDistance2(p, at(a), at(b)) <= SAME_LINE_MM * SAME_LINE_MM);
  for (const { a, b } of now) {
    const [p, q] = [is(a), is(b)];
    // The middle too: two ends on the old line do not make the chord between them a part of it.
    const middle = { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 };
    for (const point of [p, q, middle]) if (!near(point, old, was)) return point;
  }
  for (const { a, b } of old) for (const point of [was(a), was(b)]) if (!near(point, now, is)) return point;
  return null;
};

const checkFixed = (draft: Draft, changes: EdgeChanges, outline: 'keep' | 'change'): Refusal | null => {
  const sides = new Set<Side>();
  for (const { arc } of [...changes.before, ...changes.after]) sides.add(arc.left).add(arc.right);
  for (const side of sides) {
    const face = side === null ? undefined : draft.base.face(side);
    if (side === null ? outline === 'change' : face?.locked !== true) continue;
    const at = lineMoved(draft, changes, side);
    if (at === null) continue;
    return side === null ? refusal('outline', [], at) : refusal('locked', [faceName(face, side)], at, [side]);
  }
  return null;
};

const cornerOf = (ring: FaceRing | undefined): MmPoint | null =>
  ring === undefined ? null : { x: ring.coordinates[0] as number, y: ring.coordinates[1] as number };

/** The ring of a face that lies where it cannot: a hole outside of its part, a part inside another, a hole in a hole. */
export const misplacedRing = (shape: FaceShape): FaceRing | null => {
  if (shape.loose[0] !== undefined) return shape.loose[0];
  for (const part of shape.parts) {
    const holes = part.slice(1);
    for (const hole of holes)
      for (const other of holes) if (hole !== other && ringIn(hole, other)) return hole;
    const outside = part[0] as FaceRing;
    for (const other of shape.parts) {
      if (other === part || !ringIn(outside, other[0] as FaceRing)) continue;
      if (!other.slice(1).some((hole) => ringIn(outside, hole))) return outside;
    }
  }
  return null;
};

export const partArea = (part: FacePart): number =>
  part.reduce((sum, ring) => sum + ring.twiceAreaMm2, 0) / 2;

export const smallestPart = (shape: FaceShape): number => Math.min(...shape.parts.map(partArea));

export const checkFace = (draft: Draft, id: FaceId, { limits }: CheckOptions): Refusal | null => {
  const face = draft.face(id);
  const shape = shapeOf(draft, id);
  if (face === undefined) return null;
  const name = faceName(face, id);
  const old = draft.base.face(id) === undefined ? null : draft.base.shape(id);
  const oldPlace = cornerOf(old?.parts[0]?.[0]);
  if (shape.parts.length === 0 && shape.loose.length === 0) return refusal('empties', [name], oldPlace, [id]);
  if (shape.parts.length === 0) return refusal('collapses', [name], cornerOf(shape.loose[0]), [id]);
  const misplaced = misplacedRing(shape);
  if (misplaced !== null) return refusal('engulfs', [name], cornerOf(misplaced), [id]);
  if (!face.apart && shape.parts.length > Math.max(1, old?.parts.length ?? 1)) {
    const smallest = shape.parts.toSorted((a, b) => partArea(a) - partArea(b))[0]?.[0];
    return refusal('disconnects', [name, shape.parts.length], cornerOf(smallest), [id]);
  }
  const least = smallestPart(shape);
  if (least < limits.minAreaMm2 && (old === null || old.parts.length === 0 || least < smallestPart(old)))
    return refusal('tooSmall', [name, Math.max(0, least), limits.minAreaMm2], cornerOf(shape.parts[0]?.[0]), [
      id,
    ]);
  return null;
};

/** Outlines and holes of the community: nowhere covered twice. */
const checkOutside = (draft: Draft, limits: Limits): Refusal | null => {
  const { parts, loose } = shapeOf(draft, null);
  for (const [hole] of parts) {
    if (hole === undefined) continue;
    const area = hole.twiceAreaMm2 / 2;
    // A hole that a reader of the borders would take for a gap between them is none.
    const isSliver = (2 * area) / ringLength(hole.coordinates) < SLIVER_GAP_MM;
    if (area >= limits.minAreaMm2 && !isSliver) continue;
    const isOld = hole.vertexIds.every((id) => !draft.vertexChanges.has(id));
    if (!isOld) return refusal('tinyHole', [area, limits.minAreaMm2], cornerOf(hole));
  }
  const rings = [...loose, ...parts.flat()];
  for (const ring of rings) {
    const c = ring.coordinates;
    const x = ((c[0] as number) + (c[2] as number)) / 2;
    const y = ((c[1] as number) + (c[3] as number)) / 2;
    const others = rings.reduce((sum, r) => (r === ring ? sum : sum + windingOf(r.coordinates, x, y)), 0);
    if (others !== (ring.twiceAreaMm2 > 0 ? -1 : 0)) return refusal('crosses', [], cornerOf(ring));
  }
  return null;
};

const checkArcs = (draft: Draft): Refusal | null => {
  for (const arc of draft.arcChanges.values()) {
    if (arc === null) continue;
    const { vertexIds: ids, left, right } = arc;
    const ring = ids[0] === ids[ids.length - 1];
    const at = draft.vertex(ids[0] as number) ?? null;
    if (ids.length < (ring ? 4 : 2)) return refusal('folds', [], at, [left, right]);
    if (new Set(ids).size !== ids.length - (ring ? 1 : 0)) return refusal('folds', [], at, [left, right]);
  }
  return null;
};

const MOST_MM = 1e9;

const checkCoordinates = (draft: Draft): Refusal | null => {
  for (const vertex of draft.vertexChanges.values()) {
    if (vertex === null) continue;
    if (!Number.isFinite(vertex.x) || !Number.isFinite(vertex.y)) return refusal('notNumber', [], null);
    if (Math.abs(vertex.x) > MOST_MM || Math.abs(vertex.y) > MOST_MM)
      return refusal('outOfRange', [], vertex);
  }
  return null;
};

/** Null: the draft is a tiling. Otherwise the first thing that is wrong. */
export const checkDraft = (draft: Draft, options: CheckOptions): Refusal | null => {
  const outline = options.outline ?? 'keep';
  const first = checkCoordinates(draft) ?? checkArcs(draft);
  if (first !== null) return first;
  const changes = edgeChanges(draft);
  const fault = checkFixed(draft, changes, outline) ?? checkEdges(draft, changes, options.limits.clearanceMm);
  if (fault !== null) return fault;
  for (const side of draft.changedSides()) {
    if (side === null) continue;
    const found = checkFace(draft, side, options);
    if (found !== null) return found;
  }
  return outline === 'change' ? checkOutside(draft, options.limits) : null;
};
