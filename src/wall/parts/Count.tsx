/**
 * A figure that runs to its new value when it changes. Writes text nodes between frames, no React state; what is read by a test or a
 * screen reader in the end is the value itself.
 */
import { type ReactElement, useEffect, useRef } from 'react';
import { beginWork, endWork } from '../../state/busy.ts';
import type { Shown } from '../figures/disclosure.ts';
import { shownText } from './use-shown.ts';

const RUN_MS = 1100;
const CHANGED_MS = 1600;
/** So small a change has no way to run: it is there at once, and lit. */
const STEP = 3;

interface Props {
  readonly value: Shown;
  readonly number: (value: number) => string;
  readonly className?: string | undefined;
  /** Names the figure for tests. */
  readonly figure?: string;
}

const easeOut = (t: number): number => 1 - (1 - t) ** 4;
const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

export const Count = ({ value, number, className, figure }: Props): ReactElement => {
  const element = useRef<HTMLSpanElement | null>(null);
  const shownNow = useRef<number | null>(null);

  useEffect(() => {
    const span = element.current;
    if (!span) return;
    const from = shownNow.current;
    const write = (text: string): void => {
      span.textContent = text;
    };
    if (typeof value !== 'number' || isStill() || from === value || document.hidden) {
      shownNow.current = typeof value === 'number' ? value : null;
      write(shownText(value, number));
      return;
    }
    const start = performance.now();
    const first = from ?? 0;
    let frame = 0;
    // The first run is the opening; later ones are news, and are lit for a moment.
    if (from !== null) span.dataset['changed'] = value > from ? 'up' : 'down';
    const calm = setTimeout(() => delete span.dataset['changed'], CHANGED_MS);
    if (from !== null && Math.abs(value - from) <= STEP) {
      shownNow.current = value;
      write(number(value));
      return () => clearTimeout(calm);
    }
    beginWork('numbers');
    let working = true;
    const finish = (): void => {
      if (working) endWork('numbers');
      working = false;
    };
    const step = (now: number): void => {
      const t = Math.min(1, Math.max(0, (now - start) / RUN_MS));
      const at = Math.round(first + (value - first) * easeOut(t));
      shownNow.current = at;
      write(number(at));
      if (t < 1) frame = requestAnimationFrame(step);
      else finish();
    };
    frame = requestAnimationFrame(step);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(calm);
      delete span.dataset['changed'];
      finish();
    };
  }, [value, number]);

  return <span ref={element} className={className} data-figure={figure} />;
};
