/** What is seen while the community opens: the mark, what is being done, how far it is; or why it did not open. */
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../ui/i18n/use-language.ts';
import { MessagePage } from './MessagePage.tsx';
import styles from './OpeningScreen.module.css';
import { retryOpening, useOpening } from './opening.ts';

/** Loading the places after the last record takes the last two per cent. */
const percentOf = (done: number, total: number): number => (total > 0 ? Math.round((98 * done) / total) : 0);

const Failure = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const failure = useOpening((s) => s.failure);
  if (!failure) return null;
  return (
    <MessagePage
      role="alert"
      title={t('start.failedTitle')}
      actions={
        <Button type="primary" size="large" onClick={retryOpening}>
          {t('common.retry')}
        </Button>
      }
      details={{ label: t('common.errors.details'), text: failure.details }}
    >
      <p>{failure.reason ? failure.reason[language] : t(failure.key)}</p>
    </MessagePage>
  );
};

export const OpeningScreen = () => {
  const { t, i18n } = useTranslation();
  const { phase, stage, done, total } = useOpening();
  if (phase === 'failed') return <Failure />;
  if (phase !== 'installing') return <MessagePage role="status" title={t('start.opening')} />;
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <MessagePage role="status" title={t('start.firstTime')}>
      <Progress
        percent={percentOf(done, total)}
        className={styles['progress'] ?? ''}
        aria-label={t('start.firstTime')}
      />
      <p>
        {t(`start.stage.${stage}`)}
        {total > 0 && (
          <span className={styles['rows']}>
            {t('start.rows', { done: number.format(done), total: number.format(total) })}
          </span>
        )}
      </p>
    </MessagePage>
  );
};
