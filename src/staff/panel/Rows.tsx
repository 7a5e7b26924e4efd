/** Lists of things on a card: each row is a link that selects, with a word or figure at its end. */
import type { ReactElement, ReactNode } from 'react';
import type { Selection } from '../../state/selection.ts';
import { EntityLink } from '../../ui/parts/EntityLink.tsx';
import styles from './Rows.module.css';

export const Rows = ({ children, label }: { children: ReactNode; label?: string }): ReactElement => (
  <ul className={styles['rows']} aria-label={label}>
    {children}
  </ul>
);

interface RowProps {
  readonly to: Selection | null;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly end?: ReactNode;
}

export const Row = ({ to, title, note, end }: RowProps): ReactElement => {
  const content = (
    <>
      <span className={styles['main']}>
        <span className={styles['title']}>{title}</span>
        {note !== undefined && note !== '' && <span className={styles['note']}>{note}</span>}
      </span>
      {end !== undefined && <span className={styles['end']}>{end}</span>}
    </>
  );
  return (
    <li>
      {to ? (
        <EntityLink to={to} quiet className={styles['row']}>
          {content}
        </EntityLink>
      ) : (
        <span className={styles['row']}>{content}</span>
      )}
    </li>
  );
};
