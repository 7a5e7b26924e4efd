/** Which column is which field: the guess, with the first values of each column beside it. */
import { Alert, Checkbox, Radio, Select } from 'antd';
import type { ReactElement } from 'react';
import { KINDS, kindOf } from '../../../../transfer/tables/index.ts';
import { Tag } from '../../../../ui/parts/Tag.tsx';
import { useWords } from '../../../../ui/parts/use-words.ts';
import styles from '../import.module.css';
import { KindOptions } from './KindOptions.tsx';
import type { TableImport } from './use-table-import.ts';

const SURE = 0.8;

/** Fields that the kind asks for and no column gives. */
const missingOf = (state: TableImport): readonly (readonly string[])[] => {
  const { choice } = state;
  if (!choice) return [];
  const given = new Set([
    ...choice.mapping.columns.map(({ field }) => field),
    ...Object.keys(choice.mapping.constants),
  ]);
  return kindOf(choice.mapping.kind).required.filter((group) => !group.some((field) => given.has(field)));
};

export const isMapped = (state: TableImport): boolean => missingOf(state).length === 0;

export const MappingPart = ({ state }: { state: TableImport }): ReactElement | null => {
  const { t, language, percent } = useWords();
  const { summary, guess, choice } = state;
  if (!summary || !guess || !choice) return null;
  const kind = kindOf(choice.mapping.kind);
  const options = kind.fields.map(({ key, label }) => ({ value: key, label: label[language] }));
  const fieldAt = (column: number): string | null =>
    choice.mapping.columns.find((each) => each.column === column)?.field ?? null;
  const labelOf = (field: string): string =>
    kind.fields.find(({ key }) => key === field)?.label[language] ?? field;
  return (
    <div className={styles.part}>
      <div className={styles.numbers}>
        {summary.sheets.length > 1 && (
          <label>
            {t('data.table.sheet')}
            <Select
              value={choice.sheet}
              onChange={state.chooseSheet}
              options={summary.sheets.map(({ index, name, hidden }) => ({
                value: index,
                label: hidden ? `${name} ${t('data.table.hidden')}` : name,
              }))}
            />
          </label>
        )}
        <label>
          {t('data.table.kind')}
          <Select
            value={choice.mapping.kind}
            onChange={state.chooseKind}
            options={KINDS.map((each) => ({ value: each.kind, label: each.title[language] }))}
          />
        </label>
      </div>
      <span className={styles.soft}>
        {guess.remembered
          ? t('data.table.remembered')
          : t('data.table.guessed', {
              kind: kindOf(guess.kind).title[language],
              sure: percent(guess.confidence),
            })}
      </span>
      {missingOf(state).map((group) => (
        <Alert
          key={group.join()}
          type="warning"
          showIcon
          title={t('data.table.missing', { fields: group.map(labelOf).join(' / ') })}
        />
      ))}
      <table className={styles.mapping}>
        <thead>
          <tr>
            <th>{t('data.table.column')}</th>
            <th>{t('data.table.values')}</th>
            <th>{t('data.table.field')}</th>
          </tr>
        </thead>
        <tbody>
          {guess.columns.map(({ column, header, confidence }, at) => (
            <tr key={column}>
              <th scope="row">{header || t('data.table.unnamed', { number: column + 1 })}</th>
              <td className={styles.values}>{(guess.samples[at] ?? []).join('　')}</td>
              <td>
                <Select
                  className={styles.field ?? ''}
                  allowClear
                  showSearch
                  optionFilterProp="label"
                  placeholder={t('data.table.ignored')}
                  aria-label={t('data.table.fieldOf', { header: header || String(column + 1) })}
                  value={fieldAt(column)}
                  options={options}
                  onChange={(field) => state.mapColumn(column, header, field ?? null)}
                />
                {fieldAt(column) !== null && confidence < SURE && !guess.remembered && (
                  <Tag tone="amber">{t('data.table.unsure')}</Tag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Checkbox
        checked={choice.withoutDamagedId}
        onChange={(event) => state.choose({ withoutDamagedId: event.target.checked })}
      >
        {t('data.table.withoutDamagedId')}
      </Checkbox>
      <Checkbox
        checked={choice.wrongPhonesToNotes}
        onChange={(event) => state.choose({ wrongPhonesToNotes: event.target.checked })}
      >
        {t('data.table.wrongPhones')}
      </Checkbox>
      <KindOptions state={state} choice={choice} />
      {choice.mapping.kind === 'residents' && (
        <label className={styles.choice}>
          {t('data.table.moves')}
          <Radio.Group
            value={choice.moves}
            onChange={(event) => state.choose({ moves: event.target.value as 'ask' | 'move' | 'stay' })}
            options={(['ask', 'move', 'stay'] as const).map((value) => ({
              value,
              label: t(`data.table.move.${value}`),
            }))}
          />
        </label>
      )}
    </div>
  );
};
