/** A page that is read from top to bottom: the way back, what it is and is for, and what can be done with all of it. */
import type { ReactElement, ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { Icon } from '../../ui/parts/icons.tsx';
import styles from './DocumentPage.module.css';

export const DocumentPage = (props: {
  readonly back: { readonly to: string; readonly label: string };
  readonly title: string;
  readonly lead: string;
  readonly actions: ReactNode;
  readonly children: ReactNode;
}): ReactElement => {
  const { back, title, lead, actions, children } = props;
  const { search } = useLocation();
  return (
    <div className={styles.page}>
      <div className={styles.inner}>
        <Link className={styles.back} to={{ pathname: back.to, search }}>
          <Icon name="chevronLeft" size={14} />
          {back.label}
        </Link>
        <header className={styles.head}>
          <div>
            <h1 className={styles.heading}>{title}</h1>
            <p className={styles.lead}>{lead}</p>
          </div>
          <div className={styles.actions}>{actions}</div>
        </header>
        {children}
      </div>
    </div>
  );
};
