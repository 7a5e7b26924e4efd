/** The page's side of the planner's worker: one worker for as long as a plan is open. What runs in it is work in hand. */
import { proxy, type Remote, wrap } from 'comlink';
import type { ProposeStep } from '../../geometry/proposals/index.ts';
import { duringWork } from '../../state/busy.ts';
import type { TownInput } from '../model/town.ts';
import type { PlannerApi, ProposalOrder } from './planner-worker.ts';

/** The worker was ended with the plan, before it could answer: nobody waits for the answer any more. */
export class WorkerClosed extends Error {}

export interface PlannerWorker {
  ask<T>(question: (api: Remote<PlannerApi>) => Promise<T>): Promise<T>;
  propose(order: ProposalOrder, onStep: (step: ProposeStep) => void): Promise<boolean>;
  close(): void;
}

export const startWorker = (town: TownInput): PlannerWorker => {
  const worker = new Worker(new URL('./planner-worker.ts', import.meta.url), {
    type: 'module',
    name: 'planner',
  });
  const api = wrap<PlannerApi>(worker);
  const failed = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'planner worker')));
  });
  failed.catch((error: unknown) => console.error(error));
  // A worker that is ended never answers: without this whoever asked would be at work for ever.
  let end: (reason: WorkerClosed) => void = () => undefined;
  const ended = new Promise<never>((_resolve, reject) => {
    end = reject;
  });
  ended.catch(() => undefined);
  const ready = api.know(town);
  const ask: PlannerWorker['ask'] = (question) =>
    duringWork('planner', () => Promise.race([ready.then(() => question(api)), failed, ended]));
  return {
    ask,
    propose: (order, onStep) => ask((remote) => remote.propose(order, proxy(onStep))),
    close: () => {
      worker.terminate();
      end(new WorkerClosed());
    },
  };
};
