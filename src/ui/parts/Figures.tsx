/** Key figures: a number to read from a step away, what it counts, and a word about it. */
import type { ReactElement, ReactNode } from 'react';
import styles from './Figures.module.css';

export interface Figure {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly note?: ReactNode;
}

export const Figures = ({
  items,
  dense = false,
}: {
  items: readonly Figure[];
  dense?: boolean;
}): ReactElement => (
  <dl className={dense ? `${styles['figures']} ${styles['dense']}` : styles['figures']}>
    {items.map(({ key, label, value, note }) => (
      <div key={key} className={styles['figure']}>
        <dt className={styles['label']}>{label}</dt>
        <dd className={styles['value']} data-figure={key}>
          {value}
          {note !== undefined && <span className={styles['note']}>{note}</span>}
        </dd>
      </div>
    ))}
  </dl>
);
