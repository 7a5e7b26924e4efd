/** The size of an element in CSS pixels, kept as it changes. */
import { type RefCallback, useCallback, useState } from 'react';

export interface BoxSize {
  readonly width: number;
  readonly height: number;
}

export const useBoxSize = (): [RefCallback<HTMLElement>, BoxSize] => {
  const [size, setSize] = useState<BoxSize>({ width: 0, height: 0 });
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
};
