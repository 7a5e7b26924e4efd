/** Lines drawn point by point: where a point goes, when the line is whole, and what it then does, by tool. */
import { type FaceId, faceAt, type MmPoint, type Snap } from '../../geometry/tiling/index.ts';
import { reshapeBorder } from '../session/ground-actions.ts';
import { proposeRing, proposeSplit } from '../session/pending.ts';
import type { PlanSession } from '../session/plan-session.ts';
import { type Tool, usePlanner } from '../session/planner-store.ts';
import { snapperFor } from '../session/snappers.ts';
import type { MapView } from './map-view.ts';

const SNAP_PIXELS = { mouse: 10, touch: 20 } as const;
/** Points of a line nearer to one another than this are one. */
const SAME_MM = 100;

const away = (a: MmPoint, b: MmPoint): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Borders, roads and walls attract; the first point of a ring most of all, so that it can be closed. */
export const snapForLine = (
  session: PlanSession,
  line: readonly MmPoint[],
  at: MmPoint,
  view: MapView,
  isTouch: boolean,
): Snap => {
  const radiusMm = view.mm(SNAP_PIXELS[isTouch ? 'touch' : 'mouse']);
  const [first] = line;
  if (first !== undefined && line.length > 2 && away(first, at) < radiusMm)
    return { at: first, to: 'vertex', target: null, distanceMm: away(first, at) };
  return snapperFor(session.town.guides).snap(session.tiling, at, { radiusMm });
};

/** From border to border is a whole line; a ring is one when it is back where it began. */
export const isWholeLine = (
  tool: Tool,
  line: readonly MmPoint[],
  snap: Snap | null,
  reachMm: number,
): boolean => {
  const [first, last] = [line[0], line[line.length - 1]];
  if (first === undefined || last === undefined || line.length < 2) return false;
  if (tool === 'enclave') return line.length > 3 && away(first, last) < reachMm / 2;
  return snap?.to === 'edge' || snap?.to === 'vertex';
};

export const lineFrom = (line: readonly MmPoint[]): MmPoint[] =>
  line.filter((p, i) => i === 0 || away(p, line[i - 1] as MmPoint) > SAME_MM);

/** The grid that a line is meant to split: the chosen one where the line runs through it, else the one that most of it runs through. */
const faceOfLine = (
  line: readonly MmPoint[],
  chosen: FaceId | null,
  under: (p: MmPoint) => FaceId | null,
): FaceId | null => {
  const lengths = new Map<FaceId, number>();
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1] as MmPoint, line[i] as MmPoint];
    for (let step = 0.5; step < 20; step++) {
      const id = under({ x: a.x + ((b.x - a.x) * step) / 20, y: a.y + ((b.y - a.y) * step) / 20 });
      if (id !== null) lengths.set(id, (lengths.get(id) ?? 0) + away(a, b) / 20);
    }
  }
  if (chosen !== null && lengths.has(chosen)) return chosen;
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
};

/** A border's new course is taken at once; a split and a ring are shown first. */
export const finishLine = (line: readonly MmPoint[], nameOfNew: string, reachMm: number): void => {
  const { session, tool, faceId } = usePlanner.getState();
  if (session === null || line.length < 2) return;
  if (tool === 'reshape') reshapeBorder(line, reachMm);
  else if (tool === 'enclave') proposeRing(line, nameOfNew);
  else if (tool === 'split') {
    const face = faceOfLine(line, faceId, (p) => faceAt(session.tiling, p)?.faceId ?? null);
    if (face !== null) proposeSplit(face, line, nameOfNew);
  }
};
