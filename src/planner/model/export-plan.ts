/** Hands the borders of a plan to whoever sits at the desk, as a file named after it. */
import type { Tiling } from '../../geometry/tiling/index.ts';
import { usePlaces } from '../../state/places.ts';
import { saveFile } from '../../ui/parts/save-file.ts';
import type { PlanSession } from '../session/plan-session.ts';
import { BUILDINGS_AT, PLAN_METRICS } from './town.ts';
import { type CountsOf, planGeojson, planTopojson } from './plan-files.ts';

export const PLAN_FILES = ['geojson', 'topojson'] as const;
export type PlanFile = (typeof PLAN_FILES)[number];

const countsFrom =
  ({ assignment }: PlanSession): CountsOf =>
  (id) => {
    const sums = assignment.sums(id);
    return {
      ...Object.fromEntries(PLAN_METRICS.map((metric, at) => [metric, sums[at] ?? 0])),
      buildings: sums[BUILDINGS_AT] ?? 0,
    };
  };

/** What a file system would not take, or would take for a folder. */
const fileName = (name: string): string => name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '_');

export const handOut = (
  kind: PlanFile,
  name: string,
  tiling: Tiling,
  session: PlanSession | null = null,
): void => {
  const { frame } = usePlaces.getState();
  if (frame === null) return;
  const counts = session && countsFrom(session);
  const text =
    kind === 'geojson' ? planGeojson(name, tiling, frame, counts) : planTopojson(tiling, frame, counts);
  const mime = kind === 'geojson' ? 'application/geo+json' : 'application/json';
  saveFile(`${fileName(name)}.${kind}`, new TextEncoder().encode(text), mime);
};
