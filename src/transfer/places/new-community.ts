/** An empty community: its record, an outline of a kilometre about its centre until a real one comes, and bare ground. */
import { newId } from '../../domain/ids.ts';
import type { Building, Community, Landscape, LngLat } from '../../domain/records/index.ts';
import { createFrame } from '../../geometry/frame.ts';
import { boundsOf } from '../../geometry/polygon.ts';

export interface NewCommunityInput {
  readonly name: string;
  /** Twelve digits. */
  readonly code: string;
  readonly district: string;
  readonly anchor: LngLat;
  readonly elevationMetres: number;
}

const HALF_METRES = 500;
/** Defaults of the domain: what a grid should hold. */
const GRID_BAND = { min: 300, max: 500, warnBelow: 150, warnAbove: 600 };

export const squareAbout = (anchor: LngLat): Community['outline'] => {
  const frame = createFrame(anchor);
  const corner = (x: number, y: number): LngLat => frame.toLngLat([x * HALF_METRES, y * HALF_METRES]);
  return [[[corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]]];
};

const MARGIN_METRES = 50;

/** An outline that holds all buildings, fifty metres around them. */
export const outlineAbout = (buildings: readonly Building[], anchor: LngLat): Community['outline'] => {
  const frame = createFrame(anchor);
  const [west, south, east, north] = boundsOf(
    buildings.flatMap(({ footprint }) => (footprint[0] ?? []).map((point) => frame.toLocal(point))),
  );
  const [w, s, e, n] = [
    west - MARGIN_METRES,
    south - MARGIN_METRES,
    east + MARGIN_METRES,
    north + MARGIN_METRES,
  ];
  return [[[frame.toLngLat([w, s]), frame.toLngLat([e, s]), frame.toLngLat([e, n]), frame.toLngLat([w, n])]]];
};

/** An empty community on the buildings that are the first to come: its centre among them, its outline around them. */
export const communityAbout = (community: Community, first: readonly Building[]): Community => {
  const [west, south, east, north] = boundsOf(first.flatMap(({ footprint }) => footprint[0] ?? []));
  const anchor: LngLat = [(west + east) / 2, (south + north) / 2];
  return { ...community, anchor, outline: outlineAbout(first, anchor) };
};

/** `now` in epoch milliseconds. The records are not checked. */
export const newCommunity = (
  { name, code, district, anchor, elevationMetres }: NewCommunityInput,
  now: number,
): { readonly community: Community; readonly landscape: Landscape } => {
  const communityId = newId();
  const base = { communityId, createdAt: now, updatedAt: now, revision: 1 };
  return {
    community: {
      ...base,
      id: communityId,
      name,
      code,
      district,
      anchor,
      elevationMetres,
      outline: squareAbout(anchor),
      synthetic: false,
      settings: { gridBand: GRID_BAND },
    },
    landscape: {
      ...base,
      id: newId(),
      terrain: null,
      roads: [],
      areas: [],
      walls: [],
      trees: [],
      lamps: [],
      landmarks: [],
    },
  };
};
