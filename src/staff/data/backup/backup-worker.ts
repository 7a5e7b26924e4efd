/** Backups are made and restored beside the page: compressing and sealing a hundred megabytes takes seconds. */
import { expose } from 'comlink';
import { openStore } from '../../../storage/index.ts';
import { type BackupHeader } from '../../../transfer/backup/format.ts';
import { readBackupHeader } from '../../../transfer/backup/read.ts';
import { fileOfBlob } from '../../../transfer/source-file.ts';
import { type Outcome, outcomeOf } from '../import/protocol.ts';
import { makeBackup, type Restored, restoreBackup } from './make-backup.ts';

const never = new AbortController();
let running: AbortController = never;

const api = {
  make: (
    communityId: string,
    passphrase: string | null,
    report: (records: number) => void,
  ): Promise<Outcome<Blob>> =>
    outcomeOf(async () => {
      await openStore(communityId);
      running = new AbortController();
      return makeBackup({ passphrase, onProgress: (done) => void report(done), signal: running.signal });
    }),
  header: (blob: Blob, name: string): Promise<Outcome<BackupHeader>> =>
    outcomeOf(() => readBackupHeader(fileOfBlob(name, blob))),
  restore: (
    blob: Blob,
    name: string,
    passphrase: string | null,
    report: (stage: 'check' | 'write', done: number, total: number) => void,
  ): Promise<Outcome<Restored>> =>
    outcomeOf(() => {
      running = new AbortController();
      return restoreBackup(fileOfBlob(name, blob), {
        passphrase,
        onProgress: (stage, done, total) => void report(stage, done, total),
        signal: running.signal,
      });
    }),
  cancel: (): void => running.abort(),
};

export type BackupApi = typeof api;

expose(api);
