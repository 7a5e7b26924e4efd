/** The grids as they were on the chosen day, with the borders of another day as ghosts. */
import { type ReactElement, useCallback, useEffect, useMemo } from 'react';
import { differenceOf, type FaceId } from '../../geometry/tiling/index.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import { boxOfAll } from '../compare/boxes.ts';
import { drawSide, type MapLook } from '../linked-maps/draw-side.ts';
import { LinkedMap } from '../linked-maps/LinkedMap.tsx';
import type { MapLink } from '../linked-maps/map-link.ts';
import type { Frame } from '../linked-maps/start-pane.ts';
import { buildingAt } from '../map/under-pointer.ts';
import { movedBorders } from '../model/moved-borders.ts';
import { Plate } from '../parts/Plate.tsx';
import type { PlanSession } from '../session/plan-session.ts';
import styles from './timeline.module.css';

export interface VersionMapProps {
  readonly link: MapLink;
  readonly look: MapLook;
  readonly session: PlanSession;
  /** The state whose borders are shown as ghosts, and what it is called. */
  readonly ghost: PlanSession | null;
  readonly ghostName: string;
  readonly day: string;
  readonly faceId: FaceId | null;
  readonly onPick: (row: number | null) => void;
}

export const VersionMap = (props: VersionMapProps): ReactElement => {
  const { link, look, session, ghost, ghostName, day, faceId, onPick } = props;
  const { t, date } = useWords();
  look.colours.update(session.tiling);
  useEffect(() => link.setHome(boxOfAll([session.tiling])), [link, session]);
  const difference = useMemo(() => {
    if (ghost === null) return null;
    const of = differenceOf(
      { tiling: ghost.tiling, faceOf: ghost.assignment.faceOf },
      { tiling: session.tiling, faceOf: session.assignment.faceOf },
      session.town.buildings,
    );
    return { ...of, ...movedBorders(of) };
  }, [ghost, session]);
  const draw = useCallback(
    (frame: Frame) =>
      drawSide(
        frame,
        look,
        {
          session,
          ghosts: difference?.bordersGone ?? [],
          faceId: session.tiling.face(faceId ?? '') ? faceId : null,
        },
        { moved: difference?.moves.map(({ row }) => row) ?? [] },
      ),
    [look, session, difference, faceId],
  );
  return (
    <>
      <LinkedMap
        link={link}
        name="version"
        label={t('timeline.mapOf', { day: date(day) })}
        draw={draw}
        rowAt={(at) => buildingAt(session, at)}
        onPick={onPick}
        onEscape={() => onPick(null)}
      />
      <Plate>{t('timeline.gridsOf', { day: date(day) })}</Plate>
      {ghost !== null && (
        <Plate at="below">
          <span className={styles.dashes} />
          {difference?.bordersGone.length === 0
            ? t('timeline.ghost.same', { name: ghostName })
            : t('timeline.ghost.shown', { name: ghostName })}
        </Plate>
      )}
    </>
  );
};
