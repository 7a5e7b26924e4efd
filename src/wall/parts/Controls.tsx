/** What somebody at the wall can do by hand: step, pause, set up, full screen. Hidden, with the pointer, when nobody moves. */
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTour } from '../tour/tour-store.ts';
import styles from './Controls.module.css';

const SHOWN_MS = 3500;

const PATHS = {
  previous: 'M12.5 4.5 7 10l5.5 5.5',
  next: 'M7.5 4.5 13 10l-5.5 5.5',
  play: 'M7 4.5v11l8.5-5.5Z',
  pause: 'M7 5v10M13 5v10',
  edit: 'M4 6h6M14 6h2M4 14h2M10 14h6M12 4v4M8 12v4',
  fullScreen: 'M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4',
  presenter: 'M6.5 3.5h7v13h-7ZM9 14h2',
} as const;

/** Somebody moved the pointer or touched the glass a moment ago. */
export const usePresence = (): boolean => {
  const [present, setPresent] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const seen = (): void => {
      setPresent(true);
      clearTimeout(timer);
      timer = setTimeout(() => setPresent(false), SHOWN_MS);
    };
    window.addEventListener('pointermove', seen, { passive: true });
    window.addEventListener('pointerdown', seen, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', seen);
      window.removeEventListener('pointerdown', seen);
    };
  }, []);
  return present;
};

const toggleFullScreen = (): void => {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  done.catch(() => undefined);
};

/** A window of its own: the wall stays where it is. */
const openPresenter = (): void => {
  window.open(`${window.location.pathname}#/wall/presenter`, 'linli-presenter', 'width=760,height=860');
};

export const Controls = ({
  onEdit,
  shown,
}: {
  readonly onEdit: () => void;
  readonly shown: boolean;
}): ReactElement => {
  const { t } = useTranslation();
  const { playing, next, previous, play } = useTour();
  const buttons = [
    { key: 'previous', act: previous },
    { key: playing ? 'pause' : 'play', act: () => play(!playing) },
    { key: 'next', act: next },
    { key: 'presenter', act: openPresenter },
    { key: 'edit', act: onEdit },
    { key: 'fullScreen', act: toggleFullScreen },
  ] as const;
  return (
    <div
      className={styles['controls']}
      data-shown={shown}
      role="toolbar"
      aria-label={t('wall.control.label')}
    >
      {buttons.map(({ key, act }) => (
        <button
          key={key}
          type="button"
          aria-label={t(`wall.control.${key}`)}
          title={t(`wall.control.${key}`)}
          onClick={act}
        >
          <svg
            viewBox="0 0 20 20"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinejoin="round"
            strokeLinecap="round"
            aria-hidden="true"
          >
            <path d={PATHS[key]} />
          </svg>
        </button>
      ))}
    </div>
  );
};
