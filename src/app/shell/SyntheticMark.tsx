/** Always on the screen while the sample is open: nothing in it is real. */
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './marks.module.css';

export const SyntheticMark = () => {
  const { t } = useTranslation();
  return (
    <Tooltip title={t('common.syntheticHint')}>
      <span className={styles['synthetic']} role="note" data-testid="synthetic-mark">
        {t('common.synthetic')}
      </span>
    </Tooltip>
  );
};
