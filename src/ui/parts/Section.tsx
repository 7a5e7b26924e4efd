/** A titled part of a card: heading, a count beside it, what can be done with it, and its content. */
import type { ReactElement, ReactNode } from 'react';
import styles from './Section.module.css';

interface Props {
  readonly title: string;
  readonly count?: number | string | undefined;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export const Section = ({ title, count, aside, children }: Props): ReactElement => (
  <section className={styles['section']} aria-label={title}>
    <div className={styles['head']}>
      <h3 className={styles['title']}>
        {title}
        {count !== undefined && <span className={styles['count']}>{count}</span>}
      </h3>
      {aside}
    </div>
    {children}
  </section>
);
