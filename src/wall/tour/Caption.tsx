/** What the shot shows, in words and a few figures, and how far the tour is. */
import { type ReactElement, useMemo } from 'react';
import { FACILITY_KIND, GRID_KIND } from '../../domain/codes.ts';
import { usePlaces } from '../../state/places.ts';
import { RAMPS } from '../../state/themes/ramps.ts';
import { useWallView } from '../../state/wall-view.ts';
import { useFigures } from '../figures/follow.ts';
import type { ShownFigures } from '../figures/shown.ts';
import { type ShownWords, useShown } from '../parts/use-shown.ts';
import styles from './Caption.module.css';
import { keyOf, type Stop } from './stops.ts';
import { useTour } from './tour-store.ts';
import { gridValues, isShareTheme, ruleOf, type WallTheme, yearClasses } from './wall-themes.ts';

interface Fact {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}
interface Words {
  readonly kicker: string;
  readonly title: string;
  readonly facts: readonly Fact[];
}

const overview = (shown: ShownFigures, words: ShownWords, name: string): Words => ({
  kicker: words.t('wall.tour.overview'),
  title: name,
  facts: (['residents', 'households', 'members', 'floating'] as const).map((key) => ({
    key,
    label: words.t(`wall.figures.${key}`),
    value: words.shown(shown.totals[key]),
  })),
});

const ofGrid = (id: string, shown: ShownFigures, words: ShownWords): Words | null => {
  const grid = shown.grids.find((each) => each.id === id);
  if (!grid) return null;
  const facts = (['households', 'residents', 'members', 'careNeeds', 'openMatters'] as const).map((key) => ({
    key,
    label: words.t(`wall.figures.${key}`),
    value: words.shown(grid[key]),
  }));
  return {
    kicker: `${words.t('wall.tour.gridOf', { sequence: words.number(grid.sequence) })} · ${GRID_KIND[grid.kind][words.language]}`,
    title: grid.name,
    facts,
  };
};

const ofFacility = (
  kind: keyof typeof FACILITY_KIND,
  shown: ShownFigures,
  words: ShownWords,
  reaches: readonly number[],
): Words => {
  const { t } = words;
  const reach = shown.reach.find((each) => each.kind === kind);
  const [low, high] = [Math.min(...reaches), Math.max(...reaches)];
  const metres = low === high ? words.number(low) : `${words.number(low)}–${words.number(high)}`;
  const percent = reach?.percent;
  return {
    kicker: t('wall.tour.facility'),
    title: FACILITY_KIND[kind][words.language],
    facts: [
      { key: 'places', label: t('wall.facilities.places', { count: reaches.length }), value: '' },
      { key: 'reach', label: t('wall.tour.reach', { metres }), value: '' },
      ...(percent === null || percent === undefined
        ? []
        : [
            {
              key: 'covered',
              label: t('wall.tour.covered', { percent: words.percent(percent / 100) }),
              value: '',
            },
          ]),
    ],
  };
};

/** The ramp of a theme between its lowest and highest grid. */
const ThemeLegend = ({ theme, shown }: { theme: WallTheme; shown: ShownFigures }): ReactElement => {
  const words = useShown();
  const places = usePlaces();
  if (!isShareTheme(theme))
    return (
      <div className={styles['legend']}>
        {yearClasses(places)
          .filter(({ count }) => count > 0)
          .map(({ label, colour }) => (
            <span key={label.en} className={styles['legend']}>
              <span className={styles['ramp']}>
                <span style={{ '--colour': colour } as object} />
              </span>
              {label[words.language]}
            </span>
          ))}
      </div>
    );
  const rule = ruleOf(theme);
  const values = gridValues(theme, shown.grids).filter(({ value }) => value !== null);
  const text = (value: number | null | undefined): string =>
    value === null || value === undefined
      ? '—'
      : theme === 'care'
        ? words.number(Math.round(value * 1000) / 10)
        : rule.whole === null
          ? words.number(value)
          : words.percent(value);
  const [first] = values;
  const last = values.at(-1);
  return (
    <div className={styles['legend']}>
      {words.t('wall.tour.lowest')} {last?.name} {text(last?.value)}
      <span className={styles['ramp']}>
        {RAMPS[rule.ramp].map((colour) => (
          <span key={colour} style={{ '--colour': colour } as object} />
        ))}
      </span>
      {words.t('wall.tour.highest')} {first?.name} {text(first?.value)}
    </div>
  );
};

const useWordsOf = (stop: Stop, shown: ShownFigures | null): Words | null => {
  const words = useShown();
  const name = usePlaces((s) => s.community?.name ?? '');
  const facilities = usePlaces((s) => s.facilities);
  return useMemo(() => {
    if (!shown) return null;
    switch (stop.kind) {
      case 'overview':
        return overview(shown, words, name);
      case 'grid':
        return ofGrid(stop.id, shown, words);
      case 'facility':
        return ofFacility(
          stop.facility,
          shown,
          words,
          facilities.flatMap(({ kind, reachMetres }) => (kind === stop.facility ? [reachMetres] : [])),
        );
      case 'theme':
        return {
          kicker: words.t('wall.tour.theme'),
          title: words.t(`wall.tour.themes.${stop.theme}`),
          facts: [],
        };
    }
  }, [stop, shown, words, name, facilities]);
};

const Ticks = (): ReactElement => {
  const { t } = useShown();
  const { stops, index, playing } = useTour();
  const taken = useWallView((s) => s.takenOver);
  const seconds = useWallView((s) => s.shotSeconds);
  return (
    <div
      className={styles['ticks']}
      data-still={!playing || taken}
      role="img"
      aria-label={t('wall.tour.position', { index: index + 1, count: stops.length })}
    >
      {stops.map((stop, at) => (
        <span
          key={keyOf(stop)}
          className={styles['tick']}
          data-state={at < index ? 'past' : at === index ? 'now' : 'next'}
          style={at === index ? ({ '--seconds': `${seconds}s` } as object) : undefined}
        />
      ))}
    </div>
  );
};

export const Caption = ({ area, rem }: { readonly area: string; readonly rem: number }): ReactElement => {
  const { t } = useShown();
  const shown = useFigures((s) => s.shown);
  const { stops, index, playing } = useTour();
  const taken = useWallView((s) => s.takenOver);
  const stop: Stop = stops[index] ?? { kind: 'overview' };
  const words = useWordsOf(stop, shown);
  return (
    <div
      className={styles['caption']}
      style={{ gridArea: area, maxWidth: `${rem}rem`, width: `${Math.min(rem, 66)}rem` }}
      data-stop={keyOf(stop)}
    >
      {words && (
        <div key={keyOf(stop)} className={styles['words']}>
          <span className={styles['kicker']}>{words.kicker}</span>
          <h2 className={styles['title']}>{words.title}</h2>
          {stop.kind === 'theme' && shown ? (
            <ThemeLegend theme={stop.theme} shown={shown} />
          ) : (
            <ul className={styles['facts']}>
              {words.facts.map(({ key, label, value }) => (
                <li key={key}>
                  {label}
                  {value !== '' && <b>{value}</b>}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {(taken || !playing) && (
        <span className={styles['hint']}>{t(taken ? 'wall.tour.takenOver' : 'wall.tour.paused')}</span>
      )}
      <Ticks />
    </div>
  );
};
