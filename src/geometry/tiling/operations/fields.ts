/** What is said of a grid without moving a border: name, code, kind, branch, workers, dates, lock, several parts, target. */
import { Draft } from '../model/draft.ts';
import { type Outcome, refuse } from '../model/refusal.ts';
import type { Face, FaceId, Patch } from '../model/rows.ts';
import { placeIn } from '../model/shape.ts';
import type { Tiling } from '../model/tiling.ts';
import { finish, nameOf, type OperationOptions } from './options.ts';

/** An `undefined` target takes away the one that it has. */
export type FaceFields = Partial<Omit<Face, 'id'>>;

export const setFace = (
  tiling: Tiling,
  { faceId, fields }: { readonly faceId: FaceId; readonly fields: FaceFields },
  options: OperationOptions = {},
): Outcome<Patch> => {
  const face = tiling.face(faceId);
  if (face === undefined) return refuse('unknown', [faceId], null);
  const { parts } = tiling.shape(faceId);
  if (fields.apart === false && parts.length > 1)
    return refuse('disconnects', [nameOf(tiling, faceId), parts.length], placeIn(tiling.shape(faceId)), [
      faceId,
    ]);
  const draft = new Draft(tiling);
  const { target, ...next } = { ...face, ...fields };
  // Absent, not undefined: the bytes of a grid without a target are those of one that never had any.
  draft.putFace(target === undefined ? next : { ...next, target });
  return finish(draft, options);
};

/** The branch and the workers of a grid. */
export const assignStaff = (
  tiling: Tiling,
  { faceId, ...staff }: { readonly faceId: FaceId } & Pick<FaceFields, 'branchId' | 'workerIds'>,
): Outcome<Patch> => setFace(tiling, { faceId, fields: staff });

export const lockFace = (
  tiling: Tiling,
  { faceId, locked }: { readonly faceId: FaceId; readonly locked: boolean },
): Outcome<Patch> => setFace(tiling, { faceId, fields: { locked } });
