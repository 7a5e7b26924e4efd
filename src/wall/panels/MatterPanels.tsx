/** Panels about matters: kind by stage, deadlines and cards, what was published, what came in and went out. */
import { type ReactElement, useCallback, useEffect, useState } from 'react';
import { codesOf, MATTER_KIND, MATTER_STAGE } from '../../domain/codes.ts';
import { formatDate } from '../../domain/dates.ts';
import { Chart } from '../../ui/charts/Chart.tsx';
import type { ChartLook } from '../../ui/charts/chart-look.ts';
import { columnsOption } from '../../ui/charts/columns.ts';
import { Bars } from '../parts/Bars.tsx';
import { Count } from '../parts/Count.tsx';
import { Legend, Panel } from '../parts/Panel.tsx';
import { useShown } from '../parts/use-shown.ts';
import { useLookKey } from '../use-light.ts';
import type { PanelProps } from './PeoplePanels.tsx';
import styles from './panels.module.css';

/** Stages at which a matter is open. */
const OPEN_STAGES = ['accept', 'handle', 'publish', 'followUp'] as const;
const SHORT_STAGE = {
  zh: { accept: '受理', handle: '办理', publish: '公示', followUp: '跟踪' },
  en: { accept: 'New', handle: 'Doing', publish: 'Public', followUp: 'Follow' },
} as const;

export const MattersPanel = ({ shown }: PanelProps): ReactElement => {
  const { t, number, language } = useShown();
  const { open, openTotal } = shown.matters;
  const at = (kind: string, stage: string): number => open[kind]?.[stage] ?? 0;
  return (
    <Panel
      panel="matters"
      aside={
        <>
          {t('wall.matters.open')} <Count value={openTotal} number={number} figure="openMatters" />
        </>
      }
    >
      <div
        className={styles['table']}
        role="table"
        aria-label={t('wall.panel.matters')}
        style={{ '--stages': OPEN_STAGES.length } as object}
      >
        <div role="row">
          <span role="columnheader">{t('wall.matters.kind')}</span>
          {OPEN_STAGES.map((stage) => (
            <span key={stage} role="columnheader" title={MATTER_STAGE[stage][language]}>
              {SHORT_STAGE[language][stage]}
            </span>
          ))}
          <span role="columnheader">{t('wall.matters.total')}</span>
        </div>
        {codesOf(MATTER_KIND).map((kind) => (
          <div key={kind} role="row">
            <span role="rowheader">{MATTER_KIND[kind][language]}</span>
            {OPEN_STAGES.map((stage) => (
              <span key={stage} role="cell" className={styles['cell']} data-none={at(kind, stage) === 0}>
                {at(kind, stage) === 0 ? '·' : number(at(kind, stage))}
              </span>
            ))}
            <span role="cell" className={styles['sum']}>
              <Count value={OPEN_STAGES.reduce((sum, stage) => sum + at(kind, stage), 0)} number={number} />
            </span>
          </div>
        ))}
      </div>
    </Panel>
  );
};

export const DeadlinesPanel = ({ shown }: PanelProps): ReactElement => {
  const { t, number, percent } = useShown();
  const { red, yellow, due, finished } = shown.matters;
  const cards = [
    { key: 'red', value: red, colour: 'var(--wall-red)' },
    { key: 'yellow', value: yellow, colour: 'var(--wall-yellow)' },
  ] as const;
  const rows = (['today', 'three', 'seven', 'standing'] as const).map((key) => ({
    key,
    label: t(`wall.deadlines.${key}`),
    value: due[key],
    colour:
      key === 'today'
        ? 'var(--wall-yellow)'
        : key === 'standing'
          ? 'var(--wall-fourth)'
          : 'var(--wall-first)',
  }));
  return (
    <Panel
      panel="deadlines"
      {...(finished.all > 0
        ? { aside: `${t('wall.matters.inTime')} ${percent(finished.inTime / finished.all)}` }
        : {})}
    >
      <div className={styles['stack']}>
        <div className={styles['cards']}>
          {cards.map(({ key, value, colour }) => (
            <div
              key={key}
              className={styles['card']}
              data-none={value === 0}
              style={value === 0 ? undefined : ({ '--colour': colour } as object)}
            >
              <Count value={value} number={number} className={styles['cardValue']} figure={`card.${key}`} />
              <span className={styles['cardLabel']}>
                <b style={{ fontWeight: 600, color: 'var(--colour)' }}>{t(`wall.deadlines.${key}`)}</b>
                {t(`wall.deadlines.${key}Why`)}
              </span>
            </div>
          ))}
        </div>
        <Bars bars={rows} />
      </div>
    </Panel>
  );
};

const NEWS_SHOWN = 4;
const NEWS_MS = 9000;

export const PublishedPanel = ({ shown }: PanelProps): ReactElement => {
  const { t, language } = useShown();
  const { published } = shown.matters;
  const [first, setFirst] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setFirst((n) => n + 1), NEWS_MS);
    return () => clearInterval(timer);
  }, []);
  const count = Math.min(NEWS_SHOWN, published.length);
  const items = Array.from({ length: count }, (_, k) => (first + k) % published.length);
  return (
    <Panel panel="published">
      {count === 0 ? (
        <p className={styles['heroNote']}>{t('wall.published.none')}</p>
      ) : (
        <ul className={styles['news']}>
          {items.map((at) => {
            const each = published[at];
            return (
              each && (
                <li key={`${at} ${each.summary}`} className={styles['item']}>
                  <span>{MATTER_KIND[each.kind][language]}</span>
                  <span>
                    {each.on === null
                      ? MATTER_STAGE[each.stage][language]
                      : t('wall.published.finishedOn', { date: formatDate(each.on, language) })}
                  </span>
                  <p lang="zh-CN">{each.summary}</p>
                </li>
              )
            );
          })}
        </ul>
      )}
    </Panel>
  );
};

export const TrendPanel = ({ shown }: PanelProps): ReactElement => {
  const { t, number, percent } = useShown();
  const lookKey = useLookKey();
  const { weeks, finished, satisfied } = shown.matters;
  const option = useCallback(
    (look: ChartLook, width: number) =>
      columnsOption(
        {
          labels: weeks.map(({ monday }) =>
            t('wall.trend.week', { month: Number(monday.slice(5, 7)), day: Number(monday.slice(8)) }),
          ),
          columns: weeks.map(({ opened }) => opened),
          line: weeks.map((week) => week.finished),
        },
        look,
        width,
      ),
    [weeks, t],
  );
  const answered = satisfied.satisfied + satisfied.fair + satisfied.dissatisfied;
  return (
    <Panel
      panel="trend"
      aside={
        <Legend
          items={[
            { label: t('wall.trend.opened'), colour: 'var(--wall-first)' },
            { label: t('wall.trend.finished'), colour: 'var(--wall-accent)', line: true },
          ]}
        />
      }
    >
      <div className={styles['under']}>
        <Chart className={styles['fill']} option={option} label={t('wall.trend.chart')} lookKey={lookKey} />
        <div className={styles['foot']}>
          <span>
            {t('wall.matters.finished')}
            <b>
              <Count value={finished.all} number={number} />
            </b>
          </span>
          {answered > 0 && (
            <span>
              {t('wall.matters.satisfied')}
              <b>{percent(satisfied.satisfied / answered)}</b>
            </span>
          )}
        </div>
      </div>
    </Panel>
  );
};
