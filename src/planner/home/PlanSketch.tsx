/** A small picture of a tiling: its grids in their colours. */
import type { ReactElement } from 'react';
import { exportCoverage, type Tiling } from '../../geometry/tiling/index.ts';
import { useView } from '../../state/view.ts';
import { GridColours } from '../map/colours.ts';

export const PlanSketch = ({ tiling }: { tiling: Tiling }): ReactElement | null => {
  const night = useView((s) => s.mode === 'night');
  const colours = new GridColours();
  colours.update(tiling);
  const grids = exportCoverage(tiling);
  const points = grids.flatMap(({ parts }) => parts.flat(2));
  if (points.length === 0) return null;
  const [west, east] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))];
  const [south, north] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))];
  const rim = (east - west) * 0.03;
  const path = (parts: (typeof grids)[number]['parts']): string =>
    parts
      .flat()
      .map((ring) => `M${ring.map(({ x, y }) => `${x - west} ${north - y}`).join('L')}Z`)
      .join('');
  return (
    <svg
      viewBox={`${-rim} ${-rim} ${east - west + 2 * rim} ${north - south + 2 * rim}`}
      aria-hidden="true"
      focusable="false"
    >
      {grids.map(({ id, parts }) => (
        <path
          key={id}
          d={path(parts)}
          fillRule="evenodd"
          fill={colours.tint(id, night, true)}
          stroke={colours.solid(id, night)}
          strokeWidth={(east - west) / 260}
        />
      ))}
    </svg>
  );
};
