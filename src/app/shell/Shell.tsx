/** The frame around every desk: the bar, the page, messages, and what must be said about versions. */
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { OPENED_AS_WALL, useOpening } from '../opening.ts';
import { VersionPage } from '../VersionPage.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { Notices } from './Notices.tsx';
import { PreferencesDialog } from './PreferencesDialog.tsx';
import styles from './Shell.module.css';
import { TopBar } from './TopBar.tsx';
import { useShortcuts } from './use-shortcuts.ts';

/** The worker that keeps the files fetches all of them: only when the community stands on the screen. */
const UpdatePrompt = lazy(() => import('./UpdatePrompt.tsx'));

export const Shell = () => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [dialog, setDialog] = useState<'help' | 'preferences' | null>(null);
  const settled = useOpening((s) => s.settled);
  const trouble = useOpening((s) => s.trouble);
  useShortcuts(() => setDialog('help'));
  // A page that was opened as a wall knows too little for a desk.
  useEffect(() => {
    if (OPENED_AS_WALL) window.location.reload();
  }, []);
  if (trouble) return <VersionPage trouble={trouble} />;
  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#main" onClick={(event) => focusMain(event)}>
        {t('common.bar.skip')}
      </a>
      <TopBar onHelp={() => setDialog('help')} onPreferences={() => setDialog('preferences')} />
      <main id="main" tabIndex={-1} className={styles['main']}>
        <ErrorBoundary resetKey={pathname}>
          <Outlet />
        </ErrorBoundary>
      </main>
      <Notices />
      {settled && (
        <Suspense>
          <UpdatePrompt />
        </Suspense>
      )}
      <HelpDialog open={dialog === 'help'} onClose={() => setDialog(null)} />
      <PreferencesDialog open={dialog === 'preferences'} onClose={() => setDialog(null)} />
    </div>
  );
};

/** The hash belongs to the routes, so the skip link moves the focus by hand. */
const focusMain = (event: React.MouseEvent): void => {
  event.preventDefault();
  document.getElementById('main')?.focus();
};
