/**
 * What a tiling is made of: vertices, arcs and faces with stable ids. Coordinates are whole millimetres of the community's frame
 * (x east, y north). Neighbours share arcs, so a border has one shape, whoever looks at it.
 *
 *              left face
 *      A ●───────●──────────● B        arc A…B: its ends are junctions, where three or more arcs meet;
 *              right face             an arc of one point at both ends is a ring (a grid inside another, a lone outline)
 *
 * Rings, areas, neighbours, buildings and sums are derived from it and never stored.
 */

/** Whole millimetres, x east, y north. */
export interface MmPoint {
  readonly x: number;
  readonly y: number;
}

export interface Vertex extends MmPoint {
  readonly id: number;
}

export type FaceId = string;
/** The grid on one side of an arc; null is outside the community. */
export type Side = FaceId | null;

export interface Arc {
  readonly id: number;
  /** First and last are its junctions; the same one for a ring. */
  readonly vertexIds: readonly number[];
  /** To the left when one walks along the vertices. */
  readonly left: Side;
  readonly right: Side;
}

/** A grid without its shape. `id` is the record's id; made by the caller, as every id of a record. */
export interface Face {
  readonly id: FaceId;
  readonly code: string;
  readonly kind: 'basic' | 'dedicated';
  readonly name: string;
  readonly branchId: string | null;
  readonly workerIds: readonly string[];
  /** No border of it may move. */
  readonly locked: boolean;
  /** Declared to consist of several parts. */
  readonly apart: boolean;
  /** Dates `yyyy-MM-dd`; null: until further notice. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Grids that it came from. */
  readonly parents: readonly FaceId[];
  /** Households that it is to have; absent: what its kind has. */
  readonly target?: { readonly min: number; readonly max: number } | undefined;
}

/** Plain data of a whole tiling, every list by rising id. Two tilings are the same when these are the same bytes. */
export interface TilingData {
  readonly vertices: readonly Vertex[];
  readonly arcs: readonly Arc[];
  readonly faces: readonly Face[];
  /** The next free id of a vertex or arc. */
  readonly nextId: number;
}

export interface Rows {
  readonly vertices: readonly Vertex[];
  readonly arcs: readonly Arc[];
  readonly faces: readonly Face[];
}

/** One gesture. Its inverse is mechanical: `prev` holds every row that `put` replaces or `del` takes away, as it was. */
export interface Patch {
  readonly put: Rows;
  readonly del: {
    readonly vertices: readonly number[];
    readonly arcs: readonly number[];
    readonly faces: readonly FaceId[];
  };
  readonly prev: Rows;
  readonly nextId: { readonly before: number; readonly after: number };
}

/** What can be asked of a tiling, and of a tiling with changes not yet made. */
export interface View {
  vertex(id: number): Vertex | undefined;
  arc(id: number): Arc | undefined;
  face(id: FaceId): Face | undefined;
  /** Arcs that end at or run through a vertex. */
  arcsAt(vertexId: number): readonly number[];
  /** Arcs with the face on one side. */
  arcsOf(side: Side): Iterable<number>;
}

export const newFace = (id: FaceId, fields: Partial<Omit<Face, 'id'>> = {}): Face => ({
  id,
  code: '',
  kind: 'basic',
  name: '',
  branchId: null,
  workerIds: [],
  locked: false,
  apart: false,
  validFrom: '',
  validTo: null,
  parents: [],
  ...fields,
});

/** How people call it. */
export const faceName = (face: Face | undefined, id: Side = null): string =>
  face === undefined ? (id ?? '—') : face.name || face.code || face.id;

/** Ids stay below 2^26, so that a pair of them is one exact number. */
const PAIR = 2 ** 26;
/** The key of an edge between two vertices, the same in both directions. */
export const edgeKey = (a: number, b: number): number => (a < b ? a * PAIR + b : b * PAIR + a);
