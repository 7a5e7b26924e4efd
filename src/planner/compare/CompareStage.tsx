/** The maps: two beside each other, one with a divider to swipe, or one on which only what changes hands is lit. */
import { type ReactElement, useCallback, useMemo, useState } from 'react';
import type { FaceId, MmPoint, PlanDifference } from '../../geometry/tiling/index.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import { drawChanges, drawSide, type MapLook, type MapSide } from '../linked-maps/draw-side.ts';
import { LinkedMap } from '../linked-maps/LinkedMap.tsx';
import type { MapLink } from '../linked-maps/map-link.ts';
import type { Frame } from '../linked-maps/start-pane.ts';
import { clipped } from '../map/picture.ts';
import { buildingAt } from '../map/under-pointer.ts';
import { Plate } from '../parts/Plate.tsx';
import type { PlanSession } from '../session/plan-session.ts';
import styles from './compare.module.css';
import type { CompareMode } from './CompareHeader.tsx';
import { SwipeDivider } from './SwipeDivider.tsx';

export interface CompareStageProps {
  readonly mode: CompareMode;
  readonly link: MapLink;
  readonly look: MapLook;
  readonly left: PlanSession;
  readonly right: PlanSession;
  readonly difference: PlanDifference;
  readonly names: readonly [left: string, right: string];
  readonly faceId: FaceId | null;
  readonly onPick: (row: number | null) => void;
  readonly onEscape: () => void;
}

export const CompareStage = (props: CompareStageProps): ReactElement => {
  const { mode, link, look, left, right, difference, names, faceId, onPick, onEscape } = props;
  const { t } = useWords();
  const [split, setSplit] = useState(0.5);
  const moved = useMemo(() => difference.moves.map(({ row }) => row), [difference]);
  const sides = useMemo((): readonly [MapSide, MapSide] => {
    const only = (session: PlanSession): FaceId | null =>
      faceId !== null && session.tiling.face(faceId) !== undefined ? faceId : null;
    return [
      { session: left, ghosts: difference.bordersNew, faceId: only(left) },
      { session: right, ghosts: difference.bordersGone, faceId: only(right) },
    ];
  }, [left, right, difference, faceId]);
  const drawLeft = useCallback(
    (frame: Frame) => drawSide(frame, look, sides[0], { moved }),
    [look, sides, moved],
  );
  const drawRight = useCallback(
    (frame: Frame) => drawSide(frame, look, sides[1], { moved }),
    [look, sides, moved],
  );
  const drawSwiped = useCallback(
    (frame: Frame) => {
      const { width, height } = frame.context.canvas;
      for (const at of [0, 1] as const) {
        const [from, to] = at === 0 ? [0, split * width] : [split * width, width];
        clipped(frame.context, [from, 0, to, height], () =>
          drawSide(frame, look, { ...sides[at], ghosts: [] }, { moved }),
        );
      }
    },
    [look, sides, moved, split],
  );
  const drawDifference = useCallback(
    (frame: Frame) => drawChanges(frame, look, sides[1], { difference, left }),
    [look, sides, difference, left],
  );
  const shared = {
    link,
    rowAt: (at: MmPoint) => buildingAt(left, at),
    onPick,
    onEscape,
  };
  const label = (at: 0 | 1): string => t('compare.mapOf', { name: names[at] });
  if (mode === 'beside')
    return (
      <div className={styles.pair}>
        {([0, 1] as const).map((at) => (
          <section key={at} className={styles.map} aria-label={names[at]}>
            <LinkedMap
              {...shared}
              name={at === 0 ? 'left' : 'right'}
              label={label(at)}
              draw={at === 0 ? drawLeft : drawRight}
            />
            <Plate>{names[at]}</Plate>
          </section>
        ))}
      </div>
    );
  if (mode === 'swipe')
    return (
      <div className={styles.map}>
        <LinkedMap
          {...shared}
          name="swipe"
          label={t('compare.mapOfBoth', { left: names[0], right: names[1] })}
          draw={drawSwiped}
        />
        <Plate style={{ maxWidth: '40%', opacity: split < 0.12 ? 0 : 1 }}>{names[0]}</Plate>
        <Plate at="right" style={{ maxWidth: '40%', opacity: split > 0.88 ? 0 : 1 }}>
          {names[1]}
        </Plate>
        <SwipeDivider share={split} onChange={setSplit} names={names} />
      </div>
    );
  return (
    <div className={styles.map}>
      <LinkedMap
        {...shared}
        name="changes"
        label={t('compare.mapOfChanges', { left: names[0], right: names[1] })}
        draw={drawDifference}
      />
      <ul className={styles.legend}>
        <li>
          <span className={styles.stripes} />
          {t('compare.legend.stripes')}
        </li>
        <li>
          <span className={styles.goneLine} />
          {t('compare.legend.gone', { name: names[0] })}
        </li>
        <li>
          <span className={styles.newLine} />
          {t('compare.legend.new', { name: names[1] })}
        </li>
      </ul>
      {moved.length === 0 && <p className={styles.nothing}>{t('compare.noFlows')}</p>}
    </div>
  );
};
