/**
 * XML in pieces through saxes, by local names: strict and transitional workbooks, and those that prefix every element, differ in
 * namespaces only. No entity beyond the five of XML is known, so that nothing can blow up.
 */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Refused } from '../../problem.ts';
import type { ReadOptions, SourceFile } from '../../source-file.ts';
import { damaged, inflateEntry, type ZipEntry } from './zip.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

export const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** An attribute by its local name: `r:id`, `ns0:id`. */
export const attributeOf = (attributes: Attributes, name: string): string | undefined => {
  if (name in attributes) return attributes[name];
  const key = Object.keys(attributes).find((candidate) => localName(candidate) === name);
  return key === undefined ? undefined : attributes[key];
};

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';
export const flagOf = (attributes: Attributes, name: string): boolean => isTrue(attributes[name]);

/** Deeper than any part of a workbook; what nests deeper was made to hurt. */
const MOST_DEPTH = 100;

/** A parser that is fed text. Throws `Refused` where the text is no XML. */
export const createXmlParser = (where: string, handler: XmlHandler): SaxesParser => {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('error', () => {
    throw damaged(where, ['XML 内容有误', 'its XML is not well-formed']);
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    if (++depth > MOST_DEPTH) throw damaged(where, ['XML 嵌套过深', 'its XML is nested too deeply']);
    handler.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }: SaxesTagPlain) => {
    depth--;
    handler.close?.(localName(name));
  });
  const { text } = handler;
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  return parser;
};

/** XML is UTF-8 unless it begins with the mark of UTF-16. */
const decoderFor = (first: Uint8Array): TextDecoder => {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le');
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be');
  return new TextDecoder();
};

/** Text of a part, in pieces. */
export async function* textOfPart(
  file: SourceFile,
  entry: ZipEntry,
  options: ReadOptions = {},
): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for await (const piece of inflateEntry(file, entry, options)) {
    decoder ??= decoderFor(piece);
    yield decoder.decode(piece, { stream: true });
  }
  yield decoder?.decode() ?? '';
}

export const writeXml = (parser: SaxesParser, text: string, where: string): void => {
  try {
    parser.write(text);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw damaged(where, ['XML 内容有误', 'its XML is not well-formed']);
  }
};

export const endXml = (parser: SaxesParser, where: string): void => {
  try {
    parser.close();
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw damaged(where, ['XML 内容有误', 'its XML is not well-formed']);
  }
};

/** Reads a whole part. */
export const readXml = async (file: SourceFile, entry: ZipEntry, handler: XmlHandler): Promise<void> => {
  const parser = createXmlParser(entry.name, handler);
  for await (const text of textOfPart(file, entry)) writeXml(parser, text, entry.name);
  endXml(parser, entry.name);
};
