/** Where the faults are: the grids as they came, the outline, and a mark for each fault. */
import type { ReactElement } from 'react';
import { type Fault, type MmPolygon, partsFromLngLat } from '../../geometry/tiling/index.ts';
import { usePlaces } from '../../state/places.ts';
import styles from './home.module.css';

const pathOf = (parts: readonly MmPolygon[]): string =>
  parts
    .flat()
    .map((ring) => `M${ring.map(({ x, y }) => `${x.toFixed(0)} ${(-y).toFixed(0)}`).join('L')}Z`)
    .join('');

export const FaultMap = ({
  faults,
  chosen,
  onChoose,
}: {
  faults: readonly Fault[];
  chosen: string;
  onChoose: (id: string) => void;
}): ReactElement | null => {
  const { community, grids, frame } = usePlaces.getState();
  if (!community || !frame) return null;
  const shapes = grids.map(({ id, boundary }) => ({ id, parts: partsFromLngLat(frame, boundary) }));
  const outline = partsFromLngLat(frame, community.outline);
  const points = [
    ...shapes.flatMap(({ parts }) => parts.flat(2)),
    ...outline.flat(2),
    ...faults.map(({ at }) => at),
  ];
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => -y);
  const [west, north] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - west, Math.max(...ys) - north];
  const unit = Math.max(width, height) / 100;
  return (
    <svg
      className={styles.faultMap}
      viewBox={`${west - 3 * unit} ${north - 3 * unit} ${width + 6 * unit} ${height + 6 * unit}`}
      role="presentation"
    >
      {shapes.map(({ id, parts }) => (
        <path
          key={id}
          d={pathOf(parts)}
          className={styles.faultGrid}
          strokeWidth={unit / 3}
          fillRule="evenodd"
        />
      ))}
      <path d={pathOf(outline)} className={styles.faultOutline} strokeWidth={unit / 1.6} />
      {faults.map(({ id, kind, parts }) =>
        parts.length === 0 ? null : (
          <path
            key={`ground ${id}`}
            d={pathOf(parts)}
            data-kind={kind}
            data-chosen={id === chosen}
            className={styles.faultGround}
            strokeWidth={unit / 3}
            fillRule="evenodd"
            onClick={() => onChoose(id)}
          />
        ),
      )}
      {faults.map(({ id, at, level }) => (
        <circle
          key={id}
          cx={at.x}
          cy={-at.y}
          r={id === chosen ? 2.2 * unit : 1.3 * unit}
          data-level={level}
          data-chosen={id === chosen}
          className={styles.faultMark}
          strokeWidth={unit / 2}
          onClick={() => onChoose(id)}
        />
      ))}
    </svg>
  );
};
