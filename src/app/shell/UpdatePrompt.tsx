/** A new version was fetched in the background: it is used when the person at the desk says so. */
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { registerSW } from 'virtual:pwa-register';
import { create } from 'zustand';
import styles from './UpdatePrompt.module.css';

/** A desk stays open for days: ask for a new version once an hour. */
const ASK_EVERY_MS = 3_600_000;

interface UpdateState {
  /** A new version lies ready. */
  readonly waiting: boolean;
}
const useUpdate = create<UpdateState>()(() => ({ waiting: false }));
const setWaiting = (waiting: boolean): void => useUpdate.setState({ waiting });

let takeNewVersion: ((reload?: boolean) => Promise<void>) | null = null;
/** Once a page, after something stands: the library's own hook does it while rendering, and tells a component that may never come. */
const register = (): void => {
  takeNewVersion ??= registerSW({
    onNeedRefresh: () => setWaiting(true),
    onRegisteredSW: (_url, registration) => {
      if (registration) setInterval(() => void registration.update().catch(() => undefined), ASK_EVERY_MS);
    },
  });
};

const UpdatePrompt = () => {
  const { t } = useTranslation();
  const waiting = useUpdate((s) => s.waiting);
  useEffect(register, []);
  if (!waiting) return null;
  return (
    <div className={styles['prompt']} role="status">
      <strong>{t('common.update.ready')}</strong>
      <p>{t('common.update.hint')}</p>
      <div className={styles['actions']}>
        <Button size="small" onClick={() => setWaiting(false)}>
          {t('common.update.later')}
        </Button>
        <Button size="small" type="primary" onClick={() => void takeNewVersion?.(true)}>
          {t('common.update.now')}
        </Button>
      </div>
    </div>
  );
};

export default UpdatePrompt;
