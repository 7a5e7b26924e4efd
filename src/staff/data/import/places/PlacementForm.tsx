/** A model stood on the ground: by numbers, by a click in the preview, or by points that are known in the model and on the map. */
import { Button, Checkbox, InputNumber, Slider } from 'antd';
import { type ReactElement, useState } from 'react';
import type { Placement } from '../../../../transfer/crs/located-set.ts';
import { type PointPair, placementFromPoints } from '../../../../transfer/crs/placement-fit.ts';
import { useWords } from '../../../../ui/parts/use-words.ts';
import styles from '../import.module.css';

interface Props {
  readonly placement: Placement;
  /** A picture is placed: the pivot is its upper left, a unit is a pixel, and it has neither height nor a left-handed maker. */
  readonly byPixels: boolean;
  readonly onChange: (placement: Placement) => void;
}

type PairField = 'x' | 'y' | 'lng' | 'lat';
type PairRow = Readonly<Record<PairField, number | null>>;
const EMPTY_PAIR: PairRow = { x: null, y: null, lng: null, lat: null };
const FIELDS: readonly PairField[] = ['x', 'y', 'lng', 'lat'];

/** Rows of pixels run down. */
const pairsOf = (rows: readonly PairRow[], byPixels: boolean): PointPair[] =>
  rows.flatMap(({ x, y, lng, lat }) =>
    x === null || y === null || lng === null || lat === null
      ? []
      : [{ model: [x, byPixels ? -y : y] as const, lngLat: [lng, lat] as [number, number] }],
  );

const Pairs = ({ placement, byPixels, onChange }: Props): ReactElement => {
  const { t, language, number } = useWords();
  const [rows, setRows] = useState<readonly PairRow[]>([EMPTY_PAIR, EMPTY_PAIR]);
  const pairs = pairsOf(rows, byPixels);
  const fit = pairs.length >= 2 ? placementFromPoints(pairs, { groundMetres: placement.groundMetres }) : null;
  const set = (at: number, field: PairField, value: number | null): void =>
    setRows((before) => before.map((row, i) => (i === at ? { ...row, [field]: value } : row)));
  return (
    <details>
      <summary>{t('data.where.pairs')}</summary>
      <div className={styles.part}>
        {rows.map((row, at) => (
          // Rows have no other name than their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are never reordered
          <div key={at} className={styles.numbers}>
            {FIELDS.map((field) => (
              <label key={field}>
                {t(`data.where.${byPixels ? 'pixelPair' : 'pair'}.${field}`, { number: at + 1 })}
                <InputNumber value={row[field]} onChange={(value) => set(at, field, value)} />
              </label>
            ))}
          </div>
        ))}
        <div className={styles.row}>
          <Button size="small" onClick={() => setRows((before) => [...before, EMPTY_PAIR])}>
            {t('data.where.addPair')}
          </Button>
          <Button
            size="small"
            type="primary"
            disabled={!fit?.placement}
            onClick={() => fit?.placement && onChange(fit.placement)}
          >
            {t('data.where.fit')}
          </Button>
          {fit?.placement && (
            <span className={styles.soft}>
              {t('data.where.rms', { metres: number(Math.round(fit.rmsMetres * 100) / 100) })}
            </span>
          )}
        </div>
        {fit?.problems.map((problem) => (
          <span key={problem.code} className={styles.soft}>
            {problem[language]}
          </span>
        ))}
      </div>
    </details>
  );
};

export const PlacementForm = ({ placement, byPixels, onChange }: Props): ReactElement => {
  const { t } = useWords();
  const change = (patch: Partial<Placement>): void => onChange({ ...placement, ...patch });
  const [lng, lat] = placement.anchor;
  return (
    <div className={styles.part}>
      <span className={styles.soft}>{t('data.where.clickHint')}</span>
      <div className={styles.numbers}>
        <label>
          {t('data.where.lng')}
          <InputNumber
            value={lng}
            step={0.00001}
            onChange={(value) => value !== null && change({ anchor: [value, lat] })}
          />
        </label>
        <label>
          {t('data.where.lat')}
          <InputNumber
            value={lat}
            step={0.00001}
            onChange={(value) => value !== null && change({ anchor: [lng, value] })}
          />
        </label>
        {!byPixels && (
          <label>
            {t('data.where.ground')}
            <InputNumber
              value={placement.groundMetres}
              onChange={(value) => value !== null && change({ groundMetres: value })}
            />
          </label>
        )}
        <label>
          {t(byPixels ? 'data.where.metresPerPixel' : 'data.where.scale')}
          <InputNumber
            value={placement.scale}
            min={0.0001}
            step={0.01}
            onChange={(value) => value !== null && change({ scale: value })}
          />
        </label>
      </div>
      <label>
        {t('data.where.rotation')}
        <div className={styles.row}>
          <div className={styles.spring}>
            <Slider
              min={-180}
              max={180}
              step={0.5}
              value={placement.rotationDegrees}
              onChange={(value) => change({ rotationDegrees: value })}
            />
          </div>
          <InputNumber
            value={placement.rotationDegrees}
            aria-label={t('data.where.rotation')}
            onChange={(value) => value !== null && change({ rotationDegrees: value })}
          />
        </div>
      </label>
      {!byPixels && (
        <Checkbox
          checked={placement.mirrored}
          onChange={(event) => change({ mirrored: event.target.checked })}
        >
          {t('data.where.mirrored')}
        </Checkbox>
      )}
      <Pairs placement={placement} byPixels={byPixels} onChange={onChange} />
    </div>
  );
};
