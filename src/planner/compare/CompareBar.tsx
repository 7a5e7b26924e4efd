/** At the foot of the list of plans: which ones are ticked to be compared, and the way there. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { GridPlan } from '../../domain/records/index.ts';
import { Icon } from '../../ui/parts/icons.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import styles from './compare-bar.module.css';
import { IN_FORCE } from './sides.ts';

export const CompareBar = ({
  plans,
  onCompare,
  onClear,
}: {
  plans: readonly GridPlan[];
  onCompare: (left: string, right: string) => void;
  onClear: () => void;
}): ReactElement | null => {
  const { t } = useWords();
  const [one, other] = plans;
  if (one === undefined) return null;
  return (
    <div className={styles.bar} role="region" aria-label={t('compare.choose')}>
      <Icon name="compare" size={18} />
      <span className={styles.names}>
        {other === undefined
          ? t('compare.oneMore', { name: one.name })
          : t('compare.two', { left: other.name, right: one.name })}
      </span>
      {other === undefined ? (
        <Button onClick={() => onCompare(IN_FORCE, one.id)}>{t('compare.withNow')}</Button>
      ) : (
        // The list has the newest first: what was there earlier stands on the left.
        <Button type="primary" onClick={() => onCompare(other.id, one.id)}>
          {t('compare.go')}
        </Button>
      )}
      <Button type="text" onClick={onClear}>
        {t('common.cancel')}
      </Button>
    </div>
  );
};
