/** Walks over a JSON text in a window: spaces, whole values, names of members. Places are offsets in the file. */
import type { ByteWindow } from './byte-window.ts';
import type { PieceParser } from './piece-parser.ts';
import { ValueScanner } from './value-scanner.ts';

export const BYTE = {
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openBracket: 0x5b,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  closeBrace: 0x7d,
  newline: 0x0a,
  recordSeparator: 0x1e,
} as const;

const isSpace = (c: number): boolean => c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09;

/** `cut`: the file, or the limit, ends in the value. `broken`: its brackets or quotes do not match. */
export type ScanState = 'whole' | 'broken' | 'cut';

export interface Scanned {
  readonly end: number;
  readonly members: number;
  readonly state: ScanState;
  /** Nested absurdly: where it is whole, an attack; else perhaps only a bracket that is missing. */
  readonly isDeep: boolean;
}

/** A member of an object: its name, and where its value begins. */
export interface Member {
  readonly key: string;
  readonly valueAt: number;
}

/** What matched a pattern: the name of the group, and where that begins. */
export interface Found {
  readonly group: string;
  readonly at: number;
  /** Where the match itself begins. */
  readonly from: number;
}

export class Cursor {
  readonly window: ByteWindow;
  readonly parser: PieceParser;
  readonly #scanner = new ValueScanner();

  constructor(window: ByteWindow, parser: PieceParser) {
    this.window = window;
    this.parser = parser;
  }

  /** The next byte that is no space among those held, or the end of them. */
  heldSpace(from: number): number {
    const { bytes, base } = this.window;
    let i = from - base;
    while (i < bytes.length && isSpace(bytes[i] as number)) i++;
    return base + i;
  }

  /** The next byte that is no space; the file's size where there is none. Bytes from `keep` on stay. */
  async space(from: number, keep = from): Promise<number> {
    let at = from;
    for (;;) {
      at = this.heldSpace(at);
      if (at < this.window.end || !(await this.window.more(Math.min(keep, at)))) return at;
    }
  }

  /** One value that is wholly held and in order; null where anything is not so. */
  held(from: number): Scanned | null {
    const { bytes, base } = this.window;
    const scanner = this.#scanner;
    scanner.reset();
    const end = base + scanner.scan(bytes, from - base, bytes.length);
    return scanner.done && !scanner.tooDeep
      ? { end, members: scanner.members, state: 'whole', isDeep: false }
      : null;
  }

  /** One value from `from` on, at most to `limit`. Bytes from `keep` on stay. */
  async value(from: number, limit = Infinity, keep = from): Promise<Scanned> {
    const scanner = this.#scanner;
    scanner.reset();
    let at = from;
    for (;;) {
      const { bytes, base } = this.window;
      at = base + scanner.scan(bytes, at - base, Math.min(this.window.end, limit) - base);
      if (scanner.done || scanner.fault !== null || this.window.end >= limit) break;
      if (await this.window.more(keep)) continue;
      scanner.finish();
      break;
    }
    const { fault, done, tooDeep, members } = scanner;
    const state = fault !== null ? 'broken' : done ? 'whole' : 'cut';
    return { end: at, members, state, isDeep: tooDeep };
  }

  /** `"key" :` at `at`, and where its value begins; null where something else stands there. */
  async member(at: number): Promise<Member | null> {
    if (this.window.at(at) !== BYTE.quote) return null;
    const name = await this.value(at);
    if (name.state !== 'whole') return null;
    const key = this.parser.parse(this.window.slice(at, name.end), 0);
    const colon = await this.space(name.end, at);
    if (typeof key !== 'string' || this.window.at(colon) !== BYTE.colon) return null;
    return { key, valueAt: await this.space(colon + 1, at) };
  }

  /** The next match of a global pattern from `from` on, by the offset of one of its groups; null where there is none. */
  async find(pattern: RegExp, from: number, keep: number): Promise<Found | null> {
    // One byte is one character of Latin 1, so that indices are offsets; what matters in JSON is ASCII.
    const latin1 = new TextDecoder('latin1');
    const flags = pattern.flags.includes('d') ? pattern.flags : `${pattern.flags}d`;
    const indexed = new RegExp(pattern.source, flags);
    let at = from;
    // The next item is near as a rule: a page first, then ever more.
    let page = FIRST_PAGE_BYTES;
    for (;;) {
      const stop = Math.min(this.window.end, at + page);
      page = Math.min(page * 2, LAST_PAGE_BYTES);
      indexed.lastIndex = 0;
      const match = indexed.exec(latin1.decode(this.window.slice(at, stop)));
      const group = Object.entries(match?.indices?.groups ?? {}).find(([, range]) => range !== undefined);
      if (match !== null && group !== undefined)
        return { group: group[0], at: at + (group[1] as [number, number])[0], from: at + match.index };
      const isLast = stop >= this.window.end && !(await this.window.more(keep));
      if (isLast) return null;
      at = Math.max(from, stop - OVERLAP_BYTES);
    }
  }
}

const FIRST_PAGE_BYTES = 1 << 13;
const LAST_PAGE_BYTES = 1 << 20;
/** Longer than any name of a member that is searched for. */
const OVERLAP_BYTES = 2048;
