/**
 * A file as readers see it, in the page, in a worker and in Node: bytes by range, so that nobody has to hold hundreds of megabytes
 * to look at the first hundred. The page makes one of a `File`, the command line of a path.
 */

export interface SourceFile {
  /** Name without folders: `residents.csv`. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The bytes `from` (included) to `to` (not included), fewer where the file ends. */
  read(from: number, to: number): Promise<Uint8Array>;
  /** A file beside this one, by relative path (`textures/wall.png`, `../x.bin`); null where there is none or it was not given. */
  sibling(path: string): Promise<SourceFile | null>;
}

/** What a long reading tells and is told. Readers call `report` a few times a second and give way to other work as often. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** `done` of `total` bytes. */
  readonly report?: (done: number, total: number) => void;
}

export const readAll = (file: SourceFile): Promise<Uint8Array> => file.read(0, file.size);

/** A file of bytes in memory; `siblings` by relative path. */
export const fileOfBytes = (
  name: string,
  bytes: Uint8Array,
  siblings: ReadonlyMap<string, Uint8Array> = new Map(),
): SourceFile => ({
  name,
  size: bytes.byteLength,
  read: async (from, to) => bytes.subarray(from, to),
  sibling: async (path) => {
    const found = siblings.get(path);
    return found === undefined ? null : fileOfBytes(path.slice(path.lastIndexOf('/') + 1), found, siblings);
  },
});

/** A file that the browser was given; `siblings` are the other files of the same drop, by path relative to this one. */
export const fileOfBlob = (
  name: string,
  blob: Blob,
  siblings: ReadonlyMap<string, Blob> = new Map(),
): SourceFile => ({
  name,
  size: blob.size,
  read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
  sibling: async (path) => {
    const found = siblings.get(path);
    return found === undefined ? null : fileOfBlob(path.slice(path.lastIndexOf('/') + 1), found, siblings);
  },
});
