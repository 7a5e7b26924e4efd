/**
 * Which class of a theme every building falls into, and the legend of it. Pure numbers in, typed array out; 100,000 buildings take
 * a few milliseconds, and it is only run when the theme, the counts or the places change.
 */
import { type CodeEntry, MEMBER_MODE } from '../../domain/codes.ts';
import type { Building } from '../../domain/records/index.ts';
import type { PlacesState } from '../places.ts';
import { MEMBER_MODES } from '../totals.ts';
import { classAt, countLabel, quantileBreaks } from './breaks.ts';
import {
  MODE_COLOURS,
  NOTHING_COLOUR,
  RAMPS,
  type Ramp,
  STOREY_COLOURS,
  UNKNOWN_COLOUR,
  YEAR_COLOURS,
} from './ramps.ts';
import type { ThemeKey } from './theme-keys.ts';

export interface ThemeClass {
  readonly label: CodeEntry;
  /** `#rrggbb`. */
  readonly colour: string;
  /** Buildings in the class. */
  readonly count: number;
  /** Where the class counts something else than buildings (members of a mode): how many of it in the whole community. */
  readonly amount?: number;
}
export interface Classification {
  readonly theme: ThemeKey;
  readonly classes: readonly ThemeClass[];
  /** Class of each building. */
  readonly classOf: Uint8Array;
}

export type ClassifyInput = Pick<PlacesState, 'buildings' | 'stats'> & Partial<Pick<PlacesState, 'models'>>;
type Spec = Omit<ThemeClass, 'count'>;

const same = (text: string): CodeEntry => ({ zh: text, en: text });
const NONE: Spec = { label: { zh: '无', en: 'None' }, colour: NOTHING_COLOUR };

const finish = (theme: ThemeKey, specs: readonly Spec[], classOf: Uint8Array): Classification => {
  const counts = new Uint32Array(specs.length);
  for (let i = 0; i < classOf.length; i++) {
    const at = classOf[i] as number;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return { theme, classes: specs.map((spec, at) => ({ ...spec, count: counts[at] ?? 0 })), classOf };
};

/** Class 0 is "none"; the rest are the bounds' classes. */
const byCount = (
  theme: ThemeKey,
  counts: Int32Array,
  bounds: readonly number[],
  ramp: Ramp,
): Classification => {
  const colours = RAMPS[ramp];
  // Few classes take the deeper end of the ramp: a single case must be seen.
  const skip = colours.length - bounds.length;
  const specs = [
    NONE,
    ...bounds.map((_, at) => ({
      label: same(countLabel(bounds, at)),
      colour: colours[at + skip] ?? UNKNOWN_COLOUR,
    })),
  ];
  const classOf = new Uint8Array(counts.length);
  for (let at = 0; at < counts.length; at++) classOf[at] = 1 + classAt(bounds, counts[at] ?? 0);
  return finish(theme, specs, classOf);
};

const SHARE_BOUNDS = [0.0001, 0.05, 0.1, 0.15, 0.25];
const SHARE_LABELS = ['< 5%', '5–10%', '10–15%', '15–25%', '≥ 25%'];

/** Class 0 is "not one", the last is "nothing to take a share of". */
const byShare = (
  theme: ThemeKey,
  parts: Int32Array,
  wholes: Int32Array,
  ramp: Ramp,
  without: CodeEntry,
): Classification => {
  const specs: Spec[] = [
    { label: same('0%'), colour: NOTHING_COLOUR },
    ...SHARE_LABELS.map((text, at) => ({ label: same(text), colour: RAMPS[ramp][at] ?? UNKNOWN_COLOUR })),
    { label: without, colour: UNKNOWN_COLOUR },
  ];
  const last = specs.length - 1;
  const classOf = new Uint8Array(parts.length);
  for (let at = 0; at < parts.length; at++) {
    const whole = wholes[at] ?? 0;
    classOf[at] = whole === 0 ? last : 1 + classAt(SHARE_BOUNDS, (parts[at] ?? 0) / whole);
  }
  return finish(theme, specs, classOf);
};

/** The mode with the most members; on a tie the one that stands first in the code list. */
const byMode = ({ stats }: ClassifyInput): Classification => {
  const columns = MEMBER_MODES.map((mode) => stats[mode]);
  const amounts = columns.map(() => 0);
  const classOf = new Uint8Array(stats.direct.length);
  for (let at = 0; at < classOf.length; at++) {
    let most = 0;
    for (let mode = 0; mode < columns.length; mode++) {
      const count = columns[mode]?.[at] ?? 0;
      amounts[mode] = (amounts[mode] ?? 0) + count;
      if (count > most) {
        most = count;
        classOf[at] = mode + 1;
      }
    }
  }
  const specs = MEMBER_MODES.map((mode, at) => ({
    label: MEMBER_MODE[mode],
    colour: MODE_COLOURS[mode],
    amount: amounts[at] ?? 0,
  }));
  return finish('members', [{ ...NONE, amount: 0 }, ...specs], classOf);
};

/** `Uint8Array.from` with a mapping is ten times slower at 100,000. */
const ofEach = (buildings: readonly Building[], classOfOne: (building: Building) => number): Uint8Array => {
  const classOf = new Uint8Array(buildings.length);
  buildings.forEach((building, at) => {
    classOf[at] = classOfOne(building);
  });
  return classOf;
};

const STOREY_BOUNDS = [1, 2, 4, 7, 10, 19];
const YEAR_BOUNDS = [0, 1980, 1990, 2000, 2005, 2010, 2015];
const YEAR_LABELS: readonly CodeEntry[] = [
  { zh: '1980年前', en: 'Before 1980' },
  { zh: '1980年代', en: '1980s' },
  { zh: '1990年代', en: '1990s' },
  same('2000–2004'),
  same('2005–2009'),
  same('2010–2014'),
  { zh: '2015年后', en: 'From 2015' },
];

const byStoreys = ({ buildings }: ClassifyInput): Classification =>
  finish(
    'storeys',
    STOREY_BOUNDS.map((_, at) => {
      const text = countLabel(STOREY_BOUNDS, at);
      return { label: { zh: `${text}层`, en: text }, colour: STOREY_COLOURS[at] ?? UNKNOWN_COLOUR };
    }),
    ofEach(buildings, (b) => classAt(STOREY_BOUNDS, b.storeys)),
  );

const byYear = ({ buildings }: ClassifyInput): Classification =>
  finish(
    'year',
    [
      ...YEAR_LABELS.map((label, at) => ({ label, colour: YEAR_COLOURS[at] ?? UNKNOWN_COLOUR })),
      { label: { zh: '不详', en: 'Unknown' }, colour: UNKNOWN_COLOUR },
    ],
    ofEach(buildings, (b) => (b.yearBuilt === null ? YEAR_LABELS.length : classAt(YEAR_BOUNDS, b.yearBuilt))),
  );

const byModel = ({ buildings, models }: ClassifyInput): Classification =>
  finish(
    'models',
    [
      { label: { zh: '仅有轮廓', en: 'Outline only' }, colour: NOTHING_COLOUR },
      { label: { zh: '有模型', en: 'With a model' }, colour: RAMPS.teal[3] ?? UNKNOWN_COLOUR },
    ],
    ofEach(buildings, ({ id }) => Number(models?.meshOf.has(id) ?? false)),
  );

const FEW = [1, 2, 4, 7];

/** The legend and the class of every building under the theme. */
export const classify = (theme: ThemeKey, places: ClassifyInput): Classification => {
  const { stats } = places;
  switch (theme) {
    case 'plain':
      return finish(theme, [], new Uint8Array(places.buildings.length));
    case 'homes':
      return byCount(theme, stats.homes, quantileBreaks(stats.homes, 5), 'teal');
    case 'residents':
      return byCount(theme, stats.residents, quantileBreaks(stats.residents, 5), 'blue');
    case 'vacancy':
      return byShare(theme, stats.vacantHomes, stats.homes, 'loess', { zh: '没有住房', en: 'No homes' });
    case 'floating':
      return byShare(theme, stats.floating, stats.residents, 'violet', {
        zh: '无人居住',
        en: 'No residents',
      });
    case 'members':
      return byMode(places);
    case 'lowIncome':
      return byCount(theme, stats.lowIncomeHouseholds, FEW, 'rose');
    case 'care':
      return byCount(theme, stats.careNeeds, [1, 3, 6, 11, 21], 'rose');
    case 'organisations':
      return byCount(theme, stats.organisations, FEW, 'blue');
    case 'openMatters':
      return byCount(theme, stats.openMatters, [1, 2, 3, 5], 'ember');
    case 'storeys':
      return byStoreys(places);
    case 'year':
      return byYear(places);
    case 'models':
      return byModel(places);
  }
};
