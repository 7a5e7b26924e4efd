/** The bar on top: whose community this is, the search, and what acts on the whole page. */
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { usePlaces } from '../../state/places.ts';
import { usePreferences } from '../../state/preferences.ts';
import { NOTHING } from '../../state/selection.ts';
import { useSelection } from '../../state/selection-store.ts';
import { useUndo } from '../../state/undo.ts';
import { useView } from '../../state/view.ts';
import { editText } from '../../ui/i18n/edit-text.ts';
import { useLanguage } from '../../ui/i18n/use-language.ts';
import { IconButton } from '../../ui/parts/IconButton.tsx';
import { lazyPart } from '../../ui/parts/lazy-part.ts';
import { LinliMark } from '../../ui/theme/LinliMark.tsx';
import { useOpening } from '../opening.ts';
import { RegistersMenu } from './RegistersMenu.tsx';
import { StorageState } from './StorageState.tsx';
import { SyntheticMark } from './SyntheticMark.tsx';
import styles from './TopBar.module.css';

const Omnibox = lazyPart('omnibox code', () => import('../../ui/omnibox/Omnibox.tsx'));

const UndoActions = () => {
  const { t } = useTranslation();
  const { canUndo, canRedo, undoLabel, redoLabel, running, undo, redo } = useUndo();
  const named = (key: 'undo' | 'redo', label: typeof undoLabel): string =>
    label
      ? t(`common.undo.${key}Named`, { label: editText(t, label) })
      : t(key === 'undo' ? 'common.undo.nothingToUndo' : 'common.undo.nothingToRedo');
  return (
    <>
      <IconButton
        label={named('undo', undoLabel)}
        icon="undo"
        disabled={!canUndo || running}
        onClick={() => void undo()}
      />
      <IconButton
        label={named('redo', redoLabel)}
        icon="redo"
        disabled={!canRedo || running}
        onClick={() => void redo()}
      />
    </>
  );
};

/** A window of its own: a wall never holds what a desk has read. */
const openWall = (): void => {
  window.open(`${window.location.pathname}#/wall`, 'linli-wall');
};

export const TopBar = ({ onHelp, onPreferences }: { onHelp: () => void; onPreferences: () => void }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const community = usePlaces((s) => s.community);
  const ready = useOpening((s) => s.phase === 'ready');
  const mode = useView((s) => s.mode);
  // An open plan has an undo of its own; two side by side would be mistaken for one another.
  const isPlanOpen = /^\/planner\/[0-9A-Z]{26}/.test(useLocation().pathname);

  const goHome = (): void => {
    useSelection.getState().select(NOTHING);
    useView.getState().requestCamera({ kind: 'home' });
    void navigate('/staff');
  };

  return (
    <header className={styles['bar']}>
      <button type="button" className={styles['brand']} onClick={goHome} title={t('common.bar.home')}>
        <LinliMark size={28} />
        <span className={styles['name']}>{t('common.appName')}</span>
        {community && <span className={styles['community']}>{community.name}</span>}
      </button>
      {community?.synthetic && <SyntheticMark />}
      <div className={styles['search']}>
        {ready && (
          <Suspense>
            <Omnibox />
          </Suspense>
        )}
      </div>
      <nav className={styles['actions']} aria-label={t('common.bar.label')}>
        {ready && <StorageState />}
        {ready && <RegistersMenu />}
        {!isPlanOpen && <UndoActions />}
        <IconButton
          label={t(mode === 'day' ? 'common.bar.night' : 'common.bar.day')}
          icon={mode === 'day' ? 'moon' : 'sun'}
          onClick={() => useView.getState().setMode(mode === 'day' ? 'night' : 'day')}
        />
        <button
          type="button"
          className={styles['text']}
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          title={t('common.bar.languageHint')}
          onClick={() => usePreferences.getState().setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {t('common.bar.language')}
        </button>
        <IconButton label={t('common.bar.wall')} icon="wall" onClick={openWall} />
        <IconButton label={t('common.bar.preferences')} icon="sliders" onClick={onPreferences} />
        <IconButton label={t('common.bar.help')} icon="help" onClick={onHelp} />
      </nav>
    </header>
  );
};
