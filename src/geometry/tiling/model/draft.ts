/** A tiling with changes not yet made: operations write into it, checks read it, and it answers the patch. */
import type { Arc, Face, FaceId, MmPoint, Patch, Side, Vertex, View } from './rows.ts';
import type { Tiling } from './tiling.ts';

const sameIds = (a: readonly (number | string)[], b: readonly (number | string)[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i]);

const sameArc = (a: Arc, b: Arc): boolean =>
  a.left === b.left && a.right === b.right && sameIds(a.vertexIds, b.vertexIds);

const sameFace = (a: Face, b: Face): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What `put` and `del` of one kind come to, against what there was. */
const difference = <K extends number | string, T extends { readonly id: K }>(
  changes: ReadonlyMap<K, T | null>,
  before: (id: K) => T | undefined,
  same: (a: T, b: T) => boolean,
): { put: T[]; del: K[]; prev: T[] } => {
  const out = { put: [] as T[], del: [] as K[], prev: [] as T[] };
  for (const id of [...changes.keys()].sort((a, b) => (a < b ? -1 : 1))) {
    const now = changes.get(id) ?? null;
    const old = before(id);
    if (now !== null && old !== undefined && same(old, now)) continue;
    if (now !== null) out.put.push(now);
    else if (old !== undefined) out.del.push(id);
    if (old !== undefined) out.prev.push(old);
  }
  return out;
};

export class Draft implements View {
  readonly base: Tiling;
  readonly vertexChanges = new Map<number, Vertex | null>();
  readonly arcChanges = new Map<number, Arc | null>();
  readonly faceChanges = new Map<FaceId, Face | null>();
  private nextId: number;

  constructor(base: Tiling) {
    this.base = base;
    this.nextId = base.nextId;
  }

  newId(): number {
    return this.nextId++;
  }

  vertex(id: number): Vertex | undefined {
    const changed = this.vertexChanges.get(id);
    return changed === undefined ? this.base.vertex(id) : (changed ?? undefined);
  }
  arc(id: number): Arc | undefined {
    const changed = this.arcChanges.get(id);
    return changed === undefined ? this.base.arc(id) : (changed ?? undefined);
  }
  face(id: FaceId): Face | undefined {
    const changed = this.faceChanges.get(id);
    return changed === undefined ? this.base.face(id) : (changed ?? undefined);
  }
  arcsAt(vertexId: number): readonly number[] {
    if (this.arcChanges.size === 0) return this.base.arcsAt(vertexId);
    const ids = this.base.arcsAt(vertexId).filter((id) => !this.arcChanges.has(id));
    for (const [id, arc] of this.arcChanges) if (arc?.vertexIds.includes(vertexId)) ids.push(id);
    return ids;
  }
  arcsOf(side: Side): Iterable<number> {
    if (this.arcChanges.size === 0) return this.base.arcsOf(side);
    const ids = [...this.base.arcsOf(side)].filter((id) => !this.arcChanges.has(id));
    for (const [id, arc] of this.arcChanges)
      if (arc !== null && (arc.left === side || arc.right === side)) ids.push(id);
    return ids;
  }

  putVertex(vertex: Vertex): void {
    this.vertexChanges.set(vertex.id, vertex);
  }
  addVertex(point: MmPoint): number {
    const id = this.newId();
    this.putVertex({ id, x: point.x, y: point.y });
    return id;
  }
  deleteVertex(id: number): void {
    this.vertexChanges.set(id, null);
  }
  putArc(arc: Arc): void {
    this.arcChanges.set(arc.id, arc);
  }
  deleteArc(id: number): void {
    this.arcChanges.set(id, null);
  }
  putFace(face: Face): void {
    this.faceChanges.set(face.id, face);
  }
  deleteFace(id: FaceId): void {
    this.faceChanges.set(id, null);
  }

  /** Grids (and the outside) whose rings are not what they were. */
  changedSides(): Set<Side> {
    const sides = new Set<Side>();
    const add = (arc: Arc | undefined | null): void => {
      if (arc === undefined || arc === null) return;
      sides.add(arc.left);
      sides.add(arc.right);
    };
    for (const [id, arc] of this.arcChanges) {
      add(arc);
      add(this.base.arc(id));
    }
    for (const id of this.vertexChanges.keys())
      for (const arcId of this.base.arcsAt(id)) add(this.base.arc(arcId));
    for (const id of this.faceChanges.keys()) sides.add(id);
    return sides;
  }

  toPatch(): Patch {
    const vertices = difference(
      this.vertexChanges,
      (id) => this.base.vertex(id),
      (a, b) => a.x === b.x && a.y === b.y,
    );
    const arcs = difference(this.arcChanges, (id) => this.base.arc(id), sameArc);
    const faces = difference(this.faceChanges, (id) => this.base.face(id), sameFace);
    return {
      put: { vertices: vertices.put, arcs: arcs.put, faces: faces.put },
      del: { vertices: vertices.del, arcs: arcs.del, faces: faces.del },
      prev: { vertices: vertices.prev, arcs: arcs.prev, faces: faces.prev },
      nextId: { before: this.base.nextId, after: this.nextId },
    };
  }
}
