/** A short word about a thing. The tone supports the word; it never carries the meaning alone. */
import type { ReactElement, ReactNode } from 'react';
import './tones.css';
import styles from './Tag.module.css';

export type Tone = 'plain' | 'red' | 'amber' | 'violet' | 'blue' | 'green';

export const Tag = ({
  tone = 'plain',
  children,
  title,
}: {
  tone?: Tone;
  children: ReactNode;
  title?: string;
}): ReactElement => (
  <span className={`${styles['tag']} ${styles[tone]}`} title={title}>
    {children}
  </span>
);

export const Tags = ({ children }: { children: ReactNode }): ReactElement => (
  <div className={styles['tags']}>{children}</div>
);
