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

/** Texts that are parted from what they were cut out of at once. */
const TEXTS_AT_ONCE = 1_000;

/** A piece of a text keeps all of it, and a text put together keeps its pieces: a million cells would keep the whole part as well. */
const apart = (texts: readonly string[]): string[] => JSON.parse(JSON.stringify(texts)) as string[];

export const readSharedStrings = async (file: SourceFile, entry: ZipEntry | undefined): Promise<string[]> => {
  const strings: string[] = [];
  let waiting: string[] = [];
  const keep = (): void => {
    for (const each of apart(waiting)) strings.push(each);
    waiting = [];
  };
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
      else if (name === 'si') {
        waiting.push(unescapeText(text));
        if (waiting.length >= TEXTS_AT_ONCE) keep();
      }
    },
  });
  keep();
  return strings;
};
