/**
 * The omnibox: one field for anyone and anything. Ctrl/⌘ K opens it from everywhere; results come from the search worker as one
 * types, the arrows choose, Enter goes there, Esc closes and gives the focus back.
 */
import {
  type ChangeEvent,
  type KeyboardEvent,
  type ReactElement,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { flyTo } from '../../state/fly.ts';
import type { SearchResult } from '../../state/search/result.ts';
import { useSelection } from '../../state/selection-store.ts';
import { Icon } from '../parts/icons.tsx';
import { groupResults, stepIn } from './group-results.ts';
import styles from './Omnibox.module.css';
import { ResultList } from './ResultList.tsx';
import { useResults } from './use-results.ts';

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

const Palette = ({ onClose }: { onClose: () => void }): ReactElement => {
  const { t } = useTranslation();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const { results, searching, ready } = useResults(text);
  const ordered = groupResults(results).flatMap(([, group]) => group);
  const chosen = ordered[Math.min(active, ordered.length - 1)];

  useEffect(() => input.current?.focus(), []);

  const go = (result: SearchResult | undefined): void => {
    if (!result) return;
    onClose();
    void useSelection
      .getState()
      .open(result.ref)
      .then(() => flyTo(useSelection.getState().selection));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'ArrowDown') setActive((at) => stepIn(ordered.length, at, 1));
    else if (event.key === 'ArrowUp') setActive((at) => stepIn(ordered.length, at, -1));
    else if (event.key === 'Enter') go(chosen);
    else if (event.key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onChange = (event: ChangeEvent<HTMLInputElement>): void => {
    setText(event.target.value);
    setActive(0);
  };
  const hint = !ready
    ? t('omnibox.preparing')
    : text.trim() === ''
      ? t('omnibox.hint')
      : t('omnibox.nothing', { text: text.trim() });

  return createPortal(
    <div
      className={styles.backdrop}
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <div
        className={styles.palette}
        role="dialog"
        aria-modal="true"
        aria-label={t('omnibox.title')}
        onKeyDown={onKeyDown}
      >
        <div className={styles.field}>
          <Icon name="search" size={18} />
          <input
            ref={input}
            className={styles.input}
            value={text}
            onChange={onChange}
            placeholder={t('omnibox.placeholder')}
            aria-label={t('omnibox.title')}
            role="combobox"
            aria-expanded={ordered.length > 0}
            aria-controls={listId}
            aria-activedescendant={chosen ? `${listId}-${ordered.indexOf(chosen)}` : undefined}
            aria-autocomplete="list"
            autoComplete="off"
            spellCheck={false}
          />
          <kbd className={styles.key}>Esc</kbd>
        </div>
        {ordered.length > 0 ? (
          <ResultList
            id={listId}
            results={results}
            chosen={chosen}
            onChoose={go}
            onPoint={(at) => setActive(at)}
          />
        ) : (
          <p id={listId} className={styles.hint} aria-live="polite">
            {searching ? t('common.loading') : hint}
          </p>
        )}
      </div>
    </div>,
    document.body,
  );
};

const Omnibox = (): ReactElement => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (
        !(event.ctrlKey || event.metaKey) ||
        event.shiftKey ||
        event.altKey ||
        event.key.toLowerCase() !== 'k'
      )
        return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const close = (): void => {
    setOpen(false);
    button.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.button}
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
      >
        <Icon name="search" size={16} />
        <span className={styles.buttonText}>{t('common.bar.searchPlaceholder')}</span>
        <kbd className={styles.key}>{isMac ? '⌘ K' : 'Ctrl K'}</kbd>
      </button>
      {open && <Palette onClose={close} />}
    </>
  );
};

export default Omnibox;
