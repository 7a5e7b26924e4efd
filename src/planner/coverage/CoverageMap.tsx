/** Where the blank spots are: grids, buildings and a mark for each; the chosen one is come nearer to. */
import { type ReactElement, useMemo } from 'react';
import type { CoverageFinding } from '../../domain/checks/coverage/index.ts';
import { createFrame, type Frame } from '../../geometry/frame.ts';
import { type MmPolygon, mmFromLngLat, partsFromLngLat } from '../../geometry/tiling/index.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import { choose, useChosen } from './chosen.ts';
import styles from './coverage.module.css';
import type { Coverage } from './gather.ts';

/** Half the width of the part that is shown around a chosen finding, metres. */
const NEAR_METRES = 170;

interface Place {
  readonly x: number;
  readonly y: number;
}

const pathOf = (parts: readonly MmPolygon[]): string =>
  parts
    .flat()
    .map((ring) => `M${ring.map(({ x, y }) => `${x.toFixed(2)} ${(-y).toFixed(2)}`).join('L')}Z`)
    .join('');

const middleOf = (parts: readonly MmPolygon[]): Place => {
  const points = parts[0]?.[0] ?? [];
  const mean = (of: (point: Place) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / Math.max(1, points.length);
  return { x: mean(({ x }) => x), y: mean(({ y }) => y) };
};

/** Millimetres of the kernel → metres: letters of a size in millimetres are beyond what browsers draw. */
const metresOf = ({ x, y }: Place): Place => ({ x: x / 1000, y: y / 1000 });
const inMetres = (parts: readonly MmPolygon[]): MmPolygon[] =>
  parts.map((rings) => rings.map((ring) => ring.map(metresOf)));

/** Everything that lies still, in metres; y to the north. */
const drawn = ({ records }: Coverage) => {
  const frame: Frame = createFrame(records.community.anchor);
  const grids = records.grids.map(({ id, name, boundary }) => ({
    id,
    name,
    parts: inMetres(partsFromLngLat(frame, boundary)),
  }));
  const buildings = records.buildings.map(({ id, footprint }) => ({
    id,
    parts: inMetres(partsFromLngLat(frame, [footprint])),
  }));
  const outline = inMetres(partsFromLngLat(frame, records.community.outline));
  const middles = new Map([...grids, ...buildings].map(({ id, parts }) => [id, middleOf(parts)]));
  const points = [...outline.flat(2), ...grids.flatMap(({ parts }) => parts.flat(2))];
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const box = {
    west: Math.min(...xs, 0),
    east: Math.max(...xs, 0),
    south: Math.min(...ys, 0),
    north: Math.max(...ys, 0),
  };
  return { frame, grids, buildings, outline, middles, box };
};

export const CoverageMap = ({
  coverage,
  shown,
}: {
  coverage: Coverage;
  shown: readonly CoverageFinding[];
}): ReactElement => {
  const { t } = useWords();
  const chosen = useChosen((s) => s.id);
  const { frame, grids, buildings, outline, middles, box } = useMemo(() => drawn(coverage), [coverage]);
  const placeOf = ({ place }: CoverageFinding): Place | undefined =>
    place.at === null
      ? (middles.get(place.buildingId ?? '') ?? middles.get(place.gridId ?? ''))
      : metresOf(mmFromLngLat(frame, place.at));
  const marks = shown.flatMap((finding) => {
    const at = placeOf(finding);
    return at === undefined ? [] : [{ finding, at }];
  });
  const near = marks.find(({ finding }) => finding.id === chosen);
  const half = Math.max(box.east - box.west, box.north - box.south) * 0.53;
  const centre = near?.at ?? { x: (box.west + box.east) / 2, y: (box.south + box.north) / 2 };
  const radius = near === undefined ? half : NEAR_METRES;
  const unit = radius / 100;
  return (
    <div className={styles.map}>
      <svg
        viewBox={`${centre.x - radius} ${-centre.y - radius} ${2 * radius} ${2 * radius}`}
        role="img"
        aria-label={t('coverage.map.label')}
      >
        {grids.map(({ id, parts }) => (
          <path
            key={id}
            d={pathOf(parts)}
            className={styles.mapGrid}
            fillRule="evenodd"
            strokeWidth={unit / 1.6}
          />
        ))}
        {buildings.map(({ id, parts }) => (
          <path
            key={id}
            d={pathOf(parts)}
            className={styles.mapBuilding}
            fillRule="evenodd"
            data-chosen={near?.finding.place.buildingId === id}
          />
        ))}
        <path d={pathOf(outline)} className={styles.mapOutline} strokeWidth={unit / 1.2} />
        {grids.map(({ id, name }) => {
          const at = middles.get(id);
          return (
            at && (
              <text
                key={id}
                x={at.x}
                y={-at.y}
                fontSize={unit * 6}
                className={styles.mapName}
                strokeWidth={unit}
              >
                {name}
              </text>
            )
          );
        })}
        {marks.map(({ finding, at }) => (
          <circle
            key={finding.id}
            cx={at.x}
            cy={-at.y}
            r={finding.id === chosen ? 5 * unit : 2.6 * unit}
            strokeWidth={unit}
            data-level={finding.level}
            data-chosen={finding.id === chosen}
            className={styles.mark}
            onClick={() => choose(finding.id)}
          />
        ))}
      </svg>
      {near !== undefined && (
        <button type="button" className={styles.mapAll} onClick={() => choose(null)}>
          {t('coverage.map.all')}
        </button>
      )}
    </div>
  );
};
