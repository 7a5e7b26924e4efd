/** What each grid has before and after, and where it stands to the band; grids that come and go are named so. */
import type { ReactElement } from 'react';
import { Tag, type Tone } from '../../ui/parts/Tag.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import type { GridColours } from '../map/colours.ts';
import type { BalanceRow, Comparison } from '../model/compare.ts';
import { Chip, GridRows, RowName, StandingMark } from '../parts/GridRows.tsx';
import styles from './compare.module.css';

const TONES: Readonly<Record<BalanceRow['fate'], Tone>> = {
  same: 'plain',
  reshaped: 'amber',
  new: 'green',
  gone: 'red',
};

const Households = ({ row, at }: { row: BalanceRow; at: 0 | 1 }): ReactElement => {
  const { number } = useWords();
  const standing = row.standing[at];
  if (standing === null) return <span className={styles.soft}>—</span>;
  return (
    <span>
      <StandingMark standing={standing} />
      {number(row.households[at])}
    </span>
  );
};

const Change = ({ by }: { by: number }): ReactElement => {
  const { number } = useWords();
  return (
    <span className={styles.change} data-sign={Math.sign(by)}>
      {by === 0 ? '·' : `${by > 0 ? '+' : '−'}${number(Math.abs(by))}`}
    </span>
  );
};

export const BalanceTable = ({
  comparison,
  colours,
  chosenId,
  onChoose,
}: {
  comparison: Comparison;
  colours: GridColours;
  chosenId: string | null;
  onChoose: (id: string) => void;
}): ReactElement => {
  const { t, number } = useWords();
  const { balance } = comparison;
  const inside = (at: 0 | 1): number => balance.filter(({ standing }) => standing[at] === 'inside').length;
  const basic = (at: 0 | 1): number =>
    balance.filter(({ standing }) => standing[at] !== null && standing[at] !== 'free').length;
  return (
    <section className={styles.table} aria-labelledby="compare-balance">
      <h2 id="compare-balance" className={styles.tableTitle}>
        {t('compare.balance')}
        <span className={styles.soft}>
          {t('compare.inBand', {
            before: `${inside(0)}/${basic(0)}`,
            after: `${inside(1)}/${basic(1)}`,
          })}
        </span>
      </h2>
      <GridRows>
        <thead>
          <tr>
            <th scope="col">{t('compare.column.grid')}</th>
            <th scope="col" data-text="true">
              {t('compare.column.fate')}
            </th>
            <th scope="col">{t('compare.column.before')}</th>
            <th scope="col">{t('compare.column.after')}</th>
            <th scope="col">{t('compare.column.change')}</th>
            <th scope="col">{t('compare.column.members')}</th>
            <th scope="col">{t('compare.column.buildings')}</th>
          </tr>
        </thead>
        <tbody>
          {balance.map((row) => {
            const { id, before, after, fate, households, members, buildings } = row;
            const name = (after ?? before)?.name || (after ?? before)?.code || '—';
            const was = before !== null && after !== null && before.name !== after.name ? before.name : '';
            return (
              <tr
                key={id}
                data-grid={id}
                data-fate={fate}
                data-chosen={id === chosenId}
                onClick={() => onChoose(id)}
              >
                <th scope="row">
                  <RowName isChosen={id === chosenId}>
                    <Chip colours={colours} id={id} />
                    <span className={styles.rowName}>{name}</span>
                    {was !== '' && (
                      <span className={styles.soft}>{t('compare.formerly', { name: was })}</span>
                    )}
                  </RowName>
                </th>
                <td data-text="true">
                  <Tag tone={TONES[fate]}>{t(`planner.impact.is.${fate}`)}</Tag>
                </td>
                <td>
                  <Households row={row} at={0} />
                </td>
                <td>
                  <Households row={row} at={1} />
                </td>
                <td>
                  <Change by={households[1] - households[0]} />
                </td>
                <td>
                  {number(members[0])} → {number(members[1])}
                </td>
                <td>
                  {number(buildings[0])} → {number(buildings[1])}
                </td>
              </tr>
            );
          })}
        </tbody>
      </GridRows>
    </section>
  );
};
