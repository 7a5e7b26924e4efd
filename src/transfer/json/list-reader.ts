/** The elements of one array, or the members of one object, as pieces; broken ones are told and passed by. */
import { BYTE, type Cursor, type Found, type Scanned } from './cursor.ts';
import { NumberReader, readTriple } from './numbers.ts';
import type { Pace } from './pace.ts';
import type { ListKind, Piece, SplitRules } from './piece.ts';
import { REFUSED } from './piece-parser.ts';

/** Where the reading goes on: behind the list's bracket, at a member of the root that was found behind a broken item, or nowhere. */
export interface ListEnd {
  readonly at: number;
  readonly state: 'closed' | 'member' | 'nowhere';
}

/** `on`: behind the item. `next`: the next item begins there, its comma is behind. */
interface Step {
  readonly at: number;
  readonly state: 'on' | 'next' | 'member' | 'nowhere';
}

const MEMBERS_A_BATCH = 64;
const TRIPLES_A_BATCH = 1 << 15;

export class ListReader {
  readonly #cursor: Cursor;
  readonly #list: string;
  readonly #kind: ListKind;
  readonly #pace: Pace;
  #next: RegExp;
  /** Once brackets failed to match, each item is bounded by what looks like the next one. */
  #wary = false;
  #isLast = false;
  #found: Found | null = null;
  #foundFor = 0;
  readonly #keys = new Set<string>();
  #index = 0;
  #batch: Piece[] = [];
  #triples = new Float64Array(0);
  #tripleCount = 0;
  readonly #number = new NumberReader();

  constructor(cursor: Cursor, list: string, kind: ListKind, rules: SplitRules, pace: Pace) {
    this.#cursor = cursor;
    this.#list = list;
    this.#kind = kind;
    this.#pace = pace;
    const start = kind === 'triples' ? String.raw`,\s*(?<item>\[)` : rules.itemStart(list);
    const members = rules.rootMembers.filter((name) => name !== list).join('|');
    const close = kind === 'members' ? String.raw`\}` : String.raw`\]`;
    this.#next = new RegExp(String.raw`${start}|${close}\s*,\s*(?<member>"(?:${members})"\s*:)`, 'g');
  }

  /** Joined, not concatenated: engines keep the pieces of a concatenation, which doubles a million of these. */
  #where(key: string | null = null): string {
    return key === null
      ? [this.#list, '[', this.#index, ']'].join('')
      : `${this.#list}[${JSON.stringify(key)}]`;
  }

  #take(): Piece[] {
    if (this.#tripleCount > 0) {
      const values = this.#triples.subarray(0, this.#tripleCount * 3);
      this.#batch.push({ kind: 'triples', list: this.#list, from: this.#index - this.#tripleCount, values });
      this.#triples = new Float64Array(0);
      this.#tripleCount = 0;
    }
    const batch = this.#batch;
    this.#batch = [];
    return batch;
  }

  /** From behind the opening bracket. */
  async *read(from: number): AsyncGenerator<readonly Piece[], ListEnd> {
    const { window, parser } = this.#cursor;
    const close = this.#kind === 'members' ? BYTE.closeBrace : BYTE.closeBracket;
    let at = from;
    let isComma = true;
    for (;;) {
      at = this.#cursor.heldSpace(at);
      if (at >= window.end) {
        yield this.#take();
        const wait = this.#pace.tick(at);
        if (wait !== null) await wait;
        if (await window.more(at)) continue;
        await parser.truncated(this.#where(), at);
        return { at, state: 'nowhere' };
      }
      const c = window.at(at);
      if (c === close) {
        if (isComma && this.#index > 0)
          await this.#tellComma(at, '多了一个逗号', 'There is a comma too many');
        yield this.#take();
        return { at: at + 1, state: 'closed' };
      }
      if (!isComma && c === BYTE.comma) {
        isComma = true;
        at++;
        continue;
      }
      const isStray: boolean = !isComma && c !== BYTE.openBrace && c !== BYTE.quote && c !== BYTE.openBracket;
      if (!isComma && !isStray) await this.#tellComma(at, '缺少一个逗号', 'A comma is missing');
      isComma = false;
      const end = isStray ? -1 : this.#quick(at);
      if (end >= 0) {
        at = end;
        continue;
      }
      if (this.#kind !== 'members' || this.#batch.length >= MEMBERS_A_BATCH) yield this.#take();
      const wait = this.#pace.tick(at);
      if (wait !== null) await wait;
      const step: Step = isStray ? await this.#passBy(at, null, null) : await this.#careful(at);
      if (step.state === 'nowhere' || step.state === 'member') {
        yield this.#take();
        return { at: step.at, state: step.state };
      }
      at = step.at;
      isComma = step.state === 'next';
    }
  }

  async #tellComma(at: number, zh: string, en: string): Promise<void> {
    const place = await this.#cursor.parser.place(this.#where(), at);
    this.#cursor.parser.problems.add('json.comma', 'warning', place, () => [
      `${zh}，已当作正确读入。`,
      `${en}: read as if it were right.`,
    ]);
  }

  /** What is wholly held and in order, without waiting; -1 where anything is not so. */
  #quick(at: number): number {
    const { window, parser } = this.#cursor;
    if (this.#kind === 'triples') {
      this.#room();
      const { bytes, base } = window;
      const place = this.#tripleCount * 3;
      const end = readTriple(bytes, at - base, bytes.length, this.#triples, place, this.#number);
      if (end < 0) return -1;
      this.#tripleCount++;
      this.#index++;
      return base + end;
    }
    if (this.#kind === 'members' || this.#wary) return -1;
    const scanned = this.#cursor.held(at);
    if (scanned === null) return -1;
    const bytes = window.slice(at, scanned.end);
    const value = parser.parse(bytes, scanned.members);
    if (value === REFUSED) return -1;
    if (this.#index === 0) this.#learn(bytes);
    this.#batch.push({ kind: 'item', list: this.#list, key: null, where: this.#where(), value, bytes });
    this.#index++;
    return scanned.end;
  }

  /** Items begin alike: a name that the rules do not know begins the next one too. `type` begins geometries as well. */
  #learn(first: Uint8Array): void {
    const name = /^\{\s*"([\w:@ -]{1,60})"\s*:/.exec(new TextDecoder().decode(first.subarray(0, 200)))?.[1];
    if (name === undefined || name === 'type') return;
    this.#next = new RegExp(String.raw`${this.#next.source}|\}\s*,\s*(?<learned>\{\s*"${name}"\s*:)`, 'g');
  }

  #room(): void {
    if (this.#tripleCount * 3 < this.#triples.length) return;
    const grown = new Float64Array(Math.max(96, Math.min(this.#triples.length * 2, TRIPLES_A_BATCH * 3)));
    if (this.#tripleCount >= TRIPLES_A_BATCH) this.#batch = this.#take();
    else grown.set(this.#triples);
    this.#triples = grown;
  }

  /** What looks like the next item. The answer stays true until it is passed, and "none" for ever: nothing is searched twice. */
  async #findNext(from: number, keep: number): Promise<Found | null> {
    if (this.#isLast || (this.#found !== null && from >= this.#foundFor && from <= this.#found.from))
      return this.#found;
    this.#found = await this.#cursor.find(this.#next, from, keep);
    this.#foundFor = from;
    this.#isLast = this.#found === null;
    return this.#found;
  }

  /** One item that is not wholly held, or is broken. */
  async #careful(at: number): Promise<Step> {
    const next = this.#wary ? await this.#findNext(at + 1, at) : null;
    const limit = next?.at ?? Infinity;
    const member = this.#kind === 'members' ? await this.#cursor.member(at) : { key: null, valueAt: at };
    const key = member?.key ?? null;
    const where = this.#where(key);
    let isDeep = false;
    if (member !== null && member.valueAt < limit) {
      const scanned = await this.#cursor.value(member.valueAt, limit, at);
      if (scanned.state === 'whole') {
        await this.#finish(member.valueAt, scanned, key, where);
        return { at: scanned.end, state: 'on' };
      }
      isDeep = scanned.isDeep;
    }
    const step = await this.#passBy(at, where, next, isDeep);
    if (step.state !== 'nowhere') this.#skipOne();
    return step;
  }

  /** On to what looks like the next item, or a member of the root. `where` is null for what is no item of its own. */
  async #passBy(at: number, where: string | null, next: Found | null, isDeep = false): Promise<Step> {
    const { window, parser } = this.#cursor;
    this.#wary = true;
    const found = next ?? (await this.#findNext(where === null ? at : at + 1, at));
    if (found === null) {
      if (isDeep) parser.tooDeep(where ?? this.#where());
      else await parser.truncated(where ?? this.#where(), window.size);
      return { at: window.size, state: 'nowhere' };
    }
    await parser.explain(window.slice(at, found.at), at, where ?? `${this.#list}[${this.#index - 1}]`);
    return { at: found.at, state: found.group === 'member' ? 'member' : 'next' };
  }

  async #finish(from: number, scanned: Scanned, key: string | null, where: string): Promise<void> {
    const { window, parser } = this.#cursor;
    const bytes = window.slice(from, scanned.end);
    if (scanned.isDeep) parser.tooDeep(where);
    else if (key !== null && this.#keys.has(key)) this.#tellDuplicate(key, where);
    else {
      const value = this.#kind === 'triples' ? REFUSED : parser.parse(bytes, scanned.members);
      if (key !== null) this.#keys.add(key);
      if (value !== REFUSED) {
        this.#batch.push({ kind: 'item', list: this.#list, key, where, value, bytes });
        this.#index++;
        return;
      }
      if (this.#kind !== 'triples') await parser.explain(bytes, from, where);
      else if (this.#takeLate(bytes)) return;
      else this.#tellTriple(where);
    }
    this.#skipOne();
  }

  /** A triple that was not wholly held at first. */
  #takeLate(bytes: Uint8Array): boolean {
    this.#room();
    const place = this.#tripleCount * 3;
    if (readTriple(bytes, 0, bytes.length, this.#triples, place, this.#number) !== bytes.length) return false;
    this.#tripleCount++;
    this.#index++;
    return true;
  }

  /** Indices must stay what they are in the file. */
  #skipOne(): void {
    if (this.#kind === 'triples') {
      this.#room();
      this.#triples.fill(Number.NaN, this.#tripleCount * 3, this.#tripleCount * 3 + 3);
      this.#tripleCount++;
    }
    this.#index++;
  }

  #tellDuplicate(key: string, where: string): void {
    this.#cursor.parser.problems.add('json.duplicateKey', 'error', where, () => [
      `名称“${key}”出现了两次，后一个没有读入。`,
      `The name “${key}” occurs twice: the second was left out.`,
    ]);
  }

  #tellTriple(where: string): void {
    this.#cursor.parser.problems.add('json.triple', 'error', where, () => [
      '这里应当是三个数字 [x, y, z]。',
      'Three numbers [x, y, z] should stand here.',
    ]);
  }
}
