/** A panel beside the scene: resizable, foldable, and a drawer over the scene where the window is narrow. */
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/parts/IconButton.tsx';
import { type Side, usePanelSizes } from './panel-sizes.ts';
import { Resizer } from './Resizer.tsx';
import styles from './SidePanel.module.css';

interface Props {
  readonly side: Side;
  readonly narrow: boolean;
  readonly children: ReactNode;
}

export const SidePanel = ({ side, narrow, children }: Props): ReactElement => {
  const { t } = useTranslation();
  const width = usePanelSizes((s) => s[side]);
  const open = usePanelSizes((s) => (side === 'left' ? s.leftOpen : s.rightOpen));
  const toggle = usePanelSizes((s) => s.toggle);
  const title = side === 'left' ? 'Left' : 'Right';
  if (!open)
    return (
      <div className={`${styles['tab']} ${styles[side]}`}>
        <IconButton
          icon={side === 'left' ? 'chevronRight' : 'chevronLeft'}
          label={t(`staff.desk.show${title}`)}
          aria-expanded={false}
          onClick={() => toggle(side)}
        />
      </div>
    );
  return (
    <aside
      aria-label={t(`staff.desk.${side}`)}
      className={[styles['panel'], styles[side], narrow ? styles['drawer'] : ''].join(' ')}
      style={{ width }}
    >
      <div className={styles['content']}>{children}</div>
      <div className={styles['fold']}>
        <IconButton
          icon={side === 'left' ? 'chevronLeft' : 'chevronRight'}
          label={t(`staff.desk.hide${title}`)}
          aria-expanded
          onClick={() => toggle(side)}
        />
      </div>
      <Resizer side={side} />
    </aside>
  );
};
