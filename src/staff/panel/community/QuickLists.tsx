/** From the overview to the registers, each with how many it holds. */
import type { ReactElement } from 'react';
import { membersOf, type Totals } from '../../../state/totals.ts';
import { Section } from '../../../ui/parts/Section.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import styles from './QuickLists.module.css';

interface Props {
  readonly totals: Totals;
  readonly facilities: number;
}

export const QuickLists = ({ totals, facilities }: Props): ReactElement => {
  const { t, number } = useWords();
  const lists: readonly (readonly [string, number])[] = [
    ['residents', totals.residents],
    ['households', totals.households],
    ['members', membersOf(totals)],
    ['floating', totals.floating],
    ['assisted', totals.lowIncomeHouseholds],
    ['organisations', totals.organisations],
    ['facilities', facilities],
  ];
  return (
    <Section title={t('common.bar.lists')}>
      <ul className={styles['lists']}>
        {lists.map(([list, count]) => (
          <li key={list}>
            <a href={`#/staff/lists/${list}`} className={styles['list']}>
              <span>{t(`common.lists.${list}`)}</span>
              <span className={styles['count']}>{number(count)}</span>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
};
