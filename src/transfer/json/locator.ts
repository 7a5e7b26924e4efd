/** Offsets to lines and columns, by reading the file once more up to there: only broken files pay for it. */
import type { SourceFile } from '../source-file.ts';

const CHUNK_BYTES = 1 << 20;

export interface Locator {
  /** Line and column from 1; columns count characters, not bytes. */
  locate(offset: number): Promise<{ readonly line: number; readonly column: number }>;
}

export const createLocator = (file: SourceFile): Locator => {
  let at = 0;
  let line = 1;
  let column = 1;
  return {
    locate: async (offset) => {
      if (offset < at) {
        at = 0;
        line = 1;
        column = 1;
      }
      const end = Math.min(offset, file.size);
      while (at < end) {
        const bytes = await file.read(at, Math.min(end, at + CHUNK_BYTES));
        if (bytes.length === 0) break;
        for (const byte of bytes) {
          if (byte === 0x0a) {
            line++;
            column = 1;
          } else if ((byte & 0xc0) !== 0x80) column++;
        }
        at += bytes.length;
      }
      return { line, column };
    },
  };
};
