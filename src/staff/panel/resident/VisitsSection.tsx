/** Visits paid, newest first, and when the next is due. */
import type { ReactElement } from 'react';
import { VISIT_KIND, VISIT_RESULT } from '../../../domain/codes.ts';
import type { Visit } from '../../../domain/records/index.ts';
import { Section } from '../../../ui/parts/Section.tsx';
import { Tag } from '../../../ui/parts/Tag.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { maskOf } from '../PersonalFact.tsx';
import { Row, Rows } from '../Rows.tsx';

const MOST_SHOWN = 10;
const TONES = { well: 'green', needsHelp: 'red', notHome: 'amber' } as const;

export const VisitsSection = ({ visits }: { readonly visits: readonly Visit[] }): ReactElement | null => {
  const { t, code, date } = useWords();
  if (visits.length === 0) return null;
  const newest = [...visits].sort((a, b) => b.on.localeCompare(a.on)).slice(0, MOST_SHOWN);
  return (
    <Section title={t('records.kind.visit')} count={visits.length}>
      <Rows>
        {newest.map((visit) => (
          <Row
            key={visit.id}
            to={null}
            title={`${date(visit.on)} · ${code(VISIT_KIND, visit.kind)}`}
            note={[
              visit.personal.visitor ? maskOf('visits', 'visitor', visit.personal.visitor) : '',
              visit.nextOn ? t('staff.resident.nextVisit', { date: date(visit.nextOn) }) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
            end={<Tag tone={TONES[visit.result]}>{code(VISIT_RESULT, visit.result)}</Tag>}
          />
        ))}
      </Rows>
    </Section>
  );
};
