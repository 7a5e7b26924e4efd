/** A picture whose north is up, laid between two of its corners: as they are read off a map, in the system of that map. */
import { InputNumber, Select } from 'antd';
import type { ReactElement } from 'react';
import { resolveCrs } from '../../../../transfer/crs/resolve.ts';
import { useWords } from '../../../../ui/parts/use-words.ts';
import styles from '../import.module.css';
import type { Where } from './views.ts';

export type CornersWhere = Extract<Where, { kind: 'corners' }>;

/** Systems that maps with readable corners are in; any other is typed above. */
const SYSTEMS = ['EPSG:4326', 'GCJ-02', 'BD-09', 'EPSG:3857'] as const;
export const FIRST_SYSTEM = SYSTEMS[0];
/** Metres of a pixel to begin with: an aerial picture of a community. */
const FIRST_METRES_PER_PIXEL = 0.3;
const METRES_PER_DEGREE = 111_320;

/** A picture of so many pixels about a point, before anybody has typed its corners. */
export const firstCorners = (
  [lng, lat]: readonly [number, number],
  [widthPx, heightPx]: readonly [number, number],
): CornersWhere => {
  const high = (heightPx * FIRST_METRES_PER_PIXEL) / 2 / METRES_PER_DEGREE;
  const wide = (widthPx * FIRST_METRES_PER_PIXEL) / 2 / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180));
  const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
  return {
    kind: 'corners',
    text: FIRST_SYSTEM,
    upperLeft: [round(lng - wide), round(lat + high)],
    lowerRight: [round(lng + wide), round(lat - high)],
  };
};

/** The same corners in another system. */
const inSystem = (where: CornersWhere, text: string): CornersWhere => {
  const [from, to] = [resolveCrs(where.text), resolveCrs(text)];
  if (!from || !to) return { ...where, text };
  const moved = ([x, y]: readonly [number, number]): [number, number] => {
    const [lng, lat] = from.toWgs84(x, y, 0);
    const [east, north] = to.fromWgs84(lng, lat, 0);
    return [east, north];
  };
  return { ...where, text, upperLeft: moved(where.upperLeft), lowerRight: moved(where.lowerRight) };
};

interface Props {
  readonly where: CornersWhere;
  readonly onChange: (where: CornersWhere) => void;
}

const CORNERS = ['upperLeft', 'lowerRight'] as const;

export const CornersForm = ({ where, onChange }: Props): ReactElement => {
  const { t, language } = useWords();
  const known: readonly string[] = SYSTEMS;
  const systems = known.includes(where.text) ? known : [...known, where.text];
  return (
    <div className={styles.part}>
      <label className={styles.choice}>
        {t('data.where.cornersIn')}
        <Select<string>
          value={where.text}
          onChange={(text) => onChange(inSystem(where, text))}
          options={systems.map((value) => ({ value, label: resolveCrs(value)?.name[language] ?? value }))}
        />
      </label>
      <div className={styles.numbers}>
        {CORNERS.flatMap((corner) =>
          ([0, 1] as const).map((axis) => (
            <label key={`${corner} ${axis}`}>
              {t(`data.where.${corner}.${axis === 0 ? 'x' : 'y'}`)}
              <InputNumber
                value={where[corner][axis]}
                step={0.00001}
                onChange={(value) => {
                  if (value === null) return;
                  const [x, y] = where[corner];
                  onChange({ ...where, [corner]: axis === 0 ? [value, y] : [x, value] });
                }}
              />
            </label>
          )),
        )}
      </div>
    </div>
  );
};
