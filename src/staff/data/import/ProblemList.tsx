/** What is wrong with a file, the worst first, each with its place. */
import type { ReactElement } from 'react';
import type { Problem } from '../../../transfer/problem.ts';
import { Empty } from '../../../ui/parts/States.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import styles from './import.module.css';

const ORDER = { error: 0, warning: 1, note: 2 } as const;
const MOST_SHOWN = 200;

export const ProblemList = ({ problems }: { problems: readonly Problem[] }): ReactElement => {
  const { t, language } = useWords();
  if (problems.length === 0) return <Empty>{t('data.import.noProblems')}</Empty>;
  const sorted = problems.toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity]).slice(0, MOST_SHOWN);
  return (
    <ul className={styles.problems}>
      {sorted.map((problem) => (
        <li
          key={`${problem.code} ${problem.where} ${problem.en}`}
          className={styles.problem}
          data-severity={problem.severity}
        >
          <span>{problem[language]}</span>
          {problem.where !== '' && <span className={styles.place}>{problem.where}</span>}
        </li>
      ))}
    </ul>
  );
};
