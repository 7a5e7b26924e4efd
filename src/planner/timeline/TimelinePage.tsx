/** The grids of every day: a map of the chosen one, the versions, and the question which grid a building was in. */
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { today as todayIs } from '../../domain/dates.ts';
import { usePlaces } from '../../state/places.ts';
import { IconButton } from '../../ui/parts/IconButton.tsx';
import { Empty } from '../../ui/parts/States.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import { boxOfRows } from '../compare/boxes.ts';
import type { MapLook } from '../linked-maps/draw-side.ts';
import { MapLink } from '../linked-maps/map-link.ts';
import { useLook } from '../linked-maps/use-look.ts';
import { askDay } from '../model/ask-day.ts';
import type { Town } from '../model/town.ts';
import { versionOn } from '../model/versions.ts';
import { NotYet } from '../parts/Elsewhere.tsx';
import { Modes } from '../parts/Modes.tsx';
import { HeaderGap, PageHeader } from '../parts/PageHeader.tsx';
import { AskPanel } from './AskPanel.tsx';
import { TimeAxis } from './TimeAxis.tsx';
import styles from './timeline.module.css';
import { type TimelineData, useTimeline, useVersionSessions } from './use-timeline.ts';
import { VersionList } from './VersionList.tsx';
import { VersionMap } from './VersionMap.tsx';

const GHOSTS = ['before', 'today', 'none'] as const;
type Ghost = (typeof GHOSTS)[number];

const Opened = ({ data, town, look }: { data: TimelineData; town: Town; look: MapLook }): ReactElement => {
  const { t, date } = useWords();
  const buildings = usePlaces((s) => s.buildings);
  const buildingIndex = usePlaces((s) => s.buildingIndex);
  const frame = usePlaces((s) => s.frame);
  const { timeline, branches } = data;
  const [today] = useState(todayIs);
  const [day, setDay] = useState(today);
  const [ghost, setGhost] = useState<Ghost>('before');
  const [buildingId, setBuildingId] = useState<string | null>(null);
  const [link] = useState(() => new MapLink(() => undefined));
  const sessionOf = useVersionSessions(timeline, town);
  const version = versionOn(timeline, day);
  const session = sessionOf(version);
  const { versions } = timeline;
  const at = version === null ? -1 : versions.indexOf(version);
  const ghostVersion =
    ghost === 'none' ? null : ((ghost === 'before' ? versions[at - 1] : versionOn(timeline, today)) ?? null);
  const row = buildingId === null ? undefined : buildingIndex.get(buildingId);
  const building = row === undefined ? null : (buildings[row] ?? null);
  const answer = building && frame ? askDay({ timeline, frame, building }, day) : null;
  const choose = (id: string | null, fly: boolean): void => {
    const next = id === null ? undefined : buildingIndex.get(id);
    setBuildingId(id);
    link.setGlow(next === undefined ? [] : [next]);
    const box = next === undefined ? null : boxOfRows(town, [next]);
    if (fly && box !== null) link.fly(box);
  };
  return (
    <div className={styles.page}>
      <PageHeader title={t('timeline.title')}>
        <HeaderGap />
        <span className={styles.soft}>{t('timeline.ghost.label')}</span>
        <Modes
          name="timeline-ghost"
          label={t('timeline.ghost.label')}
          modes={GHOSTS.map((one) => ({ value: one, label: t(`timeline.ghost.${one}`) }))}
          value={ghost}
          onChange={setGhost}
        />
        <IconButton icon="fit" label={t('planner.fit')} onClick={() => link.flyHome()} />
      </PageHeader>
      <div className={styles.stage}>
        {session !== null && version !== null ? (
          <VersionMap
            link={link}
            look={look}
            session={session}
            ghost={ghostVersion === version ? null : sessionOf(ghostVersion)}
            ghostName={ghost === 'today' ? t('timeline.ghost.ofToday') : date(ghostVersion?.from)}
            day={day}
            faceId={answer?.kind === 'grid' ? answer.grid.id : null}
            onPick={(picked) => choose(picked === null ? null : (buildings[picked]?.id ?? null), false)}
          />
        ) : (
          <div className={styles.nothing}>
            <Empty>
              {versions[0] === undefined
                ? t('timeline.nothing')
                : version === null
                  ? t('timeline.before', { day: date(versions[0].from) })
                  : t('timeline.unreadable')}
            </Empty>
            {versions[0] !== undefined && version === null && (
              <Button onClick={() => setDay(versions[0]?.from ?? today)}>{t('timeline.toFirst')}</Button>
            )}
          </div>
        )}
      </div>
      <aside className={styles.side} aria-label={t('timeline.title')}>
        <AskPanel
          day={day}
          today={today}
          onDay={setDay}
          building={building}
          onBuilding={(id) => choose(id, true)}
          answer={answer}
          branches={branches}
        />
        <VersionList timeline={timeline} day={day} branches={branches} onDay={setDay} />
      </aside>
      <TimeAxis timeline={timeline} day={day} today={today} onDay={setDay} />
    </div>
  );
};

export const TimelinePage = (): ReactElement => {
  const timeline = useTimeline();
  const look = useLook();
  const isFailed = timeline.status === 'failed';
  if (isFailed || timeline.data === null || look === null)
    return <NotYet failed={isFailed} retry={timeline.retry} />;
  return <Opened data={timeline.data} town={look.town} look={look.look} />;
};
