/** Counts as key figures, in the order in which a community worker asks for them. */
import { membersOf, type Totals } from '../../state/totals.ts';
import type { Figure } from '../../ui/parts/Figures.tsx';
import type { Words } from '../../ui/parts/use-words.ts';

export const FIGURE_KEYS = [
  'households',
  'residents',
  'members',
  'floating',
  'lowIncomeHouseholds',
  'careNeeds',
  'homes',
  'vacantHomes',
  'letHomes',
  'separated',
  'organisations',
  'openMatters',
  'businessRooms',
] as const;
export type FigureKey = (typeof FIGURE_KEYS)[number];

/** Those of a community or a grid. */
const COMMUNITY_FIGURES: readonly FigureKey[] = FIGURE_KEYS.filter((key) => key !== 'businessRooms');

export const metricFigures = (
  totals: Totals,
  words: Words,
  keys: readonly FigureKey[] = COMMUNITY_FIGURES,
): Figure[] =>
  keys.map((key) => {
    const value = key === 'members' ? membersOf(totals) : totals[key];
    const whole =
      key === 'vacantHomes' || key === 'letHomes'
        ? totals.homes
        : key === 'floating' || key === 'separated'
          ? totals.residents
          : 0;
    return {
      key,
      label: words.t(`records.metric.${key}`),
      value: words.number(value),
      ...(whole > 0 && value > 0 ? { note: words.percent(value / whole) } : {}),
    };
  });
