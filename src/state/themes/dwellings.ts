/**
 * The homes of the opened building under the current theme: the same question as for the buildings, asked of each home. Themes that
 * say nothing about a home (storeys, year) show how it is used.
 */
import { type CodeEntry, DWELLING_USE, MEMBER_MODE, OCCUPANCY } from '../../domain/codes.ts';
import type { DwellingMarks, InteriorState } from '../interior.ts';
import { MEMBER_MODES, type MemberMode } from '../totals.ts';
import { classAt } from './breaks.ts';
import {
  MODE_COLOURS,
  NOTHING_COLOUR,
  OCCUPANCY_COLOURS,
  RAMPS,
  type Ramp,
  UNKNOWN_COLOUR,
  USE_COLOURS,
} from './ramps.ts';
import type { ThemeKey } from './theme-keys.ts';

export interface DwellingClass {
  readonly label: CodeEntry;
  readonly colour: string;
  /** Rooms of this class stand back: the theme does not ask about them. */
  readonly quiet?: boolean;
}
export interface DwellingPaint {
  readonly colour: string;
  readonly dimmed: boolean;
}

interface Rule {
  readonly classes: readonly DwellingClass[];
  readonly classOf: (mark: DwellingMarks) => number;
}

const same = (text: string): CodeEntry => ({ zh: text, en: text });
const none = (zh: string, en: string): DwellingClass => ({
  label: { zh, en },
  colour: NOTHING_COLOUR,
  quiet: true,
});

const USES = ['home', 'shop', 'office', 'storage'] as const;
const byUse: Rule = {
  classes: USES.map((use) => ({ label: DWELLING_USE[use], colour: USE_COLOURS[use] })),
  classOf: (mark) => USES.indexOf(mark.use),
};

const OCCUPANCIES = ['owner', 'let', 'business', 'vacant'] as const;
const byOccupancy: Rule = {
  classes: OCCUPANCIES.map((key) => ({ label: OCCUPANCY[key], colour: OCCUPANCY_COLOURS[key] })),
  classOf: (mark) => OCCUPANCIES.indexOf(mark.occupancy),
};

const byNumber = (
  bounds: readonly number[],
  labels: readonly CodeEntry[],
  ramp: Ramp,
  zero: DwellingClass,
  value: (mark: DwellingMarks) => number,
): Rule => {
  const skip = RAMPS[ramp].length - bounds.length;
  return {
    classes: [
      zero,
      ...labels.map((label, at) => ({ label, colour: RAMPS[ramp][at + skip] ?? UNKNOWN_COLOUR })),
    ],
    classOf: (mark) => 1 + classAt(bounds, value(mark)),
  };
};

const people = (count: string): CodeEntry => ({ zh: `${count}人`, en: count });

const dominant = (modes: readonly MemberMode[]): number => {
  let best = 0;
  let most = 0;
  MEMBER_MODES.forEach((mode, at) => {
    const count = modes.filter((each) => each === mode).length;
    if (count > most) {
      most = count;
      best = at + 1;
    }
  });
  return best;
};

const RULES: Readonly<Record<ThemeKey, Rule>> = {
  plain: byUse,
  homes: byUse,
  storeys: byUse,
  year: byUse,
  models: byUse,
  vacancy: byOccupancy,
  residents: byNumber(
    [1, 2, 3, 4, 6],
    [people('1'), people('2'), people('3'), people('4–5'), people('6+')],
    'blue',
    none('无人居住', 'Nobody'),
    (mark) => mark.residents,
  ),
  members: {
    classes: [
      none('无党员', 'No members'),
      ...MEMBER_MODES.map((mode) => ({ label: MEMBER_MODE[mode], colour: MODE_COLOURS[mode] })),
    ],
    classOf: (mark) => dominant(mark.memberModes),
  },
  floating: byNumber(
    [1, 2, 4],
    [people('1'), people('2–3'), people('4+')],
    'violet',
    none('无流动人口', 'Nobody from elsewhere'),
    (mark) => mark.floating,
  ),
  lowIncome: byNumber(
    [1],
    [{ zh: '低保户', en: 'On the allowance' }],
    'rose',
    none('非低保', 'Not on the allowance'),
    (mark) => mark.lowIncome,
  ),
  care: byNumber(
    [1, 2],
    [people('1'), people('2+')],
    'rose',
    none('无关爱对象', 'No care needs'),
    (mark) => mark.care,
  ),
  organisations: byNumber(
    [1],
    [{ zh: '有单位', en: 'Organisation' }],
    'blue',
    none('无单位', 'No organisation'),
    (mark) => mark.organisations,
  ),
  openMatters: byNumber(
    [1, 2],
    [same('1'), same('2+')],
    'ember',
    none('无在办事项', 'No open matters'),
    (mark) => mark.openMatters,
  ),
};

/** The legend of the opened building, with how many homes each class holds. */
export const dwellingLegend = (
  theme: ThemeKey,
  interior: Pick<InteriorState, 'marks'>,
): (DwellingClass & { readonly count: number })[] => {
  const { classes, classOf } = RULES[theme];
  const counts = classes.map(() => 0);
  for (const mark of interior.marks.values()) {
    const at = classOf(mark);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return classes.map((each, at) => ({ ...each, count: counts[at] ?? 0 }));
};

/** Colour of every home of the opened building; homes the theme does not ask about are dimmed. */
export const paintDwellings = (
  theme: ThemeKey,
  interior: Pick<InteriorState, 'marks'>,
): Map<string, DwellingPaint> => {
  const { classes, classOf } = RULES[theme];
  const paints = classes.map((each) => ({ colour: each.colour, dimmed: each.quiet === true }));
  const unknown: DwellingPaint = { colour: UNKNOWN_COLOUR, dimmed: true };
  return new Map([...interior.marks].map(([id, mark]) => [id, paints[classOf(mark)] ?? unknown]));
};
