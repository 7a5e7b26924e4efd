/** What becomes of the rows: how many of each outcome, why some are rejected and what they may have meant, who may be the same person. */
import { Button, Segmented } from 'antd';
import { type ReactElement, useState } from 'react';
import { asksForUnknownPeople, type Candidate, type RowOutcome } from '../../../../transfer/tables/index.ts';
import { Empty } from '../../../../ui/parts/States.tsx';
import { useWords } from '../../../../ui/parts/use-words.ts';
import { saveBlob } from '../../../../ui/parts/save-file.ts';
import { importing } from '../import-client.ts';
import styles from '../import.module.css';
import { ProblemList } from '../ProblemList.tsx';
import type { TableImport } from './use-table-import.ts';

const OUTCOMES = ['imported', 'updated', 'unchanged', 'rejected'] as const;

interface Props {
  readonly id: string;
  readonly name: string;
  readonly state: TableImport;
}

const dwellingOf = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.filter(({ table }) => table === 'dwellings');

const Rejected = ({ row, state }: { row: RowOutcome; state: TableImport }): ReactElement => {
  const { t, language } = useWords();
  const address = row.reasons.find(({ field }) => field === 'address' || field === 'home');
  return (
    <li className={styles.problem} data-severity={row.outcome === 'rejected' ? 'error' : 'warning'}>
      <strong>{t('data.table.row', { row: row.row })}</strong>
      {[...row.reasons, ...row.warnings].map((reason) => (
        <span key={`${reason.code} ${reason.column}`}>
          {reason.column ? `[${reason.column}] ` : ''}
          {reason[language]}
        </span>
      ))}
      {row.candidates.length > 0 && (
        <div className={styles.row}>
          <span className={styles.soft}>{t('data.table.maybe')}</span>
          {row.candidates.slice(0, 5).map((candidate) =>
            address && dwellingOf([candidate]).length > 0 ? (
              <Button
                key={candidate.id}
                size="small"
                onClick={() => void state.nameAddress(row.row, candidate.id)}
              >
                {candidate.label}
              </Button>
            ) : (
              <span key={candidate.id}>{candidate.label}</span>
            ),
          )}
        </div>
      )}
    </li>
  );
};

const Pairs = ({ state }: { state: TableImport }): ReactElement => {
  const { t, language } = useWords();
  const pairs = state.checked?.pairs ?? [];
  if (pairs.length === 0) return <Empty>{t('data.table.noPairs')}</Empty>;
  return (
    <ul className={styles.problems}>
      {pairs.map((pair) => (
        <li key={pair.key} className={styles.problem} data-severity="warning">
          <strong>{t('data.table.row', { row: pair.row })}</strong>
          <span>{pair[language]}</span>
          <Segmented
            value={state.choice?.decisions.get(pair.key) ?? ''}
            options={[
              { value: 'merge', label: t(`data.table.decision.${pair.kind === 'moved' ? 'move' : 'merge'}`) },
              { value: 'keep', label: t(`data.table.decision.${pair.kind === 'moved' ? 'stay' : 'keep'}`) },
            ]}
            onChange={(value) => state.decide(pair.key, value as 'merge' | 'keep')}
          />
        </li>
      ))}
    </ul>
  );
};

export const CheckedPart = ({ id, name, state }: Props): ReactElement | null => {
  const { t, language, number } = useWords();
  const [shown, setShown] = useState<'rejected' | 'warned' | 'pairs' | 'problems'>('rejected');
  const { checked } = state;
  if (!checked) return null;
  const saveRejections = async (): Promise<void> => {
    const blob = await importing((api) => api.rejections(id, language));
    saveBlob(`${name.replace(/\.[^.]+$/, '')}-${t('data.table.rejectedFile')}.csv`, blob);
  };
  const rows = shown === 'rejected' ? checked.rejected : checked.warned;
  return (
    <div className={styles.part}>
      <div className={styles.outcomes}>
        {OUTCOMES.map((outcome) => (
          <div key={outcome} className={styles.outcome} data-outcome={outcome}>
            <strong>{number(checked.counts[outcome])}</strong>
            {t(`data.table.outcome.${outcome}`)}
          </div>
        ))}
      </div>
      <Segmented
        value={shown}
        onChange={(value) => setShown(value as typeof shown)}
        options={[
          {
            value: 'rejected',
            label: `${t('data.table.outcome.rejected')} ${number(checked.counts.rejected)}`,
          },
          { value: 'warned', label: `${t('data.table.warned')} ${number(checked.warnings)}` },
          { value: 'pairs', label: `${t('data.table.pairs')} ${number(checked.pairs.length)}` },
          { value: 'problems', label: `${t('data.import.problems')} ${number(checked.problems.length)}` },
        ]}
      />
      {shown === 'pairs' ? (
        <Pairs state={state} />
      ) : shown === 'problems' ? (
        <ProblemList problems={checked.problems} />
      ) : rows.length === 0 ? (
        <Empty>{t('data.table.none')}</Empty>
      ) : (
        <ul className={styles.problems}>
          {rows.map((row) => (
            <Rejected key={row.row} row={row} state={state} />
          ))}
        </ul>
      )}
      <div className={styles.row}>
        {checked.counts.rejected > 0 && (
          <Button onClick={() => void saveRejections()}>{t('data.table.saveRejected')}</Button>
        )}
        {checked.unknownPeople > 0 && state.choice && asksForUnknownPeople(state.choice.mapping.kind) && (
          <Button onClick={() => state.checkWith('create')}>
            {t('tables.registerUnknown', { people: number(checked.unknownPeople) })}
          </Button>
        )}
        {checked.pairs.length > 0 && <Button onClick={state.check}>{t('data.table.again')}</Button>}
      </div>
    </div>
  );
};
