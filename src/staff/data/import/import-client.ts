/** The page's side of the import worker: one worker for as long as the page imports. */
import { proxy, type Remote, wrap } from 'comlink';
import { duringWork } from '../../../state/busy.ts';
import { usePlaces } from '../../../state/places.ts';
import type { ImportApi } from './import-worker.ts';
import type { Report } from './protocol.ts';

let remote: Promise<Remote<ImportApi>> | null = null;

const start = async (): Promise<Remote<ImportApi>> => {
  const communityId = usePlaces.getState().community?.id;
  if (communityId === undefined) throw new Error('no community is open');
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
    type: 'module',
    name: 'import',
  });
  const api = wrap<ImportApi>(worker);
  const failed = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'import worker')));
  });
  await Promise.race([api.open(communityId), failed]);
  return api;
};

/** Asks the worker, which is started when it is first asked; while it works the page is not idle. */
export const importing = <T>(ask: (api: Remote<ImportApi>) => Promise<T>): Promise<T> =>
  duringWork('import', async () => {
    remote ??= start().catch((error: unknown) => {
      remote = null;
      throw error;
    });
    return ask(await remote);
  });

/** A function of the page that the worker may call. */
export const proxyOf = proxy;
export const reporting = (report: Report): Report => proxy(report);
