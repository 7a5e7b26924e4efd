/** Which rows of a long list of equal rows are in view, and scrolling one of them into view. */
import { type RefObject, useCallback, useEffect, useState } from 'react';

const MARGIN_ROWS = 8;
const AHEAD_ROWS = 2;

export interface RowWindow {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly scrollTo: (index: number) => void;
}

export const useRowWindow = (
  scroller: RefObject<HTMLElement | null>,
  rowCount: number,
  rowPixels: number,
): RowWindow => {
  const [view, setView] = useState({ first: 0, last: 40 });

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = (): void => {
      const first = Math.floor(element.scrollTop / rowPixels);
      const last = Math.ceil((element.scrollTop + element.clientHeight) / rowPixels);
      setView((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller, rowPixels]);

  const scrollTo = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element || index < 0) return;
      const top = index * rowPixels;
      const { scrollTop, clientHeight } = element;
      if (top >= scrollTop && top + rowPixels <= scrollTop + clientHeight) return;
      // A step at the edge follows the focus, a little ahead of it; a jump puts the row a third down, with what is around it.
      const near = top >= scrollTop - 2 * rowPixels && top <= scrollTop + clientHeight + 2 * rowPixels;
      element.scrollTop = !near
        ? Math.max(0, top - clientHeight / 3)
        : top < scrollTop
          ? Math.max(0, top - AHEAD_ROWS * rowPixels)
          : top + (1 + AHEAD_ROWS) * rowPixels - clientHeight;
    },
    [scroller, rowPixels],
  );

  return {
    from: Math.max(0, view.first - MARGIN_ROWS),
    to: Math.min(rowCount, view.last + MARGIN_ROWS),
    scrollTo,
  };
};
