/**
 * A stretch of a file that slides along: what lies behind is let go, what is looked at stays as long as it takes. Places are offsets in
 * the file, so that they stay true while it slides.
 *
 * A stretch is never written over: parts of it that were handed out stay what they were.
 */
import type { SourceFile } from '../source-file.ts';

const CHUNK_BYTES = 1 << 20;
const NOTHING = new Uint8Array(0);

export class ByteWindow {
  /** The bytes from offset `base` on. */
  bytes: Uint8Array = NOTHING;
  base: number;
  readonly size: number;
  readonly #file: SourceFile;

  constructor(file: SourceFile, from = 0) {
    this.#file = file;
    this.size = file.size;
    this.base = from;
  }

  /** The offset behind the last byte held. */
  get end(): number {
    return this.base + this.bytes.length;
  }

  /** The byte at an offset that is held; -1 behind the end. */
  at(offset: number): number {
    return this.bytes[offset - this.base] ?? -1;
  }

  slice(from: number, to: number): Uint8Array {
    return this.bytes.subarray(from - this.base, to - this.base);
  }

  /**
   * Takes more of the file, letting go of what lies before `keep`. False where there is no more. What is kept doubles each time, so
   * that one element of hundreds of megabytes is not copied a thousand times.
   */
  async more(keep: number): Promise<boolean> {
    const from = this.end;
    if (from >= this.size) return false;
    const kept = this.bytes.subarray(Math.max(0, keep - this.base));
    const read = await this.#file.read(from, Math.min(this.size, from + Math.max(CHUNK_BYTES, kept.length)));
    if (read.length === 0) return false;
    if (kept.length === 0) this.bytes = read;
    else {
      const joined = new Uint8Array(kept.length + read.length);
      joined.set(kept);
      joined.set(read, kept.length);
      this.bytes = joined;
    }
    this.base = from - kept.length;
    return true;
  }

  /** Goes to a place, also back. */
  seek(offset: number): void {
    if (offset >= this.base && offset <= this.end) {
      this.bytes = this.bytes.subarray(offset - this.base);
      this.base = offset;
      return;
    }
    this.bytes = NOTHING;
    this.base = offset;
  }
}
