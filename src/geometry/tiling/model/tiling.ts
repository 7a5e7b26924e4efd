/**
 * A tiling in memory, with the indexes that questions need: which arcs meet at a vertex, which arcs bound a face, which edges lie
 * in a box. Only `apply` changes it, and only by a patch; operations read it and answer a patch.
 *
 * It is changed in place, not copied: a copy of the maps of 20,000 vertices costs more than a whole drag frame may.
 */
import RBush from 'rbush';
import {
  type Arc,
  edgeKey,
  type Face,
  type FaceId,
  type Patch,
  type Side,
  type TilingData,
  type Vertex,
  type View,
} from './rows.ts';
import { type FaceShape, shapeOf } from './shape.ts';

/** One straight piece of an arc, in the index of edges. */
export interface Edge {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
  readonly a: number;
  readonly b: number;
  arcId: number;
}

export interface SearchBox {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

const sameBox = (a: Edge, b: Edge): boolean =>
  a.minX === b.minX && a.minY === b.minY && a.maxX === b.maxX && a.maxY === b.maxY;

const byId = <T extends { readonly id: number }>(rows: Iterable<T>): T[] =>
  [...rows].sort((a, b) => a.id - b.id);
const NONE: readonly number[] = [];
/** From this many changed edges on, the index is built anew. */
const BULK_EDGES = 4000;

export class Tiling implements View {
  readonly vertices = new Map<number, Vertex>();
  readonly arcs = new Map<number, Arc>();
  readonly faces = new Map<FaceId, Face>();
  nextId = 1;
  /** Counts patches applied: what was derived from an older version is stale. */
  version = 0;
  private readonly arcsOfVertex = new Map<number, readonly number[]>();
  private readonly arcsOfSide = new Map<Side, Set<number>>();
  private readonly edges = new Map<number, Edge>();
  private readonly tree = new RBush<Edge>(12);
  private readonly shapes = new Map<Side, FaceShape>();

  /** The rows must be a tiling: made here, or read by `readTiling`. */
  static of(data: TilingData): Tiling {
    const tiling = new Tiling();
    tiling.apply({
      put: data,
      del: { vertices: [], arcs: [], faces: [] },
      prev: { vertices: [], arcs: [], faces: [] },
      nextId: { before: 1, after: data.nextId },
    });
    tiling.version = 0;
    return tiling;
  }

  toData(): TilingData {
    return {
      vertices: byId(this.vertices.values()),
      arcs: byId(this.arcs.values()),
      faces: [...this.faces.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
      nextId: this.nextId,
    };
  }

  vertex(id: number): Vertex | undefined {
    return this.vertices.get(id);
  }
  arc(id: number): Arc | undefined {
    return this.arcs.get(id);
  }
  face(id: FaceId): Face | undefined {
    return this.faces.get(id);
  }
  arcsAt(vertexId: number): readonly number[] {
    return this.arcsOfVertex.get(vertexId) ?? NONE;
  }
  arcsOf(side: Side): Iterable<number> {
    return this.arcsOfSide.get(side) ?? NONE;
  }
  edge(key: number): Edge | undefined {
    return this.edges.get(key);
  }
  get edgeCount(): number {
    return this.edges.size;
  }
  search(box: SearchBox): Edge[] {
    return this.tree.search(box);
  }
  allEdges(): Iterable<Edge> {
    return this.edges.values();
  }

  /** Rings, area and box of a face (null: the outside), kept until an arc of it changes. */
  shape(side: Side): FaceShape {
    let shape = this.shapes.get(side);
    if (shape === undefined) {
      shape = shapeOf(this, side);
      this.shapes.set(side, shape);
    }
    return shape;
  }

  apply(patch: Patch): void {
    const stale = new Map<number, Edge>();
    const moved = patch.put.vertices.filter(({ id, x, y }) => {
      const before = this.vertices.get(id);
      return before !== undefined && (before.x !== x || before.y !== y);
    });
    const replaced = [...patch.put.arcs.map(({ id }) => id), ...patch.del.arcs];
    for (const { id } of moved) this.forget(this.arcsAt(id), stale, id);
    this.forget(replaced, stale, null);
    for (const id of replaced) this.unlinkArc(id);

    for (const id of patch.del.arcs) this.arcs.delete(id);
    for (const id of patch.del.vertices) this.vertices.delete(id);
    for (const id of patch.del.faces) this.faces.delete(id);
    for (const vertex of patch.put.vertices) this.vertices.set(vertex.id, vertex);
    for (const face of patch.put.faces) this.faces.set(face.id, face);
    for (const arc of patch.put.arcs) {
      this.arcs.set(arc.id, arc);
      this.linkArc(arc);
    }

    const fresh: Edge[] = [];
    for (const arc of patch.put.arcs) this.remember(arc, stale, fresh, null);
    for (const { id } of moved)
      for (const arcId of this.arcsAt(id)) this.remember(this.arcs.get(arcId) as Arc, stale, fresh, id);
    this.index(stale, fresh);
    this.nextId = patch.nextId.after;
    this.version++;
  }

  private forget(arcIds: readonly number[], stale: Map<number, Edge>, onlyAt: number | null): void {
    for (const id of arcIds) {
      const arc = this.arcs.get(id);
      if (arc === undefined) continue;
      this.shapes.delete(arc.left);
      this.shapes.delete(arc.right);
      const ids = arc.vertexIds;
      for (let i = 1; i < ids.length; i++) {
        const a = ids[i - 1] as number;
        const b = ids[i] as number;
        if (onlyAt !== null && a !== onlyAt && b !== onlyAt) continue;
        const key = edgeKey(a, b);
        const edge = this.edges.get(key);
        if (edge !== undefined) stale.set(key, edge);
      }
    }
  }

  /** Notes the edges of an arc as they are now; those that did not change keep their place in the index. */
  private remember(arc: Arc, stale: Map<number, Edge>, fresh: Edge[], onlyAt: number | null): void {
    this.shapes.delete(arc.left);
    this.shapes.delete(arc.right);
    const ids = arc.vertexIds;
    for (let i = 1; i < ids.length; i++) {
      const a = ids[i - 1] as number;
      const b = ids[i] as number;
      if (onlyAt !== null && a !== onlyAt && b !== onlyAt) continue;
      const p = this.vertices.get(a) as Vertex;
      const q = this.vertices.get(b) as Vertex;
      const key = edgeKey(a, b);
      const edge: Edge = {
        minX: Math.min(p.x, q.x),
        minY: Math.min(p.y, q.y),
        maxX: Math.max(p.x, q.x),
        maxY: Math.max(p.y, q.y),
        a,
        b,
        arcId: arc.id,
      };
      const old = this.edges.get(key);
      if (old !== undefined && sameBox(old, edge)) {
        old.arcId = arc.id;
        if (stale.get(key) === old) stale.delete(key);
        continue;
      }
      this.edges.set(key, edge);
      fresh.push(edge);
    }
  }

  private index(stale: Map<number, Edge>, fresh: Edge[]): void {
    for (const [key, edge] of stale) if (this.edges.get(key) === edge) this.edges.delete(key);
    if (stale.size + fresh.length > BULK_EDGES) {
      this.tree.clear();
      this.tree.load([...this.edges.values()]);
      return;
    }
    for (const edge of stale.values()) this.tree.remove(edge);
    for (const edge of fresh) this.tree.insert(edge);
  }

  private unlinkArc(id: number): void {
    const arc = this.arcs.get(id);
    if (arc === undefined) return;
    for (const vertexId of new Set(arc.vertexIds)) {
      const rest = this.arcsAt(vertexId).filter((other) => other !== id);
      if (rest.length > 0) this.arcsOfVertex.set(vertexId, rest);
      else this.arcsOfVertex.delete(vertexId);
    }
    for (const side of [arc.left, arc.right]) this.arcsOfSide.get(side)?.delete(id);
  }

  private linkArc(arc: Arc): void {
    for (const vertexId of new Set(arc.vertexIds)) {
      const others = this.arcsOfVertex.get(vertexId);
      this.arcsOfVertex.set(vertexId, others === undefined ? [arc.id] : [...others, arc.id]);
    }
    for (const side of [arc.left, arc.right]) {
      const set = this.arcsOfSide.get(side);
      if (set === undefined) this.arcsOfSide.set(side, new Set([arc.id]));
      else set.add(arc.id);
    }
  }
}
