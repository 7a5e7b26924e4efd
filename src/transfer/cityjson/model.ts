/** What a CityJSON file holds, as far as buildings need it: objects with flattened geometries. */

/** A geometry whose boundaries stand in the pool from `start` to before `end`. */
export interface FlatGeometry {
  /** As the file writes it: `2.2`; '' where it has none. */
  readonly lod: string;
  readonly start: number;
  readonly end: number;
  readonly surfaces: number;
  /** A use of a template instead: its number, the vertex it stands on, and a row-major 4 × 4 matrix. */
  readonly instance: {
    readonly template: number;
    readonly vertex: number;
    readonly matrix: readonly number[];
  } | null;
}

export interface FlatObject {
  readonly id: string;
  readonly type: string;
  readonly where: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly parents: readonly string[];
  readonly children: readonly string[];
  readonly geometries: readonly FlatGeometry[];
}

/** What becomes of an object type. */
export type Family = 'building' | 'part' | 'installation' | 'interior' | 'terrain' | 'other';

const FAMILIES: Readonly<Record<string, Family>> = {
  Building: 'building',
  BuildingPart: 'part',
  BuildingInstallation: 'installation',
  BuildingConstructiveElement: 'interior',
  BuildingFurniture: 'interior',
  BuildingStorey: 'interior',
  BuildingRoom: 'interior',
  BuildingUnit: 'interior',
  TINRelief: 'terrain',
};

export const familyOf = (type: string): Family => FAMILIES[type] ?? 'other';

/** Levels of detail compare as numbers; none is below all. */
export const lodRank = (lod: string): number => {
  const rank = Number.parseFloat(lod);
  return Number.isFinite(rank) ? rank : -1;
};

/** Level 0 is a flat outline of the ground or the roof. */
export const isFlatLod = (lod: string): boolean => lodRank(lod) >= 0 && lodRank(lod) < 1;
