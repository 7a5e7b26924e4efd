/** What the import worker tells the page about a tileset, and what the page tells it: plain data. */
import type { LngLat, Placement } from '../../../../domain/records/index.ts';
import type { Problem } from '../../../../transfer/problem.ts';
import type { TilesetPlace } from '../../../../transfer/tiles/tileset-info.ts';

export interface TilesetSummary {
  readonly version: string;
  readonly tiles: number;
  readonly deepest: number;
  /** Kinds of content that there are, with how many of each. */
  readonly contents: readonly (readonly [kind: string, count: number])[];
  readonly contentBytes: number;
  readonly missingCount: number;
  readonly hasFeatureIds: boolean;
  readonly classes: readonly string[];
  /** Null where it has to be placed. */
  readonly place: TilesetPlace | null;
  readonly radiusMetres: number | null;
  readonly problems: readonly Problem[];
  /** Bytes of the files that will be kept; null where they stay on the server. */
  readonly keptBytes: number | null;
  /** Metres by which its lowest point comes to the community's ground. */
  readonly suggestedRaise: number;
  /** To the community's centre; null where it stands nowhere. */
  readonly distanceMetres: number | null;
  /** The community is empty: its centre moves to the tileset. */
  readonly movesCentre: LngLat | null;
  readonly elsewhere: boolean;
}

export interface TilesetChoice {
  readonly name: string;
  /** Where the tileset stands nowhere by itself. */
  readonly placement: Placement | null;
  readonly raisedMetres: number;
}
