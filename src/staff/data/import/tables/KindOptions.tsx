/** What is asked of some kinds of table only: people who are not on record, the system of coordinates, homes for new buildings. */
import { AutoComplete, Checkbox, Radio } from 'antd';
import type { ReactElement } from 'react';
import { resolveCrs } from '../../../../transfer/crs/resolve.ts';
import {
  asksForUnknownPeople,
  crsInHeaders,
  type UnknownPeople,
  usualUnknownPeople,
} from '../../../../transfer/tables/index.ts';
import { useWords } from '../../../../ui/parts/use-words.ts';
import styles from '../import.module.css';
import type { TableImport } from './use-table-import.ts';
import type { TableChoice } from './views.ts';

interface Props {
  readonly state: TableImport;
  readonly choice: TableChoice;
}

const COORDINATES = ['longitude', 'latitude', 'point'];
const USUAL_SYSTEMS = ['EPSG:4490', 'EPSG:4326', 'GCJ-02', 'BD-09', 'EPSG:4545', 'EPSG:4525'];

const SystemChoice = ({ state, choice }: Props): ReactElement => {
  const { t, language } = useWords();
  const text = choice.crs.trim();
  const named = crsInHeaders(choice.mapping);
  const known = resolveCrs(text === '' ? (named ?? '') : text);
  return (
    <label className={styles.choice}>
      {t('tables.crs')}
      <AutoComplete
        value={choice.crs}
        allowClear
        placeholder={named ?? t('tables.crsFound')}
        options={USUAL_SYSTEMS.map((value) => ({
          value,
          label: `${value} ${resolveCrs(value)?.name[language] ?? ''}`,
        }))}
        onChange={(value: string | undefined) => state.choose({ crs: value ?? '' })}
      />
      <span className={styles.soft}>
        {known ? known.name[language] : t(text === '' ? 'tables.crsHint' : 'tables.crsUnknown')}
      </span>
    </label>
  );
};

export const KindOptions = ({ state, choice }: Props): ReactElement => {
  const { t } = useWords();
  const { kind, columns } = choice.mapping;
  return (
    <>
      {columns.some(({ field }) => COORDINATES.includes(field)) && (
        <SystemChoice state={state} choice={choice} />
      )}
      {kind === 'buildings' && (
        <Checkbox
          checked={choice.makeHomes}
          onChange={(event) => state.choose({ makeHomes: event.target.checked })}
        >
          {t('tables.makeHomes')}
        </Checkbox>
      )}
      {asksForUnknownPeople(kind) && (
        <label className={styles.choice}>
          {t('tables.unknownPeople')}
          <Radio.Group
            value={usualUnknownPeople(kind, choice.unknownPeople ?? undefined)}
            onChange={(event) => state.choose({ unknownPeople: event.target.value as UnknownPeople })}
            options={(['create', 'refuse'] as const).map((value) => ({
              value,
              label: t(`tables.unknown.${value}`),
            }))}
          />
          <span className={styles.soft}>{t('tables.unknownHint')}</span>
        </label>
      )}
    </>
  );
};
