/** The stops of a tour and their names in an address: `overview`, `grid-3`, `facility-clinic`, `theme-floating`. */
import { codesOf, FACILITY_KIND } from '../../domain/codes.ts';
import type { Facility, Grid } from '../../domain/records/index.ts';
import type { WallShot } from '../../state/wall-view.ts';
import type { TourPart } from '../settings/settings.ts';
import { WALL_THEMES, type WallTheme } from './wall-themes.ts';

export type Stop =
  | { readonly kind: 'overview' }
  | { readonly kind: 'grid'; readonly id: string; readonly sequence: number }
  | { readonly kind: 'facility'; readonly facility: Facility['kind'] }
  | { readonly kind: 'theme'; readonly theme: WallTheme };

export const keyOf = (stop: Stop): string => {
  switch (stop.kind) {
    case 'overview':
      return 'overview';
    case 'grid':
      return `grid-${stop.sequence}`;
    case 'facility':
      return `facility-${stop.facility}`;
    case 'theme':
      return `theme-${stop.theme}`;
  }
};

interface TourPlaces {
  readonly grids: readonly Pick<Grid, 'id' | 'sequence'>[];
  readonly facilities: readonly Pick<Facility, 'kind'>[];
}

/** All stops of the wanted parts, in order; never none. */
export const stopsOf = (parts: readonly TourPart[], { grids, facilities }: TourPlaces): Stop[] => {
  const kinds = new Set(facilities.map(({ kind }) => kind));
  const stops = parts.flatMap((part): Stop[] => {
    switch (part) {
      case 'overview':
        return [{ kind: 'overview' }];
      case 'grids':
        return grids.map(({ id, sequence }) => ({ kind: 'grid', id, sequence }));
      case 'facilities':
        return codesOf(FACILITY_KIND)
          .filter((facility) => kinds.has(facility))
          .map((facility) => ({ kind: 'facility', facility }));
      case 'themes':
        return WALL_THEMES.map((theme) => ({ kind: 'theme', theme }));
    }
  });
  return stops.length > 0 ? stops : [{ kind: 'overview' }];
};

/** Index of a named stop, or -1. */
export const indexOfKey = (stops: readonly Stop[], key: string | null): number =>
  key === null ? -1 : stops.findIndex((stop) => keyOf(stop) === key);

export const shotOf = (stop: Stop): WallShot => {
  switch (stop.kind) {
    case 'overview':
      return { kind: 'overview' };
    case 'grid':
      return { kind: 'grid', id: stop.id };
    case 'facility':
      return { kind: 'facilities', facility: stop.facility };
    case 'theme':
      return { kind: 'above' };
  }
};
