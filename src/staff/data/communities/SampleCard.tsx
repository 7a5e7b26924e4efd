/** Offers the sample community where it is not installed. */
import { Button, Progress } from 'antd';
import { type ReactElement, useState } from 'react';
import { duringWork } from '../../../state/busy.ts';
import { notify } from '../../../state/notices.ts';
import { loadSample } from '../../../state/sample.ts';
import { useWords } from '../../../ui/parts/use-words.ts';
import styles from '../data.module.css';
import { openOther } from './open-other.ts';

export const SampleCard = (): ReactElement => {
  const { t } = useWords();
  const [percent, setPercent] = useState<number | null>(null);
  const load = async (): Promise<void> => {
    setPercent(0);
    try {
      const id = await duringWork('sample', () =>
        loadSample({
          signal: new AbortController().signal,
          onProgress: ({ done, total }) => setPercent(total > 0 ? Math.round((100 * done) / total) : 0),
        }),
      );
      await openOther(id);
    } catch {
      notify({ kind: 'error', key: 'start.sampleMissing' });
      setPercent(null);
    }
  };
  return (
    <li className={styles.card}>
      <h2 className={styles.cardTitle}>{t('data.communities.sample')}</h2>
      <span className={styles.soft}>{t('data.communities.sampleHint')}</span>
      {percent === null ? (
        <div className={styles.row}>
          <Button onClick={() => void load()}>{t('data.communities.sample')}</Button>
        </div>
      ) : (
        <Progress percent={percent} aria-label={t('data.communities.sample')} />
      )}
    </li>
  );
};
