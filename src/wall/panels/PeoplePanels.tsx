/** Panels about those who live here: how many, how old, who is cared for, who came and left. Counts only, after disclosure control. */
import { type ReactElement, useCallback } from 'react';
import { CARE_KIND, FLOATING_REASON } from '../../domain/codes.ts';
import { Chart } from '../../ui/charts/Chart.tsx';
import type { ChartLook } from '../../ui/charts/chart-look.ts';
import { columnsOption } from '../../ui/charts/columns.ts';
import { pyramidOption } from '../../ui/charts/pyramid.ts';
import type { ShownFigures } from '../figures/shown.ts';
import { Bars } from '../parts/Bars.tsx';
import { Count } from '../parts/Count.tsx';
import { Legend, Panel } from '../parts/Panel.tsx';
import { numberOf, useShown } from '../parts/use-shown.ts';
import { useLookKey } from '../use-light.ts';
import styles from './panels.module.css';

export interface PanelProps {
  readonly shown: ShownFigures;
}

export const FiguresPanel = ({ shown }: PanelProps): ReactElement => {
  const words = useShown();
  const { t, number } = words;
  const { totals, places } = shown;
  const heroes = [
    {
      key: 'residents',
      value: totals.residents,
      note: `${t('wall.figures.households')} ${words.shown(totals.households)}`,
    },
    {
      key: 'homes',
      value: places.homes,
      note: `${t('wall.figures.buildings')} ${number(places.buildings)}`,
    },
    {
      key: 'organisations',
      value: places.organisations,
      note: `${t('wall.figures.businessRooms')} ${number(places.businessRooms)}`,
    },
    {
      key: 'grids',
      value: places.grids,
      note: `${t('wall.figures.facilities')} ${number(places.facilities)}`,
    },
  ] as const;
  return (
    <Panel panel="figures">
      <div className={styles['heroes']}>
        {heroes.map(({ key, value, note }) => (
          <div key={key} className={styles['hero']}>
            <span className={styles['heroLabel']}>{t(`wall.figures.${key}`)}</span>
            <Count value={value} number={number} className={styles['heroValue']} figure={key} />
            <span className={styles['heroNote']}>{note}</span>
          </div>
        ))}
      </div>
    </Panel>
  );
};

export const AgesPanel = ({ shown }: PanelProps): ReactElement => {
  const words = useShown();
  const { t, shown: text } = words;
  const lookKey = useLookKey();
  const { ages, sexes } = shown;
  const option = useCallback(
    (look: ChartLook, width: number) =>
      pyramidOption(
        ages.toReversed().map(({ from, male, female }) => ({
          label: from >= 90 ? t('wall.ages.last') : `${from}–${from + 9}`,
          left: { value: numberOf(male), text: text(male) },
          right: { value: numberOf(female), text: text(female) },
        })),
        look,
        width,
      ),
    [ages, t, text],
  );
  return (
    <Panel
      panel="ages"
      aside={
        <Legend
          items={[
            { label: `${t('wall.ages.male')} ${text(sexes.male)}`, colour: 'var(--wall-first)' },
            { label: `${t('wall.ages.female')} ${text(sexes.female)}`, colour: 'var(--wall-second)' },
          ]}
        />
      }
    >
      <Chart className={styles['fill']} option={option} label={t('wall.ages.chart')} lookKey={lookKey} />
    </Panel>
  );
};

const CARE_SHOWN = 5;

export const CarePanel = ({ shown }: PanelProps): ReactElement => {
  const words = useShown();
  const { t, number, language } = words;
  const { totals, care } = shown;
  const most = care
    .toSorted((a, b) => (numberOf(b.count) ?? 0) - (numberOf(a.count) ?? 0))
    .slice(0, CARE_SHOWN);
  return (
    <Panel
      panel="care"
      aside={`${t('wall.care.lowIncome')} ${t('wall.care.households', { count: words.shown(totals.lowIncomeHouseholds) })}`}
    >
      <div className={styles['under']}>
        <Bars
          bars={most.map(({ kind, count }) => ({
            key: kind,
            label: CARE_KIND[kind as keyof typeof CARE_KIND][language],
            value: count,
          }))}
        />
        <div className={styles['foot']}>
          <span>
            {t('wall.figures.careNeeds')}
            <b>
              <Count value={totals.careNeeds} number={number} figure="careNeeds" />
            </b>
          </span>
          <span>
            {t('wall.figures.lowIncomePersons')}
            <b>
              <Count value={totals.lowIncomePersons} number={number} />
            </b>
          </span>
        </div>
      </div>
    </Panel>
  );
};

/** As many as have room in a line. */
const REASONS_SHOWN = { zh: 2, en: 1 } as const;

export const MovementPanel = ({ shown }: PanelProps): ReactElement => {
  const words = useShown();
  const { t, number, language } = words;
  const lookKey = useLookKey();
  const { movement, totals, reasons } = shown;
  // A line of months that may not be shown is no line.
  const withLine = movement.filter(({ left }) => numberOf(left) !== null).length > 1;
  const option = useCallback(
    (look: ChartLook, width: number) =>
      columnsOption(
        {
          labels: movement.map(({ month }) => t('wall.movement.month', { month: Number(month.slice(5)) })),
          columns: movement.map(({ arrived }) => numberOf(arrived)),
          line: withLine ? movement.map(({ left }) => numberOf(left)) : [],
        },
        look,
        width,
      ),
    [movement, withLine, t],
  );
  const why = reasons
    .toSorted((a, b) => (numberOf(b.count) ?? 0) - (numberOf(a.count) ?? 0))
    .slice(0, REASONS_SHOWN[language]);
  return (
    <Panel
      panel="movement"
      aside={
        <Legend
          items={[
            { label: t('wall.movement.arrived'), colour: 'var(--wall-first)' },
            ...(withLine
              ? [{ label: t('wall.movement.left'), colour: 'var(--wall-accent)', line: true }]
              : []),
          ]}
        />
      }
    >
      <div className={styles['under']}>
        <Chart
          className={styles['fill']}
          option={option}
          label={t('wall.movement.chart')}
          lookKey={lookKey}
        />
        <div className={styles['foot']}>
          <span>
            {t('wall.figures.floating')}
            <b>
              <Count value={totals.floating} number={number} figure="floating" />
            </b>
          </span>
          {why.map(({ reason, count }) => (
            <span key={reason}>
              {FLOATING_REASON[reason as keyof typeof FLOATING_REASON][language]}
              <b>
                <Count value={count} number={number} />
              </b>
            </span>
          ))}
        </div>
      </div>
    </Panel>
  );
};
