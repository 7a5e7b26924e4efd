/** Facts about one thing as label and value, two columns where there is room. A fact without a value says "—" rather than nothing. */
import type { ReactElement, ReactNode } from 'react';
import styles from './Facts.module.css';

interface FactsProps {
  readonly children: ReactNode;
  /** Three columns of short values. */
  readonly dense?: boolean;
}

export const Facts = ({ children, dense = false }: FactsProps): ReactElement => (
  <dl className={[styles['facts'], dense && styles['dense']].filter(Boolean).join(' ')}>{children}</dl>
);

interface FactProps {
  readonly label: string;
  /** Takes the whole width: addresses, notes. */
  readonly wide?: boolean;
  readonly children?: ReactNode;
}

const isNothing = (value: ReactNode): boolean => value === undefined || value === null || value === '';

export const Fact = ({ label, wide = false, children }: FactProps): ReactElement => (
  <div className={wide ? `${styles['fact']} ${styles['wide']}` : styles['fact']}>
    <dt className={styles['label']}>{label}</dt>
    <dd className={styles['value']}>
      {isNothing(children) ? <span className={styles['nothing']}>—</span> : children}
    </dd>
  </div>
);
