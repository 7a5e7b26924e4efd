/** Says that an address named nothing that exists. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelection } from '../../state/selection-store.ts';
import { IconButton } from '../../ui/parts/IconButton.tsx';
import styles from './MissingNotice.module.css';

export const MissingNotice = (): ReactElement | null => {
  const { t } = useTranslation();
  const missing = useSelection((s) => s.missing);
  const dismiss = useSelection((s) => s.dismissMissing);
  if (!missing) return null;
  return (
    <div className={styles['notice']} role="alert">
      <p className={styles['text']}>
        <strong>{t('common.errors.missingTitle')}</strong> {t('common.errors.missingText')}
      </p>
      <IconButton size="small" icon="close" label={t('common.close')} onClick={dismiss} />
    </div>
  );
};
