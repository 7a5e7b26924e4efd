/** The tree of the community: the way to every home without the canvas. It follows the selection and leads it. */
import {
  type KeyboardEvent,
  type ReactElement,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { usePlaces } from '../../state/places.ts';
import { sameSelection } from '../../state/selection.ts';
import { type Hit, useSelection } from '../../state/selection-store.ts';
import { goTo } from '../../ui/parts/go-to.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import { buildTree, COMMUNITY_KEY, type TreeRow } from './build-tree.ts';
import styles from './CommunityTree.module.css';
import { revealPath } from './reveal-path.ts';
import { TreeFilter } from './TreeFilter.tsx';
import { TREE_ROW_PIXELS, TreeRowView, treeRowId } from './TreeRowView.tsx';
import { treeStep } from './tree-keys.ts';
import { useHomes } from './use-homes.ts';
import { useRowWindow } from './use-row-window.ts';

const BUILDING_PREFIX = 'building:';
const isHit = (row: TreeRow): boolean => row.selection !== null && row.selection.kind !== 'none';

export const CommunityTree = (): ReactElement => {
  const words = useWords();
  const { t } = words;
  const places = usePlaces();
  const selection = useSelection((s) => s.selection);
  const hovered = useSelection((s) => s.hovered);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(() => new Set([COMMUNITY_KEY]));
  const [autoOpened, setAutoOpened] = useState<readonly string[]>([]);
  const [focusedKey, setFocusedKey] = useState(COMMUNITY_KEY);
  // A floor stands in the tree once per staircase: the row that was clicked stays the selected one.
  const [chosenKey, setChosenKey] = useState('');
  const [filter, setFilter] = useState('');
  const deferredFilter = useDeferredValue(filter);
  const scroller = useRef<HTMLDivElement>(null);

  const openBuildings = useMemo(
    () => [...expanded].filter((key) => key.startsWith(BUILDING_PREFIX)).map((key) => key.slice(9)),
    [expanded],
  );
  const interiors = useHomes(openBuildings);
  const rows = useMemo(
    () =>
      buildTree({
        community: places.community,
        grids: places.grids,
        buildings: places.buildings,
        nameOf: words.building,
        householdsOf: (id) => places.stats.households[places.buildingIndex.get(id) ?? -1] ?? 0,
        interiors,
        expanded,
        filter: deferredFilter,
      }),
    [places, interiors, expanded, deferredFilter, words],
  );

  const path = useMemo(
    () =>
      revealPath(selection, {
        building: (id) => places.buildings[places.buildingIndex.get(id) ?? -1],
        homes: (id) => interiors.get(id),
        buildingOfFacility: (id) => places.facilities.find((f) => f.id === id)?.buildingId ?? null,
      }),
    [selection, places, interiors],
  );
  const chosen = rows.find((row) => row.key === chosenKey)?.selection;
  const selectedKey = chosen && sameSelection(chosen, selection) ? chosenKey : path.key;
  // A selection made anywhere opens the rows above it and is scrolled to, once; folding it away by hand afterwards stays.
  const pathKey = [...path.ancestors, path.key].join('>');
  const [followed, setFollowed] = useState('');
  if (followed !== pathKey) {
    setFollowed(pathKey);
    // What an earlier selection opened is folded again, unless the selection was made in the tree: no row moves under the pointer.
    const stale = selectedKey === chosenKey ? [] : autoOpened.filter((key) => !path.ancestors.includes(key));
    setExpanded(new Set([...[...expanded].filter((key) => !stale.includes(key)), ...path.ancestors]));
    setAutoOpened([
      ...autoOpened.filter((key) => !stale.includes(key)),
      ...path.ancestors.filter((key) => key !== COMMUNITY_KEY && !expanded.has(key)),
    ]);
    setFocusedKey(selectedKey);
  }
  const { from, to, scrollTo } = useRowWindow(scroller, rows.length, TREE_ROW_PIXELS);
  const focusedIndex = rows.findIndex((row) => row.key === focusedKey);
  useEffect(() => scrollTo(focusedIndex), [scrollTo, focusedIndex]);

  const toggle = (row: TreeRow): void => {
    setAutoOpened((before) => before.filter((key) => key !== row.key));
    setExpanded((before) => {
      const next = new Set(before);
      if (!next.delete(row.key)) next.add(row.key);
      return next;
    });
  };
  const select = (row: TreeRow): void => {
    setFocusedKey(row.key);
    setChosenKey(row.key);
    if (row.selection) goTo(row.selection);
    else if (row.expandable) toggle(row);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = treeStep(rows, focusedKey, event.key);
    if (!step) return;
    event.preventDefault();
    const row = rows.find((each) => each.key === step.key);
    if (step.kind === 'focus') setFocusedKey(step.key);
    else if (row) (step.kind === 'select' ? select : toggle)(row);
  };
  const hover = (row: TreeRow | null): void =>
    useSelection.getState().hover(row && isHit(row) ? (row.selection as Hit) : null);

  const visible = rows.slice(from, to);
  const focusedInView = focusedIndex >= from && focusedIndex < to;
  return (
    <div className={styles['tree']}>
      <TreeFilter value={filter} onChange={setFilter} />
      <div
        ref={scroller}
        role="tree"
        tabIndex={0}
        aria-label={t('staff.tree.label')}
        aria-activedescendant={focusedInView ? treeRowId(focusedKey) : undefined}
        className={styles['scroller']}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" style={{ height: rows.length * TREE_ROW_PIXELS, position: 'relative' }}>
          {visible.map((row, at) => (
            <TreeRowView
              key={row.key}
              row={row}
              index={from + at}
              focused={row.key === focusedKey}
              selected={row.key === selectedKey}
              hovered={hovered !== null && row.selection !== null && sameSelection(hovered, row.selection)}
              onSelect={select}
              onToggle={toggle}
              onHover={hover}
            />
          ))}
        </div>
        {rows.length === 1 && filter !== '' && <p className={styles['nothing']}>{t('staff.tree.nothing')}</p>}
      </div>
    </div>
  );
};
