/** A file on the disk as the readers see one: bytes by range, and the files beside it. */
import { open, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { SourceFile } from '../../src/transfer/source-file.ts';

export const fileOfPath = async (path: string): Promise<SourceFile> => {
  const { size } = await stat(path);
  return {
    name: basename(path),
    size,
    read: async (from, to) => {
      const length = Math.max(0, Math.min(to, size) - from);
      const bytes = new Uint8Array(length);
      const handle = await open(path, 'r');
      try {
        for (let done = 0; done < length; ) {
          const { bytesRead } = await handle.read(bytes, done, length - done, from + done);
          if (bytesRead === 0) return bytes.subarray(0, done);
          done += bytesRead;
        }
      } finally {
        await handle.close();
      }
      return bytes;
    },
    sibling: async (beside) => {
      const other = join(dirname(path), beside);
      const known = await stat(other).catch(() => null);
      return known?.isFile() ? fileOfPath(other) : null;
    },
  };
};
