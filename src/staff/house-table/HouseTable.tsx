/**
 * The 楼盘表: every home of a building, staircase by staircase, top floor first, in step with the opened building in the scene.
 * Arrow keys walk from home to home; Enter selects.
 */
import { type KeyboardEvent, type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import type { Dwelling } from '../../domain/records/index.ts';
import { useInterior } from '../../state/interior.ts';
import { useSelection } from '../../state/selection-store.ts';
import { paintDwellings, useTheme } from '../../state/themes.ts';
import { EntityLink } from '../../ui/parts/EntityLink.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import { HouseCell, homeSelected } from './HouseCell.tsx';
import styles from './HouseTable.module.css';
import { houseMatrix, type MatrixScope } from './house-matrix.ts';
import { isMoveKey, moveInMatrix } from './house-moves.ts';

interface Props {
  readonly buildingId: string;
  readonly dwellings: readonly Dwelling[];
  readonly scope: MatrixScope;
}

const HEAD_PIXELS = 32;

const cellOf = (table: HTMLElement | null, homeId: string): HTMLElement | null =>
  table?.querySelector<HTMLElement>(`[data-home="${CSS.escape(homeId)}"]`) ?? null;

export const HouseTable = ({ buildingId, dwellings, scope }: Props): ReactElement => {
  const words = useWords();
  const { t } = words;
  const marks = useInterior((s) => s.marks);
  const theme = useTheme((s) => s.theme);
  const selectedId = useSelection((s) => homeSelected(s.selection));
  const { unit, floor, storeys } = scope;
  const matrix = useMemo(
    () =>
      houseMatrix(dwellings, {
        ...(unit === undefined ? {} : { unit }),
        ...(floor === undefined ? {} : { floor }),
        ...(storeys === undefined ? {} : { storeys }),
      }),
    [dwellings, unit, floor, storeys],
  );
  const paint = useMemo(() => paintDwellings(theme, { marks }), [theme, marks]);
  // Rooms of a tower have four digits.
  const longest = Math.max(0, ...dwellings.map((d) => d.room.length));
  const cellPixels = longest > 3 ? 54 : 44;
  const table = useRef<HTMLDivElement>(null);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const firstId = useMemo(() => moveInMatrix(matrix, null, 'Home')?.id ?? null, [matrix]);
  const tabbableId = focusedId ?? selectedId ?? firstId;

  useEffect(() => {
    if (selectedId)
      cellOf(table.current, selectedId)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selectedId]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isMoveKey(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    const from = (event.target as HTMLElement).dataset['home'];
    const next = from ? moveInMatrix(matrix, from, event.key) : null;
    if (!next) return;
    event.preventDefault();
    setFocusedId(next.id);
    cellOf(table.current, next.id)?.focus();
  };
  const cell = (home: Dwelling): ReactElement => (
    <HouseCell
      key={home.id}
      home={home}
      marks={marks.get(home.id)}
      paint={paint.get(home.id)}
      tabbable={home.id === tabbableId}
    />
  );
  return (
    <div ref={table} className={styles['scroller']} onKeyDown={onKeyDown} data-testid="house-table">
      <table
        className={styles['table']}
        style={{ minWidth: HEAD_PIXELS + matrix.columnCount * cellPixels }}
        aria-label={t('staff.house.title')}
      >
        <thead>
          <tr>
            <th scope="col" className={styles['corner']}>
              <span className="visually-hidden">{t('records.kind.floor')}</span>
            </th>
            {matrix.units.map(({ unit: number, doors }) => (
              <th key={number} scope="colgroup" colSpan={doors} className={styles['unit']}>
                <EntityLink to={{ kind: 'unit', id: buildingId, unit: number }} quiet>
                  {number === 0 ? t('staff.house.rooms') : words.unit(number)}
                </EntityLink>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => [
            row.cells.some(Boolean) || row.strip.length === 0 ? (
              <tr key={row.floor}>
                <FloorHead buildingId={buildingId} floor={row.floor} />
                {row.cells.map((home, column) => (
                  <td
                    key={home?.id ?? `none-${column}`}
                    className={
                      matrix.units.some((u) => u.firstColumn === column && column > 0)
                        ? `${styles['place']} ${styles['unitStart']}`
                        : styles['place']
                    }
                  >
                    {home && cell(home)}
                  </td>
                ))}
              </tr>
            ) : null,
            row.strip.length > 0 ? (
              <tr key={`strip-${row.floor}`}>
                <FloorHead buildingId={buildingId} floor={row.floor} />
                <td colSpan={Math.max(1, matrix.columnCount)} className={styles['place']}>
                  <div className={styles['strip']}>{row.strip.map(cell)}</div>
                </td>
              </tr>
            ) : null,
          ])}
        </tbody>
      </table>
    </div>
  );
};

const FloorHead = ({ buildingId, floor }: { buildingId: string; floor: number }): ReactElement => {
  const words = useWords();
  return (
    <th scope="row" className={styles['floor']}>
      <EntityLink
        to={{ kind: 'floor', id: buildingId, floor }}
        quiet
        label={words.floor(floor)}
        tabIndex={-1}
      >
        {floor < 0 ? `B${-floor}` : floor}
      </EntityLink>
    </th>
  );
};
