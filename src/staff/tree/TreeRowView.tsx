/** One row of the tree: its name, how many are in it, and the arrow that opens it. */
import type { MouseEvent, ReactElement } from 'react';
import { Icon } from '../../ui/parts/icons.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import type { TreeRow } from './build-tree.ts';
import styles from './TreeRowView.module.css';

export const TREE_ROW_PIXELS = 32;
const INDENT_PIXELS = 16;

interface Props {
  readonly row: TreeRow;
  readonly index: number;
  readonly focused: boolean;
  readonly selected: boolean;
  readonly hovered: boolean;
  readonly onSelect: (row: TreeRow) => void;
  readonly onToggle: (row: TreeRow) => void;
  readonly onHover: (row: TreeRow | null) => void;
}

export const treeRowId = (key: string): string => `tree-${key}`;

export const TreeRowView = (props: Props): ReactElement => {
  const { row, index, focused, selected, hovered, onSelect, onToggle, onHover } = props;
  const words = useWords();
  const { t } = words;
  const name =
    row.kind === 'noGrid'
      ? t('records.place.noGrid')
      : row.kind === 'loading'
        ? t('common.loading')
        : row.kind === 'unit'
          ? words.unit(row.number ?? 0)
          : row.kind === 'floor'
            ? words.floor(row.number ?? 0)
            : row.name;
  const countKey = row.kind === 'unit' || row.kind === 'floor' ? 'homes' : 'households';
  const toggle = (event: MouseEvent): void => {
    event.stopPropagation();
    onToggle(row);
  };
  const states = [focused && styles['focused'], selected && styles['selected'], hovered && styles['hovered']];
  return (
    <div
      id={treeRowId(row.key)}
      role="treeitem"
      aria-level={row.level}
      aria-setsize={row.setSize}
      aria-posinset={row.position}
      aria-selected={selected}
      aria-expanded={row.expandable ? row.expanded : undefined}
      tabIndex={-1}
      className={[styles['row'], styles[row.kind], ...states].filter(Boolean).join(' ')}
      style={{
        top: index * TREE_ROW_PIXELS,
        height: TREE_ROW_PIXELS,
        paddingInlineStart: 4 + (row.level - 1) * INDENT_PIXELS,
      }}
      onClick={() => onSelect(row)}
      onPointerEnter={() => onHover(row)}
      onPointerLeave={() => onHover(null)}
    >
      {row.expandable ? (
        <span className={styles['arrow']} onClick={toggle} aria-hidden="true">
          <Icon name={row.expanded ? 'chevronDown' : 'chevronRight'} size={12} />
        </span>
      ) : (
        <span className={styles['arrow']} />
      )}
      <span className={styles['name']} title={name}>
        {name}
      </span>
      {row.vacant && <span className={styles['vacant']}>{t('staff.marks.vacant')}</span>}
      {row.count !== null && row.count > 0 && (
        <span className={styles['count']}>
          <span aria-hidden="true">{words.number(row.count)}</span>
          <span className="visually-hidden">{t(`records.place.${countKey}`, { count: row.count })}</span>
        </span>
      )}
    </div>
  );
};
