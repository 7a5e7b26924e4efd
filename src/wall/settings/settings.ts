/**
 * What can be set about a wall: panels and their order, the tour, light, bezels, a line about the weather. One JSON text holds all of
 * it, so that it can be kept, exported, imported and put into an address. What is wrong in it is named and passed over; the rest holds.
 */
import type { Reason } from '../../domain/reasons.ts';

export const PANEL_KEYS = [
  'figures',
  'ages',
  'care',
  'members',
  'homes',
  'movement',
  'matters',
  'deadlines',
  'published',
  'ranking',
  'facilities',
  'trend',
] as const;
export type PanelKey = (typeof PANEL_KEYS)[number];

export const TOUR_PARTS = ['overview', 'grids', 'facilities', 'themes'] as const;
export type TourPart = (typeof TOUR_PARTS)[number];
export const LIGHTS = ['auto', 'day', 'night'] as const;
export type Light = (typeof LIGHTS)[number];

export interface WallSettings {
  /** Instead of the community's name. */
  readonly title: string;
  readonly left: readonly PanelKey[];
  readonly right: readonly PanelKey[];
  /** Parts of the tour in their order; a part that is not named is left out. */
  readonly tour: readonly TourPart[];
  /** Seconds that a stop of the tour stands, a page of panels stands, and a touched picture is left alone. */
  readonly stopSeconds: number;
  readonly pageSeconds: number;
  readonly idleSeconds: number;
  readonly light: Light;
  /** Screens beside and above each other, and the bezel between two pictures in CSS pixels. */
  readonly screens: { readonly columns: number; readonly rows: number; readonly bezelPx: number };
  readonly weather: string;
}

export const DEFAULT_SETTINGS: WallSettings = {
  title: '',
  left: ['figures', 'ages', 'care', 'members', 'homes', 'movement'],
  right: ['matters', 'deadlines', 'published', 'ranking', 'facilities', 'trend'],
  tour: ['overview', 'grids', 'facilities', 'themes'],
  stopSeconds: 20,
  pageSeconds: 30,
  idleSeconds: 45,
  light: 'auto',
  screens: { columns: 1, rows: 1, bezelPx: 0 },
  weather: '',
};

/** Lowest and highest, both allowed. */
export const LIMITS = {
  stopSeconds: [1, 600],
  pageSeconds: [4, 600],
  idleSeconds: [5, 900],
  columns: [1, 8],
  rows: [1, 4],
  bezelPx: [0, 400],
} as const;
const LONGEST_TEXT = 40;

export interface ReadSettings {
  readonly settings: WallSettings;
  /** What was passed over, with its place in the text as `field`. */
  readonly problems: readonly Reason[];
}

const problem = (field: string, zh: string, en: string): Reason => ({ code: 'wall-settings', field, zh, en });

type Note = (reason: Reason) => void;
type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readText = (value: unknown, field: string, fallback: string, note: Note): string => {
  if (value === undefined) return fallback;
  if (typeof value === 'string' && [...value].length <= LONGEST_TEXT) return value;
  note(
    problem(
      field,
      `“${field}”应为不超过 ${LONGEST_TEXT} 字的文字`,
      `“${field}” must be a text of at most ${LONGEST_TEXT} characters`,
    ),
  );
  return fallback;
};

const readNumber = (
  value: unknown,
  field: string,
  [low, high]: readonly [number, number],
  fallback: number,
  note: Note,
): number => {
  if (value === undefined) return fallback;
  if (typeof value === 'number' && value >= low && value <= high) return value;
  note(
    problem(
      field,
      `“${field}”应为 ${low} 到 ${high} 的数`,
      `“${field}” must be a number from ${low} to ${high}`,
    ),
  );
  return fallback;
};

const readList = <T extends string>(
  value: unknown,
  field: string,
  known: readonly T[],
  fallback: readonly T[],
  note: Note,
): readonly T[] => {
  if (value === undefined) return fallback;
  if (!Array.isArray(value)) {
    note(problem(field, `“${field}”应为列表`, `“${field}” must be a list`));
    return fallback;
  }
  const kept: T[] = [];
  value.forEach((each: unknown, at) => {
    const place = `${field}[${at}]`;
    if (!known.includes(each as T))
      note(problem(place, `“${place}”不认识“${String(each)}”`, `“${place}”: there is no “${String(each)}”`));
    else if (kept.includes(each as T))
      note(problem(place, `“${place}”重复`, `“${place}” stands there twice`));
    else kept.push(each as T);
  });
  return kept;
};

const readWhole = (...args: Parameters<typeof readNumber>): number => Math.round(readNumber(...args));

/** Reads what somebody wrote or kept; everything that is not there is as usual. */
export const readSettings = (value: unknown): ReadSettings => {
  const problems: Reason[] = [];
  const note: Note = (reason) => problems.push(reason);
  if (!isFields(value)) {
    note(problem('', '这不是大屏设置', 'These are no settings of a wall'));
    return { settings: DEFAULT_SETTINGS, problems };
  }
  const d = DEFAULT_SETTINGS;
  const screens = isFields(value['screens']) ? value['screens'] : {};
  const left = readList(value['left'], 'left', PANEL_KEYS, d.left, note);
  const right = readList(value['right'], 'right', PANEL_KEYS, d.right, note);
  const light = value['light'];
  if (light !== undefined && !LIGHTS.includes(light as Light))
    note(problem('light', '“light”应为 auto、day 或 night', '“light” must be auto, day or night'));
  for (const name of Object.keys(value))
    if (!(name in d))
      note(problem(name, `没有“${name}”这一项，已忽略`, `There is no “${name}”; it was passed over`));
  return {
    settings: {
      title: readText(value['title'], 'title', d.title, note),
      left,
      // A panel stands on one side only.
      right: right.filter((key) => !left.includes(key)),
      tour: readList(value['tour'], 'tour', TOUR_PARTS, d.tour, note),
      stopSeconds: readNumber(value['stopSeconds'], 'stopSeconds', LIMITS.stopSeconds, d.stopSeconds, note),
      pageSeconds: readNumber(value['pageSeconds'], 'pageSeconds', LIMITS.pageSeconds, d.pageSeconds, note),
      idleSeconds: readNumber(value['idleSeconds'], 'idleSeconds', LIMITS.idleSeconds, d.idleSeconds, note),
      light: LIGHTS.includes(light as Light) ? (light as Light) : d.light,
      screens: {
        columns: readWhole(screens['columns'], 'screens.columns', LIMITS.columns, d.screens.columns, note),
        rows: readWhole(screens['rows'], 'screens.rows', LIMITS.rows, d.screens.rows, note),
        bezelPx: readWhole(screens['bezelPx'], 'screens.bezelPx', LIMITS.bezelPx, d.screens.bezelPx, note),
      },
      weather: readText(value['weather'], 'weather', d.weather, note),
    },
    problems,
  };
};

/** Reads the text of an exported file. */
export const parseSettings = (text: string): ReadSettings => {
  try {
    return readSettings(JSON.parse(text));
  } catch {
    return {
      settings: DEFAULT_SETTINGS,
      problems: [problem('', '文件不是 JSON', 'The file is no JSON')],
    };
  }
};

/** What differs from the usual, for an address that people can still read. */
export const differences = (settings: WallSettings): Partial<WallSettings> =>
  Object.fromEntries(
    Object.entries(settings).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(DEFAULT_SETTINGS[key as keyof WallSettings]),
    ),
  );

export const formatSettings = (settings: WallSettings): string => `${JSON.stringify(settings, null, 2)}\n`;
