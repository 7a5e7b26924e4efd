/** The box above the tree: names of grids and buildings; Esc empties it before it steps back. */
import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/parts/IconButton.tsx';
import { Icon } from '../../ui/parts/icons.tsx';
import styles from './TreeFilter.module.css';

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export const TreeFilter = ({ value, onChange }: Props): ReactElement => {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || value === '') return;
    event.preventDefault();
    onChange('');
  };
  return (
    <div className={styles['box']}>
      <Icon name="search" size={14} />
      <input
        type="text"
        className={styles['input']}
        value={value}
        placeholder={t('staff.tree.filter')}
        aria-label={t('staff.tree.filter')}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {value !== '' && (
        <IconButton size="small" icon="close" label={t('staff.tree.clear')} onClick={() => onChange('')} />
      )}
    </div>
  );
};
