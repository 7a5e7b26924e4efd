/** What a plan changes: every grid before and after, who moves from where to where, workers and matters that follow. */
import type { ReactElement } from 'react';
import { partyTree, type PartyNode } from '../../storage/index.ts';
import { useQuery } from '../../ui/parts/use-query.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import type { Impact } from '../model/impact.ts';
import styles from './publish.module.css';

const namesIn = (nodes: readonly PartyNode[]): [string, string][] =>
  nodes.flatMap(({ body, children }) => [[body.id, body.name] as [string, string], ...namesIn(children)]);

const Change = ({ of: [before, after] }: { of: readonly [number, number] }): ReactElement => {
  const { number } = useWords();
  return before === after ? (
    <>{number(after)}</>
  ) : (
    <>
      {number(before)} → <strong>{number(after)}</strong>
    </>
  );
};

export const ImpactSheet = ({ impact }: { impact: Impact }): ReactElement => {
  const { t, number } = useWords();
  const tree = useQuery('planner branches', partyTree);
  const names = new Map(namesIn(tree.data ?? []));
  const branch = (id: string | null): string => (id === null ? '—' : (names.get(id) ?? '—'));
  const branches = (before: string | null, after: string | null): string =>
    before === after ? branch(after) : `${branch(before)} → ${branch(after)}`;
  return (
    <>
      <p>
        {t('planner.impact.summary', {
          households: number(impact.movedHouseholds),
          members: number(impact.movedMembers),
          buildings: number(impact.movedBuildings),
          workers: number(impact.workers.length),
          matters: number(impact.matters),
        })}
      </p>
      <h3>{t('planner.impact.grids')}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            {['name', 'fate', 'code', 'households', 'members', 'buildings', 'branch'].map((key) => (
              <th key={key} scope="col">
                {t(`planner.impact.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {impact.grids.map((grid) => (
            <tr key={grid.id} data-fate={grid.fate}>
              <th scope="row">{grid.name}</th>
              <td>{t(`planner.impact.is.${grid.fate}`)}</td>
              <td>
                {grid.codeBefore === grid.codeAfter
                  ? grid.codeAfter
                  : `${grid.codeBefore || '—'} → ${grid.codeAfter || '—'}`}
              </td>
              <td>
                <Change of={grid.households} />
              </td>
              <td>
                <Change of={grid.members} />
              </td>
              <td>
                <Change of={grid.buildings} />
              </td>
              <td>
                {grid.fate === 'new' || grid.fate === 'gone'
                  ? branch(grid.branchAfter ?? grid.branchBefore)
                  : branches(grid.branchBefore, grid.branchAfter)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{t('planner.impact.flows')}</h3>
      {impact.flows.length === 0 ? (
        <p>{t('planner.impact.noFlows')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              {['from', 'to', 'households', 'members', 'branch', 'heads', 'which'].map((key) => (
                <th key={key} scope="col">
                  {t(`planner.impact.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {impact.flows.map((flow) => (
              <tr key={`${flow.from} ${flow.to}`}>
                <td>{flow.from}</td>
                <td>{flow.to}</td>
                <td>{number(flow.households)}</td>
                <td>{number(flow.members)}</td>
                <td>{branches(flow.branchBefore, flow.branchAfter)}</td>
                <td>{number(flow.heads)}</td>
                <td>{flow.buildings.join(t('planner.impact.between'))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {impact.heads.length > 0 && (
        <>
          <h3>{t('planner.impact.headsFollow', { count: number(impact.heads.length) })}</h3>
          <ul>
            {impact.heads.map(({ name, building, from, to }) => (
              <li key={`${building} ${name}`}>
                {t('planner.impact.follows', { name: `${building} ${name}`, from, to })}
              </li>
            ))}
          </ul>
        </>
      )}
      {impact.workers.length > 0 && (
        <>
          <h3>{t('planner.impact.workers')}</h3>
          <ul>
            {impact.workers.map(({ name, from, to }) => (
              <li key={`${name} ${from}`}>{t('planner.impact.follows', { name, from, to })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};
