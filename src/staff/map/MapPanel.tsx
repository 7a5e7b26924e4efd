/** The map's own settings: which layers lie on the scene, where the sun stands, and the views one comes back to. */
import type { ReactElement } from 'react';
import type { Source } from '../../domain/records/index.ts';
import { useTranslation } from 'react-i18next';
import { usePlaces } from '../../state/places.ts';
import { type Layer, LAYERS, useView } from '../../state/view.ts';
import { Section } from '../../ui/parts/Section.tsx';
import { Toggle } from '../../ui/parts/Toggle.tsx';
import styles from './MapPanel.module.css';
import { SavedViews } from './SavedViews.tsx';
import { SunControls } from './SunControls.tsx';

/** A layer of something that was brought in is there once it was. */
const NEEDS: Partial<Record<Layer, Source['kind']>> = { imagery: 'imagery', realScene: 'tileset' };
const offered = (layer: Layer, kinds: ReadonlySet<Source['kind']>): boolean => {
  const needed = NEEDS[layer];
  return needed === undefined || kinds.has(needed);
};

export const MapPanel = (): ReactElement => {
  const { t } = useTranslation();
  const layers = useView((s) => s.layers);
  const setLayer = useView((s) => s.setLayer);
  const sources = usePlaces((s) => s.sources);
  const kinds = new Set(sources.map(({ kind }) => kind));
  return (
    <div className={styles['panel']}>
      <Section title={t('staff.layers.title')}>
        {LAYERS.filter((layer) => offered(layer, kinds)).map((layer) => (
          <Toggle
            key={layer}
            label={t(`staff.layers.${layer}`)}
            on={layers[layer]}
            onChange={(on) => setLayer(layer, on)}
          />
        ))}
      </Section>
      <SunControls />
      <SavedViews />
    </div>
  );
};
