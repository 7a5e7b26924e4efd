/** The divider between the two plans of one map: drawn with the pointer, or moved by the keys of a slider. */
import { type KeyboardEvent, type PointerEvent, type ReactElement, useRef } from 'react';
import { useWords } from '../../ui/parts/use-words.ts';
import styles from './compare.module.css';

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -0.02,
  ArrowDown: -0.02,
  ArrowRight: 0.02,
  ArrowUp: 0.02,
  PageDown: -0.1,
  PageUp: 0.1,
  Home: -1,
  End: 1,
};

const clamp = (share: number): number => Math.min(1, Math.max(0, Math.round(share * 1000) / 1000));

export const SwipeDivider = ({
  share,
  onChange,
  names,
}: {
  share: number;
  onChange: (share: number) => void;
  names: readonly [left: string, right: string];
}): ReactElement => {
  const { t } = useWords();
  const divider = useRef<HTMLDivElement>(null);
  const follow = (event: PointerEvent): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = divider.current?.parentElement?.getBoundingClientRect();
    if (box && box.width > 0) onChange(clamp((event.clientX - box.left) / box.width));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    onChange(clamp(share + step));
    event.preventDefault();
    event.stopPropagation();
  };
  const percent = Math.round(share * 100);
  return (
    <div
      ref={divider}
      className={styles.divider}
      style={{ insetInlineStart: `${share * 100}%` }}
      role="slider"
      tabIndex={0}
      aria-label={t('compare.divider')}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={t('compare.dividerAt', { percent, left: names[0], right: names[1] })}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={follow}
    >
      <span className={styles.grip} aria-hidden="true" />
    </div>
  );
};
