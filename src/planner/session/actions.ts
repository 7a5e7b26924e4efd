/** What one does to the open plan: every way ends in one step, or in a reason shown where it happened. */
import {
  assignStaff,
  bordersOf,
  deleteVertex,
  type Face,
  type FaceId,
  followGuide,
  insertVertex,
  lockFace,
  mergeFaces,
  type MmPoint,
  moveArc,
  moveVertex,
  nearestVertex,
  type Outcome,
  type Patch,
  refusal,
  setFace,
  slideJunction,
  straightenArc,
} from '../../geometry/tiling/index.ts';
import { WorkerClosed } from '../worker/ask.ts';
import { changed, plannerWorker } from './open-plan.ts';
import type { PlanSession } from './plan-session.ts';
import { type Told, usePlanner } from './planner-store.ts';
import { snapperFor } from './snappers.ts';

/** Long enough to be read; a question stays until it is answered. */
const TOLD_MS = 6000;
let silence: ReturnType<typeof setTimeout> | undefined;

export const tell = (told: Told | null): void => {
  clearTimeout(silence);
  if (usePlanner.getState().told !== told) usePlanner.setState({ told });
  if (told === null || told.takeToo !== undefined) return;
  silence = setTimeout(() => {
    if (usePlanner.getState().told === told) usePlanner.setState({ told: null });
  }, TOLD_MS);
};

/** Applies what an operation answers; a refusal is told at its place, or where the pointer is. */
export const take = (outcome: Outcome<Patch>, label: string, at: MmPoint | null = null): boolean => {
  const { session, editable } = usePlanner.getState();
  if (session === null || !editable) return false;
  if ('refused' in outcome) {
    const { code, zh, en } = outcome.refused;
    if (code !== 'nothing') tell({ kind: 'refused', zh, en, at: at ?? outcome.refused.at });
    return false;
  }
  session.apply(outcome.ok, label);
  tell(null);
  changed();
  return true;
};

export const withSession = (work: (session: PlanSession) => void): void => {
  const { session, editable } = usePlanner.getState();
  if (session !== null && editable) work(session);
};

const afterSteps = (label: string | null): void => {
  if (label === null) return;
  const { session, faceId, vertexId, arcId } = usePlanner.getState();
  const { tiling } = session as PlanSession;
  usePlanner.setState({
    told: null,
    faceId: faceId !== null && tiling.face(faceId) ? faceId : null,
    vertexId: vertexId !== null && tiling.vertex(vertexId) ? vertexId : null,
    arcId: arcId !== null && tiling.arc(arcId) ? arcId : null,
  });
  changed();
};
export const undoStep = (): void => withSession((session) => afterSteps(session.undo()));
export const redoStep = (): void => withSession((session) => afterSteps(session.redo()));

export const lock = (faceId: FaceId, locked: boolean): void =>
  withSession(({ tiling }) => void take(lockFace(tiling, { faceId, locked }), locked ? 'lock' : 'unlock'));

export const nameFace = (
  faceId: FaceId,
  fields: Partial<Pick<Face, 'name' | 'kind' | 'apart' | 'target'>>,
): void => withSession(({ tiling }) => void take(setFace(tiling, { faceId, fields }), 'fields'));

export const giveBranch = (faceId: FaceId, branchId: string | null): void =>
  withSession(({ tiling }) => void take(assignStaff(tiling, { faceId, branchId }), 'staff'));

/** A worker works in one grid: given to this one, taken from another; one step. */
export const giveWorkers = (faceId: FaceId, workerIds: readonly string[]): void =>
  withSession((session) => {
    const { tiling } = session;
    const wanted = new Set(workerIds);
    const faces = [...tiling.faces.values()].flatMap((face): Face[] => {
      if (face.id === faceId) return [{ ...face, workerIds: [...workerIds] }];
      const rest = face.workerIds.filter((id) => !wanted.has(id));
      return rest.length === face.workerIds.length ? [] : [{ ...face, workerIds: rest }];
    });
    const prev = faces.flatMap(({ id }) => tiling.face(id) ?? []);
    const empty = { vertices: [], arcs: [] };
    const nextId = { before: tiling.nextId, after: tiling.nextId };
    take(
      {
        ok: {
          put: { ...empty, faces },
          del: { ...empty, faces: [] },
          prev: { ...empty, faces: prev },
          nextId,
        },
      },
      'staff',
    );
  });

/** Moves a vertex by whole metres; one on the outline slides along it. */
export const nudge = (vertexId: number, dx: number, dy: number): void =>
  withSession(({ tiling }) => {
    const vertex = tiling.vertex(vertexId);
    if (vertex === undefined) return;
    const to = { x: vertex.x + dx, y: vertex.y + dy };
    const moved = moveVertex(tiling, { vertexId, to });
    const outcome =
      'refused' in moved && moved.refused.code === 'outline'
        ? slideJunction(tiling, { vertexId, to })
        : moved;
    if (!take(outcome, 'move', vertex)) return;
    // A slide gives the junction another vertex: the selection goes along.
    if (tiling.vertex(vertexId) === undefined)
      usePlanner.setState({ vertexId: nearestVertex(tiling, to, 5000)?.vertexId ?? null });
  });

export const removeVertex = (vertexId: number): void =>
  withSession(({ tiling }) => {
    const at = tiling.vertex(vertexId) ?? null;
    if (take(deleteVertex(tiling, { vertexId }), 'delete', at)) usePlanner.setState({ vertexId: null });
  });

export const addVertex = (arcId: number, at: MmPoint): void =>
  withSession(({ tiling }) => {
    if (take(insertVertex(tiling, { arcId, at }), 'insert', at))
      usePlanner.setState({ vertexId: nearestVertex(tiling, at, 2000)?.vertexId ?? null, arcId: null });
  });

export const straighten = (arcId: number): void =>
  withSession(({ tiling }) => void take(straightenArc(tiling, { arcId }), 'straighten'));

/** A road farther away than this is another road. */
const GUIDE_METRES = 60;

/** The border takes the course of the road or wall that runs nearest to its middle. */
export const alongRoad = (arcId: number): void =>
  withSession(({ tiling, town }) => {
    const ids = tiling.arc(arcId)?.vertexIds ?? [];
    const at = Math.max(1, ids.length >> 1);
    const [a, b] = [tiling.vertex(ids[at - 1] ?? -1), tiling.vertex(ids[at] ?? -1)];
    if (a === undefined || b === undefined) return;
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    const { target } = snapperFor(town.guides).snap(tiling, middle, {
      radiusMm: GUIDE_METRES * 1000,
      to: 'guides',
    });
    const guide = target === null ? undefined : town.guides[target];
    const outcome =
      guide === undefined
        ? { refused: refusal('noGuide', [GUIDE_METRES], middle) }
        : followGuide(tiling, { arcId, guide: guide.line });
    take(outcome, 'follow', middle);
  });

/** The border as a whole, by so many millimetres; its ends on the outline stay. */
export const shiftArc = (arcId: number, dx: number, dy: number): void =>
  withSession(({ tiling }) => void take(moveArc(tiling, { arcId, by: { x: dx, y: dy } }), 'move'));

const households = (session: PlanSession, id: FaceId): number => session.assignment.sums(id)[0] ?? 0;

/** The kept grid is the one with more households. */
export const merge = (a: FaceId, b: FaceId, at: MmPoint | null = null): void =>
  withSession((session) => {
    const keepId = households(session, a) >= households(session, b) ? a : b;
    if (take(mergeFaces(session.tiling, { faceIds: [a, b], keepId }), 'merge', at))
      usePlanner.setState({ faceId: keepId });
  });

/** Buildings into a grid, the border following. Where others would be cut off, they are offered along. */
export const paintRows = async (
  rows: readonly number[],
  to: FaceId,
  at: MmPoint | null = null,
): Promise<void> => {
  const { session, editable, version } = usePlanner.getState();
  const worker = plannerWorker();
  if (session === null || !editable || worker === null || rows.length === 0) return;
  const data = session.tiling.toData();
  const outcome = await worker
    .ask<Outcome<Patch>>(async (api) => (await api.paint(data, [...rows], to)) as Outcome<Patch>)
    .catch((error: unknown) => {
      if (!(error instanceof WorkerClosed)) console.error(error);
      return null;
    });
  if (outcome === null) return;
  // Something else was done meanwhile: the stroke was drawn on borders that are no more.
  if (usePlanner.getState().version !== version) return;
  if ('refused' in outcome && outcome.refused.takeToo !== undefined) {
    const { zh, en } = outcome.refused;
    tell({ kind: 'refused', zh, en, at, takeToo: { rows: [...rows, ...outcome.refused.takeToo], to } });
    return;
  }
  take(outcome, 'paint', at);
};

/** Grids that share a border, the longest first: for lists that offer a neighbour. */
export const neighboursOf = (session: PlanSession, faceId: FaceId): FaceId[] =>
  [...bordersOf(session.tiling, faceId)]
    .filter((entry): entry is [FaceId, number] => entry[0] !== null)
    .sort((a, b) => b[1] - a[1])
    .map(([id]) => id);
