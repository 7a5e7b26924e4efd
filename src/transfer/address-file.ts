/**
 * A file on the same server as the page, as readers see files: by range where the server can, whole where it cannot. Text comes whole,
 * since servers compress it and then its length is nobody's.
 */
import { Refused } from './problem.ts';
import type { SourceFile } from './source-file.ts';

export type Fetch = (address: string, options?: RequestInit) => Promise<Response>;

/** Enough for the headers and tables of most tiles. */
const HEAD_BYTES = 1 << 16;
const IS_TEXT = /\.(?:json|gltf|xml|txt)$/i;

const nameOf = (address: string): string => {
  const last = new URL(address).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
};

const bytesOf = async (answer: Response): Promise<Uint8Array> => new Uint8Array(await answer.arrayBuffer());

/** `bytes 0-65535/146515` → 146515 */
const totalOf = (answer: Response): number | null => {
  const total = Number(/\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1] ?? Number.NaN);
  return Number.isFinite(total) ? total : null;
};

const rangeOf = (from: number, to: number): RequestInit => ({
  headers: { Range: `bytes=${from}-${to - 1}` },
});

/** Null where there is none. */
const openAt = async (address: string, fetchFile: Fetch): Promise<SourceFile | null> => {
  const answer = await fetchFile(address, IS_TEXT.test(nameOf(address)) ? {} : rangeOf(0, HEAD_BYTES));
  if (!answer.ok) {
    await answer.body?.cancel();
    return null;
  }
  const head = await bytesOf(answer);
  const total = answer.status === 206 ? totalOf(answer) : null;
  const size = total ?? head.length;
  return {
    name: nameOf(address),
    size,
    read: async (from, to) => {
      const end = Math.min(to, size);
      if (end <= head.length) return head.subarray(from, Math.max(from, end));
      const more = await fetchFile(address, rangeOf(from, end));
      if (!more.ok) throw new Error(`${more.status} ${address}`);
      const bytes = await bytesOf(more);
      return more.status === 206 ? bytes : bytes.subarray(from, end);
    },
    sibling: (path) => {
      const at = new URL(path.split('/').map(encodeURIComponent).join('/'), address);
      return at.origin === new URL(address).origin ? openAt(at.href, fetchFile) : Promise.resolve(null);
    },
  };
};

/** Throws `Refused` where the server has no such file, or does not answer. */
export const fileAtAddress = async (address: string, fetchFile: Fetch = fetch): Promise<SourceFile> => {
  const file = await openAt(address, fetchFile).catch(() => null);
  if (file) return file;
  const { pathname } = new URL(address);
  throw new Refused(
    'address.nothing',
    pathname,
    `本服务器上没有“${pathname}”，请检查地址，并确认瓦片文件夹已放到服务器上（npm start -- --tiles 文件夹）。`,
    `There is no “${pathname}” on this server. Check the address, and that the folder of tiles is served (npm start -- --tiles FOLDER).`,
  );
};

/** A typed address as one of this server, without the server's name; throws `Refused` where it is another server's or no address. */
export const addressHere = (typed: string, page: string): string => {
  const text = typed.trim();
  let url: URL | null = null;
  try {
    url = text === '' ? null : new URL(text, page);
  } catch {
    // No address.
  }
  if (!url)
    throw new Refused(
      'address.none',
      text.slice(0, 200),
      '这不是一个地址，请填写如 /tiles/tileset.json。',
      'This is no address: give one such as /tiles/tileset.json.',
    );
  if (url.origin !== new URL(page).origin)
    throw new Refused(
      'address.elsewhere',
      url.origin,
      `“${url.origin}”是另一台服务器，本系统只读取自己服务器上的文件。请把瓦片文件夹复制到本机，用“npm start -- --tiles 文件夹”启动，再填写 /tiles/tileset.json；用 nginx 发布时，在配置中为 /tiles/ 加一个指向该文件夹的 alias。`,
      `“${url.origin}” is another server, and only files of this one are read. Copy the folder of tiles to this machine, start with “npm start -- --tiles FOLDER” and give /tiles/tileset.json; with nginx, add a location /tiles/ with an alias to the folder.`,
    );
  return url.pathname + url.search;
};
