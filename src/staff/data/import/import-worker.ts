/**
 * The import worker: reads files, plans, and writes through its own connection to the database, so that the page stays free. It hears of
 * commits, and is heard of, as another tab of the same desk.
 */
import { expose, transfer } from 'comlink';
import { buffersOf } from '../../../scene/layout/lay-out.ts';
import { openStore } from '../../../storage/index.ts';
import { fileOfBlob, type SourceFile } from '../../../transfer/source-file.ts';
import { detectFile, type FileKind } from './detect-file.ts';
import { PlaceSession } from './places/place-session.ts';
import type { PlaceChoice, PlacePreview, PlaceSummary, Written } from './places/views.ts';
import { dracoWasm } from '../../../transfer/gltf/draco-wasm.ts';
import { readPlaces } from '../../../transfer/places/read-places.ts';
import type { PlaceFormat } from '../../../transfer/places/place-set.ts';
import { createSketch, type GiveSketch } from '../../../transfer/places/sketch.ts';
import type { RememberedMapping } from '../../../transfer/tables/index.ts';
import { fileAtAddress } from '../../../transfer/address-file.ts';
import { TableSession } from './tables/table-session.ts';
import type { CheckedTable, SheetGuess, TableChoice, TableSummary } from './tables/views.ts';
import { type GivenTileset, TilesetSession } from './tiles/tileset-session.ts';
import type { TilesetChoice, TilesetSummary } from './tiles/views.ts';
import { noTileset, withoutTiles } from './tiles/tile-files.ts';
import { type GivenFile, type Outcome, outcomeOf, type Report } from './protocol.ts';

const files = new Map<string, SourceFile>();
const sessions = new Map<string, PlaceSession>();
const tilesets = new Map<string, TilesetSession>();
/** Where a file came from: the files of its folder by path, or the address that it was found at. */
const given = new Map<string, Omit<GivenTileset, 'file'>>();
const tables = new Map<string, TableSession>();
const running = new Map<string, AbortController>();

const fileOf = (id: string): SourceFile => {
  const file = files.get(id);
  if (!file) throw new Error(`no file ${id}`);
  return file;
};
const sessionOf = (id: string): PlaceSession => {
  const session = sessions.get(id);
  if (!session) throw new Error(`the file ${id} has not been read`);
  return session;
};

const tilesetOf = (id: string): TilesetSession => {
  const session = tilesets.get(id);
  if (!session) throw new Error(`the tileset ${id} has not been read`);
  return session;
};

const tableOf = (id: string): TableSession => {
  const session = tables.get(id);
  if (!session) throw new Error(`the table ${id} has not been opened`);
  return session;
};

/** Paths of one drop, each seen from the folder of another. */
const siblingsOf = (one: GivenFile, all: readonly GivenFile[]): Map<string, Blob> => {
  const folder = one.path.slice(0, one.path.lastIndexOf('/') + 1);
  return new Map(
    all.flatMap(({ path, blob }) =>
      path.startsWith(folder) ? [[path.slice(folder.length), blob] as const] : [],
    ),
  );
};

const during = async <T>(id: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  running.get(id)?.abort();
  const controller = new AbortController();
  running.set(id, controller);
  try {
    return await work(controller.signal);
  } finally {
    if (running.get(id) === controller) running.delete(id);
  }
};

const api = {
  open: async (communityId: string): Promise<void> => {
    await openStore(communityId);
  },
  /** Takes files of one drop and tells of each what it is. */
  add: async (dropped: readonly GivenFile[]): Promise<FileKind[]> => {
    const kinds: FileKind[] = [];
    for (const each of dropped) {
      const name = each.path.slice(each.path.lastIndexOf('/') + 1);
      const folder = siblingsOf(each, dropped);
      const file = fileOfBlob(name, each.blob, folder);
      files.set(each.id, file);
      const kind = await detectFile(file);
      if (kind.kind === 'places' && kind.format === '3dtiles')
        given.set(each.id, { files: folder, path: each.path });
      kinds.push(kind);
    }
    return withoutTiles(dropped, kinds);
  },
  /** Finds the file at an address of this server, which the page has made one of. */
  addAddress: (id: string, path: string): Promise<Outcome<FileKind>> =>
    outcomeOf(async () => {
      const file = await fileAtAddress(new URL(path, self.location.origin).href);
      const kind = await detectFile(file);
      if (kind.kind !== 'places' || kind.format !== '3dtiles') throw noTileset(path);
      files.set(id, file);
      given.set(id, { files: null, path });
      return kind;
    }),
  readTileset: (id: string, report: Report): Promise<Outcome<TilesetSummary>> =>
    outcomeOf(() =>
      during(id, async (signal) => {
        const from = given.get(id);
        if (!from) throw new Error(`the file ${id} is no tileset`);
        const tell = (done: number, total: number): void => void report(done, total);
        const session = await TilesetSession.open({ file: fileOf(id), ...from }, tell, signal);
        tilesets.set(id, session);
        return session.summary();
      }),
    ),
  writeTileset: (id: string, choice: TilesetChoice, by: string, report: Report): Promise<Written> =>
    during(id, (signal) =>
      tilesetOf(id).write(choice, by, (done, total) => void report(done, total), signal),
    ),
  readPlaces: (
    id: string,
    format: PlaceFormat,
    report: Report,
    onSketch: GiveSketch,
  ): Promise<Outcome<PlaceSummary>> =>
    outcomeOf(() =>
      during(id, async (signal) => {
        const file = fileOf(id);
        const set = await readPlaces(file, format, {
          signal,
          report: (done, total) => void report(done, total),
          sketch: createSketch((piece, isLast) =>
            onSketch(piece && transfer(piece, buffersOf(piece)), isLast),
          ),
          dracoWasm,
        });
        const session = await PlaceSession.open(file, set);
        sessions.set(id, session);
        return session.summary();
      }),
    ),
  previewPlaces: async (id: string, choice: PlaceChoice): Promise<PlacePreview> => {
    const preview = sessionOf(id).preview(choice);
    return transfer(preview, buffersOf(preview.layout));
  },
  pictureOf: (id: string): Blob | null => sessionOf(id).picture(),
  linkByHand: (id: string, key: string, buildingId: string | null): void =>
    sessionOf(id).linkByHand(key, buildingId),
  writePlaces: (id: string, by: string, report: Report): Promise<Written> =>
    during(id, (signal) => sessionOf(id).write(by, (done, total) => void report(done, total), signal)),
  openTable: (id: string): Promise<Outcome<TableSummary>> =>
    outcomeOf(async () => {
      const session = await TableSession.open(fileOf(id));
      tables.set(id, session);
      return session.summary();
    }),
  guessSheet: (
    id: string,
    sheet: number,
    recall: (signature: string) => Promise<RememberedMapping | null>,
  ): Promise<Outcome<SheetGuess>> => outcomeOf(() => tableOf(id).guess(sheet, recall)),
  checkTable: (id: string, choice: TableChoice, by: string, report: Report): Promise<Outcome<CheckedTable>> =>
    outcomeOf(() =>
      during(id, (signal) =>
        tableOf(id).check(choice, by, (done, total) => void report(done, total), signal),
      ),
    ),
  nameAddress: (id: string, row: number, dwellingId: string, by: string): Promise<Written> =>
    tableOf(id).nameAddress(row, dwellingId, by),
  writeTable: (id: string, by: string, report: Report): Promise<Written> =>
    during(id, (signal) => tableOf(id).write(by, (done, total) => void report(done, total), signal)),
  rejections: (id: string, language: 'zh' | 'en'): Promise<Blob> => tableOf(id).rejections(language),
  cancel: (id: string): void => running.get(id)?.abort(),
  forget: (id: string): void => {
    running.get(id)?.abort();
    files.delete(id);
    sessions.delete(id);
    tilesets.delete(id);
    given.delete(id);
    tables.delete(id);
  },
};

export type ImportApi = typeof api;

expose(api);
