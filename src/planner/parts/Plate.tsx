/** What a map shows, written over its corner. */
import type { CSSProperties, ReactElement, ReactNode } from 'react';
import styles from './Plate.module.css';

export const Plate = ({
  at = 'left',
  style,
  children,
}: {
  at?: 'left' | 'right' | 'below';
  style?: CSSProperties;
  children: ReactNode;
}): ReactElement => (
  <p className={styles.plate} data-at={at} style={style}>
    {children}
  </p>
);
