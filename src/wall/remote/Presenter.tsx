/** The remote control: a second window, on the desk or on a tablet beside the wall, that drives it. */
import { Button, Segmented } from 'antd';
import type { ReactElement } from 'react';
import { FACILITY_KIND } from '../../domain/codes.ts';
import { usePlaces } from '../../state/places.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import { LIGHTS } from '../settings/settings.ts';
import { keyOf, type Stop, stopsOf } from '../tour/stops.ts';
import { useWallContact } from './use-beat.ts';
import styles from './Presenter.module.css';

export const useStopName = (): ((stop: Stop) => string) => {
  const { t, language } = useWords();
  const grids = usePlaces((s) => s.grids);
  return (stop) => {
    switch (stop.kind) {
      case 'overview':
        return t('wall.tour.overview');
      case 'grid':
        return grids.find(({ id }) => id === stop.id)?.name ?? '';
      case 'facility':
        return FACILITY_KIND[stop.facility][language];
      case 'theme':
        return t(`wall.tour.themes.${stop.theme}`);
    }
  };
};

const GROUPS = ['overview', 'grid', 'facility', 'theme'] as const;

const Presenter = (): ReactElement => {
  const { t } = useWords();
  const { beat, alive, send } = useWallContact();
  const grids = usePlaces((s) => s.grids);
  const facilities = usePlaces((s) => s.facilities);
  const nameOf = useStopName();
  const all = stopsOf(['overview', 'grids', 'facilities', 'themes'], { grids, facilities });
  const now = all.find((stop) => keyOf(stop) === beat?.stop);
  return (
    <main className={styles['presenter']}>
      <header className={styles['head']}>
        <h1>{t('wall.presenter.title')}</h1>
        <p role="status" data-alive={alive}>
          {alive ? `${t('wall.presenter.now')} ${now ? nameOf(now) : ''}` : t('wall.presenter.noWall')}
        </p>
      </header>
      <div className={styles['keys']}>
        <Button size="large" disabled={!alive} onClick={() => send({ kind: 'previous' })}>
          {t('wall.control.previous')}
        </Button>
        <Button
          size="large"
          type="primary"
          disabled={!alive}
          onClick={() => send({ kind: beat?.playing ? 'pause' : 'play' })}
        >
          {t(beat?.playing ? 'wall.control.pause' : 'wall.control.play')}
        </Button>
        <Button size="large" disabled={!alive} onClick={() => send({ kind: 'next' })}>
          {t('wall.control.next')}
        </Button>
        <Segmented
          size="large"
          disabled={!alive}
          aria-label={t('wall.presenter.light')}
          value={beat?.light ?? 'auto'}
          options={LIGHTS.map((light) => ({ value: light, label: t(`wall.editor.lights.${light}`) }))}
          onChange={(light) => send({ kind: 'light', light })}
        />
      </div>
      {GROUPS.map((kind) => (
        <section key={kind} className={styles['group']}>
          <h2>{t(`wall.tour.${kind}`)}</h2>
          <div className={styles['stops']}>
            {all
              .filter((stop) => stop.kind === kind)
              .map((stop) => (
                <button
                  key={keyOf(stop)}
                  type="button"
                  disabled={!alive || !beat?.stops.includes(keyOf(stop))}
                  aria-pressed={beat?.stop === keyOf(stop)}
                  data-go={keyOf(stop)}
                  onClick={() => send({ kind: 'go', stop: keyOf(stop) })}
                >
                  {nameOf(stop)}
                </button>
              ))}
          </div>
        </section>
      ))}
    </main>
  );
};

export default Presenter;
