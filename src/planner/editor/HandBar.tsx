/** Over the map: what the tool in hand wants next, and what can be done with the point or border that is chosen. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '../../ui/parts/use-words.ts';
import { colours } from '../map/shared-colours.ts';
import { middleOf } from '../map/vertices.ts';
import { Chip } from '../parts/GridRows.tsx';
import { addVertex, alongRoad, removeVertex, straighten } from '../session/actions.ts';
import { lastSplit, swapLastSplit } from '../session/ground-actions.ts';
import { usePlanner } from '../session/planner-store.ts';
import styles from './editor.module.css';
import { OfPending } from './OfPending.tsx';

const OfArc = ({ arcId }: { arcId: number }): ReactElement => {
  const { t } = useWords();
  const insert = (): void => {
    const tiling = usePlanner.getState().session?.tiling;
    const at = tiling && middleOf(tiling, arcId);
    if (at) addVertex(arcId, at);
  };
  return (
    <>
      <strong>{t('planner.hand.border')}</strong>
      <span>{t('plannerTools.hand.shift')}</span>
      <Button size="small" onClick={insert}>
        {t('planner.hand.insert')}
      </Button>
      <Button size="small" onClick={() => straighten(arcId)}>
        {t('planner.hand.straighten')} (T)
      </Button>
      <Button size="small" onClick={() => alongRoad(arcId)}>
        {t('planner.hand.follow')} (F)
      </Button>
    </>
  );
};

const OfVertex = ({ vertexId }: { vertexId: number }): ReactElement => {
  const { t } = useWords();
  return (
    <>
      <strong>{t('planner.hand.vertex')}</strong>
      <span>{t('planner.hand.arrows')}</span>
      <Button size="small" onClick={() => removeVertex(vertexId)}>
        {t('planner.hand.delete')}
      </Button>
    </>
  );
};

/** The other part of the last split keeps the id: offered until the next step. */
const SwapLast = (): ReactElement | null => {
  const { t } = useWords();
  const version = usePlanner((s) => s.version);
  const { session } = usePlanner.getState();
  if (session === null || version === 0 || lastSplit(session) === null) return null;
  return (
    <Button size="small" onClick={swapLastSplit}>
      {t('plannerTools.hand.swapLast')}
    </Button>
  );
};

export const HandBar = (): ReactElement | null => {
  const { t } = useWords();
  const tool = usePlanner((s) => s.tool);
  const editable = usePlanner((s) => s.editable);
  const vertexId = usePlanner((s) => s.vertexId);
  const arcId = usePlanner((s) => s.arcId);
  const faceId = usePlanner((s) => s.faceId);
  const session = usePlanner((s) => s.session);
  const isPreview = usePlanner((s) => s.preview !== null);
  const pending = usePlanner((s) => s.pending);
  const name = session?.faceName(faceId) ?? '';
  if (!editable) return <div className={styles.hand}>{t('planner.hand.readOnly')}</div>;
  const chip = faceId !== null && <Chip colours={colours} id={faceId} />;
  const content = isPreview ? (
    t('planner.hand.preview')
  ) : pending !== null ? (
    <OfPending pending={pending} />
  ) : vertexId !== null ? (
    <OfVertex vertexId={vertexId} />
  ) : arcId !== null ? (
    <OfArc arcId={arcId} />
  ) : (
    <>
      {(tool === 'paint' || tool === 'merge') && chip}
      {t(`planner.tool.${tool}.${faceId === null ? 'first' : 'next'}`, { name })}
      <SwapLast />
    </>
  );
  return <div className={styles.hand}>{content}</div>;
};
