/** What a new building is given that its source does not say: the grid that it lies in, and one of the facades of its use. */
import type { Polygon } from '../../domain/records/base.ts';
import type { Building, Grid } from '../../domain/records/index.ts';
import { type Frame, ringsToLocal } from '../../geometry/frame.ts';
import { centroidOf, polygonContains } from '../../geometry/polygon.ts';
import { hash01 } from '../../geometry/random.ts';

export const gridFinder = (grids: readonly Grid[], frame: Frame) => {
  const open = grids
    .filter(({ validTo }) => validTo === null)
    .map(({ id, boundary }) => ({ id, polygons: boundary.map((polygon) => ringsToLocal(frame, polygon)) }));
  return (footprint: Polygon): string | null => {
    const [x, y] = centroidOf(ringsToLocal(frame, footprint)[0] ?? []);
    return open.find(({ polygons }) => polygons.some((rings) => polygonContains(rings, x, y)))?.id ?? null;
  };
};

/** Facades 0–4 are homes', 5–9 the rest: the same building has the same one every time. */
export const facadeOf = (use: Building['use'], key: string): number => {
  let hash = 0;
  for (const char of key) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  const chance = hash01(hash, 3);
  if (use === 'office' || use === 'commercial') return 5;
  if (use === 'school' || use === 'kindergarten') return 6;
  if (use === 'market') return 7;
  if (use === 'courtyard') return 8;
  if (use === 'service' || use === 'medical' || use === 'community') return 9;
  return Math.floor(chance * 5);
};
