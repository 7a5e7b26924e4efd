/** Runs the worker's proposals and keeps what has come; accepting one draws its borders and makes a draft of it. */
import { create } from 'zustand';
import { newId } from '../../domain/ids.ts';
import type { Infeasible, Proposal, Weights } from '../../geometry/proposals/index.ts';
import type { FaceId, Outcome, Patch } from '../../geometry/tiling/index.ts';
import { notify } from '../../state/notices.ts';
import { duplicatePlan } from '../home/use-plans.ts';
import { tell } from '../session/actions.ts';
import { plannerWorker, savePlan } from '../session/open-plan.ts';
import { usePlanner } from '../session/planner-store.ts';
import { previewDivision } from '../session/preview.ts';
import { WorkerClosed } from '../worker/ask.ts';
import type { Band } from '../worker/planner-worker.ts';

interface ProposalsState {
  readonly running: boolean;
  /** 0…1. */
  readonly done: number;
  readonly proposals: readonly Proposal[];
  readonly infeasible: readonly Infeasible[];
  readonly failed: boolean;
  /** The version of the plan that they were made for. */
  readonly ofVersion: number;
  readonly accepting: boolean;
}

const NONE: ProposalsState = {
  running: false,
  done: 0,
  proposals: [],
  infeasible: [],
  failed: false,
  ofVersion: -1,
  accepting: false,
};

export const useProposals = create<ProposalsState>()(() => NONE);

// Another plan has other grids: what was proposed for the one before is of no use to it.
usePlanner.subscribe((state, before) => {
  if (state.stored?.id !== before.stored?.id) useProposals.setState(NONE);
});

export interface Order {
  readonly faceIds: readonly FaceId[];
  readonly k: number;
  readonly weights: Weights;
  readonly keepCompounds: boolean;
  readonly band: Band;
}

/** Ids for grids that a proposal adds: one more than there are, and some to spare. */
const SPARE_IDS = 8;

export const runProposals = async (order: Order): Promise<void> => {
  const { session, version } = usePlanner.getState();
  const worker = plannerWorker();
  if (session === null || worker === null) return;
  useProposals.setState({ ...NONE, running: true, ofVersion: version });
  previewDivision(null);
  const missing = Math.max(0, order.k - order.faceIds.length);
  const newIds = Array.from({ length: missing + SPARE_IDS }, () => newId());
  try {
    const data = session.tiling.toData();
    await worker.propose({ ...order, data, newIds, seed: 1 }, ({ done, proposal, infeasible }) =>
      useProposals.setState((s) => ({
        done,
        infeasible: infeasible.length > 0 ? infeasible : s.infeasible,
        proposals: proposal === null ? s.proposals : [...s.proposals, proposal],
      })),
    );
  } catch (error) {
    if (error instanceof WorkerClosed) return;
    console.error(error);
    useProposals.setState({ failed: true });
  } finally {
    useProposals.setState({ running: false });
  }
};

/** What has come until then stands. */
export const stopProposals = (): void => {
  void plannerWorker()
    ?.ask((api) => api.stop())
    .catch(() => undefined);
};

/** The id of the new draft; null where it could not be made, which is told. */
export const acceptProposal = async (
  proposal: Proposal,
  nameOfNew: string,
  nameOf: (name: string) => string,
): Promise<string | null> => {
  const { session } = usePlanner.getState();
  const worker = plannerWorker();
  if (session === null || worker === null) return null;
  useProposals.setState({ accepting: true });
  try {
    const data = session.tiling.toData();
    const outcome = await worker.ask<Outcome<Patch>>(
      async (api) => (await api.draw(data, [...proposal.faceOf], nameOfNew)) as Outcome<Patch>,
    );
    if ('refused' in outcome) {
      tell({ kind: 'refused', zh: outcome.refused.zh, en: outcome.refused.en, at: outcome.refused.at });
      return null;
    }
    const stored = await savePlan();
    if (stored === null) return null;
    return await duplicatePlan(stored, nameOf(stored.name).slice(0, 60), [
      { patch: outcome.ok, label: 'proposal' },
    ]);
  } catch (error) {
    if (error instanceof WorkerClosed) return null;
    console.error(error);
    notify({ kind: 'error', key: 'common.save.failed' });
    return null;
  } finally {
    useProposals.setState({ accepting: false });
  }
};
