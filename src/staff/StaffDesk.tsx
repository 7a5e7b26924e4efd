/**
 * The staff desk: structure on the left, the scene in the middle, the card of what is selected on the right; the registers lie over
 * it while their address is open, so that the scene is still there when one comes back.
 */
import { type ReactElement, Suspense, useEffect } from 'react';
import { useLocation } from 'react-router';
import { flyTo } from '../state/fly.ts';
import { pathOf, type Selection } from '../state/selection.ts';
import { useSelection } from '../state/selection-store.ts';
import { flyFrom } from '../ui/parts/go-to.ts';
import { lazyPart } from '../ui/parts/lazy-part.ts';
import { Waiting } from '../ui/parts/States.tsx';
import { dataSectionOf } from './data/data-sections.ts';
import { LeftPanel } from './desk/LeftPanel.tsx';
import { usePanelSizes } from './desk/panel-sizes.ts';
import { SceneStage } from './desk/SceneStage.tsx';
import { SidePanel } from './desk/SidePanel.tsx';
import { useNarrow } from './desk/use-narrow.ts';
import { FormHost } from './forms/index.ts';
import { useHomesDialog } from './homes/homes-dialog-store.ts';
import { isRegisterName } from './lists/register-names.ts';
import { Panel } from './panel/Panel.tsx';
import styles from './StaffDesk.module.css';

const DataPage = lazyPart('data code', () => import('./data/DataPage.tsx'));
const ListsPage = lazyPart('list code', () => import('./lists/ListsPage.tsx'));
const HomesDialog = lazyPart('homes code', () => import('./homes/HomesDialog.tsx'));
const LIST_PATH = /^\/staff\/lists\/([^/]+)/;

/** As drawers the panels begin closed and the card comes out for a selection; a wide window has them back as they were. */
const useDrawers = (narrow: boolean): void => {
  useEffect(() => {
    if (!narrow) return;
    const { setOpen, leftOpen, rightOpen } = usePanelSizes.getState();
    setOpen('left', false);
    setOpen('right', false);
    const unsubscribe = useSelection.subscribe((state, before) => {
      if (state.selection === before.selection) return;
      setOpen('left', false);
      setOpen('right', state.selection.kind !== 'none');
    });
    return () => {
      unsubscribe();
      setOpen('left', leftOpen);
      setOpen('right', rightOpen);
    };
  }, [narrow]);
};

/** Was it selected by the address? What is picked in the scene becomes the address only afterwards. */
const isAddressed = (selection: Selection): boolean =>
  window.location.hash.split('?')[0] === `#/staff${pathOf(selection)}`;

/** An address, a step back or a reload shows the place as well; a click in the scene is at it already. */
const useAddressFlight = (): void => {
  useEffect(() => {
    flyTo(useSelection.getState().selection);
    return useSelection.subscribe((state, before) => {
      if (state.selection !== before.selection && isAddressed(state.selection))
        flyFrom(before.selection, state.selection);
    });
  }, []);
};

const StaffDesk = (): ReactElement => {
  const narrow = useNarrow();
  useDrawers(narrow);
  useAddressFlight();
  const { pathname } = useLocation();
  const name = LIST_PATH.exec(pathname)?.[1] ?? '';
  const list = isRegisterName(name) ? name : null;
  const section = dataSectionOf(pathname);
  const making = useHomesDialog((s) => s.buildingId !== null);
  return (
    <div className={styles['desk']}>
      <div className={styles['columns']} inert={list !== null || section !== null}>
        <SidePanel side="left" narrow={narrow}>
          <LeftPanel />
        </SidePanel>
        <div className={styles['middle']}>
          <SceneStage />
        </div>
        <SidePanel side="right" narrow={narrow}>
          <Panel />
        </SidePanel>
      </div>
      {list !== null && (
        <div className={styles['over']}>
          <Suspense fallback={<Waiting lines={12} />}>
            <ListsPage name={list} />
          </Suspense>
        </div>
      )}
      {section !== null && (
        <div className={styles['over']}>
          <Suspense fallback={<Waiting lines={12} />}>
            <DataPage section={section} />
          </Suspense>
        </div>
      )}
      <FormHost />
      {making && (
        <Suspense>
          <HomesDialog />
        </Suspense>
      )}
    </div>
  );
};

export default StaffDesk;
