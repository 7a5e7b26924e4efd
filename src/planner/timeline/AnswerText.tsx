/** The answer in sentences: the grid of that day, its branch and workers, since when and until when. */
import type { ReactElement } from 'react';
import { WORKER_ROLE } from '../../domain/codes.ts';
import type { Building } from '../../domain/records/index.ts';
import { usePlaces } from '../../state/places.ts';
import { historyOf } from '../../storage/index.ts';
import { useQuery } from '../../ui/parts/use-query.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import type { Answer } from '../model/ask-day.ts';
import { workerOn } from '../model/worker-then.ts';
import styles from './timeline.module.css';

const Workers = ({ ids, day }: { ids: readonly string[]; day: string }): ReactElement => {
  const { t, code } = useWords();
  const known = usePlaces((s) => s.gridWorkers);
  const found = ids.flatMap((id) => known.find((worker) => worker.id === id) ?? []);
  const then = useQuery(`workers ${day} ${ids.join(' ')}`, () =>
    Promise.all(
      found.map(async (worker) => workerOn(worker, await historyOf('gridWorkers', worker.id), day)),
    ),
  );
  const names = (then.data ?? []).map(({ name, role }) =>
    t('timeline.answer.worker', { name, role: code(WORKER_ROLE, role) }),
  );
  const lost = ids.length - found.length;
  if (ids.length === 0) return <p>{t('timeline.answer.noWorkers')}</p>;
  return (
    <p>
      {names.length > 0 && t('timeline.answer.workers', { names: names.join(t('planner.problems.comma')) })}
      {lost > 0 && t('timeline.answer.lostWorkers', { count: lost })}
    </p>
  );
};

export const AnswerText = ({
  answer,
  building,
  day,
  branches,
}: {
  answer: Answer;
  building: Building;
  day: string;
  branches: ReadonlyMap<string, string>;
}): ReactElement => {
  const { t, date, building: nameOf } = useWords();
  const asked = { day: date(day), building: nameOf(building) };
  if (answer.kind === 'before')
    return (
      <p className={styles.answer} role="status">
        {answer.first === null ? t('timeline.nothing') : t('timeline.before', { day: date(answer.first) })}
      </p>
    );
  if (answer.kind === 'none')
    return (
      <p className={styles.answer} role="status">
        {t('timeline.answer.none', asked)}
      </p>
    );
  const { grid, since, isFirst, until, next, byPlace, version } = answer;
  const branch = grid.branchId === null ? undefined : branches.get(grid.branchId);
  return (
    <div className={styles.answer} role="status">
      <p className={styles.said}>
        {t('timeline.answer.grid', { ...asked, name: grid.name || grid.code, code: grid.code })}
      </p>
      <p>{branch === undefined ? t('timeline.answer.noBranch') : t('timeline.answer.branch', { branch })}</p>
      <Workers ids={grid.workerIds} day={day} />
      <p>
        {t(isFirst ? 'timeline.answer.sinceFirst' : 'timeline.answer.since', { since: date(since) })}
        {until === null
          ? t('timeline.answer.today')
          : t(next === null ? 'timeline.answer.until' : 'timeline.answer.untilNext', {
              until: date(until),
              next: next?.name || next?.code || '',
            })}
      </p>
      {byPlace && <p className={styles.soft}>{t('timeline.answer.byPlace')}</p>}
      {!version.isExact && <p className={styles.soft}>{t('timeline.inexact')}</p>}
    </div>
  );
};
