/** What every operation takes besides its own arguments, and how every operation ends. */
import { type CheckOptions, checkDraft } from '../model/check.ts';
import type { Draft } from '../model/draft.ts';
import { DEFAULT_LIMITS, type Limits } from '../model/limits.ts';
import { isEmptyPatch } from '../model/patch.ts';
import { type Outcome, refuse } from '../model/refusal.ts';
import { type Arc, type FaceId, faceName, type MmPoint, type Patch, type View } from '../model/rows.ts';

export interface OperationOptions {
  readonly limits?: Limits;
  /** Only for redrawing the community itself: its outline may change. */
  readonly outline?: 'keep' | 'change';
}

export const checkOptions = ({ limits, outline }: OperationOptions): CheckOptions => ({
  limits: limits ?? DEFAULT_LIMITS,
  outline: outline ?? 'keep',
});

/** The patch of a draft, if it is a tiling. */
export const finish = (draft: Draft, options: OperationOptions): Outcome<Patch> => {
  const fault = checkDraft(draft, checkOptions(options));
  if (fault !== null) return { refused: fault };
  const patch = draft.toPatch();
  return isEmptyPatch(patch) ? refuse('nothing', [], null) : { ok: patch };
};

/** Is a vertex on the outline of the community? */
export const isOnOutline = (view: View, vertexId: number): boolean =>
  view.arcsAt(vertexId).some((id) => {
    const arc = view.arc(id);
    return arc !== undefined && (arc.left === null || arc.right === null);
  });

/** The locked face beside an arc, if any. */
export const lockedBeside = (view: View, arc: Arc): FaceId | null => {
  for (const side of [arc.left, arc.right])
    if (side !== null && view.face(side)?.locked === true) return side;
  return null;
};

export const nameOf = (view: View, id: FaceId | null): string =>
  faceName(id === null ? undefined : view.face(id), id);

/** The same vertex may end one arc twice (a ring) or end several: how many arc ends meet there. */
export const endsAt = (view: View, vertexId: number): number => {
  let ends = 0;
  for (const id of view.arcsAt(vertexId)) {
    const ids = view.arc(id)?.vertexIds ?? [];
    if (ids[0] === vertexId) ends++;
    if (ids[ids.length - 1] === vertexId) ends++;
  }
  return ends;
};

export const isRing = ({ vertexIds }: Arc): boolean => vertexIds[0] === vertexIds[vertexIds.length - 1];

/** Points without repeats next to one another. */
export const distinctPoints = (points: readonly MmPoint[]): MmPoint[] =>
  points.filter((p, i) => i === 0 || p.x !== points[i - 1]?.x || p.y !== points[i - 1]?.y);

export const unusable = (points: readonly MmPoint[]): boolean =>
  points.some(({ x, y }) => !Number.isFinite(x) || !Number.isFinite(y));
