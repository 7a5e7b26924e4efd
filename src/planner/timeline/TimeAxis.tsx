/** The days from the first record to today: versions as stretches, the chosen day as a marker that is drawn or moved by keys. */
import { type KeyboardEvent, type PointerEvent, type ReactElement, useRef } from 'react';
import { addDays, addMonths, daysBetween, earlier, later } from '../../domain/dates.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import type { Timeline } from '../model/versions.ts';
import { axisScale } from './axis-scale.ts';
import styles from './axis.module.css';

const moved = (key: string, day: string, first: string, today: string): string | null => {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return addDays(day, -1);
    case 'ArrowRight':
    case 'ArrowUp':
      return addDays(day, 1);
    case 'PageDown':
      return addMonths(day, -1);
    case 'PageUp':
      return addMonths(day, 1);
    case 'Home':
      return first;
    case 'End':
      return today;
    default:
      return null;
  }
};

export const TimeAxis = ({
  timeline,
  day,
  today,
  onDay,
}: {
  timeline: Timeline;
  day: string;
  today: string;
  onDay: (day: string) => void;
}): ReactElement => {
  const { t, date, number } = useWords();
  const track = useRef<HTMLDivElement>(null);
  const marker = useRef<HTMLDivElement>(null);
  const { versions } = timeline;
  const scale = axisScale(versions, today);
  const first = versions[0]?.from ?? today;
  const before = addDays(first, -1);
  const follow = (event: PointerEvent): void => {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    onDay(scale.dayAt((event.clientX - box.left) / box.width) ?? before);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = moved(event.key, day, first, today);
    if (next === null) return;
    onDay(earlier(today, later(before, next)));
    event.preventDefault();
    event.stopPropagation();
  };
  const isDraggable = (event: PointerEvent): boolean =>
    event.currentTarget.hasPointerCapture(event.pointerId);
  return (
    <section className={styles.axis} aria-label={t('timeline.axis')}>
      <div
        ref={track}
        className={styles.track}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          // The keys go on from where the hand has put it.
          event.preventDefault();
          marker.current?.focus({ preventScroll: true });
          follow(event);
        }}
        onPointerMove={(event) => isDraggable(event) && follow(event)}
      >
        <span className={styles.lead} style={{ width: `${(scale.spans[0]?.start ?? 1) * 100}%` }} />
        {scale.spans.map(({ version, start, end }) => {
          const isNow = version.from <= day && (version.to === null || day < version.to);
          return (
            <div
              key={version.from}
              className={styles.span}
              data-now={isNow}
              style={{ insetInlineStart: `${start * 100}%`, width: `${(end - start) * 100}%` }}
              title={`${date(version.from)} · ${version.plan?.name ?? t('timeline.recorded')}`}
            >
              <span className={styles.name}>{version.plan?.name ?? t('timeline.recorded')}</span>
              <span className={styles.facts}>
                {date(version.from)} · {t('timeline.gridCount', { count: number(version.grids.length) })}
              </span>
            </div>
          );
        })}
        <div
          ref={marker}
          className={styles.marker}
          style={{ insetInlineStart: `${scale.at(day) * 100}%` }}
          role="slider"
          tabIndex={0}
          aria-label={t('timeline.day')}
          aria-orientation="horizontal"
          aria-valuemin={-1}
          aria-valuemax={daysBetween(first, today)}
          aria-valuenow={Math.max(-1, daysBetween(first, day))}
          aria-valuetext={date(day)}
          onKeyDown={onKeyDown}
        >
          {/* At either end the flag stays over the axis. */}
          <span className={styles.flag} style={{ translate: `${-100 * scale.at(day)}% 0` }}>
            {date(day)}
          </span>
        </div>
      </div>
    </section>
  );
};
