/** Over the map: what the tool in hand wants next, and what can be done with the point or border that is chosen. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '../../ui/parts/use-words.ts';
import { useView } from '../../state/view.ts';
import { colours } from '../map/shared-colours.ts';
import { addVertex, alongRoad, removeVertex, straighten } from '../session/actions.ts';
import { usePlanner } from '../session/planner-store.ts';
import styles from './editor.module.css';

const midOf = (arcId: number) => {
  const { session } = usePlanner.getState();
  const ids = session?.tiling.arc(arcId)?.vertexIds ?? [];
  const at = Math.max(0, (ids.length >> 1) - 1);
  const [a, b] = [session?.tiling.vertex(ids[at] ?? -1), session?.tiling.vertex(ids[at + 1] ?? -1)];
  return a && b ? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : null;
};

const OfArc = ({ arcId }: { arcId: number }): ReactElement => {
  const { t } = useWords();
  const insert = (): void => {
    const at = midOf(arcId);
    if (at !== null) addVertex(arcId, at);
  };
  return (
    <>
      <strong>{t('planner.hand.border')}</strong>
      <Button size="small" onClick={insert}>
        {t('planner.hand.insert')}
      </Button>
      <Button size="small" onClick={() => straighten(arcId)}>
        {t('planner.hand.straighten')}
      </Button>
      <Button size="small" onClick={() => alongRoad(arcId)}>
        {t('planner.hand.follow')}
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

export const HandBar = (): ReactElement | null => {
  const { t } = useWords();
  const night = useView((s) => s.mode === 'night');
  const tool = usePlanner((s) => s.tool);
  const editable = usePlanner((s) => s.editable);
  const vertexId = usePlanner((s) => s.vertexId);
  const arcId = usePlanner((s) => s.arcId);
  const faceId = usePlanner((s) => s.faceId);
  const session = usePlanner((s) => s.session);
  const isPreview = usePlanner((s) => s.preview !== null);
  const name = session?.faceName(faceId) ?? '';
  if (!editable) return <div className={styles.hand}>{t('planner.hand.readOnly')}</div>;
  const chip = faceId !== null && (
    <span className={styles.chip} style={{ background: colours.solid(faceId, night) }} />
  );
  const content = isPreview ? (
    t('planner.hand.preview')
  ) : vertexId !== null ? (
    <OfVertex vertexId={vertexId} />
  ) : arcId !== null ? (
    <OfArc arcId={arcId} />
  ) : (
    <>
      {(tool === 'paint' || tool === 'merge') && chip}
      {t(`planner.tool.${tool}.${faceId === null ? 'first' : 'next'}`, { name })}
    </>
  );
  return <div className={styles.hand}>{content}</div>;
};
