/** The right panel: the card of what is selected. Every card is mounted anew for another thing, so what was revealed is masked again. */
import { type ReactElement, useEffect, useRef } from 'react';
import { disclose } from '../../domain/operations/index.ts';
import { usePlaces } from '../../state/places.ts';
import { editStamp, save } from '../../state/save.ts';
import { pathOf, type Selection } from '../../state/selection.ts';
import { useSelection } from '../../state/selection-store.ts';
import { IconButton } from '../../ui/parts/IconButton.tsx';
import { printCard } from '../../ui/parts/print.ts';
import { Empty, Failed, Waiting } from '../../ui/parts/States.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import { Breadcrumbs } from './Breadcrumbs.tsx';
import { BuildingPanel } from './building/BuildingPanel.tsx';
import { CommunityPanel } from './community/CommunityPanel.tsx';
import { FacilityPanel } from './facility/FacilityPanel.tsx';
import { GridPanel } from './grid/GridPanel.tsx';
import { DwellingPanel } from './home/DwellingPanel.tsx';
import { FloorPanel } from './home/FloorPanel.tsx';
import { HouseholdPanel } from './home/HouseholdPanel.tsx';
import { MissingNotice } from './MissingNotice.tsx';
import { OrganisationPanel } from './organisation/OrganisationPanel.tsx';
import styles from './Panel.module.css';
import { ResidentPanel } from './resident/ResidentPanel.tsx';

export const Panel = (): ReactElement => {
  const selection = useSelection((s) => s.selection);
  const scroller = useRef<HTMLDivElement>(null);
  const path = pathOf(selection);
  const { t, instant } = useWords();
  const community = usePlaces((s) => s.community?.name ?? '');
  /** Masked as it stands; what somebody has revealed is on the paper, and that it was printed is in the history. */
  const print = (): void => {
    const card = scroller.current;
    if (!card) return;
    const title = card.querySelector('h2')?.textContent ?? community;
    const noted = disclose.run(
      null,
      { kind: 'print', what: t(`staff.printed.${selection.kind}`), rows: 1, clear: false, reason: '' },
      editStamp(),
    );
    if (noted.ok) void save(noted.value);
    printCard(card, title, `${community} · ${instant(Date.now())}`);
  };
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [path]);
  return (
    <div ref={scroller} className={styles['panel']} data-selection={selection.kind}>
      <Breadcrumbs selection={selection} />
      {selection.kind !== 'none' && (
        <span className={styles['print']}>
          <IconButton size="small" icon="print" label={t('staff.print')} onClick={print} />
        </span>
      )}
      <MissingNotice />
      <CardOf key={path} selection={selection} />
    </div>
  );
};

const CardOf = ({ selection }: { readonly selection: Selection }): ReactElement => {
  const { t } = useWords();
  const status = usePlaces((s) => s.status);
  const community = usePlaces((s) => s.community);
  const grids = usePlaces((s) => s.grids);
  const buildings = usePlaces((s) => s.buildings);
  const buildingIndex = usePlaces((s) => s.buildingIndex);
  if (status === 'failed') return <Failed />;
  if (!community) return <Waiting lines={9} />;
  const gone = <Empty>{t('common.errors.missingText')}</Empty>;
  const building =
    'id' in selection &&
    (selection.kind === 'building' || selection.kind === 'unit' || selection.kind === 'floor')
      ? buildings[buildingIndex.get(selection.id) ?? -1]
      : undefined;
  switch (selection.kind) {
    case 'none':
      return <CommunityPanel community={community} />;
    case 'grid': {
      const grid = grids.find((g) => g.id === selection.id);
      return grid ? <GridPanel grid={grid} /> : gone;
    }
    case 'building':
      return building ? <BuildingPanel building={building} /> : gone;
    case 'unit':
    case 'floor':
      return building ? <FloorPanel building={building} part={selection} /> : gone;
    case 'dwelling':
      return <DwellingPanel id={selection.id} />;
    case 'household':
      return <HouseholdPanel id={selection.id} />;
    case 'resident':
      return <ResidentPanel id={selection.id} />;
    case 'organisation':
      return <OrganisationPanel id={selection.id} />;
    case 'facility':
      return <FacilityPanel id={selection.id} />;
  }
};
