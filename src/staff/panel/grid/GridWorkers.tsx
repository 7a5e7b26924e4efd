/** The people who answer for a grid, masked, with their numbers to ask for. */
import type { ReactElement } from 'react';
import { WORKER_ROLE } from '../../../domain/codes.ts';
import type { GridWorker } from '../../../domain/records/index.ts';
import { Empty } from '../../../ui/parts/States.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { PersonalValue } from '../PersonalFact.tsx';
import { Row, Rows } from '../Rows.tsx';

const ORDER = Object.keys(WORKER_ROLE);

export const GridWorkers = ({ workers }: { readonly workers: readonly GridWorker[] }): ReactElement => {
  const { t, code } = useWords();
  if (workers.length === 0) return <Empty>{t('staff.grid.noWorkers')}</Empty>;
  const sorted = [...workers].sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
  return (
    <Rows>
      {sorted.map(({ id, role, personal }) => (
        <Row
          key={id}
          to={null}
          title={
            <PersonalValue
              table="gridWorkers"
              personal={personal}
              field="name"
              label={`${code(WORKER_ROLE, role)} ${t('records.resident.name')}`}
            />
          }
          note={code(WORKER_ROLE, role)}
          end={
            <PersonalValue
              table="gridWorkers"
              personal={personal}
              field="phone"
              label={`${code(WORKER_ROLE, role)} ${t('records.resident.phone')}`}
            />
          }
        />
      ))}
    </Rows>
  );
};
