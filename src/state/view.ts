/**
 * How the community is looked at: layers, day or night, the sun's date and hour, saved views, and requests to the camera.
 * Kept in this browser; nothing in it is personal.
 */
import { create } from 'zustand';
import { today } from '../domain/dates.ts';
import { readPersisted, writePersisted } from './persisted.ts';

export const LAYERS = [
  'grids',
  'facilities',
  'reach',
  'trees',
  'labels',
  'shadows',
  'imagery',
  'realScene',
] as const;
export type Layer = (typeof LAYERS)[number];
export type Mode = 'day' | 'night';

/** Where the camera stands and looks, local metres (x east, y north, z up). */
export interface CameraPose {
  readonly position: readonly [number, number, number];
  readonly target: readonly [number, number, number];
}
export interface SavedView extends CameraPose {
  readonly id: string;
  readonly name: string;
}

export type CameraRequest =
  | {
      readonly kind: 'flyTo';
      readonly target: 'building' | 'grid' | 'facility' | 'dwelling' | 'floor' | 'point';
      /** The thing's id (of a floor or home: its building's). Absent for a point. */
      readonly id?: string;
      /** Local metres, of a point. */
      readonly point?: readonly [number, number, number];
    }
  | { readonly kind: 'north' | 'top' | 'home' | 'zoomIn' | 'zoomOut' }
  | { readonly kind: 'view'; readonly view: CameraPose };

/** `seq` tells two equal requests apart. */
export type NumberedRequest = CameraRequest & { readonly seq: number };

interface KeptView {
  readonly layers: Readonly<Record<Layer, boolean>>;
  readonly mode: Mode;
  /** `yyyy-MM-dd`; the sun stands as on this day. */
  readonly date: string;
  /** Hour of the day in the community's own time, 0…24 with fractions. */
  readonly hour: number;
  readonly savedViews: readonly SavedView[];
}

interface ViewState extends KeptView {
  readonly cameraRequest: NumberedRequest | null;
  /** The last pose the camera came to rest in; the scene writes it, "save this view" reads it. */
  readonly pose: CameraPose | null;
  setLayer: (layer: Layer, on: boolean) => void;
  setMode: (mode: Mode) => void;
  setDate: (date: string) => void;
  setHour: (hour: number) => void;
  setPose: (pose: CameraPose) => void;
  requestCamera: (request: CameraRequest) => void;
  saveView: (name: string) => void;
  deleteView: (id: string) => void;
}

const KEY = 'linli.view';
/** A low, warm sun that models the houses: where the day begins when it is dark outside. */
const PLEASANT_HOUR = 16;
/** One time in all of China. */
const COMMUNITY_UTC_HOURS = 8;

/** Now while the sun is well up, otherwise a pleasant afternoon. */
export const openingHour = (epochMs: number): number => {
  const hour = (((epochMs / 3_600_000 + COMMUNITY_UTC_HOURS) % 24) + 24) % 24;
  return hour >= 9 && hour <= 17 ? Math.round(hour * 4) / 4 : PLEASANT_HOUR;
};

const defaults = (now: number): KeptView => ({
  layers: {
    grids: true,
    facilities: true,
    reach: false,
    trees: true,
    labels: true,
    shadows: true,
    imagery: true,
    realScene: true,
  },
  mode: 'day',
  date: today(now),
  hour: openingHour(now),
  savedViews: [],
});

/** The sun's date and hour follow the day the page is opened on; layers, mode and views are kept. */
const opening = (now: number): KeptView => {
  const start = defaults(now);
  const kept = readPersisted(KEY, { layers: start.layers, mode: start.mode, savedViews: start.savedViews });
  return {
    ...start,
    ...kept,
    layers: { ...start.layers, ...kept.layers },
    mode: kept.mode === 'night' ? 'night' : 'day',
    savedViews: Array.isArray(kept.savedViews) ? kept.savedViews : [],
  };
};

export const useView = create<ViewState>()((set) => ({
  ...opening(Date.now()),
  cameraRequest: null,
  pose: null,
  setLayer: (layer, on) => set((s) => ({ layers: { ...s.layers, [layer]: on } })),
  setMode: (mode) => set({ mode }),
  setDate: (date) => set({ date }),
  setHour: (hour) => set({ hour: Math.min(24, Math.max(0, hour)) }),
  setPose: (pose) => set({ pose }),
  requestCamera: (request) =>
    set((s) => ({ cameraRequest: { ...request, seq: (s.cameraRequest?.seq ?? 0) + 1 } })),
  saveView: (name) =>
    set((s) =>
      s.pose
        ? { savedViews: [...s.savedViews, { ...s.pose, id: `${Date.now()}-${s.savedViews.length}`, name }] }
        : {},
    ),
  deleteView: (id) => set((s) => ({ savedViews: s.savedViews.filter((view) => view.id !== id) })),
}));

useView.subscribe(({ layers, mode, savedViews }, before) => {
  if (layers !== before.layers || mode !== before.mode || savedViews !== before.savedViews)
    writePersisted(KEY, { layers, mode, savedViews });
});
