/** Named figures with a thin bar each, on one scale: what can be compared at a glance from across a room. */
import type { ReactElement, ReactNode } from 'react';
import type { Shown } from '../figures/disclosure.ts';
import { Count } from './Count.tsx';
import styles from './Bars.module.css';
import { useShown } from './use-shown.ts';

export interface Bar {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: Shown;
  readonly note?: string;
  readonly colour?: string;
}

interface Props {
  readonly bars: readonly Bar[];
  /** What a full bar is; the largest of them where there is none. */
  readonly whole?: number;
  readonly format?: (value: number) => string;
  readonly figure?: string;
  readonly numbered?: boolean;
}

/** Hidden figures have a bar as well: there may be somebody. */
const HIDDEN_SHARE = 0.03;

export const Bars = ({ bars, whole, format, figure, numbered = false }: Props): ReactElement => {
  const { number } = useShown();
  const most = whole ?? Math.max(1, ...bars.map(({ value }) => (typeof value === 'number' ? value : 0)));
  return (
    <ol className={styles['bars']} style={{ '--bars': Math.max(1, bars.length) } as object}>
      {bars.map(({ key, label, value, note, colour }, at) => {
        const share = typeof value === 'number' ? Math.min(1, value / most) : HIDDEN_SHARE;
        return (
          <li key={key} className={styles['bar']}>
            <span className={styles['label']}>
              {numbered && <span className={styles['place']}>{number(at + 1)}</span>}
              {label}
            </span>
            {note !== undefined && <span className={styles['note']}>{note}</span>}
            <Count
              value={value}
              number={format ?? number}
              className={styles['value']}
              {...(figure === undefined ? {} : { figure: `${figure}.${key}` })}
            />
            <span
              className={styles['track']}
              data-hidden={typeof value !== 'number'}
              style={{ '--share': share, ...(colour === undefined ? {} : { '--colour': colour }) } as object}
            />
          </li>
        );
      })}
    </ol>
  );
};
