/** The page's side of the backup worker: started for one job, ended with it. */
import { proxy, type Remote, wrap } from 'comlink';
import { duringWork } from '../../../state/busy.ts';
import type { BackupApi } from './backup-worker.ts';

export const withBackup = <T>(job: (api: Remote<BackupApi>) => Promise<T>): Promise<T> =>
  duringWork('backup', async () => {
    const worker = new Worker(new URL('./backup-worker.ts', import.meta.url), {
      type: 'module',
      name: 'backup',
    });
    try {
      const failed = new Promise<never>((_resolve, reject) => {
        worker.addEventListener('error', (event) => reject(new Error(event.message || 'backup worker')));
      });
      return await Promise.race([job(wrap<BackupApi>(worker)), failed]);
    } finally {
      worker.terminate();
    }
  });

export const told = proxy;
