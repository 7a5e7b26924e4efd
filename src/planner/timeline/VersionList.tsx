/** The versions, the latest first: which grids began and ended, out of which, and what changed of those that stayed. */
import type { ReactElement } from 'react';
import { Tag } from '../../ui/parts/Tag.tsx';
import { useWords, type Words } from '../../ui/parts/use-words.ts';
import { type Descent, descentsBetween } from '../model/lineage.ts';
import type { Timeline, Version } from '../model/versions.ts';
import styles from './timeline.module.css';

const namesIn = ({ grids }: Version, ids: readonly string[], words: Words): string =>
  ids
    .map((id) => grids.find((grid) => grid.id === id))
    .map((grid) => grid?.name || grid?.code || '—')
    .map((name) => words.t('timeline.quoted', { name }))
    .join(words.t('planner.problems.comma'));

/** One sentence each for what began and ended, one for all that only changed. */
const sentencesOf = (
  before: Version,
  after: Version,
  branches: ReadonlyMap<string, string>,
  words: Words,
): string[] => {
  const { t, date } = words;
  const day = date(after.from);
  const all = descentsBetween(before, after);
  const changed = all.filter((one): one is Descent & { kind: 'changed' } => one.kind === 'changed');
  const out = all.flatMap((one): string[] => {
    if (one.kind === 'changed') return [];
    if (one.kind === 'ended')
      return [
        t(one.into.length > 0 ? 'timeline.endedInto' : 'timeline.ended', {
          name: namesIn(before, [one.id], words),
          into: namesIn(after, one.into, words),
          day,
        }),
      ];
    return [
      t(`timeline.${one.kind}`, {
        name: namesIn(after, [one.id], words),
        from: namesIn(before, one.from, words),
        day,
      }),
    ];
  });
  const reshaped = changed.filter(({ border }) => border).map(({ id }) => id);
  if (reshaped.length > 0) out.push(t('timeline.reshaped', { names: namesIn(after, reshaped, words) }));
  for (const { id } of changed.filter(({ name }) => name))
    out.push(t('timeline.renamed', { was: namesIn(before, [id], words), name: namesIn(after, [id], words) }));
  for (const { id } of changed.filter(({ branch }) => branch)) {
    const branchId = after.grids.find((grid) => grid.id === id)?.branchId ?? null;
    const branch = branchId === null ? '' : (branches.get(branchId) ?? '');
    const name = namesIn(after, [id], words);
    out.push(t(branch === '' ? 'timeline.noBranch' : 'timeline.branch', { name, branch }));
  }
  const coded = changed.filter(({ code }) => code).length;
  if (coded > 0) out.push(t('timeline.recoded', { count: coded }));
  return out;
};

export const VersionList = ({
  timeline,
  day,
  branches,
  onDay,
}: {
  timeline: Timeline;
  day: string;
  branches: ReadonlyMap<string, string>;
  onDay: (day: string) => void;
}): ReactElement => {
  const words = useWords();
  const { t, date, number } = words;
  const { versions, overtaken } = timeline;
  return (
    <section className={styles.versions} aria-labelledby="timeline-versions">
      <h2 id="timeline-versions" className={styles.part}>
        {t('timeline.versions', { count: versions.length })}
      </h2>
      <ol className={styles.list} reversed>
        {versions.toReversed().map((version) => {
          const at = versions.indexOf(version);
          const before = versions[at - 1];
          const isNow = version.from <= day && (version.to === null || day < version.to);
          const sentences = before === undefined ? [] : sentencesOf(before, version, branches, words);
          return (
            <li key={version.from} className={styles.version} data-now={isNow}>
              <button type="button" className={styles.jump} onClick={() => onDay(version.from)}>
                <strong>{version.plan?.name ?? t('timeline.recorded')}</strong>
                {version.to === null && <Tag tone="green">{t('timeline.now')}</Tag>}
              </button>
              <p className={styles.soft}>
                {version.to === null
                  ? t('timeline.since', { from: date(version.from) })
                  : t('timeline.span', { from: date(version.from), to: date(version.to) })}
                {' · '}
                {t('timeline.gridCount', { count: number(version.grids.length) })}
              </p>
              {!version.isExact && <p className={styles.soft}>{t('timeline.inexact')}</p>}
              {sentences.length > 0 && (
                <ul className={styles.descents}>
                  {sentences.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              )}
              {before !== undefined && sentences.length === 0 && (
                <p className={styles.soft}>{t('timeline.unchanged')}</p>
              )}
            </li>
          );
        })}
      </ol>
      {overtaken.map(({ planId, name, from }) => (
        <p key={planId} className={styles.soft}>
          {t('timeline.overtaken', { name, from: date(from) })}
        </p>
      ))}
    </section>
  );
};
