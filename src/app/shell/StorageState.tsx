/** Says so when the browser refused to keep the data for good; silent otherwise. */
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/parts/icons.tsx';
import { useOpening } from '../opening.ts';
import styles from './marks.module.css';

export const StorageState = () => {
  const { t } = useTranslation();
  const storage = useOpening((s) => s.storage);
  if (storage !== 'refused' && storage !== 'unsupported') return null;
  const hint = t(storage === 'refused' ? 'common.storage.refusedHint' : 'common.storage.unsupported');
  return (
    <Tooltip title={hint}>
      <button
        type="button"
        className={styles['storage']}
        aria-label={`${t('common.storage.refused')}. ${hint}`}
      >
        <Icon name="warning" size={18} />
        <span>{t('common.storage.refused')}</span>
      </button>
    </Tooltip>
  );
};
