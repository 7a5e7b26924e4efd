/** What stands where there is nothing to show: nothing yet, nothing at all, or nothing because it failed. */
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './States.module.css';

export const Empty = ({ children }: { children: ReactNode }): ReactElement => (
  <p className={styles['empty']}>{children}</p>
);

/** Grey lines of the height of what will come, so that nothing jumps. */
export const Waiting = ({ lines = 6 }: { lines?: number }): ReactElement => {
  const { t } = useTranslation();
  return (
    <div className={styles['waiting']} role="status" aria-label={t('staff.state.loading')}>
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((line) => (
        <span key={line} className={styles['line']} />
      ))}
    </div>
  );
};

export const Failed = ({ retry }: { retry?: () => void }): ReactElement => {
  const { t } = useTranslation();
  return (
    <div className={styles['failed']} role="alert">
      <p>{t('staff.state.failed')}</p>
      {retry && (
        <button type="button" className={styles['retry']} onClick={retry}>
          {t('staff.state.retry')}
        </button>
      )}
    </div>
  );
};
