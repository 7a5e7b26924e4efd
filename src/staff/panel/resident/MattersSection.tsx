/** Matters the person brought, open ones first. */
import type { ReactElement } from 'react';
import { MATTER_KIND, MATTER_STAGE } from '../../../domain/codes.ts';
import type { Matter } from '../../../domain/records/index.ts';
import { Section } from '../../../ui/parts/Section.tsx';
import { Tag } from '../../../ui/parts/Tag.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { Row, Rows } from '../Rows.tsx';

export const MattersSection = ({ matters }: { readonly matters: readonly Matter[] }): ReactElement | null => {
  const { t, code, instant } = useWords();
  if (matters.length === 0) return null;
  const sorted = [...matters].sort((a, b) => Number(b.open) - Number(a.open) || b.openedAt - a.openedAt);
  return (
    <Section title={t('records.kind.matter')} count={matters.length}>
      <Rows>
        {sorted.map((m) => (
          <Row
            key={m.id}
            to={null}
            title={m.personal.title}
            note={`${m.number} · ${code(MATTER_KIND, m.kind)} · ${instant(m.openedAt)}`}
            end={<Tag tone={m.open ? 'green' : 'plain'}>{code(MATTER_STAGE, m.stage)}</Tag>}
          />
        ))}
      </Rows>
    </Section>
  );
};
