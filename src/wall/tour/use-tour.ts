/** Runs the tour in a page: stops from the places, time per stop, the stop in the address, both ways. */
import { useEffect, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { usePlaces } from '../../state/places.ts';
import { useWallView } from '../../state/wall-view.ts';
import { useSettings } from '../settings/settings-store.ts';
import { indexOfKey, keyOf, stopsOf } from './stops.ts';
import { useTour } from './tour-store.ts';

const TOUR_PARAM = 'tour';
const LOOK_MS = 250;

/** Seconds a stop: the address goes before the settings, so that a test need not wait. */
const secondsOf = (search: string, settings: number): number => {
  const asked = Number(new URLSearchParams(search).get('interval'));
  return asked > 0 ? asked : settings;
};

export const useTourRunner = (): void => {
  const { search } = useLocation();
  const navigate = useNavigate();
  const grids = usePlaces((s) => s.grids);
  const facilities = usePlaces((s) => s.facilities);
  const settings = useSettings((s) => s.settings);
  const seconds = secondsOf(search, settings.stopSeconds);
  const stops = useMemo(
    () => stopsOf(settings.tour, { grids, facilities }),
    [settings.tour, grids, facilities],
  );

  // Stops may come and go with the places; the tour stays where it was when it still can.
  useEffect(() => {
    const { stops: before, index, setStops } = useTour.getState();
    const here = before[index];
    const asked = new URLSearchParams(window.location.hash.split('?')[1] ?? '').get(TOUR_PARAM);
    const named = indexOfKey(stops, asked);
    setStops(stops, named >= 0 ? named : here ? indexOfKey(stops, keyOf(here)) : 0);
  }, [stops]);

  useEffect(() => {
    useWallView.setState({ shotSeconds: seconds, idleSeconds: settings.idleSeconds });
  }, [seconds, settings.idleSeconds]);

  // A new address, by hand or by a step back, leads there.
  useEffect(() => {
    const { stops: known, index, go } = useTour.getState();
    const asked = indexOfKey(known, new URLSearchParams(search).get(TOUR_PARAM));
    if (asked >= 0 && asked !== index) go(asked);
  }, [search]);

  useEffect(() => {
    let shown = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const passed = Math.min(now - last, 4 * LOOK_MS);
      last = now;
      const { playing, stops: known, next } = useTour.getState();
      if (!playing || useWallView.getState().takenOver || known.length < 2) return;
      shown += passed;
      if (shown < seconds * 1000) return;
      shown = 0;
      next();
    }, LOOK_MS);
    const stop = useTour.subscribe((state, before) => {
      if (state.index !== before.index) shown = 0;
    });
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [seconds]);

  useEffect(
    () =>
      useTour.subscribe((state, before) => {
        if (state.index === before.index) return;
        const stop = state.stops[state.index];
        const params = new URLSearchParams(window.location.hash.split('?')[1] ?? '');
        if (!stop || params.get(TOUR_PARAM) === keyOf(stop)) return;
        params.set(TOUR_PARAM, keyOf(stop));
        // No step of the browser's history: in a week there would be thirty thousand.
        void navigate({ pathname: '/wall', search: `?${params}` }, { replace: true });
      }),
    [navigate],
  );
};
