/** A card a theme: what is asked, how much of it is so; a click leaves only its findings in the list. */
import type { ReactElement } from 'react';
import type { CoverageReport, ThemeReport } from '../../domain/checks/coverage/index.ts';
import { Icon } from '../../ui/parts/icons.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import { filterBy, useChosen } from './chosen.ts';
import styles from './coverage.module.css';

const ICONS = { ok: 'done', problem: 'warning', notYet: 'clock' } as const;

const ThemeCard = ({ report }: { report: ThemeReport }): ReactElement => {
  const { t, number } = useWords();
  const { theme, state, checked, ok, findings } = report;
  const isChosen = useChosen((s) => s.theme === theme);
  const gaps = findings.filter(({ level }) => level === 'error').length;
  const remarks = findings.length - gaps;
  return (
    <button
      type="button"
      className={styles.theme}
      data-theme={theme}
      data-state={state}
      aria-pressed={isChosen}
      onClick={() => filterBy({ theme: isChosen ? null : theme })}
    >
      <span className={styles.themeHead}>
        <Icon name={ICONS[state]} size={18} />
        <span className={styles.themeName}>{t(`coverage.theme.${theme}`)}</span>
      </span>
      <span className={styles.themeFigure} data-figure={theme}>
        {t(theme === 'ground' ? 'coverage.squareMetres' : 'coverage.figure', {
          ok: number(ok),
          checked: number(checked),
        })}
      </span>
      <span className={styles.themeWhat}>{t(`coverage.what.${theme}`)}</span>
      <span className={styles.themeState}>
        {gaps > 0 ? t('coverage.gaps', { count: gaps }) : t(`coverage.state.${state}`)}
        {remarks > 0 && <span className={styles.remark}>{t('coverage.remarks', { count: remarks })}</span>}
      </span>
    </button>
  );
};

export const ThemeCards = ({ report }: { report: CoverageReport }): ReactElement => (
  <div className={styles.themes}>
    {report.themes.map((one) => (
      <ThemeCard key={one.theme} report={one} />
    ))}
  </div>
);
