/**
 * Lays segments over one another until they only meet in shared vertices, on whole millimetres, and nothing lies nearer than the
 * clearance to anything else. New points snap to what is there (vertices first, then edges); edges that pass too near to a vertex
 * are led through it. It holds after every insertion, so the order of insertion is the only thing that the answer depends on.
 *
 * Works over a tiling without copying it (`base`): only the edges that get cut are taken out.
 */
import RBush from 'rbush';
import {
  crossingPoint,
  distance2,
  nearestOnSegment,
  nearestParameter,
  roundPoint,
  segmentDistance2,
  segmentsCross,
} from '../model/exact.ts';
import { edgeKey, type MmPoint, type Vertex } from '../model/rows.ts';
import type { SearchBox, Tiling } from '../model/tiling.ts';

export interface NodedEdge extends SearchBox {
  a: number;
  b: number;
  /** Which arc it is a piece of; 0 for a new line. */
  arcId: number;
  /** Rings of an import that run along it: n for ring n from a to b, -n for the other way. */
  readonly tags: number[];
}

interface Pending {
  readonly a: number;
  readonly b: number;
  readonly arcId: number;
  readonly tags: readonly number[];
}

export interface NoderOptions {
  readonly clearanceMm: number;
  readonly newId: () => number;
  /** A tiling, and the arcs of it to be met. */
  readonly base?: { readonly tiling: Tiling; readonly arcIds: ReadonlySet<number> };
}

const NO_TAGS: readonly number[] = [];
const placeKey = ({ x, y }: MmPoint): number => Math.imul(x, 73_856_093) ^ Math.imul(y, 19_349_663);
/** One segment may be cut this often before the place counts as hopeless. */
const MOST_STEPS = 100_000;

export class Noder {
  readonly points = new Map<number, Vertex>();
  readonly edges = new Map<number, NodedEdge>();
  /** A segment that was led through a vertex: key of its ends → the vertex. */
  readonly cuts = new Map<number, number>();
  /** Edges of the base that are no longer there. */
  readonly removed = new Set<number>();
  /** Where two arcs came to lie on one another, or no end was found; null: all is well. */
  failedAt: MmPoint | null = null;
  private readonly options: NoderOptions;
  private readonly near2: number;
  private readonly tree = new RBush<NodedEdge>(12);
  private readonly places = new Map<number, Vertex[]>();
  private readonly lonely = new Map<number, Vertex>();
  private readonly pending: Pending[] = [];

  constructor(options: NoderOptions) {
    this.options = options;
    this.near2 = options.clearanceMm * options.clearanceMm;
  }

  at(id: number): Vertex {
    return (this.points.get(id) ?? this.options.base?.tiling.vertex(id)) as Vertex;
  }

  /** The vertex for a point: one that is there, one put on an edge, or a new one. */
  addPoint(point: MmPoint): number {
    const id = this.place(point);
    this.run();
    return id;
  }

  addSegment(a: number, b: number, tags: readonly number[] = NO_TAGS): void {
    this.pending.push({ a, b, arcId: 0, tags });
    this.run();
  }

  /** Was the vertex put on an edge, or an edge led through it, when it was made? */
  isOnCut(id: number): boolean {
    return !this.lonely.has(id);
  }

  /** The vertices that a segment or edge runs through now, both ends included. */
  pathOf(a: number, b: number): number[] {
    const cut = this.cuts.get(edgeKey(a, b));
    if (cut === undefined) return a === b ? [a] : [a, b];
    const first = this.pathOf(a, cut);
    first.pop();
    return [...first, ...this.pathOf(cut, b)];
  }

  private search(box: SearchBox): { readonly a: number; readonly b: number; readonly arcId: number }[] {
    const own: { readonly a: number; readonly b: number; readonly arcId: number }[] = this.tree.search(box);
    const { base } = this.options;
    if (base === undefined) return own;
    for (const edge of base.tiling.search(box))
      if (base.arcIds.has(edge.arcId) && !this.removed.has(edgeKey(edge.a, edge.b))) own.push(edge);
    return own;
  }

  private around(p: MmPoint, q: MmPoint): SearchBox {
    const c = this.options.clearanceMm;
    return {
      minX: Math.min(p.x, q.x) - c,
      minY: Math.min(p.y, q.y) - c,
      maxX: Math.max(p.x, q.x) + c,
      maxY: Math.max(p.y, q.y) + c,
    };
  }

  private nearestVertex(p: MmPoint, edges: readonly { a: number; b: number }[]): number | null {
    let best: number | null = null;
    let least = this.near2;
    const see = (vertex: Vertex): void => {
      const d2 = distance2(p, vertex);
      if (d2 > least || (d2 === least && best !== null)) return;
      least = d2;
      best = vertex.id;
    };
    for (const { a, b } of edges) {
      see(this.at(a));
      see(this.at(b));
    }
    for (const vertex of this.lonely.values()) see(vertex);
    return best;
  }

  private place(point: MmPoint): number {
    let p = roundPoint(point);
    // Most corners of an import are those of a neighbour to the millimetre.
    const same = this.places.get(placeKey(p))?.find(({ x, y }) => x === p.x && y === p.y);
    if (same !== undefined) return same.id;
    const edges = this.search(this.around(p, p));
    const found = this.nearestVertex(p, edges);
    if (found !== null) return found;
    let least = this.near2;
    let on: { a: number; b: number } | null = null;
    for (const edge of edges) {
      const d2 = segmentDistance2(p, this.at(edge.a), this.at(edge.b));
      if (d2 > least || (d2 === least && on !== null)) continue;
      least = d2;
      on = edge;
    }
    if (on !== null) {
      p = roundPoint(nearestOnSegment(p, this.at(on.a), this.at(on.b)));
      const end = this.nearestVertex(p, [on, ...this.search(this.around(p, p))]);
      if (end !== null) return end;
    }
    const vertex = { id: this.options.newId(), ...p };
    this.points.set(vertex.id, vertex);
    const key = placeKey(p);
    const others = this.places.get(key);
    if (others === undefined) this.places.set(key, [vertex]);
    else others.push(vertex);
    this.lonely.set(vertex.id, vertex);
    if (on !== null) this.attach(vertex);
    return vertex.id;
  }

  /** Leads every edge that is too near to a vertex through it. */
  private attach(vertex: Vertex): void {
    this.lonely.delete(vertex.id);
    for (const edge of this.search(this.around(vertex, vertex))) {
      if (edge.a === vertex.id || edge.b === vertex.id) continue;
      if (segmentDistance2(vertex, this.at(edge.a), this.at(edge.b)) <= this.near2) this.cut(edge, vertex.id);
    }
  }

  private cut(edge: { a: number; b: number; arcId: number }, through: number): void {
    const key = edgeKey(edge.a, edge.b);
    const own = this.edges.get(key);
    if (own === undefined) this.removed.add(key);
    else {
      this.edges.delete(key);
      this.tree.remove(own);
    }
    this.cuts.set(key, through);
    const { a, b, arcId } = edge;
    const tags = own?.tags ?? NO_TAGS;
    this.pending.push({ a: through, b, arcId, tags }, { a, b: through, arcId, tags });
  }

  private run(): void {
    for (let steps = 0; this.pending.length > 0; steps++) {
      const next = this.pending.pop() as Pending;
      if (steps > MOST_STEPS) {
        this.failedAt ??= this.at(next.a);
        this.pending.length = 0;
        return;
      }
      this.insert(next);
    }
  }

  private insert({ a, b, arcId, tags }: Pending): void {
    if (a === b) return;
    const key = edgeKey(a, b);
    const known = this.cuts.get(key);
    const through = known ?? this.obstacle(a, b, key, arcId, tags);
    if (through === null) return;
    if (known === undefined) this.cuts.set(key, through);
    this.pending.push({ a: through, b, arcId, tags }, { a, b: through, arcId, tags });
  }

  /** The vertex that the segment has to go through first; null when it lies as it should, and is stored. */
  private obstacle(a: number, b: number, key: number, arcId: number, tags: readonly number[]): number | null {
    for (const id of [a, b]) {
      const vertex = this.lonely.get(id);
      if (vertex !== undefined) this.attach(vertex);
    }
    if (this.merge(a, key, arcId, tags)) return null;
    const [p, q] = [this.at(a), this.at(b)];
    const nearby = this.search(this.around(p, q));
    let first: number | null = null;
    let least = Infinity;
    for (const edge of nearby) {
      for (const id of [edge.a, edge.b]) {
        if (id === a || id === b) continue;
        const vertex = this.at(id);
        if (segmentDistance2(vertex, p, q) > this.near2) continue;
        const along = nearestParameter(vertex, p, q);
        if (along < least) {
          least = along;
          first = id;
        }
      }
    }
    if (first !== null) return first;
    for (const edge of nearby) {
      if (edge.a === a || edge.a === b || edge.b === a || edge.b === b) continue;
      const [r, s] = [this.at(edge.a), this.at(edge.b)];
      if (!segmentsCross(p, q, r, s)) continue;
      const along = nearestParameter(crossingPoint(p, q, r, s), p, q);
      if (along < least) {
        least = along;
        first = edge.a;
      }
    }
    if (first === null) {
      const box = this.around(p, q);
      const c = this.options.clearanceMm;
      const edge = {
        a,
        b,
        arcId,
        tags: [...tags],
        minX: box.minX + c,
        minY: box.minY + c,
        maxX: box.maxX - c,
        maxY: box.maxY - c,
      };
      this.edges.set(key, edge);
      this.tree.insert(edge);
      return null;
    }
    const id = this.place({ x: p.x + least * (q.x - p.x), y: p.y + least * (q.y - p.y) });
    const vertex = this.lonely.get(id);
    if (vertex !== undefined) this.attach(vertex);
    if (id !== a && id !== b) return id;
    // Snapped back to an end: the clearance forbids it, but rounding is not to be trusted blindly.
    this.failedAt ??= p;
    return null;
  }

  /** An edge that is there already takes the tags; nothing else is to be done. */
  private merge(a: number, key: number, arcId: number, tags: readonly number[]): boolean {
    const own = this.edges.get(key);
    if (own !== undefined) {
      if (arcId !== 0 && own.arcId !== 0) this.failedAt ??= this.at(a);
      if (arcId !== 0 && own.arcId === 0) {
        // The piece of an arc gives the direction.
        if (own.a !== a) {
          [own.a, own.b] = [own.b, own.a];
          for (const [i, tag] of own.tags.entries()) own.tags[i] = -tag;
        }
        own.arcId = arcId;
      }
      const sign = own.a === a ? 1 : -1;
      for (const tag of tags) own.tags.push(sign * tag);
      return true;
    }
    const base = this.options.base;
    const edge = base?.tiling.edge(key);
    if (edge === undefined || this.removed.has(key) || !base?.arcIds.has(edge.arcId)) return false;
    if (arcId !== 0) this.failedAt ??= this.at(a);
    return true;
  }
}
