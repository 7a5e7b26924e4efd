/** JSON values one a line (NDJSON), or each behind a record separator (RFC 8142). */
import { BYTE, type Cursor } from './cursor.ts';
import type { Pace } from './pace.ts';
import type { Piece } from './piece.ts';
import { REFUSED } from './piece-parser.ts';

const TRUNCATED_END = /[\]}]\s*$/;

/** From the beginning of a record; `separated` by U+001E instead of line ends. */
export async function* readRecords(
  cursor: Cursor,
  from: number,
  separated: boolean,
  pace: Pace,
): AsyncGenerator<readonly Piece[], void> {
  const { window, parser } = cursor;
  const mark = separated ? BYTE.recordSeparator : BYTE.newline;
  let line = separated ? 1 : await parser.lineOf(from);
  let at = from;
  let batch: Piece[] = [];
  const take = (): Piece[] => {
    const taken = batch;
    batch = [];
    return taken;
  };
  for (;;) {
    // The end of the record, looking only at what is new.
    let looked = at;
    let end = -1;
    for (;;) {
      const i = window.bytes.indexOf(mark, looked - window.base);
      if (i >= 0) {
        end = window.base + i;
        break;
      }
      looked = window.end;
      yield take();
      const wait = pace.tick(at);
      if (wait !== null) await wait;
      if (!(await window.more(at))) break;
    }
    const isLast = end < 0;
    if (isLast) end = window.end;
    const where = separated ? `record ${line}` : `line ${line}`;
    let begin = cursor.heldSpace(at);
    if (window.at(begin) === BYTE.recordSeparator) begin = cursor.heldSpace(begin + 1);
    if (begin < end) {
      const scanned = await cursor.value(begin, end);
      const bytes = window.slice(begin, end);
      const isAlone = scanned.state === 'whole' && cursor.heldSpace(scanned.end) >= end;
      const members = scanned.members;
      const value = scanned.isDeep || !isAlone ? REFUSED : parser.parse(bytes, members);
      if (value !== REFUSED) batch.push({ kind: 'record', where, value, bytes });
      else if (scanned.isDeep) parser.tooDeep(where);
      else if (isLast && scanned.state === 'cut' && !TRUNCATED_END.test(parser.decode(bytes)))
        await parser.truncated(where, end);
      else await parser.explain(bytes, begin, where);
      if (separated) line++;
    }
    if (!separated) line++;
    if (isLast) {
      yield take();
      return;
    }
    at = end + 1;
  }
}
