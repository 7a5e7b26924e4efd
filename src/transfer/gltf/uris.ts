/** Bytes behind a URI of a glTF: a data URI, or a file beside it. Addresses of other machines are never asked. */
import type { SourceFile } from '../source-file.ts';
import { resolveUri } from '../tiles/relative-uri.ts';
import { Unusable } from './unusable.ts';

/** Textures are often kept in a folder beside the model's; whether there is one is up to who gave the files. */
const FOLDERS_ABOVE = 16;

const fromBase64 = (text: string): Uint8Array | null => {
  try {
    const binary = atob(text.replace(/\s+/g, ''));
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    return bytes;
  } catch {
    return null;
  }
};

const fromPercent = (text: string): Uint8Array | null => {
  try {
    return new TextEncoder().encode(decodeURIComponent(text));
  } catch {
    return null;
  }
};

/** The bytes of a data URI; null where it is damaged. */
const dataUriBytes = (uri: string): Uint8Array | null => {
  const comma = uri.indexOf(',');
  if (comma < 0) return null;
  const body = uri.slice(comma + 1);
  return /;base64$/i.test(uri.slice(0, comma)) ? fromBase64(decodeURIComponentOr(body)) : fromPercent(body);
};

const decodeURIComponentOr = (text: string): string => {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const shortened = (uri: string): string => (uri.length > 80 ? `${uri.slice(0, 77)}…` : uri);

/** The file a URI names; a path of somebody's own disk (`C:\…\wall.jpg`) is looked for by its name beside the model. */
const siblingOf = async (file: SourceFile, uri: string): Promise<SourceFile | null> => {
  const resolved = resolveUri(uri, '', FOLDERS_ABOVE);
  if (resolved.kind === 'file') {
    const raw = uri.replaceAll('\\', '/');
    return (await file.sibling(resolved.path)) ?? (raw === resolved.path ? null : await file.sibling(raw));
  }
  if (/^(?:https?|wss?|ftp|blob):/i.test(uri) || uri.startsWith('//')) return null;
  const name = decodeURIComponentOr(uri).split(/[/\\]/).at(-1) ?? '';
  return name === '' ? null : file.sibling(name);
};

export const bytesOfUri = async (
  file: SourceFile,
  uri: string,
  allow: (bytes: number) => void,
): Promise<Uint8Array> => {
  if (/^data:/i.test(uri)) {
    const bytes = dataUriBytes(uri);
    if (bytes !== null) return bytes;
    throw new Unusable(
      'gltf.dataUri',
      '内嵌的数据（data URI）损坏。',
      'The embedded data (data URI) is damaged.',
    );
  }
  const found = await siblingOf(file, uri);
  if (found !== null) {
    allow(found.size);
    return found.read(0, found.size);
  }
  if (/^https?:|^\/\//i.test(uri))
    throw new Unusable(
      'gltf.uri.outside',
      `“${shortened(uri)}”在外部网络上，不会去下载。请把该文件放在模型旁边并改用相对路径。`,
      `“${shortened(uri)}” lies on another machine and is not fetched. Put it beside the model and name it by a relative path.`,
    );
  throw new Unusable(
    'gltf.uri.missing',
    `缺少文件“${shortened(uri)}”。请与模型一起选择该文件。`,
    `The file “${shortened(uri)}” is missing. Choose it together with the model.`,
  );
};
