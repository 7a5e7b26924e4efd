/** The panels of one side. Where there are more than slots they turn page by page, so that each can be read from across the room. */
import { type ReactElement, useEffect, useState } from 'react';
import { useFigures } from './figures/follow.ts';
import { PANELS } from './panels/index.tsx';
import type { PanelKey } from './settings/settings.ts';
import styles from './Wall.module.css';

interface Props {
  readonly panels: readonly PanelKey[];
  readonly slots: readonly string[];
  readonly pageSeconds: number;
  /** The two sides turn one after the other. */
  readonly delaySeconds: number;
}

/** Panels by page and slot; the last page is filled up from the first, so that no slot is empty. */
export const pagesOf = (panels: readonly PanelKey[], slots: number): (PanelKey | null)[][] => {
  if (panels.length <= slots) return [Array.from({ length: slots }, (_, at) => panels[at] ?? null)];
  const pages = Math.ceil(panels.length / slots);
  return Array.from({ length: pages }, (_, page) =>
    Array.from({ length: slots }, (_slot, at) => panels[(page * slots + at) % panels.length] ?? null),
  );
};

const usePage = (pages: number, seconds: number, delaySeconds: number): number => {
  const [page, setPage] = useState(0);
  useEffect(() => {
    if (pages < 2) return;
    let timer: ReturnType<typeof setInterval> | undefined;
    const begin = setTimeout(() => {
      timer = setInterval(() => setPage((n) => n + 1), seconds * 1000);
    }, delaySeconds * 1000);
    return () => {
      clearTimeout(begin);
      clearInterval(timer);
    };
  }, [pages, seconds, delaySeconds]);
  return page % Math.max(1, pages);
};

export const Wing = ({ panels, slots, pageSeconds, delaySeconds }: Props): ReactElement => {
  const shown = useFigures((s) => s.shown);
  const pages = pagesOf(panels, slots.length);
  const page = usePage(pages.length, pageSeconds, delaySeconds);
  return (
    <>
      {slots.map((area, at) => {
        const key = pages[page]?.[at] ?? null;
        const Content = key && PANELS[key];
        return (
          <div key={area} className={styles['slot']} style={{ gridArea: area }}>
            {Content && shown && (
              <div key={key} className={styles['page']}>
                <Content shown={shown} />
              </div>
            )}
          </div>
        );
      })}
    </>
  );
};
