/** Places with their counts, one line each: grids of a community, buildings of a grid. The name is the link. */
import type { ReactElement, ReactNode } from 'react';
import type { Selection } from '../../../state/selection.ts';
import { membersOf, type Totals } from '../../../state/totals.ts';
import { EntityLink } from '../../../ui/parts/EntityLink.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import styles from './PlaceTable.module.css';

export interface PlaceLine {
  readonly id: string;
  readonly name: string;
  readonly to: Selection;
  readonly totals: Totals;
  readonly warning?: ReactNode;
}

export const PlaceTable = ({
  label,
  lines,
}: {
  label: string;
  lines: readonly PlaceLine[];
}): ReactElement => {
  const { t, number } = useWords();
  return (
    <table className={styles['table']} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('records.grid.name')}</th>
          {(['households', 'residents', 'members'] as const).map((key) => (
            <th key={key} scope="col" className={styles['number']}>
              {t(`records.metric.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, name, to, totals, warning }) => (
          <tr key={id}>
            <th scope="row">
              <EntityLink to={to} quiet className={styles['name']}>
                {name}
              </EntityLink>
              {warning}
            </th>
            <td>{number(totals.households)}</td>
            <td>{number(totals.residents)}</td>
            <td>{number(membersOf(totals))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
