/** Panels about members, homes, grids and facilities. */
import { type ReactElement, useCallback, useEffect, useState } from 'react';
import { FACILITY_KIND, MEMBER_GROUP, MEMBER_MODE } from '../../domain/codes.ts';
import { FACILITY_COLOURS } from '../../scene/actors/symbols/facility-colours.ts';
import { Chart } from '../../ui/charts/Chart.tsx';
import type { ChartLook } from '../../ui/charts/chart-look.ts';
import { ringOption } from '../../ui/charts/ring.ts';
import type { GridMetric } from '../figures/shown.ts';
import { Bars } from '../parts/Bars.tsx';
import { Count } from '../parts/Count.tsx';
import { Panel } from '../parts/Panel.tsx';
import { numberOf, useShown } from '../parts/use-shown.ts';
import { useLookKey } from '../use-light.ts';
import type { PanelProps } from './PeoplePanels.tsx';
import styles from './panels.module.css';

const MODE_COLOURS = {
  direct: 'var(--wall-red)',
  shared: 'var(--wall-first)',
  joint: 'var(--wall-accent)',
  adopted: 'var(--wall-third)',
  assisted: 'var(--wall-fourth)',
} as const;

/** `var(--name)` as the colour it stands for: a chart draws into SVG that knows no variables of ours. */
const resolved = (colour: string): string => {
  const name = /^var\((.+)\)$/.exec(colour)?.[1];
  const wall = document.querySelector('[data-wall]');
  return name && wall ? getComputedStyle(wall).getPropertyValue(name).trim() : colour;
};

export const MembersPanel = ({ shown }: PanelProps): ReactElement => {
  const words = useShown();
  const { t, number, language } = words;
  const lookKey = useLookKey();
  const { modes, totals, duties } = shown;
  const option = useCallback(
    (look: ChartLook) =>
      ringOption(
        modes.map(({ mode, count }) => ({
          name: mode,
          value: numberOf(count) ?? 0,
          colour: resolved(MODE_COLOURS[mode]),
        })),
        look,
      ),
    [modes],
  );
  const done = (['checkIn', 'deed'] as const)
    .map((kind) => `${t(`wall.members.${kind}`)} ${words.shown(duties[kind])}`)
    .join(' · ');
  return (
    <Panel panel="members" aside={`${t('wall.members.duties')} ${done}`}>
      <div className={styles['split']}>
        <div className={styles['ring']}>
          <Chart
            className={styles['fill']}
            option={option}
            label={t('wall.members.chart')}
            lookKey={lookKey}
          />
          <div className={styles['ringText']}>
            <Count value={totals.members} number={number} className={styles['ringValue']} figure="members" />
            <span className={styles['ringLabel']}>{t('wall.members.total')}</span>
          </div>
        </div>
        <ul className={styles['lines']}>
          {modes.map(({ mode, count }) => (
            <li key={mode}>
              <span className={styles['swatch']} style={{ '--colour': MODE_COLOURS[mode] } as object} />
              <span>
                {language === 'zh'
                  ? `${MEMBER_MODE[mode].zh} · ${MEMBER_GROUP[mode].zh.replace('党员', '')}`
                  : MEMBER_MODE[mode].en}
              </span>
              <b>
                <Count value={count} number={number} />
              </b>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
};

export const HomesPanel = ({ shown }: PanelProps): ReactElement => {
  const words = useShown();
  const { t } = words;
  const { homes, places } = shown;
  const parts = [
    { key: 'owner', value: homes.owner, colour: 'var(--wall-first)' },
    { key: 'let', value: homes.let, colour: 'var(--wall-accent)' },
    { key: 'vacant', value: homes.vacant, colour: 'var(--wall-fourth)' },
  ] as const;
  return (
    <Panel panel="homes" aside={`${t('wall.figures.homes')} ${words.shown(places.homes)}`}>
      <div className={styles['stack']}>
        <div className={styles['bar']} role="img" aria-label={t('wall.homes.chart')}>
          {parts.map(({ key, value, colour }) => (
            <span key={key} style={{ '--share': numberOf(value) ?? 1, '--colour': colour } as object} />
          ))}
        </div>
        <Bars
          bars={parts.map(({ key, value, colour }) => ({
            key,
            label: t(`wall.homes.${key}`),
            value,
            note: words.share(value, places.homes),
            colour,
          }))}
          {...(typeof places.homes === 'number' ? { whole: places.homes } : {})}
        />
      </div>
    </Panel>
  );
};

/** What grids are ranked by, one after the other. */
const RANKED: readonly GridMetric[] = ['residents', 'members', 'floating', 'careNeeds', 'openMatters'];
const RANK_MS = 12_000;
const RANKS_SHOWN = 6;

export const RankingPanel = ({ shown }: PanelProps): ReactElement => {
  const { t } = useShown();
  const [at, setAt] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setAt((n) => (n + 1) % RANKED.length), RANK_MS);
    return () => clearInterval(timer);
  }, []);
  const metric = RANKED[at] ?? 'residents';
  const ranked = shown.grids
    .toSorted((a, b) => (numberOf(b[metric]) ?? -1) - (numberOf(a[metric]) ?? -1))
    .slice(0, RANKS_SHOWN);
  return (
    <Panel panel="ranking" aside={t('wall.ranking.caption', { what: t(`wall.figures.${metric}`) })}>
      <Bars numbered bars={ranked.map((grid) => ({ key: grid.id, label: grid.name, value: grid[metric] }))} />
    </Panel>
  );
};

/** An arc of as much of a circle as is reached. */
const Arc = ({ percent, colour }: { percent: number | null; colour: string }): ReactElement => {
  const round = 2 * Math.PI * 8;
  return (
    <svg className={styles['arc']} viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="8" fill="none" stroke="var(--wall-track)" strokeWidth="2.6" />
      <circle
        cx="10"
        cy="10"
        r="8"
        fill="none"
        stroke={colour}
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeDasharray={`${(round * (percent ?? 0)) / 100} ${round}`}
        transform="rotate(-90 10 10)"
      />
    </svg>
  );
};

/** The long official names as people say them. */
const SHORT_ZH: Readonly<Partial<Record<keyof typeof FACILITY_KIND, string>>> = {
  learningStation: '远程教育站',
  labourStation: '劳动保障站',
  serviceHall: '便民大厅',
  familyHall: '计生大厅',
  cultureCentre: '文化中心',
};
const SHORT_EN: Readonly<Partial<Record<keyof typeof FACILITY_KIND, string>>> = {
  memberStation: 'Members',
  learningStation: 'Learning',
  labourStation: 'Labour',
  policeRoom: 'Police',
  readingRoom: 'Reading',
  serviceHall: 'Services',
  familyHall: 'Family',
  cultureCentre: 'Culture',
};

export const FacilitiesPanel = ({ shown }: PanelProps): ReactElement => {
  const { t, language, percent } = useShown();
  const short = language === 'zh' ? SHORT_ZH : SHORT_EN;
  return (
    <Panel panel="facilities" aside={t('wall.facilities.reach')}>
      <ul className={styles['reaches']}>
        {shown.reach.map(({ kind, facilities, percent: reached }) => (
          <li key={kind} className={styles['reach']}>
            <Arc
              percent={reached}
              colour={`color-mix(in srgb, ${FACILITY_COLOURS[kind]} 60%, var(--wall-lift))`}
            />
            <span>{short[kind] ?? FACILITY_KIND[kind][language]}</span>
            <b>
              {facilities === 0
                ? t('wall.facilities.none')
                : reached === null
                  ? t('wall.facilities.places', { count: facilities })
                  : percent(reached / 100)}
            </b>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
