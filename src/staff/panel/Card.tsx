/** The head of every card: what it is, its name, a line about it, and tags. */
import type { ReactElement, ReactNode } from 'react';
import styles from './Card.module.css';

interface Props {
  /** The kind of thing: "楼栋". */
  readonly kind: string;
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly tags?: ReactNode;
  readonly children?: ReactNode;
}

export const Card = ({ kind, title, subtitle, tags, children }: Props): ReactElement => (
  <article className={styles['card']}>
    <header className={styles['head']}>
      <p className={styles['kind']}>{kind}</p>
      <h2 className={styles['title']}>{title}</h2>
      {subtitle !== undefined && subtitle !== '' && <p className={styles['subtitle']}>{subtitle}</p>}
      {tags !== undefined && <div className={styles['tags']}>{tags}</div>}
    </header>
    {children}
  </article>
);
