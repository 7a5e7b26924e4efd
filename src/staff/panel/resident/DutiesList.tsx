/** What a member has done of what the rules ask for, newest first. */
import type { ReactElement } from 'react';
import { DUTY_KIND } from '../../../domain/codes.ts';
import type { Duty } from '../../../domain/records/index.ts';
import { useWords } from '../../../ui/parts/use-words.ts';
import { Row, Rows } from '../Rows.tsx';

const MOST_SHOWN = 8;

export const DutiesList = ({ duties }: { readonly duties: readonly Duty[] }): ReactElement | null => {
  const { t, code, date } = useWords();
  if (duties.length === 0) return null;
  const newest = [...duties].sort((a, b) => b.on.localeCompare(a.on)).slice(0, MOST_SHOWN);
  return (
    <Rows label={t('records.kind.duty')}>
      {newest.map((duty) => (
        <Row
          key={duty.id}
          to={null}
          title={code(DUTY_KIND, duty.kind)}
          note={duty.personal.what}
          end={[date(duty.on), duty.hours ? t('records.place.hours', { hours: duty.hours }) : '']
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
    </Rows>
  );
};
