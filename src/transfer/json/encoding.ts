/**
 * The bytes of a text file as UTF-8 without a byte order mark, whatever it was written in.
 *
 * JSON is UTF-8 by its standard; Windows programs write UTF-16 or a mark, older Chinese ones GBK. Brackets and quotes occur as second
 * bytes of GBK and UTF-16, so such a file is transcoded before its structure is looked at.
 */
import { Refused } from '../problem.ts';
import { fileOfBytes, type SourceFile } from '../source-file.ts';

export interface TextFile {
  readonly file: SourceFile;
  /** Bytes that are no text in the encoding are shown as U+FFFD instead of stopping the reading. */
  readonly lenient: boolean;
  /** What it was, where that is not UTF-8. */
  readonly was: string | null;
}

/** The file was taken for UTF-8 and is not: thrown by who decodes a piece, caught by `readText`. */
export class NotUtf8 extends Error {}

const CHUNK_BYTES = 1 << 20;

const transcode = async (file: SourceFile, label: string): Promise<SourceFile> => {
  const decoder = new TextDecoder(label, { fatal: true });
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let size = 0;
  const push = (text: string): void => {
    const bytes = encoder.encode(text);
    parts.push(bytes);
    size += bytes.length;
  };
  for (let from = 0; from < file.size; from += CHUNK_BYTES)
    push(decoder.decode(await file.read(from, Math.min(from + CHUNK_BYTES, file.size)), { stream: true }));
  push(decoder.decode());
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return { ...fileOfBytes(file.name, all), sibling: (path) => file.sibling(path) };
};

const withoutHead = (file: SourceFile, head: number): SourceFile => ({
  name: file.name,
  size: file.size - head,
  read: (from, to) => file.read(from + head, to + head),
  sibling: (path) => file.sibling(path),
});

/** UTF-16 shows by its mark, or by the zero beside the first character of a JSON text, which is ASCII. */
export const utf16Of = (head: Uint8Array): string | null => {
  const [a, b] = head;
  if ((a === 0xff && b === 0xfe) || (a !== undefined && a !== 0 && b === 0 && head[2] !== 0))
    return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== undefined && b !== 0)) return 'utf-16be';
  return null;
};

const openText = async (file: SourceFile): Promise<TextFile> => {
  const head = await file.read(0, Math.min(4, file.size));
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return { file: withoutHead(file, 3), lenient: false, was: null };
  if (head[0] === 0x1f && head[1] === 0x8b)
    throw new Refused(
      'json.packed',
      '',
      '文件是压缩包（gzip），请先解压。',
      'The file is packed (gzip): unpack it first.',
    );
  const utf16 = utf16Of(head);
  if (utf16 === null) return { file, lenient: false, was: null };
  try {
    return { file: await transcode(file, utf16), lenient: false, was: utf16.toUpperCase() };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Refused(
      'json.encoding',
      '',
      `文件像是 ${utf16.toUpperCase()} 编码，但内容不完整，无法读取。`,
      `The file looks like ${utf16.toUpperCase()} but is not whole in it.`,
    );
  }
};

/**
 * Reads a text file with `read`, which may throw `NotUtf8`: then again from GB 18030 (which GBK and GB 2312 are part of), or with the
 * wrong bytes shown as such.
 */
export const readText = async <T>(file: SourceFile, read: (text: TextFile) => Promise<T>): Promise<T> => {
  const text = await openText(file);
  try {
    return await read(text);
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
  }
  let chinese: SourceFile | null = null;
  try {
    chinese = await transcode(text.file, 'gb18030');
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  return chinese === null
    ? await read({ ...text, lenient: true })
    : await read({ file: chinese, lenient: false, was: 'GB 18030' });
};
