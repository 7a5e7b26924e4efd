/** What is seen while the community opens: the mark, what is being done, how far it is; or why it did not open. */
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../ui/i18n/use-language.ts';
import { LinliMark } from '../ui/theme/LinliMark.tsx';
import { retryOpening, useOpening } from './opening.ts';
import styles from './OpeningScreen.module.css';

/** Loading the places after the last record takes the last two per cent. */
const percentOf = (done: number, total: number): number => (total > 0 ? Math.round((98 * done) / total) : 0);

export const OpeningScreen = () => {
  const { t, i18n } = useTranslation();
  const language = useLanguage();
  const { phase, stage, done, total, failure } = useOpening();
  if (phase === 'failed' && failure)
    return (
      <section className={styles['screen']} role="alert">
        <LinliMark size={72} />
        <h1>{t('start.failedTitle')}</h1>
        <p>{failure.reason ? failure.reason[language] : t(failure.key)}</p>
        <Button type="primary" size="large" onClick={retryOpening}>
          {t('common.retry')}
        </Button>
        <details>
          <summary>{t('common.errors.details')}</summary>
          <code>{failure.details}</code>
        </details>
      </section>
    );
  const installing = phase === 'installing';
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <section className={styles['screen']} role="status" aria-live="polite">
      <LinliMark size={84} rising />
      <h1>{installing ? t('start.firstTime') : t('start.opening')}</h1>
      {installing && (
        <>
          <Progress
            percent={percentOf(done, total)}
            className={styles['progress'] ?? ''}
            status="active"
            aria-label={t('start.firstTime')}
          />
          <p>
            {t(`start.stage.${stage}`)}
            {total > 0 && (
              <span>{t('start.rows', { done: number.format(done), total: number.format(total) })}</span>
            )}
          </p>
        </>
      )}
    </section>
  );
};
