/** The bar over a page that fills the window: back to the plans, what it is, and its controls. */
import type { ReactElement, ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { Icon } from '../../ui/parts/icons.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import styles from './PageHeader.module.css';

export const PageHeader = ({ title, children }: { title: string; children?: ReactNode }): ReactElement => {
  const { t } = useWords();
  const { search } = useLocation();
  return (
    <header className={styles.header}>
      <Link className={styles.back} to={{ pathname: '/planner', search }} aria-label={t('planner.toList')}>
        <Icon name="chevronLeft" size={16} />
      </Link>
      <h1 className={styles.heading} title={title}>
        {title}
      </h1>
      {children}
    </header>
  );
};

/** What follows it stands at the end of the bar. */
export const HeaderGap = (): ReactElement => <span className={styles.gap} />;
