/** Which panels stand on which side, and in which order: buttons that a keyboard can press, no dragging. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/parts/IconButton.tsx';
import { PANEL_KEYS, type PanelKey, type WallSettings } from '../settings/settings.ts';
import styles from './Editor.module.css';

type Sides = Pick<WallSettings, 'left' | 'right'>;
type Side = keyof Sides;
const OTHER: Readonly<Record<Side, Side>> = { left: 'right', right: 'left' };

export const moveBy = (list: readonly PanelKey[], key: PanelKey, step: number): PanelKey[] => {
  const from = list.indexOf(key);
  const to = from + step;
  if (from < 0 || to < 0 || to >= list.length) return [...list];
  const next = [...list];
  next.splice(from, 1);
  next.splice(to, 0, key);
  return next;
};

const without = (list: readonly PanelKey[], key: PanelKey): PanelKey[] => list.filter((each) => each !== key);

interface Props {
  readonly sides: Sides;
  readonly onChange: (sides: Sides) => void;
}

export const PanelLists = ({ sides, onChange }: Props): ReactElement => {
  const { t } = useTranslation();
  const named = (key: PanelKey): string => t(`wall.panel.${key}`);
  const unused = PANEL_KEYS.filter((key) => !sides.left.includes(key) && !sides.right.includes(key));
  const set = (side: Side, list: readonly PanelKey[]): void => onChange({ ...sides, [side]: list });
  const across = (side: Side, key: PanelKey): void =>
    onChange({
      ...sides,
      [side]: without(sides[side], key),
      [OTHER[side]]: [...sides[OTHER[side]], key],
    } as Sides);
  return (
    <div className={styles['sides']}>
      {(['left', 'right'] as const).map((side) => (
        <section key={side} aria-label={t(`wall.editor.${side}`)}>
          <h3>{t(`wall.editor.${side}`)}</h3>
          <ol className={styles['panels']}>
            {sides[side].map((key) => (
              <li key={key}>
                <span>{named(key)}</span>
                <IconButton
                  size="small"
                  icon="chevronDown"
                  className={styles['up'] ?? ''}
                  label={t('wall.editor.up', { name: named(key) })}
                  onClick={() => set(side, moveBy(sides[side], key, -1))}
                />
                <IconButton
                  size="small"
                  icon="chevronDown"
                  label={t('wall.editor.down', { name: named(key) })}
                  onClick={() => set(side, moveBy(sides[side], key, 1))}
                />
                <IconButton
                  size="small"
                  icon={side === 'left' ? 'chevronRight' : 'chevronLeft'}
                  label={t('wall.editor.across', { name: named(key) })}
                  onClick={() => across(side, key)}
                />
                <IconButton
                  size="small"
                  icon="close"
                  label={t('wall.editor.remove', { name: named(key) })}
                  onClick={() => set(side, without(sides[side], key))}
                />
              </li>
            ))}
          </ol>
        </section>
      ))}
      {unused.length > 0 && (
        <section className={styles['unused']} aria-label={t('wall.editor.unused')}>
          <h3>{t('wall.editor.unused')}</h3>
          <ul className={styles['panels']}>
            {unused.map((key) => (
              <li key={key}>
                <span>{named(key)}</span>
                <IconButton
                  size="small"
                  icon="chevronLeft"
                  label={t('wall.editor.addLeft', { name: named(key) })}
                  onClick={() => set('left', [...sides.left, key])}
                />
                <IconButton
                  size="small"
                  icon="chevronRight"
                  label={t('wall.editor.addRight', { name: named(key) })}
                  onClick={() => set('right', [...sides.right, key])}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};
