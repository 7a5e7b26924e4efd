/** Does a plan give a grid another border than the recorded one? By a step, or already by a repair that the plan began with. */
import type { MultiPolygon } from '../../domain/records/index.ts';
import type { Frame } from '../../geometry/frame.ts';
import { partsFromLngLat } from '../../geometry/tiling/index.ts';
import { type Ring, sameLine } from './same-line.ts';

/** Millimetres: a point that is put on a border is rounded. */
const SAME_LINE_MM = 2;

const ringsOf = (frame: Frame, boundary: MultiPolygon): Ring[] =>
  partsFromLngLat(frame, boundary)
    .flat()
    .map((ring) => ring.map(({ x, y }) => [x, y] as const));

export const hasNewBorder = (
  frame: Frame,
  recorded: MultiPolygon | undefined,
  begun: MultiPolygon | undefined,
  after: MultiPolygon | undefined,
): boolean => {
  if (JSON.stringify(begun) !== JSON.stringify(after)) return true;
  if (recorded === undefined || begun === undefined) return false;
  return !sameLine(ringsOf(frame, recorded), ringsOf(frame, begun), SAME_LINE_MM);
};
