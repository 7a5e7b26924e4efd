/**
 * The sample community: its files under `data/sample`, read in the order in which records may be written and handed to storage
 * chunk by chunk. All files are asked for at once; whatever is read first waits for none of the others.
 */
import { type ColumnConstants, createColumnReader } from '../domain/columns.ts';
import type { AnyRecord, TableName } from '../domain/records/index.ts';
import { installCommunity } from '../storage/index.ts';

export type InstallStage = 'fetch' | 'places' | 'people' | 'services' | 'count';
export interface InstallProgress {
  readonly stage: InstallStage;
  /** Records. */
  readonly done: number;
  readonly total: number;
}
export interface SampleManifest {
  readonly communityId: string;
  readonly name: string;
  readonly seed: string;
  readonly constants: ColumnConstants;
  readonly total: number;
  readonly tables: readonly { readonly table: TableName; readonly file: string; readonly count: number }[];
}
interface SampleBatch {
  readonly table: TableName;
  readonly records: AnyRecord[];
}

/** Records decoded at a time: some milliseconds of work, then the page may draw. */
const CHUNK_RECORDS = 2_000;

const STAGE_OF: Partial<Record<TableName, InstallStage>> = {
  communities: 'places',
  landscapes: 'places',
  organisations: 'places',
  partyBodies: 'places',
  grids: 'places',
  gridWorkers: 'places',
  buildings: 'places',
  dwellings: 'places',
  facilities: 'services',
  services: 'services',
  matters: 'services',
  visits: 'services',
};

const fetchText = async (address: URL, signal: AbortSignal): Promise<string> => {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${address.pathname}`);
  return response.text();
};

/** A file that ends in `.json` is one record as it is; any other holds columns. */
const decodeFile = function* (
  file: string,
  text: string,
  constants: ColumnConstants,
): Generator<AnyRecord[]> {
  if (file.endsWith('.json')) {
    const { communityId, createdAt, updatedAt, revision } = constants;
    yield [{ communityId, createdAt, updatedAt, revision, ...JSON.parse(text) } as AnyRecord];
    return;
  }
  const [header, ...lines] = text.trimEnd().split('\n');
  const read = createColumnReader(header ?? '[]', constants);
  for (let at = 0; at < lines.length; at += CHUNK_RECORDS) yield read(lines.slice(at, at + CHUNK_RECORDS));
};

/** The batches of a manifest's tables, in its order. */
export const sampleBatches = async function* (
  manifest: SampleManifest,
  textOf: (file: string) => Promise<string>,
): AsyncGenerator<SampleBatch> {
  const texts = manifest.tables.map(({ file }) => textOf(file));
  // A failure is met where its table is read; the others must not count as unhandled.
  for (const text of texts) text.catch(() => undefined);
  for (const [i, { table, file }] of manifest.tables.entries()) {
    const text = (await texts[i]) as string;
    for (const records of decodeFile(file, text, manifest.constants)) yield { table, records };
  }
};

/** Installs the sample community in this browser and returns its id. */
export const loadSample = async (options: {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: InstallProgress) => void;
}): Promise<string> => {
  const { signal, onProgress } = options;
  const folder = new URL('data/sample/', document.baseURI);
  onProgress({ stage: 'fetch', done: 0, total: 0 });
  const manifest = JSON.parse(await fetchText(new URL('manifest.json', folder), signal)) as SampleManifest;
  let stage: InstallStage = 'places';
  const source = async function* (): AsyncGenerator<SampleBatch> {
    for await (const batch of sampleBatches(manifest, (file) => fetchText(new URL(file, folder), signal))) {
      stage = STAGE_OF[batch.table] ?? 'people';
      yield batch;
    }
    stage = 'count';
  };
  await installCommunity(source(), {
    communityId: manifest.communityId,
    name: manifest.name,
    total: manifest.total,
    signal,
    onProgress: (done, total) => onProgress({ stage, done, total }),
  });
  return manifest.communityId;
};
