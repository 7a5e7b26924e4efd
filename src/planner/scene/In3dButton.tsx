/** Leads from the map to the plan in 3D and shows it over the map, which stays where it is. */
import { type ReactElement, useState } from 'react';
import { Icon } from '../../ui/parts/icons.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import { PlanView3d } from './PlanView3d.tsx';
import styles from './scene.module.css';

export const In3dButton = (): ReactElement => {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return isOpen ? (
    <PlanView3d onClose={() => setOpen(false)} />
  ) : (
    <button type="button" className={styles.open} title={t('planScene.hint')} onClick={() => setOpen(true)}>
      <Icon name="layers" size={16} />
      {t('planScene.open')}
    </button>
  );
};
