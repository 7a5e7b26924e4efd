/**
 * Day and night on the wall: by the sun over the community, or as the settings say. The page's palette follows; the view of the desks
 * in this browser stays as it was.
 */
import { useEffect } from 'react';
import { create } from 'zustand';
import { useTranslation } from 'react-i18next';
import { dateOf } from '../domain/dates.ts';
import type { LngLat } from '../domain/records/index.ts';
import { sunPosition } from '../scene/light/sun-position.ts';
import { usePlaces } from '../state/places.ts';
import type { Mode } from '../state/view.ts';
import { useWallView } from '../state/wall-view.ts';
import { applyPalette } from '../ui/theme/palette-on-page.ts';
import { hourOf, onClockJump, wallNow } from './clock.ts';
import type { Light } from './settings/settings.ts';
import { useSettings } from './settings/settings-store.ts';

/** The wall turns dark a while after the sun is gone. */
const DARK_DEGREES = -4;
/** Light that is asked for against the clock: a warm afternoon, and an evening when people are at home. */
const AFTERNOON = 15.5;
const LOOK_MS = 20_000;
/** Light moves in steps of so many hours: a shadow map a step. */
const STEP_HOURS = 1 / 12;

export const useLight = create<{ readonly mode: Mode }>()(() => ({ mode: 'night' }));

export interface SunNow {
  readonly mode: Mode;
  readonly date: string;
  readonly hour: number;
}

export const sunAt = (epochMs: number, anchor: LngLat, light: Light): SunNow => {
  const date = dateOf(epochMs);
  const hour = Math.floor(hourOf(epochMs) / STEP_HOURS) * STEP_HOURS;
  const dark = sunPosition(date, hour, anchor).altitudeDegrees < DARK_DEGREES;
  if (light === 'night' || (light === 'auto' && dark)) return { mode: 'night', date, hour };
  return { mode: 'day', date, hour: dark ? AFTERNOON : hour };
};

/** Keeps light and palette in step with the clock. */
export const useSunRunner = (): void => {
  const anchor = usePlaces((s) => s.community?.anchor);
  const light = useSettings((s) => s.settings.light);
  useEffect(() => {
    if (!anchor) return;
    const look = (): void => {
      const sun = sunAt(wallNow(), anchor, light);
      const { sun: before } = useWallView.getState();
      if (sun.mode !== before.mode || sun.date !== before.date || sun.hour !== before.hour)
        useWallView.setState({ sun });
      applyPalette(sun.mode);
      useLight.setState({ mode: sun.mode });
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    const stop = onClockJump(look);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [anchor, light]);
};

/** What charts look like depends on these. */
export const useLookKey = (): string => {
  const mode = useLight((s) => s.mode);
  const { i18n } = useTranslation();
  return `${mode} ${i18n.language}`;
};
