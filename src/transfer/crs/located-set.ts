/** A set of places after somebody has said where on earth it lies: what `places/plan.ts` makes records of. Plain data: workers hand it over. */
import type { LngLat, MultiPolygon } from '../../domain/records/base.ts';
import type { Terrain } from '../../domain/records/place.ts';
import type {
  PlaceFormat,
  SourceArea,
  SourceBuilding,
  SourceImagery,
  SourceMesh,
  SourceTexture,
} from '../places/place-set.ts';
import type { Problem } from '../problem.ts';

/** How a model's own metres are stood on the ground. */
export interface Placement {
  /** Where on earth the model's `pivot` stands. */
  readonly anchor: LngLat;
  /** A point of the model, in its own units; `[0, 0]` is its origin. */
  readonly pivot: readonly [x: number, y: number];
  /** Height above sea level of the model's z = 0, metres. */
  readonly groundMetres: number;
  /** Clockwise from north: 90 turns the model's north side to the east. */
  readonly rotationDegrees: number;
  /** Metres of ground in one unit of the model. */
  readonly scale: number;
  /** East and west of the model are exchanged before it is turned (a model made in a left-handed system). */
  readonly mirrored: boolean;
}

/** Triangles in metres about an origin of their own: east, north, up; heights above `baseMetres`. */
export interface LocatedMesh {
  readonly origin: LngLat;
  /** Height of z = 0 in the file's heights (above sea level in most), metres. */
  readonly baseMetres: number;
  readonly positions: Float32Array;
  readonly indices: Uint32Array;
  readonly surfaces: Uint8Array;
  readonly colours: Uint8Array | null;
  readonly textured: SourceMesh['textured'];
  readonly painted?: Uint8Array;
}

export interface LocatedBuilding extends Omit<SourceBuilding, 'footprint' | 'mesh'> {
  /** WGS 84 degrees; outside rings counter-clockwise, then holes. */
  readonly footprint: MultiPolygon;
  readonly mesh: LocatedMesh | null;
}

export interface LocatedArea extends Omit<SourceArea, 'polygons'> {
  readonly polygons: MultiPolygon;
}

type Corners = readonly [upperLeft: LngLat, upperRight: LngLat, lowerRight: LngLat, lowerLeft: LngLat];

export interface LocatedTerrain {
  readonly corners: Corners;
  /** Size of the survey's own cells on the ground, metres. */
  readonly surveyCellMetres: number;
  readonly minMetres: number;
  readonly maxMetres: number;
  /** In the shape of the community's record, where an extent was asked for. */
  readonly grid: Terrain | null;
}

export interface LocatedImagery extends Omit<SourceImagery, 'corners'> {
  readonly corners: Corners;
}

export interface LocatedSet {
  readonly format: PlaceFormat;
  readonly version: string | null;
  /** What was decided, to be kept with the records: `resolveCrs(source.crs)` and `source.placement` do the same again. */
  readonly source: {
    readonly crs: string | null;
    /** The text in the file, where it had one. */
    readonly declared: string | null;
    readonly placement: Placement | null;
  };
  readonly buildings: readonly LocatedBuilding[];
  readonly areas: readonly LocatedArea[];
  readonly terrain: LocatedTerrain | null;
  readonly imagery: LocatedImagery | null;
  readonly textures: readonly SourceTexture[];
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
}

/** The part of the ground that a terrain is wanted of, in local metres about an anchor. */
export interface TerrainRequest {
  readonly anchor: LngLat;
  /** What the record's heights are relative to, metres above sea level. */
  readonly elevationMetres: number;
  /** West, south, east, north in local metres. */
  readonly extent: readonly [west: number, south: number, east: number, north: number];
  readonly cellMetres: number;
}
