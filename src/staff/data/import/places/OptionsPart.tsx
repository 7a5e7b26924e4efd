/** What becomes of the objects of a file: new buildings, links to those that are there, grids, ground. */
import { Checkbox, Input, InputNumber } from 'antd';
import type { ReactElement } from 'react';
import type { LinkWay } from '../../../../transfer/places/match.ts';
import { useWords } from '../../../../ui/parts/use-words.ts';
import styles from '../import.module.css';
import { SourceName } from '../steps.tsx';
import type { PlaceChoice, PlaceSummary } from './views.ts';

interface Props {
  readonly summary: PlaceSummary;
  readonly choice: PlaceChoice;
  readonly onChange: (change: Partial<PlaceChoice>) => void;
}

const WAYS: readonly LinkWay[] = ['id', 'name', 'overlap'];

export const OptionsPart = ({ summary, choice, onChange }: Props): ReactElement => {
  const { t } = useWords();
  const { has } = summary;
  return (
    <section className={styles.part} aria-label={t('data.options.title')}>
      <h2>{t('data.options.title')}</h2>
      <SourceName name={choice.name} onName={(name) => onChange({ name })} />
      {has.buildings > 0 && (
        <>
          <Checkbox checked={choice.create} onChange={(event) => onChange({ create: event.target.checked })}>
            {t('data.options.create')}
          </Checkbox>
          <Checkbox checked={choice.update} onChange={(event) => onChange({ update: event.target.checked })}>
            {t('data.options.update')}
          </Checkbox>
          <span className={styles.soft}>{t('data.options.ways')}</span>
          <Checkbox.Group
            value={[...choice.ways]}
            options={WAYS.map((way) => ({ value: way, label: t(`data.options.way.${way}`) }))}
            onChange={(ways) => onChange({ ways })}
          />
          <div className={styles.numbers}>
            <label>
              {t('data.options.leastShare')}
              <InputNumber
                value={Math.round(choice.leastShare * 100)}
                min={5}
                max={100}
                suffix="%"
                onChange={(value) => value !== null && onChange({ leastShare: value / 100 })}
              />
            </label>
            <label>
              {t('data.options.storeyMetres')}
              <InputNumber
                value={choice.storeyMetres}
                min={2}
                max={8}
                step={0.1}
                onChange={(value) => value !== null && onChange({ storeyMetres: value })}
              />
            </label>
          </div>
          <label className={styles.choice}>
            {t('data.options.estate')}
            <Input
              value={choice.estate}
              maxLength={60}
              onChange={(event) => onChange({ estate: event.target.value })}
            />
          </label>
        </>
      )}
      {has.areas > 0 && (
        <Checkbox
          checked={choice.areasAs === 'grids'}
          onChange={(event) => onChange({ areasAs: event.target.checked ? 'grids' : 'ignore' })}
        >
          {t('data.options.grids')}
        </Checkbox>
      )}
      {has.terrain && (
        <Checkbox checked={choice.terrain} onChange={(event) => onChange({ terrain: event.target.checked })}>
          {t('data.options.terrain')}
        </Checkbox>
      )}
    </section>
  );
};
