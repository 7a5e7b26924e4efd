/** What every map of a page is drawn with: the town, what lies under it, the colours of the hour. */
import { useMemo } from 'react';
import { usePlaces } from '../../state/places.ts';
import { useView } from '../../state/view.ts';
import { makeBackdrop } from '../map/backdrop.ts';
import { GridColours } from '../map/colours.ts';
import { inkOf } from '../map/ink.ts';
import { makeTown, type Town, townInput } from '../model/town.ts';
import type { MapLook } from './draw-side.ts';

/** One for all pages that compare: a grid has the same colour on each of them. */
const colours = new GridColours();

export interface Look {
  readonly town: Town;
  readonly look: MapLook;
}

export const useLook = (): Look | null => {
  const mode = useView((s) => s.mode);
  const frame = usePlaces((s) => s.frame);
  const community = usePlaces((s) => s.community);
  const buildings = usePlaces((s) => s.buildings);
  const landscape = usePlaces((s) => s.landscape);
  // The counts are written in place: their version says when to look again.
  const statsVersion = usePlaces((s) => s.statsVersion);
  const town = useMemo(() => {
    if (community === null || statsVersion < 0) return null;
    const { anchor, outline } = community;
    return makeTown(townInput({ anchor, outline, buildings, stats: usePlaces.getState().stats, landscape }));
  }, [community, buildings, landscape, statsVersion]);
  const backdrop = useMemo(
    () => (frame && town ? makeBackdrop(frame, landscape, buildings, town) : null),
    [frame, landscape, buildings, town],
  );
  return useMemo(() => {
    if (town === null || backdrop === null || community === null) return null;
    const band = community.settings.gridBand;
    return { town, look: { ink: inkOf(mode), backdrop, colours, band } };
  }, [town, backdrop, community, mode]);
};
