/** A page of the planner that is not there yet, or not at all. */
import type { ReactElement, ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { Failed, Waiting } from '../../ui/parts/States.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import styles from './Elsewhere.module.css';

export const Elsewhere = ({ children }: { children: ReactNode }): ReactElement => {
  const { t } = useWords();
  const { search } = useLocation();
  return (
    <div className={styles.elsewhere} role="alert">
      <p>{children}</p>
      <Link to={{ pathname: '/planner', search }}>{t('planner.toList')}</Link>
    </div>
  );
};

/** While it is read, and where that failed. */
export const NotYet = ({ failed, retry }: { failed: boolean; retry: () => void }): ReactElement => (
  <div className={styles.elsewhere}>{failed ? <Failed retry={retry} /> : <Waiting lines={10} />}</div>
);
