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

export const readSharedStrings = async (file: SourceFile, entry: ZipEntry | undefined): Promise<string[]> => {
  const strings: string[] = [];
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
