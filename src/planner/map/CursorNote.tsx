/** At the cursor: how many households and members the grids of the gesture would have; or why something cannot be. */
import { Button } from 'antd';
import type { ReactElement, Ref } from 'react';
import { householdBandOf } from '../../domain/household-target.ts';
import { type Face, type FaceId, faceName } from '../../geometry/tiling/index.ts';
import { usePlaces } from '../../state/places.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import { membersIn } from '../model/figures.ts';
import { Chip } from '../parts/GridRows.tsx';
import { paintRows, tell } from '../session/actions.ts';
import { type PlannerState, usePlanner } from '../session/planner-store.ts';
import { colours } from './shared-colours.ts';
import styles from './PlanMap.module.css';

const Bar = ({ face, households }: { face: Face; households: number }): ReactElement | null => {
  const ofCommunity = usePlaces((s) => s.community?.settings.gridBand);
  const band = ofCommunity ? householdBandOf(face, ofCommunity) : null;
  if (band === null) return null;
  const full = band.max * 1.4;
  const share = (value: number): string => `${Math.min(100, (100 * value) / full)}%`;
  return (
    <span className={styles.bar}>
      <span
        className={styles.band}
        style={{ insetInlineStart: share(band.min), width: `${(100 * (band.max - band.min)) / full}%` }}
      />
      <span
        className={styles.level}
        data-out={households < band.min || households > band.max}
        style={{ width: share(households) }}
      />
    </span>
  );
};

/** A grid that a line would make is known to nobody else yet. */
const nameOf = (face: Face | undefined, id: FaceId): string => (face ? faceName(face, id) : '');

/** Those of a gesture or a line; a whole division that is looked at has the table. */
const shownCounts = ({ live, preview }: PlannerState): PlannerState['live'] =>
  preview === null ? live : null;

const Counts = (): ReactElement | null => {
  const { t, number } = useWords();
  const live = usePlanner(shownCounts);
  const session = usePlanner((s) => s.session);
  const after = usePlanner((s) => s.pending?.after ?? null);
  if (session === null || live === null) return null;
  if (after !== null) colours.update(after);
  return (
    <table className={styles.counts}>
      <tbody>
        {[...live].map(([id, now]) => {
          const before = session.assignment.sums(id);
          const [was, is] = [before[0] ?? 0, now[0] ?? 0];
          const [wasMembers, areMembers] = [membersIn(before), membersIn(now)];
          const face = after?.face(id) ?? session.tiling.face(id);
          return (
            <tr key={id}>
              <th scope="row">
                <Chip colours={colours} id={id} />
                {nameOf(after?.face(id), id) || session.faceName(id)}
              </th>
              <td>
                {number(was)} → <strong>{number(is)}</strong> {is > was ? '▲' : is < was ? '▼' : ''}
                {face && <Bar face={face} households={is} />}
              </td>
              <td className={styles.soft}>
                {t('planner.note.members', { was: number(wasMembers), now: number(areMembers) })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

export const CursorNote = ({ ref }: { ref: Ref<HTMLDivElement> }): ReactElement => {
  const { t, language } = useWords();
  const told = usePlanner((s) => s.told);
  const isEmpty = usePlanner((s) => shownCounts(s) === null && s.told === null);
  const takeToo = told?.takeToo;
  return (
    <div
      ref={ref}
      className={styles.note}
      data-empty={isEmpty}
      data-kind={told?.kind}
      data-asks={takeToo !== undefined}
      role="status"
    >
      <Counts />
      {told !== null && <p className={styles.told}>{told[language]}</p>}
      {takeToo !== undefined && (
        <div className={styles.answers}>
          <Button
            size="small"
            type="primary"
            onClick={() => void paintRows(takeToo.rows, takeToo.to, told?.at ?? null)}
          >
            {t('planner.note.takeToo')}
          </Button>
          <Button size="small" onClick={() => tell(null)}>
            {t('common.cancel')}
          </Button>
        </div>
      )}
    </div>
  );
};
