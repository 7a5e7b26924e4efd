/** The table of texts that cells point into. Rich text is joined; the phonetic runs above Japanese or Chinese are left out. */
import type { SourceFile } from '../../source-file.ts';
import { readXml } from './xml.ts';
import type { ZipEntry } from './zip.ts';

const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** `_x000D_` stands for a sign that XML does not allow. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(ESCAPE, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** Few enough that a text out of order costs little. */
const TEXTS_OF_A_BLOCK = 64;
/** Blocks whose texts are at hand: those in use lately, twice as many at most. */
const BLOCKS_AT_HAND = 256;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * A large workbook has a million texts, and the sheet is read beside them: as strings they took more than all the rest. Cells point at
 * them nearly in order, and again and again at some.
 */
export class SharedStrings {
  readonly #blocks: Uint8Array[] = [];
  #open: string[] = [];
  #young = new Map<number, readonly string[]>();
  #old = new Map<number, readonly string[]>();

  push(text: string): void {
    this.#open.push(text);
    if (this.#open.length < TEXTS_OF_A_BLOCK) return;
    this.#blocks.push(encoder.encode(JSON.stringify(this.#open)));
    this.#open = [];
  }

  get(index: number): string | undefined {
    const block = Math.floor(index / TEXTS_OF_A_BLOCK);
    return (this.#young.get(block) ?? this.#read(block))[index % TEXTS_OF_A_BLOCK];
  }

  #read(block: number): readonly string[] {
    const bytes = this.#blocks[block];
    if (!bytes) return block === this.#blocks.length ? this.#open : [];
    const texts = this.#old.get(block) ?? (JSON.parse(decoder.decode(bytes)) as string[]);
    if (this.#young.size >= BLOCKS_AT_HAND) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(block, texts);
    return texts;
  }
}

export const readSharedStrings = async (
  file: SourceFile,
  entry: ZipEntry | undefined,
): Promise<SharedStrings> => {
  const strings = new SharedStrings();
  if (!entry) return strings;
  let text = '';
  let inText = false;
  let phonetic = 0;
  await readXml(file, entry, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic++;
      else if (name === 't') inText = phonetic === 0;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'si') strings.push(unescapeText(text));
    },
  });
  return strings;
};
