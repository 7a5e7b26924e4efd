/** The map's own settings: which layers lie on the scene, where the sun stands, and the views one comes back to. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LAYERS, useView } from '../../state/view.ts';
import { Section } from '../../ui/parts/Section.tsx';
import { Toggle } from '../../ui/parts/Toggle.tsx';
import styles from './MapPanel.module.css';
import { SavedViews } from './SavedViews.tsx';
import { SunControls } from './SunControls.tsx';

export const MapPanel = (): ReactElement => {
  const { t } = useTranslation();
  const layers = useView((s) => s.layers);
  const setLayer = useView((s) => s.setLayer);
  return (
    <div className={styles['panel']}>
      <Section title={t('staff.layers.title')}>
        {LAYERS.map((layer) => (
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
