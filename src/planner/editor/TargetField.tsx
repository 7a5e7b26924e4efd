/** How many households the grid is to have: what its kind has, until somebody says otherwise. */
import { Button, InputNumber } from 'antd';
import { type ReactElement, useState } from 'react';
import { householdBandOf } from '../../domain/household-target.ts';
import type { Community } from '../../domain/records/index.ts';
import type { Face } from '../../geometry/tiling/index.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import { nameFace } from '../session/actions.ts';
import styles from './editor.module.css';

const MOST_HOUSEHOLDS = 100_000;

export const TargetField = ({
  face,
  band,
  disabled,
}: {
  face: Face;
  band: Community['settings']['gridBand'];
  disabled: boolean;
}): ReactElement => {
  const { t } = useWords();
  const now = householdBandOf(face, band);
  const [min, setMin] = useState<number | null>(now?.min ?? null);
  const [max, setMax] = useState<number | null>(now?.max ?? null);
  const isWrong = min !== null && max !== null && min > max;
  const keep = (): void => {
    if (min === null || max === null || isWrong) return;
    if (min !== now?.min || max !== now.max) nameFace(face.id, { target: { min, max } });
  };
  const field = (value: number | null, set: (value: number | null) => void, label: string, least: number) => (
    <InputNumber
      className={styles.number ?? ''}
      min={least}
      max={MOST_HOUSEHOLDS}
      precision={0}
      value={value}
      disabled={disabled}
      status={isWrong ? 'error' : ''}
      placeholder={t('plannerTools.target.none')}
      aria-label={label}
      onChange={set}
      onBlur={keep}
      onPressEnter={keep}
    />
  );
  return (
    <div className={styles.field} role="group" aria-label={t('plannerTools.target.title')}>
      {t('plannerTools.target.title')}
      <span className={styles.row}>
        {field(min, setMin, t('plannerTools.target.min'), 0)}–
        {field(max, setMax, t('plannerTools.target.max'), 1)}
        {face.target !== undefined && !disabled && (
          <Button size="small" onClick={() => nameFace(face.id, { target: undefined })}>
            {t(face.kind === 'basic' ? 'plannerTools.target.ofAll' : 'plannerTools.target.drop')}
          </Button>
        )}
      </span>
      {isWrong && <span role="alert">{t('plannerTools.target.wrong')}</span>}
    </div>
  );
};
