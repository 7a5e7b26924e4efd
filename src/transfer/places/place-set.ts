/**
 * What a file of places holds, before anybody has said where on earth it lies: coordinates as the file has them, in its own system
 * and units. `crs/locate.ts` turns them into WGS 84; `places/plan.ts` makes records of them.
 */
import type { Problem } from '../problem.ts';

export type PlaceFormat =
  | 'geojson'
  | 'geojsonseq'
  | 'cityjson'
  | 'cityjsonseq'
  | 'glb'
  | 'gltf'
  | '3dtiles'
  | 'geotiff'
  | 'terrarium'
  | 'asciigrid'
  | 'imagery';

/** `[x, y]` in the file's system: longitude, latitude in degrees, or east, north in its unit. */
export type SourcePoint = readonly [x: number, y: number];
/** Closed rings without the repeated last point; outside first, then holes. */
export type SourcePolygon = readonly (readonly SourcePoint[])[];

/** What a triangle of a mesh is, by the semantics of its format. */
export const SURFACE = { other: 0, wall: 1, roof: 2, ground: 3 } as const;

/**
 * Triangles in the file's own system, z up (a reader turns a y-up format). `positions` holds x, y, z per vertex; `indices` three
 * per triangle, counter-clockwise seen from outside.
 */
export interface SourceMesh {
  readonly positions: Float64Array;
  readonly indices: Uint32Array;
  /** One of `SURFACE` per triangle. */
  readonly surfaces: Uint8Array;
  /** Red, green, blue, alpha per vertex, 0–255, of the format's materials without their textures; null where it has none. */
  readonly colours: Uint8Array | null;
  /** u, v per vertex and which of the set's `textures` is on it, per triangle (-1 none); null where there are none. */
  readonly textured: { readonly uvs: Float32Array; readonly textures: Int16Array } | null;
  /** Red, green, blue per triangle, material and texture together, where the textures were looked at (`texture-colours.ts`). */
  readonly painted?: Uint8Array;
}

/** A volume that may become a building, or part of one. */
export interface SourceBuilding {
  /** Id or name in the file, unique within it: readers make it so and say when they had to. */
  readonly key: string;
  /** Where in the file: `features[12]`. */
  readonly where: string;
  readonly name: string;
  /** Attributes as they are in the file: texts, numbers, truth values; nested values as JSON text. */
  readonly attributes: Readonly<Record<string, string | number | boolean | null>>;
  /** Polygons on the ground, checked and repaired (`geometry/footprints`); empty where only a mesh is known. */
  readonly footprint: readonly SourcePolygon[];
  /** Ground height in the file's system, metres; null where the file is flat. */
  readonly groundMetres: number | null;
  /** Above the ground, metres; null where unknown. */
  readonly heightMetres: number | null;
  /** Where the volume begins above the ground (`min_height`), metres. */
  readonly minHeightMetres: number;
  readonly storeys: number | null;
  /** The key of the building that this is a part of. */
  readonly partOf: string | null;
  readonly mesh: SourceMesh | null;
}

/** A polygon that is no building: a grid, a community's outline. */
export interface SourceArea {
  readonly key: string;
  readonly where: string;
  readonly name: string;
  readonly attributes: SourceBuilding['attributes'];
  readonly polygons: readonly SourcePolygon[];
}

/** A regular raster of heights. Row 0 is the north, column 0 the west; `NaN` where nothing is known. Metres. */
export interface SourceTerrain {
  readonly columns: number;
  readonly rows: number;
  readonly heightsMetres: Float32Array;
  /** Centre of the cell of row 0, column 0 and the steps between cells (`stepY` is negative: rows go south), in the file's system. */
  readonly origin: SourcePoint;
  readonly stepX: number;
  readonly stepY: number;
}

/** A picture of the ground, encoded as PNG, JPEG or WebP. `corners`: upper left, upper right, lower right, lower left. */
export interface SourceImagery {
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly corners: readonly [SourcePoint, SourcePoint, SourcePoint, SourcePoint] | null;
}

export interface SourceTexture {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** How a file names its coordinate system: the text as found, and where it stands. Null where it names none. */
export interface DeclaredCrs {
  /** `EPSG:7415`, `urn:ogc:def:crs:OGC:1.3:CRS84`, a WKT, a URL of the OGC. */
  readonly text: string;
  readonly where: string;
}

export interface PlaceSet {
  readonly format: PlaceFormat;
  /** Version of the format as the file says it: `2.0`. */
  readonly version: string | null;
  readonly crs: DeclaredCrs | null;
  /** Coordinates mean a model's own metres about its own origin: it must be placed by anchor, rotation and scale. */
  readonly unplaced: boolean;
  readonly buildings: readonly SourceBuilding[];
  readonly areas: readonly SourceArea[];
  readonly terrain: SourceTerrain | null;
  readonly imagery: SourceImagery | null;
  readonly textures: readonly SourceTexture[];
  /** How many of what the file holds: `{features: 626, buildings: 620, parts: 6}`. */
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
}
