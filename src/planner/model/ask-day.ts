/** “What was my grid on 1 May?”: the grid of a building on a day, and the days between which it was the same one. */
import type { Building } from '../../domain/records/index.ts';
import type { Frame } from '../../geometry/frame.ts';
import { ringsToLocal } from '../../geometry/frame.ts';
import { visualCentre } from '../../geometry/visual-centre.ts';
import { type GridThen, type Timeline, type Version, versionOn } from './versions.ts';

export type Answer =
  /** Nothing is recorded of that day; `first` is the first day of which something is. */
  | { readonly kind: 'before'; readonly first: string | null }
  /** The building was in no grid. */
  | { readonly kind: 'none'; readonly version: Version }
  | {
      readonly kind: 'grid';
      readonly version: Version;
      readonly grid: GridThen;
      /** First day on which the building was in that grid without a break. */
      readonly since: string;
      /** Records begin no earlier than `since`: it may have been so longer. */
      readonly isFirst: boolean;
      /** The day from which it was in another one; null: to this day. */
      readonly until: string | null;
      /** Which grid takes it over then; null where none does. */
      readonly next: GridThen | null;
      /** Told by where the building stands, because which grid it was in was not recorded. */
      readonly byPlace: boolean;
    };

export interface Asked {
  readonly timeline: Timeline;
  readonly frame: Frame;
  readonly building: Pick<Building, 'id' | 'footprint'>;
}

type Lng = readonly [lng: number, lat: number];

const inRing = (ring: readonly Lng[], [x, y]: Lng): boolean => {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[ax, ay], [bx, by]] = [ring[i] as Lng, ring[j] as Lng];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
};

/** The grid whose ground a place is in; a dedicated grid before the basic one around it. */
export const gridAtPlace = (grids: readonly GridThen[], at: Lng): GridThen | null => {
  const holders = grids.filter(({ boundary }) =>
    boundary.some((rings) => rings.reduce((inside, ring) => inside !== inRing(ring, at), false)),
  );
  return holders.find(({ kind }) => kind === 'dedicated') ?? holders[0] ?? null;
};

const placeOf = (footprint: Building['footprint'], frame: Frame): Lng =>
  frame.toLngLat([...visualCentre(ringsToLocal(frame, footprint)).point]);

const gridIn = (
  { grids, gridOf }: Version,
  { building, frame }: Asked,
): { readonly grid: GridThen | null; readonly byPlace: boolean } => {
  const known = gridOf?.get(building.id);
  if (known !== undefined) return { grid: grids.find(({ id }) => id === known) ?? null, byPlace: false };
  return { grid: gridAtPlace(grids, placeOf(building.footprint, frame)), byPlace: true };
};

export const askDay = (asked: Asked, day: string): Answer => {
  const { timeline } = asked;
  const { versions } = timeline;
  const version = versionOn(timeline, day);
  if (version === null) return { kind: 'before', first: versions[0]?.from ?? null };
  const { grid, byPlace } = gridIn(version, asked);
  if (grid === null) return { kind: 'none', version };
  let first = versions.indexOf(version);
  let last = first;
  const isSame = (at: number): boolean => {
    const there = versions[at];
    return there !== undefined && gridIn(there, asked).grid?.id === grid.id;
  };
  while (isSame(first - 1)) first--;
  while (isSame(last + 1)) last++;
  const after = versions[last + 1];
  return {
    kind: 'grid',
    version,
    grid,
    since: (versions[first] as Version).from,
    isFirst: first === 0,
    until: (versions[last] as Version).to,
    next: after === undefined ? null : gridIn(after, asked).grid,
    byPlace,
  };
};
