/**
 * Rows between their reading and their planning. A roster is planned home by home, and a home's people may stand anywhere in the file, so
 * every row waits until all are read; as objects they took ten times the file. Here a row is a line of JSON, its values in the order of
 * a list of fields that most rows share, and some dozens of lines are one run of bytes. Nothing of the file's own text stays referenced:
 * a piece of a text keeps all of it.
 */
import type { RowReason } from './outcome.ts';
import { NO_REASONS, type RowValues, type Value } from './row-reader.ts';

/** Few enough that one row out of order costs little, enough that turning bytes into text costs little in order. */
const ROWS_OF_A_BLOCK = 64;

type Packed = readonly [
  row: number,
  shape: number,
  values: readonly Value[],
  errors?: readonly RowReason[],
  warnings?: readonly RowReason[],
];

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class RowStore {
  readonly #blocks: Uint8Array[] = [];
  /** Lines of the block that is being filled. */
  #open: string[] = [];
  /** The block that was asked for last. */
  #read: { readonly block: number; readonly lines: readonly string[] } = { block: -1, lines: [] };
  readonly #shapes: (readonly string[])[] = [];
  readonly #shapeOf = new Map<string, number>();

  get length(): number {
    return this.#blocks.length * ROWS_OF_A_BLOCK + this.#open.length;
  }

  push(row: RowValues): void {
    const keys = Object.keys(row.values);
    const values = keys.map((key) => row.values[key] as Value);
    const told = row.errors.length + row.warnings.length > 0;
    const packed: Packed = told
      ? [row.row, this.#shape(keys), values, row.errors, row.warnings]
      : [row.row, this.#shape(keys), values];
    this.#open.push(JSON.stringify(packed));
    if (this.#open.length < ROWS_OF_A_BLOCK) return;
    this.#blocks.push(encoder.encode(this.#open.join('\n')));
    this.#open = [];
  }

  get(at: number): RowValues {
    const line = this.#lines(Math.floor(at / ROWS_OF_A_BLOCK))[at % ROWS_OF_A_BLOCK];
    if (line === undefined) throw new RangeError(`row ${at} of ${this.length}`);
    const [row, shape, packed, errors = NO_REASONS, warnings = NO_REASONS] = JSON.parse(line) as Packed;
    const values: Record<string, Value> = {};
    const keys = this.#shapes[shape] ?? [];
    for (let i = 0; i < keys.length; i++) values[keys[i] as string] = packed[i] as Value;
    return { row, values, errors, warnings };
  }

  *[Symbol.iterator](): Generator<RowValues> {
    for (let at = 0; at < this.length; at++) yield this.get(at);
  }

  #lines(block: number): readonly string[] {
    if (block === this.#blocks.length) return this.#open;
    if (block !== this.#read.block)
      this.#read = { block, lines: decoder.decode(this.#blocks[block]).split('\n') };
    return this.#read.lines;
  }

  /** What rows are of which fields, in which order. */
  #shape(keys: readonly string[]): number {
    const name = keys.join();
    const known = this.#shapeOf.get(name);
    if (known !== undefined) return known;
    this.#shapes.push(keys);
    this.#shapeOf.set(name, this.#shapes.length - 1);
    return this.#shapes.length - 1;
  }
}
