/** What the figures say to the scene: the lines under the grids' names, the places that press, the colours of the theme. */
import { useEffect, useMemo } from 'react';
import { usePlaces } from '../state/places.ts';
import { useWallView, type WallPulse } from '../state/wall-view.ts';
import type { PressingPlace } from '../storage/index.ts';
import { useFigures } from './figures/follow.ts';
import { useShown } from './parts/use-shown.ts';
import { useTour } from './tour/tour-store.ts';
import { gridValues, isShareTheme, paintWall, type WallTheme } from './tour/wall-themes.ts';

/** A beam over a house where few live would point at a family: from there on it stands over the grid. */
export const FEWEST_HOUSEHOLDS = 5;

const RANK = { red: 3, urgent: 2, yellow: 1 } as const;

/** One pulse a place, the most pressing; places where few live become their grid. */
export const pulsesOf = (
  pressing: readonly PressingPlace[],
  householdsOf: (buildingId: string) => number,
): WallPulse[] => {
  const places = new Map<string, WallPulse>();
  for (const { buildingId, gridId, tone } of pressing) {
    const many = buildingId !== null && householdsOf(buildingId) >= FEWEST_HOUSEHOLDS;
    const pulse: WallPulse = many ? { buildingId, gridId: null, tone } : { buildingId: null, gridId, tone };
    const key = pulse.buildingId ?? pulse.gridId;
    if (key === null) continue;
    const before = places.get(key);
    if (!before || RANK[tone] > RANK[before.tone]) places.set(key, pulse);
  }
  return [...places.values()].sort((a, b) => RANK[b.tone] - RANK[a.tone]);
};

export const useSceneInput = (): void => {
  const shown = useFigures((s) => s.shown);
  const words = useShown();
  const places = usePlaces();
  const theme = useTour((s): WallTheme | null => {
    const stop = s.stops[s.index];
    return stop?.kind === 'theme' ? stop.theme : null;
  });

  const notes = useMemo(() => {
    const { t, shown: text } = words;
    return new Map(
      shown?.grids.map(({ id, households, residents }) => [
        id,
        `${t('wall.figures.households')} ${text(households)} · ${t('wall.figures.residents')} ${text(residents)}`,
      ]),
    );
  }, [shown, words]);
  const noteText = JSON.stringify([...notes]);
  useEffect(() => {
    useWallView.setState({ gridNotes: new Map(JSON.parse(noteText) as [string, string][]) });
  }, [noteText]);

  const pulses = useMemo(
    () =>
      shown === null
        ? []
        : pulsesOf(
            shown.matters.pressing,
            (id) => places.stats.households[places.buildingIndex.get(id) ?? -1] ?? 0,
          ),
    [shown, places],
  );
  const pulseText = JSON.stringify(pulses);
  useEffect(() => {
    useWallView.setState({ pulses: JSON.parse(pulseText) as WallPulse[] });
  }, [pulseText]);

  const grids = shown?.grids;
  const tints = useMemo(
    () =>
      theme !== null && isShareTheme(theme) && grids
        ? gridValues(theme, grids).flatMap(({ id, tint }) => (tint === null ? [] : [[id, tint]]))
        : [],
    [theme, grids],
  );
  const tintText = JSON.stringify(tints);
  useEffect(() => {
    useWallView.setState({ gridTints: new Map(JSON.parse(tintText) as [string, string][]) });
  }, [tintText]);
  const { buildings, stats, gridOfBuilding, grids: records, statsVersion } = places;
  useEffect(() => {
    const paint = paintWall(theme, { buildings, stats, gridOfBuilding, grids: records }, grids ?? []);
    const before = useWallView.getState().paint;
    const same =
      before?.themed === paint.themed &&
      before.rgba.length === paint.rgba.length &&
      before.rgba.every((value, at) => value === paint.rgba[at]);
    // A change that moves no colour uploads nothing.
    if (!same) useWallView.setState({ paint });
  }, [theme, grids, buildings, stats, gridOfBuilding, records, statsVersion]);
};
