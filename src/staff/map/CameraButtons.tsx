/** The camera's buttons over the scene: the whole community, north, from above, nearer and farther. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../state/view.ts';
import { IconButton } from '../../ui/parts/IconButton.tsx';
import type { IconName } from '../../ui/parts/icons.tsx';
import styles from './CameraButtons.module.css';

type Simple = 'home' | 'north' | 'top' | 'zoomIn' | 'zoomOut';
const GROUPS: readonly (readonly (readonly [Simple, IconName])[])[] = [
  [
    ['zoomIn', 'plus'],
    ['zoomOut', 'minus'],
  ],
  [
    ['home', 'home'],
    ['north', 'north'],
    ['top', 'top'],
  ],
];

export const CameraButtons = (): ReactElement => {
  const { t } = useTranslation();
  return (
    <div
      role="toolbar"
      aria-orientation="vertical"
      aria-label={t('staff.camera.label')}
      className={styles['bar']}
    >
      {GROUPS.map((group) => (
        <div key={group[0]?.[0]} className={styles['group']}>
          {group.map(([kind, icon]) => (
            <IconButton
              key={kind}
              icon={icon}
              label={t(`staff.camera.${kind}`)}
              onClick={() => useView.getState().requestCamera({ kind })}
            />
          ))}
        </div>
      ))}
    </div>
  );
};
