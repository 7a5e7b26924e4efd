/** Beside the map: the grid that is chosen, the problems, plans by machine. */
import type { ReactElement } from 'react';
import type { FaceId } from '../../geometry/tiling/index.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import { usePlanner } from '../session/planner-store.ts';
import styles from './editor.module.css';
import { GridCard } from './GridCard.tsx';
import { Problems } from './Problems.tsx';
import { Proposals } from './Proposals.tsx';
import { findingsIn } from './step-finding.ts';

const SIDES = ['grid', 'problems', 'proposals'] as const;
export type Side = (typeof SIDES)[number];

export interface SideProps {
  readonly side: Side;
  readonly onSide: (side: Side) => void;
  /** Grids that a problem asks to share out anew; null: all that are not locked. */
  readonly subset: readonly FaceId[] | null;
  readonly onSubset: (faceIds: readonly FaceId[] | null) => void;
  readonly onOpenGrid: (faceId: FaceId) => void;
  readonly onRebalance: (faceIds: readonly FaceId[]) => void;
}

export const SidePanel = (props: SideProps): ReactElement => {
  const { side, onSide, subset, onSubset, onOpenGrid, onRebalance } = props;
  const { t } = useWords();
  const count = usePlanner((s) => findingsIn(s.reports).length);
  const hasErrors = usePlanner((s) => s.hasErrors);
  return (
    <aside className={styles.side} aria-label={t('planner.side.label')}>
      <div className={styles.sides} role="tablist">
        {SIDES.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`planner-tab-${name}`}
            aria-controls={`planner-panel-${name}`}
            aria-selected={side === name}
            className={styles.sideTab}
            onClick={() => onSide(name)}
          >
            {t(`planner.side.${name}`)}
            {name === 'problems' && count > 0 && (
              <span className={styles.badge} data-errors={hasErrors}>
                {count}
              </span>
            )}
          </button>
        ))}
      </div>
      <div
        className={styles.sideContent}
        role="tabpanel"
        id={`planner-panel-${side}`}
        aria-labelledby={`planner-tab-${side}`}
      >
        {side === 'grid' && <GridCard />}
        {side === 'problems' && <Problems onOpenGrid={onOpenGrid} onRebalance={onRebalance} />}
        {side === 'proposals' && <Proposals subset={subset} onSubset={onSubset} />}
      </div>
    </aside>
  );
};
