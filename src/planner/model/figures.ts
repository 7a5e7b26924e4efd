/** Figures of a grid as people read them: sums by name, area, shape, where it stands to the band. */
import { householdBandOf } from '../../domain/household-target.ts';
import type { Community } from '../../domain/records/index.ts';
import {
  type BuildingSet,
  type Face,
  type FaceId,
  measuresOf,
  type Side,
} from '../../geometry/tiling/index.ts';
import { MEMBER_MODES } from '../../state/totals.ts';
import type { PlanSession } from '../session/plan-session.ts';
import { BUILDINGS_AT, metricAt, PLAN_METRICS, type PlanMetric } from './town.ts';

export type Sums = ArrayLike<number>;

export const sumOf = (sums: Sums, metric: PlanMetric): number => sums[metricAt(metric)] ?? 0;

const MEMBER_PLACES = MEMBER_MODES.map((mode) => metricAt(mode));
/** Party members of all modes. */
export const membersIn = (sums: Sums): number =>
  MEMBER_PLACES.reduce((total, at) => total + (sums[at] ?? 0), 0);

export type Standing = 'inside' | 'near' | 'far' | 'free';

type Band = Community['settings']['gridBand'];

/** `near`: outside the band, inside the warning; `free`: there is none for it. */
export const standingOf = (face: Face, households: number, ofCommunity: Band): Standing => {
  const band = householdBandOf(face, ofCommunity);
  if (band === null) return 'free';
  if (households >= band.min && households <= band.max) return 'inside';
  return households < band.warnBelow || households > band.warnAbove ? 'far' : 'near';
};

export type GridFigures = Readonly<Record<PlanMetric, number>> & {
  readonly face: Face;
  readonly buildings: number;
  readonly members: number;
  readonly areaSquareMetres: number;
  readonly compactness: number;
  readonly standing: Standing;
};

export const figuresOf = (session: PlanSession, id: FaceId, band: Band, live?: Sums): GridFigures | null => {
  const face = session.tiling.face(id);
  if (face === undefined) return null;
  const sums = live ?? session.assignment.sums(id);
  const { areaMm2, compactness } = measuresOf(session.tiling, id);
  const byMetric = Object.fromEntries(PLAN_METRICS.map((metric, at) => [metric, sums[at] ?? 0]));
  return {
    ...(byMetric as Record<PlanMetric, number>),
    face,
    buildings: sums[BUILDINGS_AT] ?? 0,
    members: membersIn(sums),
    areaSquareMetres: areaMm2 / 1e6,
    compactness,
    standing: standingOf(face, sumOf(sums, 'households'), band),
  };
};

/** Sums of every grid by metric, the number of buildings last. */
export const sumsBySide = (
  faceOf: readonly Side[],
  { metrics, values }: BuildingSet,
): Map<Side, Float64Array> => {
  const width = metrics.length;
  const all = new Map<Side, Float64Array>();
  for (const [row, side] of faceOf.entries()) {
    let sums = all.get(side);
    if (sums === undefined) {
      sums = new Float64Array(width + 1);
      all.set(side, sums);
    }
    for (let m = 0; m < width; m++) sums[m] = (sums[m] as number) + (values[row * width + m] as number);
    sums[width] = (sums[width] as number) + 1;
  }
  return all;
};
