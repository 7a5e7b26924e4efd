/** The files that were given to the import page, and which of them is being looked at. */
import { create } from 'zustand';
import { newId } from '../../../domain/ids.ts';
import type { Problem } from '../../../transfer/problem.ts';
import type { FileKind } from './detect-file.ts';
import { importing } from './import-client.ts';

export interface ImportFile {
  readonly id: string;
  readonly path: string;
  readonly size: number;
  /** Of a file on this server, which `path` is then the address of. */
  readonly served: boolean;
  /** Null while it is being looked at. */
  readonly kind: FileKind | null;
  readonly done: boolean;
}
interface ImportState {
  readonly files: readonly ImportFile[];
  readonly openId: string | null;
  readonly add: (given: readonly { readonly path: string; readonly blob: Blob }[]) => Promise<void>;
  /** Takes a file at an address of this server; what is wrong with it otherwise. */
  readonly addAddress: (path: string) => Promise<Problem | null>;
  readonly open: (id: string | null) => void;
  readonly finish: (id: string) => void;
  readonly remove: (id: string) => void;
}

/** What was given, for those who want the file itself. */
let blobs: ReadonlyMap<string, Blob> = new Map();
export const blobOf = (id: string): Blob | undefined => blobs.get(id);

const readable = ({ kind }: ImportFile): boolean => kind?.kind === 'places' || kind?.kind === 'table';

export const useImport = create<ImportState>()((set, get) => ({
  files: [],
  openId: null,
  add: async (given) => {
    const files = given.map(({ path, blob }) => ({ id: newId(), path, blob }));
    blobs = new Map([...blobs, ...files.map(({ id, blob }) => [id, blob] as const)]);
    set((s) => ({
      files: [
        ...s.files,
        ...files.map(({ id, path, blob }) => ({
          id,
          path,
          size: blob.size,
          served: false,
          kind: null,
          done: false,
        })),
      ],
    }));
    const kinds = await importing((api) => api.add(files));
    const kindOf = new Map(files.map(({ id }, at) => [id, kinds[at] ?? null]));
    set((s) => ({ files: s.files.map((file) => ({ ...file, kind: kindOf.get(file.id) ?? file.kind })) }));
    // One readable file is what one wants to see next.
    const fresh = get().files.filter((file) => kindOf.has(file.id) && readable(file));
    if (fresh.length === 1 && get().openId === null) set({ openId: fresh[0]?.id ?? null });
  },
  addAddress: async (path) => {
    const id = newId();
    const found = await importing(async (api) => api.addAddress(id, path));
    if (!found.ok) return found.problem;
    const file = { id, path, size: 0, served: true, kind: found.value, done: false };
    set((s) => ({ files: [...s.files, file], openId: id }));
    return null;
  },
  open: (openId) => set({ openId }),
  finish: (id) =>
    set((s) => ({
      openId: null,
      files: s.files.map((file) => (file.id === id ? { ...file, done: true } : file)),
    })),
  remove: (id) => {
    void importing((api) => api.forget(id));
    set((s) => ({
      files: s.files.filter((file) => file.id !== id),
      openId: s.openId === id ? null : s.openId,
    }));
  },
}));
