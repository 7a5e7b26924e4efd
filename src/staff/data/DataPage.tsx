/** Everything that goes in and out: a section at a time, over the scene, which is still there when one comes back. */
import type { ReactElement } from 'react';
import { Link, useLocation } from 'react-router';
import { pathOf } from '../../state/selection.ts';
import { useSelection } from '../../state/selection-store.ts';
import { Icon } from '../../ui/parts/icons.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import { BackupPage } from './backup/BackupPage.tsx';
import { Communities } from './communities/Communities.tsx';
import { ExportPage } from './export/ExportPage.tsx';
import { ImportPage } from './import/ImportPage.tsx';
import { DATA_SECTIONS, type DataSection, dataPath } from './data-sections.ts';
import styles from './data.module.css';
import { SourcesPage } from './sources/SourcesPage.tsx';

const PAGES: Readonly<Record<DataSection, () => ReactElement>> = {
  import: ImportPage,
  export: ExportPage,
  backup: BackupPage,
  sources: SourcesPage,
  communities: Communities,
};

const DataPage = ({ section }: { section: DataSection }): ReactElement => {
  const { t } = useWords();
  const { search } = useLocation();
  const selection = useSelection((s) => s.selection);
  const Page = PAGES[section];
  return (
    <section className={styles.page} aria-label={t('data.title')}>
      <nav className={styles.nav} aria-label={t('data.nav')}>
        <Link className={styles.back} to={{ pathname: `/staff${pathOf(selection)}`, search }}>
          <Icon name="chevronLeft" size={14} />
          {t('data.back')}
        </Link>
        {DATA_SECTIONS.map((name) => (
          <Link
            key={name}
            className={styles.entry}
            to={{ pathname: dataPath(name), search }}
            aria-current={name === section ? 'page' : undefined}
          >
            {t(`data.section.${name}`)}
          </Link>
        ))}
      </nav>
      <div className={styles.content}>
        <Page key={section} />
      </div>
    </section>
  );
};

export default DataPage;
