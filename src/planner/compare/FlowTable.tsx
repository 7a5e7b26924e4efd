/** From which grid to which: buildings, households, residents, members, branches and heads that go along. A row flies there. */
import type { ReactElement } from 'react';
import { Empty } from '../../ui/parts/States.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import type { GridColours } from '../map/colours.ts';
import type { Comparison, FlowRow } from '../model/compare.ts';
import { Chip, GridRows, RowName } from '../parts/GridRows.tsx';
import type { PlanSession } from '../session/plan-session.ts';
import styles from './compare.module.css';

const COLUMNS = ['buildings', 'households', 'residents', 'members', 'branches', 'heads'] as const;

export interface FlowTableProps {
  readonly comparison: Comparison;
  readonly left: PlanSession;
  readonly right: PlanSession;
  readonly branches: ReadonlyMap<string, string>;
  readonly colours: GridColours;
  readonly chosenKey: string | null;
  readonly onChoose: (flow: FlowRow) => void;
}

export const FlowTable = (props: FlowTableProps): ReactElement => {
  const { comparison, left, right, branches, colours, chosenKey, onChoose } = props;
  const { t, number } = useWords();
  const { flows, total } = comparison;
  const grid = (session: PlanSession, id: string | null): ReactElement => (
    <>
      <Chip colours={colours} id={id} />
      {id === null ? t('compare.noGrid') : session.faceName(id)}
    </>
  );
  const branch = (id: string | null): string => (id === null ? '—' : (branches.get(id) ?? '—'));
  return (
    <section className={styles.table} aria-labelledby="compare-flows">
      <h2 id="compare-flows" className={styles.tableTitle}>
        {t('compare.flows')}
        <span className={styles.soft}>
          {t('compare.summary', {
            buildings: number(total.buildings),
            households: number(total.households),
            members: number(total.members),
          })}
        </span>
      </h2>
      {flows.length === 0 ? (
        <div className={styles.none}>
          <Empty>{t('compare.noFlows')}</Empty>
        </div>
      ) : (
        <GridRows>
          <thead>
            <tr>
              <th scope="col">{t('compare.fromTo')}</th>
              {COLUMNS.map((key) => (
                <th key={key} scope="col" data-text={key === 'branches'}>
                  {t(`compare.column.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {flows.map((flow) => (
              <tr
                key={flow.key}
                data-flow={flow.key}
                data-chosen={flow.key === chosenKey}
                onClick={() => onChoose(flow)}
              >
                <th scope="row">
                  <RowName isChosen={flow.key === chosenKey}>
                    {grid(left, flow.from)}
                    <span className={styles.arrow} aria-label={t('compare.becomes')}>
                      →
                    </span>
                    {grid(right, flow.to)}
                  </RowName>
                </th>
                <td data-metric="buildings">{number(flow.rows.length)}</td>
                <td data-metric="households">
                  <strong>{number(flow.households)}</strong>
                </td>
                <td>{number(flow.residents)}</td>
                <td>{number(flow.members)}</td>
                <td data-text="true" className={styles.branches}>
                  {flow.branchBefore === flow.branchAfter
                    ? branch(flow.branchBefore)
                    : `${branch(flow.branchBefore)} → ${branch(flow.branchAfter)}`}
                </td>
                <td>{number(flow.heads)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('compare.total', { count: flows.length })}</th>
              <td>{number(total.buildings)}</td>
              <td data-metric="households">{number(total.households)}</td>
              <td>{number(total.residents)}</td>
              <td>{number(total.members)}</td>
              <td data-text="true">{t('compare.branchCount', { count: total.branches })}</td>
              <td>{number(total.heads)}</td>
            </tr>
          </tfoot>
        </GridRows>
      )}
    </section>
  );
};
