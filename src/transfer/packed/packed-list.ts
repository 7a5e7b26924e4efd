/**
 * A list that only grows and is read from the beginning, in batches: for what must wait for a person's word (planned changes, rows
 * that were rejected) or for the end of a conversion, and would fill the memory as objects.
 */
import { pack, unpack } from './pack.ts';

export class PackedList<T extends object> implements Iterable<readonly T[]> {
  readonly #batches: Uint8Array[] = [];
  #length = 0;

  /** Items, not batches. */
  get length(): number {
    return this.#length;
  }

  /** One batch, given back as one. Objects are kept as they are now. */
  push(items: readonly T[]): void {
    if (items.length === 0) return;
    this.#batches.push(pack(items));
    this.#length += items.length;
  }

  *[Symbol.iterator](): Generator<readonly T[]> {
    for (const bytes of this.#batches) yield unpack<T>(bytes);
  }
}
