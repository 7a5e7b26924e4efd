/** The building under the pointer: which grid it is in on each side. */
import type { ReactElement } from 'react';
import { usePlaces } from '../../state/places.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import type { GridColours } from '../map/colours.ts';
import { Chip } from '../parts/GridRows.tsx';
import type { PlanSession } from '../session/plan-session.ts';
import styles from './compare.module.css';

export const HoverNote = ({
  row,
  left,
  right,
  colours,
}: {
  row: number | null;
  left: PlanSession;
  right: PlanSession;
  colours: GridColours;
}): ReactElement => {
  const { t, building, number } = useWords();
  const record = usePlaces((s) => (row === null ? undefined : s.buildings[row]));
  const households = usePlaces((s) => (row === null ? 0 : (s.stats.households[row] ?? 0)));
  const [from, to] = [left, right].map((session) =>
    row === null ? null : (session.assignment.faceOf[row] ?? null),
  ) as [string | null, string | null];
  const grid = (session: PlanSession, id: string | null): ReactElement => (
    <span className={styles.grid}>
      <Chip colours={colours} id={id} />
      {id === null ? t('compare.noGrid') : session.faceName(id)}
    </span>
  );
  return (
    <div className={styles.note} role="status" data-empty={record === undefined}>
      {record !== undefined && (
        <>
          <strong>{building(record)}</strong>
          <span className={styles.soft}>{t('compare.households', { count: number(households) })}</span>
          {grid(left, from)}
          {from === to ? (
            <span className={styles.soft}>{t('compare.stays')}</span>
          ) : (
            <>
              <span aria-label={t('compare.becomes')}>→</span>
              {grid(right, to)}
            </>
          )}
        </>
      )}
    </div>
  );
};
