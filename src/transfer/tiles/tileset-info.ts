/** What a tileset of 3D Tiles holds, without drawing it. */
import type { Geodetic } from '../../geometry/ecef.ts';
import type { Problem } from '../problem.ts';

export const CONTENT_KINDS = [
  'b3dm',
  'i3dm',
  'pnts',
  'cmpt',
  'glb',
  'gltf',
  'tileset',
  'geojson',
  'unknown',
] as const;
export type ContentKind = (typeof CONTENT_KINDS)[number];

/** Degrees of WGS 84, metres above the ellipsoid. */
export interface GeodeticExtent {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly lowMetres: number;
  readonly highMetres: number;
}

/** Where the root's bounding volume lies. */
export interface TilesetPlace {
  readonly centre: Geodetic;
  readonly extent: GeodeticExtent;
}

/** Tables of attributes that tiles bring, those with the same properties as one. */
export interface FeatureTable {
  readonly source: 'batchTable' | 'propertyTable';
  /** Class or table name; null for batch tables. */
  readonly name: string | null;
  readonly properties: readonly string[];
  /** The property by which a feature can be linked (`id`, `gml_id`, `编号` …); null where there is none. */
  readonly idProperty: string | null;
  readonly tiles: number;
  readonly features: number;
}

export interface SchemaClass {
  readonly id: string;
  readonly name: string;
  readonly properties: readonly string[];
}

export interface TilesetInfo {
  /** `1.0` or `1.1`, as the file says it. */
  readonly version: string;
  readonly tilesetVersion: string | null;
  /** Of the root, column by column: its own coordinates → the tileset's. */
  readonly transform: readonly number[];
  /** Null where the tileset lies about its own zero and has to be placed. */
  readonly place: TilesetPlace | null;
  /** Of a sphere about the root's bounding volume, metres; null where it has none that can be read. */
  readonly radiusMetres: number | null;
  readonly rootGeometricErrorMetres: number | null;
  readonly tiles: number;
  readonly deepest: number;
  /** Contents that are there, by what they are; a composite and each tile within it count. */
  readonly contents: Readonly<Record<ContentKind, number>>;
  readonly contentBytes: number;
  /** Paths of the external tilesets that were followed. */
  readonly externalTilesets: readonly string[];
  /** Tiles that are tiled implicitly, and how many subtrees were read for them. */
  readonly implicitTilings: number;
  readonly subtrees: number;
  /** Paths of contents that are not there, the first 1,000 of `missingCount`. */
  readonly missing: readonly string[];
  readonly missingCount: number;
  readonly classes: readonly SchemaClass[];
  /** `properties` of 1.0: names of batch table properties whose range is told. */
  readonly declaredProperties: readonly string[];
  readonly featureTables: readonly FeatureTable[];
  /** Do tiles tell their features apart (batch ids, EXT_mesh_features)? */
  readonly hasFeatureIds: boolean;
  readonly extensions: readonly string[];
  readonly problems: readonly Problem[];
}
