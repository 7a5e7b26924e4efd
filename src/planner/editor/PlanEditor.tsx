/** An open plan: tools above, the map, what is known of its grids below, and what one works on beside it. */
import { type ReactElement, useEffect, useState } from 'react';
import type { FaceId } from '../../geometry/tiling/index.ts';
import { usePlaces } from '../../state/places.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import { PlanMap } from '../map/PlanMap.tsx';
import { Elsewhere, NotYet } from '../parts/Elsewhere.tsx';
import { PublishDialog } from '../publish/PublishDialog.tsx';
import { In3dButton } from '../scene/In3dButton.tsx';
import { closePlan, openPlan } from '../session/open-plan.ts';
import { flyTo, selectFace, usePlanner } from '../session/planner-store.ts';
import { useEditorKeys } from './editor-keys.ts';
import styles from './editor.module.css';
import { GridTable } from './GridTable.tsx';
import { HandBar } from './HandBar.tsx';
import { HeadsDialog } from './HeadsDialog.tsx';
import { type Side, SidePanel } from './SidePanel.tsx';
import { Toolbar } from './Toolbar.tsx';

const Open = (): ReactElement => {
  const [side, setSide] = useState<Side>('grid');
  const [subset, setSubset] = useState<readonly FaceId[] | null>(null);
  const [isPublishing, setPublishing] = useState(false);
  const [isTableOpen, setTableOpen] = useState(true);
  useEditorKeys(() => setSide('problems'));
  const openGrid = (faceId: FaceId): void => {
    selectFace(faceId);
    flyTo(faceId);
    setSide('grid');
  };
  const rebalance = (faceIds: readonly FaceId[]): void => {
    setSubset(faceIds);
    setSide('proposals');
  };
  return (
    <div className={styles.editor}>
      <Toolbar onPublish={() => setPublishing(true)} />
      <div className={styles.stage}>
        <PlanMap />
        <HandBar />
        <In3dButton />
      </div>
      <SidePanel
        side={side}
        onSide={setSide}
        subset={subset}
        onSubset={setSubset}
        onOpenGrid={openGrid}
        onRebalance={rebalance}
      />
      <GridTable isOpen={isTableOpen} onToggle={() => setTableOpen(!isTableOpen)} />
      <HeadsDialog />
      {isPublishing && <PublishDialog onClose={() => setPublishing(false)} />}
    </div>
  );
};

export const PlanEditor = ({ planId }: { planId: string }): ReactElement => {
  const { t } = useWords();
  const status = usePlanner((s) => s.status);
  const isReady = usePlaces((s) => s.status === 'ready');
  useEffect(() => {
    if (!isReady) return;
    openPlan(planId);
    return closePlan;
  }, [planId, isReady]);
  if (status === 'ready') return <Open />;
  if (status === 'missing') return <Elsewhere>{t('planner.missing')}</Elsewhere>;
  return <NotYet failed={status === 'failed'} retry={() => openPlan(planId)} />;
};
