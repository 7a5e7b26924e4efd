/** The settings of this wall: from the address where it carries some, else as they were kept in this browser. */
import { create } from 'zustand';
import { readPersisted, writePersisted } from '../../state/persisted.ts';
import { DEFAULT_SETTINGS, differences, parseSettings, readSettings, type WallSettings } from './settings.ts';

const KEY = 'linli.wall';

interface SettingsState {
  readonly settings: WallSettings;
  set: (change: Partial<WallSettings>) => void;
  replace: (settings: WallSettings) => void;
}

const kept = (): WallSettings => {
  const { json } = readPersisted(KEY, { json: '' });
  return json === '' ? DEFAULT_SETTINGS : parseSettings(json).settings;
};

export const useSettings = create<SettingsState>()((set) => ({
  settings: kept(),
  // What was typed passes the same checks as what was imported.
  set: (change) => set((s) => ({ settings: readSettings({ ...s.settings, ...change }).settings })),
  replace: (settings) => set({ settings }),
}));

useSettings.subscribe(({ settings }, before) => {
  if (settings !== before.settings) writePersisted(KEY, { json: JSON.stringify(settings) });
});

/** `set=` of an address: JSON, only what differs. */
export const SETTINGS_PARAM = 'set';

/** Takes over what an address carries, for this and later visits. */
export const takeFromAddress = (params: URLSearchParams): void => {
  const text = params.get(SETTINGS_PARAM);
  if (text === null) return;
  useSettings.getState().replace(parseSettings(text).settings);
};

/** The address that opens a wall with these settings. */
export const addressOf = (settings: WallSettings): string => {
  const changed = differences(settings);
  const { origin, pathname } = window.location;
  const query =
    Object.keys(changed).length > 0
      ? `?${SETTINGS_PARAM}=${encodeURIComponent(JSON.stringify(changed))}`
      : '';
  return `${origin}${pathname}#/wall${query}`;
};
