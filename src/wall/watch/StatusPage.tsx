/** How the wall is doing: its heartbeat, what it holds, what happened to it. For whoever looks after the machine. */
import type { ReactElement } from 'react';
import { LEVELS } from '../../scene/wall/governor.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import { useWallContact } from '../remote/use-beat.ts';
import { readEvents } from './journal.ts';
import { reloadsLately } from './reload.ts';
import { isShort } from './room.ts';
import styles from './StatusPage.module.css';

const StatusPage = (): ReactElement => {
  const words = useWords();
  const { t, number, instant } = words;
  const { beat, alive } = useWallContact();
  const level = LEVELS[beat?.level ?? 0];
  const rows: readonly (readonly [string, string])[] = beat
    ? [
        [t('wall.status.lastSeen'), instant(beat.at)],
        [t('wall.status.opened'), instant(beat.openedAt)],
        [t('wall.status.level'), level ? t(`wall.status.levels.${level.name}`) : ''],
        [t('wall.status.frames'), number(beat.framesPerSecond)],
        [t('wall.status.buffer'), `${beat.buffer.join(' × ')} / ${beat.wanted.join(' × ')}`],
        [t('wall.status.contextLosses'), number(beat.contextLosses)],
        [t('wall.status.commits'), number(beat.commits)],
        [t('wall.status.rounds'), number(beat.rounds)],
        [t('wall.status.geometries'), number(beat.geometries)],
        [t('wall.status.textures'), number(beat.textures)],
        [t('wall.status.nodes'), number(beat.nodes)],
        [t('wall.status.heap'), beat.heapMegabytes === null ? '—' : number(beat.heapMegabytes)],
        ...(beat.room && Number.isFinite(beat.room.leftMegabytes)
          ? [
              [
                t('wallWatch.room'),
                t('wallWatch.roomOf', {
                  used: number(beat.room.usedMegabytes),
                  left: number(beat.room.leftMegabytes),
                }),
              ] as const,
            ]
          : []),
        [t('wall.status.restarts'), number(reloadsLately())],
      ]
    : [];
  const events = readEvents().toReversed();
  return (
    <main className={styles['status']}>
      <h1>{t('wall.status.title')}</h1>
      <p role="status" className={styles['state']} data-alive={alive}>
        {t(beat === null ? 'wall.status.never' : alive ? 'wall.status.alive' : 'wall.status.silent')}
      </p>
      {isShort(beat?.room ?? null) && (
        <p role="alert" className={styles['state']}>
          {t('wallWatch.short')}
        </p>
      )}
      <dl className={styles['facts']}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2>{t('wall.status.events')}</h2>
      {events.length === 0 && <p>{t('wall.status.noEvents')}</p>}
      <ol className={styles['events']}>
        {events.map(({ at, kind, times }) => (
          <li key={`${at} ${kind}`}>
            <time>{instant(at)}</time>
            {kind === 'clock' ? t('wallWatch.clock') : t(`wall.status.event.${kind}`)}
            {times !== undefined && <span>{t('wallWatch.times', { count: times })}</span>}
          </li>
        ))}
      </ol>
    </main>
  );
};

export default StatusPage;
