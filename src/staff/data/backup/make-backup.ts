/**
 * A backup of the open community and its way back: every record, the history and the files of places, as one file. Restored under the
 * same id where that is free; beside a community of the same id it becomes a copy with an id of its own, so that nothing is overwritten.
 */
import { newId } from '../../../domain/ids.ts';
import type { AnyRecord, Community, GridPlan, TableName } from '../../../domain/records/index.ts';
import {
  eachAsset,
  everything,
  gridPlans,
  historyPages,
  type InstallBatch,
  installCommunity,
  type JournalRow,
  lastSeq,
  listCommunities,
  loadDraft,
  noteBackup,
  places,
  planDraftKey,
  withDraftSteps,
} from '../../../storage/index.ts';
import { type BackupReader, readBackup } from '../../../transfer/backup/read.ts';
import { writeBackup } from '../../../transfer/backup/write.ts';
import type { SourceFile } from '../../../transfer/source-file.ts';

export const APPLICATION = 'Linli 0.1.0';
/** The history, under a name that no table has. */
const HISTORY = 'journal';

interface Batch {
  readonly table: string;
  readonly records: readonly object[];
}

export interface MakeOptions {
  /** Null only for a community that is invented. */
  readonly passphrase: string | null;
  readonly onProgress: (records: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Plans with the steps that are still a draft. The draft is read before the record: a plan that is saved in between has its steps in
 * the record then, and the draft is of an older revision.
 */
const withPlanSteps = async function* (): AsyncGenerator<Batch> {
  const drafts = new Map<string, string | null>();
  for (const { id } of await gridPlans()) drafts.set(id, await loadDraft(planDraftKey(id)));
  for await (const batch of everything())
    yield batch.table === 'gridPlans'
      ? {
          table: batch.table,
          records: (batch.records as GridPlan[]).map((plan) =>
            withDraftSteps(plan, drafts.get(plan.id) ?? null),
          ),
        }
      : batch;
};

/** The bytes in order. What is committed while it runs may be in it or not: the history that follows the records names it. */
export const makeBackup = async ({ passphrase, onProgress, signal }: MakeOptions): Promise<Blob> => {
  const { community } = await places();
  const seq = await lastSeq();
  let done = 0;
  const source = async function* (): AsyncGenerator<Batch> {
    for await (const batch of withPlanSteps()) {
      yield batch;
      done += batch.records.length;
      onProgress(done);
    }
    for await (const rows of historyPages()) yield { table: HISTORY, records: rows };
  };
  const parts: BlobPart[] = [];
  const pieces = writeBackup(source(), eachAsset(), {
    community: { id: community.id, name: community.name, synthetic: community.synthetic },
    createdAt: Date.now(),
    application: APPLICATION,
    counts: {},
    passphrase,
    signal,
  });
  for await (const piece of pieces) parts.push(piece as Uint8Array<ArrayBuffer>);
  await noteBackup(seq);
  return new Blob(parts, { type: 'application/octet-stream' });
};

const replaced = <T>(value: T, from: string, to: string): T =>
  from === to ? value : (JSON.parse(JSON.stringify(value).replaceAll(from, to)) as T);

export interface Restored {
  readonly communityId: string;
  readonly name: string;
  /** There was one of its id: this is a copy. */
  readonly copy: boolean;
  readonly records: number;
}

const recordBatches = async function* (
  reader: BackupReader,
  from: string,
  to: string,
): AsyncGenerator<InstallBatch> {
  for await (const { table, records } of reader.records())
    if (table !== HISTORY)
      yield { table: table as TableName, records: replaced(records as AnyRecord[], from, to) };
};
const historyRows = async function* (
  reader: BackupReader,
  from: string,
  to: string,
): AsyncGenerator<JournalRow[]> {
  for await (const { table, records } of reader.records())
    if (table === HISTORY) yield replaced(records as JournalRow[], from, to);
};

export interface RestoreOptions {
  readonly passphrase: string | null;
  /** `done` of `total`: bytes while it is checked, records while it is written. */
  readonly onProgress: (stage: 'check' | 'write', done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** Throws `Refused` with what is wrong; then nothing has been touched. The whole file is checked before the first record is written. */
export const restoreBackup = async (file: SourceFile, options: RestoreOptions): Promise<Restored> => {
  const { passphrase, onProgress, signal } = options;
  const reader = await readBackup(file, { passphrase });
  const totals = await reader.verify({ signal, report: (done, total) => onProgress('check', done, total) });
  const { [HISTORY]: _, ...tables } = totals.records;
  const records = Object.values(tables).reduce((sum, count) => sum + count, 0);
  const { id, name } = reader.header.community;
  const copy = (await listCommunities()).some((known) => known.id === id && known.state === 'ready');
  const communityId = copy ? newId() : id;
  const shownName = copy ? `${name}（副本）` : name;
  const renamed = async function* (): AsyncGenerator<InstallBatch> {
    for await (const batch of recordBatches(reader, id, communityId))
      yield copy && batch.table === 'communities'
        ? {
            ...batch,
            records: batch.records.map((r): Community => ({ ...(r as Community), name: shownName })),
          }
        : batch;
  };
  await installCommunity(renamed(), {
    communityId,
    name: shownName,
    total: records,
    signal,
    onProgress: (done, total) => onProgress('write', done, total),
    history: historyRows(reader, id, communityId),
    assets: reader.assets(),
  });
  return { communityId, name: shownName, copy, records };
};
