/** The finding one looks at, the filter over the list, and the step from one to the next. */
import { create } from 'zustand';
import type { CoverageFinding, CoverageLevel, CoverageTheme } from '../../domain/checks/coverage/index.ts';

interface ChosenState {
  readonly id: string | null;
  readonly theme: CoverageTheme | null;
  readonly level: CoverageLevel | null;
}

export const useChosen = create<ChosenState>()(() => ({ id: null, theme: null, level: null }));

export const choose = (id: string | null): void => useChosen.setState({ id });

export const filterBy = (filter: Partial<Pick<ChosenState, 'theme' | 'level'>>): void =>
  useChosen.setState({ ...filter, id: null });

/** Errors before remarks, in the order of the themes. */
export const shownFindings = (
  findings: readonly CoverageFinding[],
  { theme, level }: Pick<ChosenState, 'theme' | 'level'>,
): CoverageFinding[] => {
  const kept = findings.filter(
    (one) => (theme === null || one.theme === theme) && (level === null || one.level === level),
  );
  return [...kept.filter((one) => one.level === 'error'), ...kept.filter((one) => one.level !== 'error')];
};

export const step = (shown: readonly CoverageFinding[], by: 1 | -1): void => {
  if (shown.length === 0) return;
  const at = shown.findIndex(({ id }) => id === useChosen.getState().id);
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
  choose(shown[next]?.id ?? null);
};
