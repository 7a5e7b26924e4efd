/** One piece of JSON text to a value, or to a told problem with its place in the file. */
import type { Problems } from '../problem.ts';
import { NotUtf8, type TextFile } from './encoding.ts';
import { describeFault, findFault } from './find-fault.ts';
import { createLocator, type Locator } from './locator.ts';
import { countMembers } from './members.ts';
import { MOST_DEPTH } from './value-scanner.ts';

/** Looked at for the reason why a piece is broken; what is longer is broken early enough to tell. */
const MOST_DIAGNOSED_BYTES = 1 << 22;

const MOST_TOLD = 200;

/** Outside of texts: what Python and C++ write for "no number", and JSON does not know. */
const TEXT_OR_NO_NUMBER = /"(?:[^"\\]|\\.)*"|(?<![\w.])[-+]?(?:NaN|nan|Infinity|inf)(?!\w)/g;
const withoutNoNumbers = (text: string): string =>
  text.replace(TEXT_OR_NO_NUMBER, (found) => (found.startsWith('"') ? found : 'null'));

/** What a piece of text was refused for. `undefined` is no JSON value. */
export const REFUSED = undefined;

export class PieceParser {
  readonly problems: Problems;
  readonly #decoder: TextDecoder;
  readonly #locator: Locator;

  constructor(text: TextFile, problems: Problems) {
    this.problems = problems;
    this.#decoder = new TextDecoder('utf-8', { fatal: !text.lenient, ignoreBOM: true });
    this.#locator = createLocator(text.file);
  }

  /** Throws `NotUtf8` where the file is in another encoding. */
  decode(bytes: Uint8Array): string {
    try {
      return this.#decoder.decode(bytes);
    } catch {
      throw new NotUtf8();
    }
  }

  /** `members` as the scanner counted them. Gives `REFUSED` where the piece cannot be used: then `explain` tells why. */
  parse(bytes: Uint8Array, members: number): unknown {
    const text = this.decode(bytes);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      value = this.#parseLoosely(text);
    }
    if (value === REFUSED) return REFUSED;
    if (members === 0) return value;
    const found = countMembers(value);
    return found.count !== members || found.proto ? REFUSED : value;
  }

  #parseLoosely(text: string): unknown {
    const loose = /nan|inf/i.test(text) ? withoutNoNumbers(text) : text;
    if (loose === text) return REFUSED;
    try {
      const value: unknown = JSON.parse(loose);
      if (!this.problems.counts.has('json.notANumber'))
        this.problems.add('json.notANumber', 'warning', '', () => [
          '文件里有 NaN 或 Infinity，JSON 不允许这样的数，已当作没有填写。',
          'The file holds NaN or Infinity, which JSON does not allow: taken as not given.',
        ]);
      return value;
    } catch {
      return REFUSED;
    }
  }

  /** `features[12], line 34, column 5`. */
  async place(where: string, offset: number): Promise<string> {
    const { line, column } = await this.#locator.locate(offset);
    return `${where}${where === '' ? '' : ', '}line ${line}, column ${column}`;
  }

  async lineOf(offset: number): Promise<number> {
    return (await this.#locator.locate(offset)).line;
  }

  /** Tells why the piece at `offset` was left out. */
  async explain(bytes: Uint8Array, offset: number, where: string): Promise<void> {
    // Finding the reason takes time, and more than that are only counted.
    if ((this.problems.counts.get('json.broken') ?? 0) >= MOST_TOLD) {
      this.problems.add('json.broken', 'error', where, () => ['', '']);
      return;
    }
    const text = new TextDecoder().decode(bytes.subarray(0, MOST_DIAGNOSED_BYTES));
    const fault = findFault(text);
    if (fault === null) {
      this.problems.add('json.proto', 'error', where, () => [
        '含有名称 “__proto__”，不安全，这一项没有读入。',
        'It holds the name “__proto__”, which is not safe: this item was left out.',
      ]);
      return;
    }
    const at = offset + new TextEncoder().encode(text.slice(0, fault.at)).length;
    const code = fault.kind === 'duplicate' ? 'json.duplicateKey' : 'json.broken';
    const [zh, en] = describeFault(fault);
    const place = await this.place(where, at);
    this.problems.add(code, 'error', place, () => [
      `${zh}，这一项没有读入。`,
      `${en[0]?.toUpperCase()}${en.slice(1)}: this item was left out.`,
    ]);
  }

  tooDeep(where: string): void {
    this.problems.add('json.tooDeep', 'error', where, () => [
      `嵌套超过 ${MOST_DEPTH} 层，这一项没有读入。`,
      `It is nested more than ${MOST_DEPTH} deep: this item was left out.`,
    ]);
  }

  async truncated(where: string, offset: number): Promise<void> {
    const place = await this.place(where, offset);
    this.problems.add('json.truncated', 'error', place, () => [
      '文件在这里中断，之前的内容已读入，之后的缺失。',
      'The file breaks off here: what stands before was read, the rest is missing.',
    ]);
  }
}
