/**
 * A plan is opened, kept and closed. Every step is kept outside the journal at once, so that a killed page loses nothing; when the
 * plan is closed what was done becomes one edit of its record.
 */
import type { GridPlan } from '../../domain/records/index.ts';
import type { Tiling } from '../../geometry/tiling/index.ts';
import { beginWork, duringWork, endWork } from '../../state/busy.ts';
import { notify } from '../../state/notices.ts';
import { usePlaces } from '../../state/places.ts';
import { editStamp } from '../../state/save.ts';
import {
  commit,
  deleteDraft,
  listPage,
  loadDraft,
  onCommitted,
  planDraftKey,
  record,
  saveDraft,
} from '../../storage/index.ts';
import { changePlan } from '../model/plan-records.ts';
import { storedSteps } from '../model/stored.ts';
import { makeTown, type TownInput, townInput } from '../model/town.ts';
import { type PlannerWorker, startWorker, WorkerClosed } from '../worker/ask.ts';
import { PlanSession, type Unsaved } from './plan-session.ts';
import { NO_PLAN, usePlanner } from './planner-store.ts';

const KEEP_AFTER_MS = 200;
/** Steps that are not stored yet are work in hand. */
const KEEPING = 'plan steps';
const CHECK_AFTER_MS = 120;

interface Open {
  readonly planId: string;
  worker: PlannerWorker;
  heads: readonly boolean[];
  /** What the worker knows the plan to have begun with. */
  toldBase: Tiling | null;
  keeping: ReturnType<typeof setTimeout> | null;
  checking: ReturnType<typeof setTimeout> | null;
  unfollow: () => void;
}

let open: Open | null = null;
/** Closings run to their end before the next plan is read: it may be the same one. */
let closing: Promise<void> = Promise.resolve();

const townOf = (): TownInput => {
  const { community, buildings, stats, landscape } = usePlaces.getState();
  const { anchor, outline } = community ?? { anchor: [0, 0] as const, outline: [] };
  return townInput({ anchor, outline, buildings, stats, landscape });
};

/** Steps of a plan that are newer than its record: of the one that is open, or of a page that was killed. */
export const readUnsaved = async (planId: string): Promise<Unsaved | null> => {
  const json = await loadDraft(planDraftKey(planId));
  return json === null ? null : (JSON.parse(json) as Unsaved);
};

/** By row: has it a head, or does it need none? As in the check for blank spots, a head is asked for where there are homes. */
const headsByRow = async (): Promise<boolean[]> => {
  const { records } = await listPage('buildingHeads', { offset: 0, limit: Number.MAX_SAFE_INTEGER });
  const headed = new Set(records.filter(({ until }) => until === null).map(({ buildingId }) => buildingId));
  const { buildings, stats } = usePlaces.getState();
  return buildings.map(({ id }, row) => headed.has(id) || (stats.homes[row] ?? 0) === 0);
};

/** Asks the worker for the list of problems, when the last change is a moment old. */
const checkSoon = (): void => {
  const mine = open;
  if (mine === null) return;
  if (mine.checking !== null) clearTimeout(mine.checking);
  mine.checking = setTimeout(() => {
    const { session, version } = usePlanner.getState();
    const band = usePlaces.getState().community?.settings.gridBand;
    if (session === null || band === undefined) return;
    const data = session.tiling.toData();
    if (mine.toldBase !== session.base) {
      const base = session.base.toData();
      mine.toldBase = session.base;
      void mine.worker.ask((api) => api.begin(base)).catch(() => undefined);
    }
    mine.worker
      .ask((api) => api.check(data, band, [...mine.heads]))
      .then(({ reports, errors }) => {
        if (open === mine && usePlanner.getState().version === version)
          usePlanner.setState({ reports, hasErrors: errors });
      })
      .catch((error: unknown) => {
        if (!(error instanceof WorkerClosed)) console.error(error);
      });
  }, CHECK_AFTER_MS);
};

const keepNow = async (): Promise<void> => {
  const { session, stored } = usePlanner.getState();
  if (session === null || stored === null || stored.state !== 'draft') return;
  await saveDraft(planDraftKey(stored.id), JSON.stringify(session.unsaved(stored.revision)));
};
const keepSoon = (): void => {
  const mine = open;
  if (mine === null) return;
  if (mine.keeping === null) beginWork(KEEPING);
  else clearTimeout(mine.keeping);
  mine.keeping = setTimeout(() => {
    mine.keeping = null;
    endWork(KEEPING);
    void duringWork('keep plan', keepNow).catch(() => notify({ kind: 'error', key: 'common.save.failed' }));
  }, KEEP_AFTER_MS);
};

/** To be called after every change of the session. */
export const changed = (): void => {
  usePlanner.setState((s) => ({
    version: s.version + 1,
    live: null,
    preview: null,
    pending: null,
    mark: null,
  }));
  keepSoon();
  checkSoon();
};

export const plannerWorker = (): PlannerWorker | null => open?.worker ?? null;

/** Counts or footprints have changed meanwhile: the same plan over the town as it is now. */
const followPlaces = (): (() => void) => {
  let { statsVersion, placesVersion } = usePlaces.getState();
  return usePlaces.subscribe((places) => {
    if (places.statsVersion === statsVersion && places.placesVersion === placesVersion) return;
    [statsVersion, placesVersion] = [places.statsVersion, places.placesVersion];
    const { session, stored } = usePlanner.getState();
    if (open === null || session === null || stored === null) return;
    const input = townOf();
    const next = new PlanSession(stored, makeTown(input), session.unsaved(stored.revision));
    open.worker.close();
    open.worker = startWorker(input);
    open.toldBase = null;
    usePlanner.setState((s) => ({ session: next, version: s.version + 1, live: null, pending: null }));
    checkSoon();
  });
};

/**
 * The record itself was changed: an undo at this desk, another tab. A plan that is gone says so; one that changed is shown as it is
 * now, unless there are steps here that it does not have: those stay on top.
 */
const followRecord = (planId: string): (() => void) =>
  onCommitted(({ tables }) => {
    if (!tables.includes('gridPlans')) return;
    void duringWork('follow plan', async () => {
      const now = await record('gridPlans', planId);
      const { session, stored } = usePlanner.getState();
      if (open?.planId !== planId || session === null || stored === null) return;
      if (now === undefined) return usePlanner.setState({ ...NO_PLAN, status: 'missing' });
      if (now.revision === stored.revision && now.updatedAt === stored.updatedAt) return;
      const isBehind = !session.differsFrom(stored);
      const next = isBehind ? new PlanSession(now, session.town) : session;
      usePlanner.setState((s) => ({
        stored: now,
        session: next,
        editable: now.state === 'draft',
        version: s.version + 1,
        live: null,
        pending: null,
      }));
      if (!isBehind) keepSoon();
      checkSoon();
    });
  });

/** A head was appointed, here or elsewhere: the list of problems is another one. */
const followHeads = (): (() => void) =>
  onCommitted(({ tables }) => {
    if (!tables.includes('buildingHeads')) return;
    const mine = open;
    void duringWork('follow heads', async () => {
      const heads = await headsByRow();
      if (open !== mine || mine === null) return;
      mine.heads = heads;
      checkSoon();
    });
  });

const load = async (planId: string): Promise<void> => {
  await closing;
  const stored = await record('gridPlans', planId);
  if (open?.planId !== planId) return;
  if (!stored) return usePlanner.setState({ ...NO_PLAN, status: 'missing' });
  const [unsaved, heads] = await Promise.all([readUnsaved(planId), headsByRow()]);
  if (open?.planId !== planId) return;
  open.heads = heads;
  const session = new PlanSession(stored, makeTown(townOf()), stored.state === 'draft' ? unsaved : null);
  usePlanner.setState({
    ...NO_PLAN,
    status: 'ready',
    stored,
    session,
    editable: stored.state === 'draft',
    tool: stored.state === 'draft' ? 'edge' : 'select',
    version: 1,
  });
  checkSoon();
};

export const openPlan = (planId: string): void => {
  usePlanner.setState(NO_PLAN);
  const mine: Open = {
    planId,
    worker: startWorker(townOf()),
    heads: [],
    toldBase: null,
    keeping: null,
    checking: null,
    unfollow: () => undefined,
  };
  const unfollow = [followPlaces(), followRecord(planId), followHeads()];
  mine.unfollow = () => {
    for (const stop of unfollow) stop();
  };
  open = mine;
  void duringWork('open plan', () => load(planId)).catch((error: unknown) => {
    console.error(error);
    if (open === mine) usePlanner.setState({ ...NO_PLAN, status: 'failed' });
  });
};

/** What was done becomes part of the record: one edit. Answers the record as it is then. */
export const savePlan = async (): Promise<GridPlan | null> => {
  const { session, stored } = usePlanner.getState();
  if (session === null || stored === null) return null;
  if (stored.state !== 'draft' || !session.differsFrom(stored)) return stored;
  const { steps, cursor } = session.plan;
  const edit = changePlan(stored, { steps: storedSteps(steps), cursor }, editStamp());
  const result = edit.ok ? await commit(edit.value) : edit;
  if (!result.ok) {
    notify({ kind: 'error', key: 'common.save.failed', reasons: result.reasons });
    return null;
  }
  await deleteDraft(planDraftKey(stored.id));
  const now = (await record('gridPlans', stored.id)) ?? null;
  if (usePlanner.getState().stored?.id === stored.id) usePlanner.setState({ stored: now });
  return now;
};

export const closePlan = (): void => {
  const mine = open;
  if (mine === null) return;
  open = null;
  mine.unfollow();
  mine.worker.close();
  if (mine.keeping !== null) {
    clearTimeout(mine.keeping);
    endWork(KEEPING);
  }
  if (mine.checking !== null) clearTimeout(mine.checking);
  const { session, stored } = usePlanner.getState();
  if (session === null || stored === null) return;
  // A save that fails has its steps in the draft: kept first, so that nothing depends on the second.
  closing = duringWork('save plan', async () => {
    if (stored.state !== 'draft' || !session.differsFrom(stored)) return;
    await saveDraft(planDraftKey(stored.id), JSON.stringify(session.unsaved(stored.revision)));
    const { steps, cursor } = session.plan;
    const edit = changePlan(stored, { steps: storedSteps(steps), cursor }, editStamp());
    const result = edit.ok ? await commit(edit.value) : edit;
    if (result.ok) await deleteDraft(planDraftKey(stored.id));
    else notify({ kind: 'error', key: 'common.save.failed', reasons: result.reasons });
  }).catch(() => notify({ kind: 'error', key: 'common.save.failed' }));
};
