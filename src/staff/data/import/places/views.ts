/** What the import worker tells the page about a file of places, and what the page tells it: plain data. */
import type { Building, LngLat } from '../../../../domain/records/index.ts';
import type { SentLayout } from '../../../../scene/layout/lay-out.ts';
import type { LocatedImagery, Placement } from '../../../../transfer/crs/located-set.ts';
import type { PlaceOptions, PlacesPlan } from '../../../../transfer/places/plan.ts';
import type { Problem } from '../../../../transfer/problem.ts';

export interface CrsView {
  readonly text: string;
  readonly code: string | null;
  readonly zh: string;
  readonly en: string;
}
export interface CandidateView {
  /** Null: a model of its own metres. */
  readonly crs: CrsView | null;
  readonly why: { readonly zh: string; readonly en: string };
  readonly distanceMetres: number | null;
  readonly overlap: number | null;
  readonly center: LngLat | null;
}
export interface DoubtView extends Problem {
  readonly better: CrsView | null;
  readonly movesMetres: number | null;
}
export interface PlaceSummary {
  readonly format: string;
  readonly version: string | null;
  readonly declared: string | null;
  readonly unplaced: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
  readonly has: {
    readonly buildings: number;
    readonly meshes: number;
    readonly areas: number;
    readonly terrain: boolean;
    readonly imagery: boolean;
  };
  /** Pixels of a picture. */
  readonly sizePx: readonly [width: number, height: number] | null;
  readonly by: 'file' | 'format' | 'guess' | 'nothing';
  readonly crs: CrsView | null;
  readonly candidates: readonly CandidateView[];
  readonly doubts: readonly DoubtView[];
}
export type Where =
  | { readonly kind: 'crs'; readonly text: string }
  | { readonly kind: 'placement'; readonly placement: Placement }
  /** A picture whose north is up, by two of its corners in a system. */
  | {
      readonly kind: 'corners';
      readonly text: string;
      readonly upperLeft: readonly [x: number, y: number];
      readonly lowerRight: readonly [x: number, y: number];
    };

export interface PlaceChoice extends PlaceOptions {
  readonly where: Where;
  readonly name: string;
  /** What polygons that are no buildings become. */
  readonly areasAs: 'grids' | 'ignore';
  readonly terrain: boolean;
}
export type OutcomeCounts = Readonly<Record<PlacesPlan['objects'][number]['outcome'], number>>;

/** One object of a file, from the ground up. */
export interface BroughtOutline {
  readonly ring: readonly LngLat[];
  readonly heightMetres: number;
}

export interface PlacePreview {
  readonly anchor: LngLat;
  /** The community is empty or elsewhere: its centre moves to the file's. */
  readonly movesCentre: boolean;
  /** It lies in another place than the community, and cannot be written into it. */
  readonly elsewhere: boolean;
  readonly center: LngLat;
  readonly distanceMetres: number;
  readonly doubts: readonly DoubtView[];
  readonly problems: readonly Problem[];
  readonly outcomes: OutcomeCounts;
  readonly objects: PlacesPlan['objects'];
  /** As they will stand: new, changed and untouched. */
  readonly buildings: readonly Building[];
  /** Of each building: 0 untouched, 1 new, 2 changed, 3 linked. */
  readonly states: Uint8Array;
  /** What the file brings as prisms, where it is placed by hand: that it can be taken and moved. */
  readonly outlines: readonly BroughtOutline[];
  /** How all of it stands in the scene, linked meshes in place of their buildings' footprints. */
  readonly layout: SentLayout;
  /** Heights of the survey, and whether it reaches the community. */
  readonly terrain: { readonly minMetres: number; readonly maxMetres: number; readonly used: boolean } | null;
  /** The picture where it will lie; its bytes are asked for apart. */
  readonly imagery: { readonly corners: LocatedImagery['corners']; readonly metresPerPixel: number } | null;
  readonly grids: { readonly added: number; readonly removed: number; readonly moved: number } | null;
}
export interface Written {
  readonly ok: boolean;
  readonly reasons: readonly { readonly zh: string; readonly en: string }[];
  readonly changes: number;
}
