/**
 * How the tiles renderer gets at files: those of a server by their address, those that were brought in by their path. The page's policy
 * lets nothing be fetched but this server, blobs included, so that pictures within a tile are loaded as pictures are.
 */
import { Texture } from 'three';
import type { GLTFParser } from 'three/addons/loaders/GLTFLoader.js';
import type { OpenFile } from '../../state/backdrops.ts';

/** Where files that were brought in seem to lie; asked for by nobody but us. */
const KEPT = '/backdrop/kept/';

/** The address that the renderer resolves its tiles against. */
export const rootAddress = (address: string, open: OpenFile | null): string => {
  if (open === null) return new URL(address, window.location.href).href;
  const path = address.split('/').map(encodeURIComponent).join('/');
  return new URL(`${KEPT}${path}`, window.location.origin).href;
};

/** The path of a file that was brought in; null where the address is none. */
export const keptPath = (address: string): string | null => {
  const { pathname } = new URL(address, 'http://localhost');
  if (!pathname.startsWith(KEPT)) return null;
  try {
    return decodeURIComponent(pathname.slice(KEPT.length));
  } catch {
    return null;
  }
};

export type FetchFile = (url: string, options?: RequestInit) => Promise<Response>;

/** Tiles lead to nothing on other servers: the browser would refuse it, and the refusal would be a fault of ours. */
export const fetcherOf =
  (open: OpenFile | null): FetchFile =>
  async (url, options) => {
    if (new URL(url, window.location.href).origin !== window.location.origin)
      return new Response(null, { status: 403, statusText: 'on another server' });
    if (open === null) return fetch(url, options);
    const path = keptPath(url);
    const blob = path === null ? null : await open(path);
    options?.signal?.throwIfAborted();
    return blob ? new Response(blob) : new Response(null, { status: 404, statusText: 'not among the files' });
  };

const imageAt = async (address: string): Promise<HTMLImageElement> => {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
};

/** A picture of the page: blobs and data are shown, never fetched. */
const pictureAt = async (address: string, fetchFile: FetchFile): Promise<HTMLImageElement> => {
  if (/^(?:blob|data):/.test(address)) return imageAt(address);
  const answer = await fetchFile(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  const own = URL.createObjectURL(await answer.blob());
  try {
    return await imageAt(own);
  } finally {
    URL.revokeObjectURL(own);
  }
};

interface LoadsLike {
  load(url: string, done: (value: never) => void, progress: unknown, failed: (error: unknown) => void): void;
}

/** Gives a parser of glTF our ways to files in place of its own. */
export const filesPlugin =
  (fetchFile: FetchFile) =>
  (parser: GLTFParser): { name: string } => {
    const textureLoader: LoadsLike = {
      load: (url, done, _progress, failed) => {
        pictureAt(url, fetchFile).then((image) => {
          const texture = new Texture(image);
          texture.needsUpdate = true;
          (done as (texture: Texture) => void)(texture);
        }, failed);
      },
    };
    const fileLoader: LoadsLike = {
      load: (url, done, _progress, failed) => {
        const bytesOf = async (): Promise<ArrayBuffer> => {
          // Data within the file is no request.
          const answer = url.startsWith('data:') ? await dataOf(url) : await fetchFile(url);
          if (!answer.ok) throw new Error(`${answer.status} ${url}`);
          return answer.arrayBuffer();
        };
        bytesOf().then(done as (bytes: ArrayBuffer) => void, failed);
      },
    };
    Object.assign(parser, { textureLoader, fileLoader });
    return { name: 'LINLI_files' };
  };

/** `data:application/octet-stream;base64,…` */
const dataOf = async (url: string): Promise<Response> => {
  const comma = url.indexOf(',');
  const body = url.slice(comma + 1);
  if (!/;base64$/i.test(url.slice(0, comma))) return new Response(decodeURIComponent(body));
  return new Response(Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0)));
};
