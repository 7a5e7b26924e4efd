/** What was changed, when and by whom; newest first, personal values masked. */
import { type ReactElement, useState } from 'react';
import { fieldName } from '../../../domain/field-names.ts';
import type { HistoryEntry } from '../../../storage/index.ts';
import { Section } from '../../../ui/parts/Section.tsx';
import { Empty } from '../../../ui/parts/States.tsx';
import { Tag } from '../../../ui/parts/Tag.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { maskOf } from '../PersonalFact.tsx';
import styles from './HistorySection.module.css';

const FIRST_SHOWN = 5;
const PERSONAL = 'personal.';

const shownValue = (entry: HistoryEntry, path: string, value: unknown): string => {
  if (value === undefined || value === null || value === '') return '—';
  if (path.startsWith(PERSONAL)) return maskOf(entry.table, path.slice(PERSONAL.length), value);
  return typeof value === 'object' ? '…' : String(value);
};

export const HistorySection = ({ entries }: { readonly entries: readonly HistoryEntry[] }): ReactElement => {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, FIRST_SHOWN);
  return (
    <Section title={t('staff.history.title')} count={entries.length || undefined}>
      {entries.length === 0 && <Empty>{t('staff.history.none')}</Empty>}
      <ol className={styles['list']}>
        {shown.map((entry) => (
          <Entry key={`${entry.seq}-${entry.table}-${entry.id}`} entry={entry} />
        ))}
      </ol>
      {!all && entries.length > FIRST_SHOWN && (
        <button type="button" className={styles['more']} onClick={() => setAll(true)}>
          {t('staff.history.more', { count: entries.length - FIRST_SHOWN })}
        </button>
      )}
    </Section>
  );
};

const Entry = ({ entry }: { readonly entry: HistoryEntry }): ReactElement => {
  const { t, instant, language } = useWords();
  return (
    <li className={styles['entry']}>
      <p className={styles['label']}>
        {t(`history.${entry.label.key}`, { ...entry.label.params })}
        {entry.restores && <Tag>{t('staff.history.restored')}</Tag>}
        {entry.undone && <Tag>{t('staff.history.undone')}</Tag>}
      </p>
      <p className={styles['meta']}>
        {instant(entry.at)} · {entry.by || t('staff.history.unsigned')}
      </p>
      {entry.fields.length > 0 && (
        <ul className={styles['fields']}>
          {entry.fields.map((field) => (
            <li key={field.path}>
              {fieldName(entry.table, field.path)[language]}
              <span className={styles['values']}>
                {shownValue(entry, field.path, field.before)} → {shownValue(entry, field.path, field.after)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};
