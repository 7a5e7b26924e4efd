/** Was a recorded border repaired when its plan began: a gap given to it, a near miss closed? */
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

export const isMended = (frame: Frame, recorded: MultiPolygon, begun: MultiPolygon): boolean =>
  !sameLine(ringsOf(frame, recorded), ringsOf(frame, begun), SAME_LINE_MM);
