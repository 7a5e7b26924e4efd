/** Checks the edges that a draft makes new: they may cross nothing, come near to nothing, and fold nowhere. */
import { crossingPoint, distance2, segmentDistance2, segmentsCross, segmentsDistance2 } from './exact.ts';
import type { Draft } from './draft.ts';
import { type Refusal, refusal } from './refusal.ts';
import { type Arc, edgeKey, type MmPoint, type Side } from './rows.ts';

export interface DraftEdge {
  readonly a: number;
  readonly b: number;
  readonly arc: Arc;
}

export interface EdgeChanges {
  /** Edges new or moved. */
  readonly fresh: readonly DraftEdge[];
  /** Keys of edges of the base that are no longer there, or moved. */
  readonly gone: ReadonlySet<number>;
  /** Every edge of the changed arcs, as it was and as it will be. */
  readonly before: readonly DraftEdge[];
  readonly after: readonly DraftEdge[];
  readonly moved: ReadonlySet<number>;
}

const edgesOf = (arc: Arc): DraftEdge[] => {
  const out: DraftEdge[] = [];
  for (let i = 1; i < arc.vertexIds.length; i++)
    out.push({ a: arc.vertexIds[i - 1] as number, b: arc.vertexIds[i] as number, arc });
  return out;
};

export const edgeChanges = (draft: Draft): EdgeChanges => {
  const { base } = draft;
  const moved = new Set<number>();
  for (const [id, vertex] of draft.vertexChanges) {
    const old = base.vertex(id);
    if (vertex !== null && old !== undefined && (old.x !== vertex.x || old.y !== vertex.y)) moved.add(id);
  }
  const arcIds = new Set(draft.arcChanges.keys());
  for (const id of moved) for (const arcId of base.arcsAt(id)) arcIds.add(arcId);
  const before: DraftEdge[] = [];
  const after: DraftEdge[] = [];
  for (const id of arcIds) {
    const old = base.arc(id);
    const now = draft.arc(id);
    if (old !== undefined) before.push(...edgesOf(old));
    if (now !== undefined) after.push(...edgesOf(now));
  }
  const isMoved = ({ a, b }: DraftEdge): boolean => moved.has(a) || moved.has(b);
  const kept = new Set<number>();
  const fresh: DraftEdge[] = [];
  for (const edge of after) {
    const key = edgeKey(edge.a, edge.b);
    if (isMoved(edge) || base.edge(key) === undefined) fresh.push(edge);
    else kept.add(key);
  }
  const gone = new Set<number>();
  for (const edge of before) {
    const key = edgeKey(edge.a, edge.b);
    if (!kept.has(key)) gone.add(key);
  }
  return { fresh, gone, before, after, moved };
};

const sidesOf = (...arcs: readonly (Arc | undefined)[]): Side[] =>
  arcs.flatMap((arc) => (arc === undefined ? [] : [arc.left, arc.right]));

/** What is wrong between two edges, by their ends; null when they keep apart or only share an end. */
export const edgeConflict = (
  e: { readonly a: number; readonly b: number },
  f: { readonly a: number; readonly b: number },
  at: (id: number) => MmPoint,
  clearanceMm: number,
  sides: readonly Side[],
): Refusal | null => {
  const [p, q, r, s] = [at(e.a), at(e.b), at(f.a), at(f.b)];
  const near = clearanceMm * clearanceMm;
  if (e.a === f.a || e.a === f.b || e.b === f.a || e.b === f.b) {
    const shared = e.a === f.a || e.a === f.b ? e.a : e.b;
    const u = shared === e.a ? e.b : e.a;
    const w = shared === f.a ? f.b : f.a;
    if (u === w) return refusal('folds', [], at(shared), sides);
    const [o, pu, pw] = [at(shared), at(u), at(w)];
    if (segmentDistance2(pu, o, pw) > near && segmentDistance2(pw, o, pu) > near) return null;
    const short = Math.min(distance2(o, pu), distance2(o, pw));
    return short <= near ? refusal('tooClose', [Math.sqrt(short)], o, sides) : refusal('folds', [], o, sides);
  }
  if (segmentsCross(p, q, r, s)) return refusal('crosses', [], crossingPoint(p, q, r, s), sides);
  const d2 = segmentsDistance2(p, q, r, s);
  if (d2 > near) return null;
  const place = [p, q, r, s].reduce((best, point) => {
    const to = (x: MmPoint): number =>
      Math.min(
        x === p || x === q ? segmentDistance2(x, r, s) : Infinity,
        x === r || x === s ? segmentDistance2(x, p, q) : Infinity,
      );
    return to(point) < to(best) ? point : best;
  }, p);
  return refusal('tooClose', [Math.sqrt(d2)], place, sides);
};

/** From this many new edges on, pairs of them are looked up instead of compared one by one. */
const SWEEP_FROM = 48;

const freshConflict = (
  fresh: readonly DraftEdge[],
  at: (id: number) => MmPoint,
  clearanceMm: number,
): Refusal | null => {
  const boxes = fresh.map((edge) => {
    const [p, q] = [at(edge.a), at(edge.b)];
    return {
      edge,
      minX: Math.min(p.x, q.x) - clearanceMm,
      maxX: Math.max(p.x, q.x) + clearanceMm,
      minY: Math.min(p.y, q.y) - clearanceMm,
      maxY: Math.max(p.y, q.y) + clearanceMm,
    };
  });
  if (boxes.length > SWEEP_FROM) boxes.sort((a, b) => a.minX - b.minX);
  const sorted = boxes.length > SWEEP_FROM;
  for (let i = 0; i < boxes.length; i++) {
    const one = boxes[i] as (typeof boxes)[number];
    for (let j = i + 1; j < boxes.length; j++) {
      const two = boxes[j] as (typeof boxes)[number];
      if (two.minX > one.maxX) {
        if (sorted) break;
        continue;
      }
      if (one.minX > two.maxX || two.minY > one.maxY || one.minY > two.maxY) continue;
      const found = edgeConflict(one.edge, two.edge, at, clearanceMm, sidesOf(one.edge.arc, two.edge.arc));
      if (found !== null) return found;
    }
  }
  return null;
};

export const checkEdges = (
  draft: Draft,
  { fresh, gone }: EdgeChanges,
  clearanceMm: number,
): Refusal | null => {
  const at = (id: number): MmPoint => draft.vertex(id) as MmPoint;
  for (const edge of fresh) {
    const [p, q] = [at(edge.a), at(edge.b)];
    const nearby = draft.base.search({
      minX: Math.min(p.x, q.x) - clearanceMm,
      minY: Math.min(p.y, q.y) - clearanceMm,
      maxX: Math.max(p.x, q.x) + clearanceMm,
      maxY: Math.max(p.y, q.y) + clearanceMm,
    });
    if (distance2(p, q) <= clearanceMm * clearanceMm)
      return refusal('tooClose', [Math.sqrt(distance2(p, q))], p, sidesOf(edge.arc));
    for (const other of nearby) {
      if (gone.has(edgeKey(other.a, other.b))) continue;
      const found = edgeConflict(edge, other, at, clearanceMm, sidesOf(edge.arc, draft.arc(other.arcId)));
      if (found !== null) return found;
    }
  }
  return freshConflict(fresh, at, clearanceMm);
};
