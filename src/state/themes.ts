/**
 * What the community is coloured by: the theme, the classes its legend has switched off, and the classification of all buildings,
 * worked out anew only when the theme, the counts or the places change.
 */
import { create } from 'zustand';
import { usePlaces } from './places.ts';
import { type Classification, classify } from './themes/classify.ts';
import type { ThemeKey } from './themes/theme-keys.ts';

export type { Classification, ThemeClass } from './themes/classify.ts';
export {
  type DwellingClass,
  type DwellingPaint,
  dwellingLegend,
  paintDwellings,
} from './themes/dwellings.ts';
export { FILTERED, paintBuildings, SHOWN } from './themes/paint.ts';
export { THEME_HINTS, THEME_KEYS, THEME_LABELS, type ThemeKey } from './themes/theme-keys.ts';

interface ThemeState {
  readonly theme: ThemeKey;
  readonly hiddenClasses: ReadonlySet<number>;
  readonly classification: Classification;
  setTheme: (theme: ThemeKey) => void;
  toggleClass: (at: number) => void;
  /** Shows only this class, or all of them when it is the only one shown. */
  soloClass: (at: number) => void;
  showAllClasses: () => void;
}

const ALL: ReadonlySet<number> = new Set();

export const useTheme = create<ThemeState>()((set) => ({
  theme: 'plain',
  hiddenClasses: ALL,
  classification: classify('plain', usePlaces.getState()),
  setTheme: (theme) =>
    set((s) =>
      s.theme === theme
        ? {}
        : { theme, hiddenClasses: ALL, classification: classify(theme, usePlaces.getState()) },
    ),
  toggleClass: (at) =>
    set((s) => {
      const hidden = new Set(s.hiddenClasses);
      if (!hidden.delete(at)) hidden.add(at);
      // With every class off there would be nothing to see and nothing to click.
      return { hiddenClasses: hidden.size === s.classification.classes.length ? ALL : hidden };
    }),
  soloClass: (at) =>
    set((s) => {
      const others = s.classification.classes.map((_, each) => each).filter((each) => each !== at);
      const alone = s.hiddenClasses.size === others.length && !s.hiddenClasses.has(at);
      return { hiddenClasses: alone ? ALL : new Set(others) };
    }),
  showAllClasses: () => set({ hiddenClasses: ALL }),
}));

usePlaces.subscribe((places, before) => {
  if (places.statsVersion === before.statsVersion && places.placesVersion === before.placesVersion) return;
  const { theme, hiddenClasses, classification } = useTheme.getState();
  const next = classify(theme, places);
  // Quantile breaks may move with the counts: a filter stays only while it means the same classes.
  const kept = next.classes.length === classification.classes.length;
  useTheme.setState({ classification: next, hiddenClasses: kept ? hiddenClasses : ALL });
});
