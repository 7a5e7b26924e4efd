/** The marks of a home: what is worth seeing at a glance, each with a shape and a word of its own, never a colour alone. */
import type { DwellingMarks } from '../../state/interior.ts';
import type { Tone } from '../../ui/parts/Tag.tsx';

export const MARK_KEYS = ['members', 'lowIncome', 'care', 'floating', 'openMatters'] as const;
export type MarkKey = (typeof MARK_KEYS)[number];

interface MarkLook {
  readonly tone: Exclude<Tone, 'plain'>;
  /** On a 12-unit grid. */
  readonly path: string;
}
export const MARK_LOOKS: Readonly<Record<MarkKey, MarkLook>> = {
  members: {
    tone: 'red',
    path: 'M6 .6 7.6 4.1l3.8.4-2.8 2.6.8 3.8L6 9l-3.4 1.9.8-3.8L.6 4.5l3.8-.4Z',
  },
  lowIncome: { tone: 'amber', path: 'M1.5 1.5h9v9h-9Z' },
  care: {
    tone: 'violet',
    path: 'M6 10.9C2.6 8.4.9 6.5.9 4.4a2.7 2.7 0 0 1 5.1-1.2 2.7 2.7 0 0 1 5.1 1.2c0 2.1-1.7 4-5.1 6.5Z',
  },
  floating: { tone: 'blue', path: 'M6 1.2 11.3 10.6H.7Z' },
  openMatters: { tone: 'green', path: 'M6 .8 11.2 6 6 11.2.8 6Z' },
};

/** The marks a home carries, in the order of the legend. */
export const marksShown = (marks: DwellingMarks): readonly (readonly [MarkKey, number])[] =>
  MARK_KEYS.map((key) => [key, marks[key]] as const).filter(([, count]) => count > 0);

/** How a home is used, where that is worth a word: vacant, let, business. */
export type UseMark = 'vacant' | 'let' | 'business';
export const useMarkOf = (marks: Pick<DwellingMarks, 'use' | 'occupancy'>): UseMark | null => {
  if (marks.use !== 'home' || marks.occupancy === 'business') return 'business';
  return marks.occupancy === 'vacant' ? 'vacant' : marks.occupancy === 'let' ? 'let' : null;
};
