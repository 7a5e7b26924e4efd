/** A new version was fetched in the background: it is used when the person at the desk says so. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRegisterSW } from 'virtual:pwa-register/react';
import styles from './UpdatePrompt.module.css';

/** A desk stays open for days: ask for a new version once an hour. */
const ASK_EVERY_MS = 3_600_000;

const UpdatePrompt = () => {
  const { t } = useTranslation();
  const {
    needRefresh: [waiting, setWaiting],
    updateServiceWorker,
  } = useRegisterSW({
    onRegisteredSW: (_url, registration) => {
      if (registration) setInterval(() => void registration.update().catch(() => undefined), ASK_EVERY_MS);
    },
  });
  if (!waiting) return null;
  return (
    <div className={styles['prompt']} role="status">
      <strong>{t('common.update.ready')}</strong>
      <p>{t('common.update.hint')}</p>
      <div className={styles['actions']}>
        <Button size="small" onClick={() => setWaiting(false)}>
          {t('common.update.later')}
        </Button>
        <Button size="small" type="primary" onClick={() => void updateServiceWorker(true)}>
          {t('common.update.now')}
        </Button>
      </div>
    </div>
  );
};

export default UpdatePrompt;
