/**
 * The static server of `npm start` and of the end-to-end tests: the built folder, security headers, compression, caching, ranges.
 * It serves this machine only; deploy/nginx.conf does the same for an intranet.
 */
import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, resolve, sep } from 'node:path';
import { CompressedFiles, chooseEncoding } from './lib/compress.mjs';
import { SECURITY_HEADERS } from './lib/csp.mjs';
import { isCompressible, mimeTypeOf } from './lib/mime.mjs';
import { partStillFits, rangeOf } from './lib/range.mjs';
import { SetUpError } from './lib/say.mjs';

const HOST = '127.0.0.1';

/**
 * The file that a request's address names, or null where it names none of this folder's: leaving the folder, hidden files,
 * broken escapes.
 * @param {string} folder absolute
 * @param {string} address path and query, as the request line has it
 */
export function fileOf(folder, address) {
  let path;
  try {
    path = decodeURIComponent(address.split(/[?#]/)[0] ?? '');
  } catch {
    return null;
  }
  if (!path.startsWith('/') || /[\0\\]/.test(path) || path.split('/').some((part) => part.startsWith('.')))
    return null;
  const file = resolve(folder, `.${path === '/' ? '/index.html' : path}`);
  return file.startsWith(folder + sep) ? file : null;
}

/** What Vite wrote under `assets` has its content's hash in its name. */
const cachingOf = (/** @type {string} */ file) =>
  /[\\/]assets[\\/].*-[\w-]{8}\.\w+$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache';

/** Where the one file that does not lie in the folder is served: the community that was given on the command line. */
const GIVEN = '/open/';

/** Where a folder of tilesets is served that was given on the command line. */
const TILES = '/tiles/';

/**
 * The file of the folder of tilesets that an address names. Tiles are other people's files: a link in their folder that leads out of
 * it is not followed.
 * @param {string} folder absolute, without links in it
 * @param {string} address
 */
async function tileOf(folder, address) {
  const file = fileOf(folder, address.slice(TILES.length - 1));
  const real = file === null ? null : await realpath(file).catch(() => null);
  return real?.startsWith(folder + sep) ? real : null;
}

/**
 * @param {string} folder
 * @param {{given?: string | null, tiles?: string | null}} [more] absolute paths: `given`, a community file served as `/open/NAME`;
 *   `tiles`, a folder of tilesets served under `/tiles/`
 * @returns {import('node:http').RequestListener}
 */
export function createHandler(folder, { given = null, tiles = null } = {}) {
  const root = resolve(folder);
  const tilesRoot = tiles === null ? null : realpath(tiles);
  const givenAddress = given === null ? null : `${GIVEN}${encodeURIComponent(basename(given))}`;
  const compressed = new CompressedFiles();

  return async (request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    const refuse = (/** @type {number} */ status, /** @type {string} */ text) => {
      response.writeHead(status, {
        'Content-Type': 'text/plain; charset=utf-8',
        'Cache-Control': 'no-store',
      });
      response.end(request.method === 'HEAD' ? undefined : `${text}\n`);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      refuse(405, 'Only GET and HEAD.');
      return;
    }
    const address = request.url ?? '/';
    const file =
      address === givenAddress
        ? given
        : tilesRoot !== null && address.startsWith(TILES)
          ? await tilesRoot.then((at) => tileOf(at, address)).catch(() => null)
          : fileOf(root, address);
    const info = file === null ? null : await stat(file).catch(() => null);
    if (file === null || !info?.isFile()) {
      refuse(404, 'Not found.');
      return;
    }

    const type = mimeTypeOf(file);
    const modified = info.mtime.toUTCString();
    const plainTag = `"${info.size.toString(36)}-${Math.round(info.mtimeMs).toString(36)}"`;
    // Only GET has ranges. A part is one of the file as it lies on the disk, never of its compressed form.
    const range =
      request.method === 'GET' && partStillFits(request.headers['if-range']?.toString(), plainTag, modified)
        ? rangeOf(request.headers.range, info.size)
        : null;
    const encoding =
      range === null && isCompressible(type) && info.size > 1024
        ? chooseEncoding(request.headers['accept-encoding']?.toString())
        : null;
    const tag = encoding === null ? plainTag : `${plainTag.slice(0, -1)}${encoding}"`;
    response.setHeader('Content-Type', type);
    response.setHeader('Cache-Control', cachingOf(file));
    response.setHeader('ETag', tag);
    response.setHeader('Last-Modified', modified);
    response.setHeader('Accept-Ranges', 'bytes');
    if (isCompressible(type)) response.setHeader('Vary', 'Accept-Encoding');
    if (request.headers['if-none-match']?.includes(tag)) {
      response.writeHead(304).end();
      return;
    }

    if (range === 'outside') {
      response.setHeader('Content-Range', `bytes */${info.size}`);
      refuse(416, 'The file has no such bytes.');
      return;
    }

    try {
      if (range !== null) {
        const { from, to } = range;
        response.writeHead(206, {
          'Content-Range': `bytes ${from}-${to}/${info.size}`,
          'Content-Length': to - from + 1,
        });
        createReadStream(file, { start: from, end: to })
          .on('error', () => response.destroy())
          .pipe(response);
        return;
      }
      if (encoding !== null) {
        const content = await compressed.get(file, tag, encoding, () => readFile(file));
        response.writeHead(200, { 'Content-Encoding': encoding, 'Content-Length': content.length });
        response.end(request.method === 'HEAD' ? undefined : content);
        return;
      }
      response.writeHead(200, { 'Content-Length': info.size });
      if (request.method === 'HEAD') response.end();
      else
        createReadStream(file)
          .on('error', () => response.destroy())
          .pipe(response);
    } catch {
      if (response.headersSent) response.destroy();
      else refuse(500, 'The file could not be read.');
    }
  };
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<boolean>} false where another program has the port
 */
function listen(server, port) {
  return new Promise((done, fail) => {
    const onError = (/** @type {NodeJS.ErrnoException} */ error) => {
      server.off('listening', onListening);
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') done(false);
      else fail(error);
    };
    const onListening = () => {
      server.off('error', onError);
      done(true);
    };
    server.once('error', onError).once('listening', onListening).listen(port, HOST);
  });
}

/**
 * Serves the folder on the port, or on the first free one of the twenty from there on where `exact` is not set.
 * @param {string} folder
 * @param {{port: number, exact?: boolean, file?: string | null, tiles?: string | null}} options port 0 takes any free one; `file`: a
 *   community to serve; `tiles`: a folder of tilesets to serve
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function serve(folder, { port, exact = false, file = null, tiles = null }) {
  const last = exact || port === 0 ? port : Math.min(port + 19, 65_535);
  for (let candidate = port; candidate <= last; candidate++) {
    const server = createServer(createHandler(folder, { given: file, tiles }));
    if (!(await listen(server, candidate))) continue;
    const address = server.address();
    const actual = typeof address === 'object' && address !== null ? address.port : candidate;
    const close = () =>
      new Promise((/** @type {(value: void) => void} */ done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    return { url: `http://${HOST}:${actual}/`, close };
  }
  const range = last === port ? `${port}` : `${port}–${last}`;
  throw new SetUpError(
    `Port ${range} is in use or not allowed: choose another with --port.`,
    `端口 ${range} 被占用或无权使用，请用 --port 指定其他端口。`,
  );
}
