/** The lines of a text file, read a megabyte at a time. Only ASCII matters to those who ask: other bytes come as they are. */
import type { SourceFile } from '../source-file.ts';

const CHUNK_BYTES = 1 << 20;
/** A row of a raster of 100,000 columns; beyond, the file has no lines. */
export const LONGEST_LINE = 8_000_000;

/** Each line without its ending, with the number of bytes read so far. Lines end in LF, CRLF or CR. */
export async function* linesOf(
  file: SourceFile,
): AsyncGenerator<{ readonly line: string; readonly done: number }> {
  const decoder = new TextDecoder('latin1');
  let rest = '';
  for (let at = 0; at < file.size; at += CHUNK_BYTES) {
    const bytes = await file.read(at, Math.min(at + CHUNK_BYTES, file.size));
    const done = at + bytes.length;
    const text = rest + decoder.decode(bytes);
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) yield { line, done };
    if (rest.length > LONGEST_LINE) {
      yield { line: rest, done };
      rest = '';
    }
    if (bytes.length === 0) break;
  }
  if (rest !== '') yield { line: rest.replace(/\r$/, ''), done: file.size };
}
