/** The left panel: the community's structure, or the map's layers. */
import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MapPanel } from '../map/MapPanel.tsx';
import { CommunityTree } from '../tree/CommunityTree.tsx';
import styles from './LeftPanel.module.css';

const TABS = ['tree', 'map'] as const;
type Tab = (typeof TABS)[number];

export const LeftPanel = (): ReactElement => {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('tree');
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const next = tab === 'tree' ? 'map' : 'tree';
    setTab(next);
    document.getElementById(`left-tab-${next}`)?.focus();
  };
  return (
    <div className={styles['panel']}>
      <div
        role="tablist"
        tabIndex={-1}
        aria-label={t('staff.desk.tabs')}
        className={styles['tabs']}
        onKeyDown={onKeyDown}
      >
        {TABS.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`left-tab-${each}`}
            aria-selected={each === tab}
            aria-controls="left-content"
            tabIndex={each === tab ? 0 : -1}
            className={styles['tab']}
            onClick={() => setTab(each)}
          >
            {t(`staff.desk.${each}`)}
          </button>
        ))}
      </div>
      <div
        id="left-content"
        role="tabpanel"
        aria-labelledby={`left-tab-${tab}`}
        className={styles['content']}
      >
        {tab === 'tree' ? <CommunityTree /> : <MapPanel />}
      </div>
    </div>
  );
};
