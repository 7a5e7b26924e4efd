/** The 楼盘表 as the rule would make it: floors from the top, staircases side by side; new, there already, and beside the rule. */
import type { ReactElement } from 'react';
import type { HomesPlan, PlannedHome } from '../../domain/homes-plan.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import styles from './homes.module.css';

interface Cell extends Pick<PlannedHome, 'unit' | 'floor' | 'door' | 'room' | 'use'> {
  readonly state: 'new' | 'kept' | 'beside';
}

export const HomesPreview = ({ plan }: { plan: HomesPlan }): ReactElement => {
  const { t, unit: unitName, floor: floorName } = useWords();
  const cells: Cell[] = [
    ...plan.added.map((home) => ({ ...home, state: 'new' as const })),
    ...plan.kept.map((home) => ({ ...home, state: 'kept' as const })),
    ...plan.beside.map((home) => ({ ...home, state: 'beside' as const })),
  ];
  const floors = [...new Set(cells.map(({ floor }) => floor))].sort((a, b) => b - a);
  const units = [...new Set(cells.map(({ unit }) => unit))].sort((a, b) => a - b);
  if (cells.length === 0) return <p className={styles.none}>{t('forms.homes.none')}</p>;
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t('staff.house.title')}>
        <thead>
          <tr>
            <th aria-label={t('forms.homes.floor')} />
            {units.map((unit) => (
              <th key={unit} scope="col">
                {unitName(unit)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {floors.map((floor) => (
            <tr key={floor}>
              <th scope="row">{floorName(floor)}</th>
              {units.map((unit) => (
                <td key={unit}>
                  {cells
                    .filter((cell) => cell.floor === floor && cell.unit === unit)
                    .sort((a, b) => a.door - b.door)
                    .map((cell) => (
                      <span
                        key={`${cell.room} ${cell.state}`}
                        className={styles.cell}
                        data-state={cell.state}
                        data-use={cell.use}
                      >
                        {cell.room}
                      </span>
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
