/** The tilesets that are shown behind the houses: where each is read from, and how it stands. */
import { type BackdropFiles, readBackdropFiles } from '../domain/backdrop-files.ts';
import type { Placement, Source } from '../domain/records/index.ts';
import { asset } from '../storage/index.ts';

/** Files of a tileset by their path in its folder; null for one that is not there. */
export type OpenFile = (path: string) => Promise<Blob | null>;

export interface Backdrop {
  /** Changes when other tiles are to be drawn; where they stand may change without. */
  readonly key: string;
  /** Of `tileset.json`: an address of this server, or a path among the files. */
  readonly address: string;
  /** Null where the tiles are fetched from the address. */
  readonly open: OpenFile | null;
  /** Null where the tileset itself says where on earth it stands. */
  readonly placement: Placement | null;
  readonly raisedMetres: number;
}

const mimeOf = (path: string): string => (/\.json$/i.test(path) ? 'application/json' : '');

/** Reads the list once, then a file by its asset. */
const openerOf = (filesId: string): OpenFile => {
  let list: Promise<BackdropFiles | null> | null = null;
  return async (path) => {
    list ??= asset(filesId).then((bytes) => bytes && readBackdropFiles(bytes));
    const files = await list;
    const id = files?.files[path];
    const bytes = id === undefined ? null : await asset(id);
    return bytes && new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mimeOf(path) });
  };
};

/** One opener a list: a tileset that is only moved is not read again. */
const openers = new Map<string, OpenFile>();
const sharedOpener = (filesId: string): OpenFile => {
  const known = openers.get(filesId) ?? openerOf(filesId);
  openers.set(filesId, known);
  return known;
};

export const shownBackdrops = (sources: readonly Source[]): Backdrop[] =>
  sources.flatMap(({ id, shown, backdrop, address, placement, fileName }) => {
    if (!shown || !backdrop) return [];
    const { filesId, raisedMetres } = backdrop;
    if (filesId === null && address === null) return [];
    return [
      {
        key: `${id} ${filesId ?? address}`,
        // Files are named from the folder of the tileset.
        address: filesId === null ? (address as string) : (fileName.split('/').at(-1) ?? fileName),
        open: filesId === null ? null : sharedOpener(filesId),
        placement,
        raisedMetres,
      },
    ];
  });
