/** A state of the plan as the scene takes it: its grids with borders, names, figures and colours, and the colour of every building. */
import type { LngLat } from '../../domain/records/index.ts';
import type { Frame } from '../../geometry/frame.ts';
import {
  exportLngLat,
  type FaceId,
  lngLatFromMm,
  type MmPoint,
  type Side,
  type Tiling,
} from '../../geometry/tiling/index.ts';
import type { PlanGrid } from '../../scene/plan/PlanCanvas.tsx';
import type { GridColours } from '../map/colours.ts';
import { metricAt } from '../model/town.ts';
import type { PlanSession } from '../session/plan-session.ts';
import { hexOf, rgbOf } from './rgb-of.ts';

export interface PlanIn3d {
  readonly grids: readonly (PlanGrid & { readonly households: number })[];
  readonly rgba: Uint8Array;
}

const SHOWN = 255;

/** Households of each grid, added up from its buildings. */
const householdsBy = ({ town: { buildings } }: PlanSession, faceOf: readonly Side[]): Map<FaceId, number> => {
  const width = buildings.metrics.length;
  const sums = new Map<FaceId, number>();
  for (const [row, id] of faceOf.entries())
    if (id !== null)
      sums.set(id, (sums.get(id) ?? 0) + (buildings.values[row * width + metricAt('households')] ?? 0));
  return sums;
};

const shown = (
  session: PlanSession,
  tiling: Tiling,
  faceOf: readonly Side[],
  frame: Frame,
  colours: GridColours,
  night: boolean,
  say: (households: number) => string,
): PlanIn3d => {
  const sums = householdsBy(session, faceOf);
  const grids = [...exportLngLat(tiling, frame)].map(([id, boundary]) => {
    const face = tiling.face(id);
    const households = sums.get(id) ?? 0;
    return {
      id,
      name: face?.name || face?.code || '—',
      note: say(households),
      colour: hexOf(colours.solid(id, night)),
      boundary,
      households,
    };
  });
  const rgba = new Uint8Array(faceOf.length * 4);
  faceOf.forEach((id, row) => rgba.set([...rgbOf(colours.solid(id, night)), SHOWN], row * 4));
  return { grids, rgba };
};

/** Borders that were and are no more: only these are worth a ghost. Edges that follow each other are one line. */
export const formerBorders = (base: Tiling, now: Tiling, frame: Frame): LngLat[][] => {
  const placesOf = (tiling: Tiling, ids: readonly number[]): MmPoint[] =>
    ids.flatMap((id) => tiling.vertex(id) ?? []);
  const keyOf = (a: MmPoint, b: MmPoint): string => [`${a.x} ${a.y}`, `${b.x} ${b.y}`].sort().join();
  const standing = new Set(
    [...now.arcs.values()].flatMap(({ vertexIds }) => {
      const places = placesOf(now, vertexIds);
      return places.slice(1).map((place, at) => keyOf(places[at] as MmPoint, place));
    }),
  );
  const lines: LngLat[][] = [];
  for (const { vertexIds } of base.arcs.values()) {
    let line: LngLat[] = [];
    const places = placesOf(base, vertexIds);
    for (const [at, place] of places.entries()) {
      const before = places[at - 1];
      if (before === undefined) continue;
      if (standing.has(keyOf(before, place))) {
        if (line.length > 1) lines.push(line);
        line = [];
        continue;
      }
      if (line.length === 0) line.push(lngLatFromMm(frame, before));
      line.push(lngLatFromMm(frame, place));
    }
    if (line.length > 1) lines.push(line);
  }
  return lines;
};

/** The plan as it is now, and the grids that it began with. A grid has the same colour in both. */
export const planIn3d = (
  session: PlanSession,
  frame: Frame,
  colours: GridColours,
  night: boolean,
  say: (households: number) => string,
): { readonly now: PlanIn3d; readonly before: PlanIn3d; readonly former: LngLat[][] } => {
  colours.update(session.base);
  colours.update(session.tiling);
  return {
    now: shown(session, session.tiling, session.assignment.faceOf, frame, colours, night, say),
    before: shown(session, session.base, session.baseFaceOf, frame, colours, night, say),
    former: formerBorders(session.base, session.tiling, frame),
  };
};
