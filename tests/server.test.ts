/** The static server: its headers, caching and compression, and that nothing outside its folder leaves it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseEncoding } from '../scripts/lib/compress.mjs';
import { CSP_HEADER, CSP_META, SECURITY_HEADERS } from '../scripts/lib/csp.mjs';
import { rangeOf } from '../scripts/lib/range.mjs';
import { fileOf, serve } from '../scripts/server.mjs';

const folder = mkdtempSync(join(tmpdir(), 'linli-server-'));
const site = join(folder, 'site');
const script = 'export const answer = 42;\n'.repeat(200);
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  mkdirSync(join(site, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(site, '.hidden'), 'secret');
  writeFileSync(join(site, 'index.html'), '<p>Linli</p>');
  writeFileSync(join(site, 'tree.glb'), Buffer.alloc(5000));
  writeFileSync(join(site, 'tiles.bin'), Buffer.from(Array.from({ length: 5000 }, (_, i) => i % 251)));
  writeFileSync(join(site, 'assets', 'index-Ab3_x-9Z.js'), script);
  server = await serve(site, { port: 0 });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Node's own client, because `fetch` tidies an address before it sends it. */
function ask(
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
) {
  return new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>(
    (resolve, reject) => {
      const outgoing = request(server.url, { method, path, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          }),
        );
      });
      outgoing.on('error', reject).end();
    },
  );
}

describe('the content security policy', () => {
  it('allows no inline script, no eval and no other origin', () => {
    expect(CSP_HEADER).toContain("default-src 'self'");
    expect(CSP_HEADER).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(CSP_HEADER).toContain("frame-ancestors 'none'");
    expect(CSP_HEADER).not.toMatch(/'unsafe-eval'|https?:|\*/);
    expect(CSP_META).not.toContain('frame-ancestors');
    expect(`${CSP_META}; frame-ancestors 'none'`).toBe(CSP_HEADER);
  });

  it('is that of nginx, too, with all other headers', () => {
    const nginx = readFileSync(join(import.meta.dirname, '../deploy/nginx.conf'), 'utf8');
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      expect(nginx).toContain(`add_header ${name} "${value}" always;`);
    }
  });
});

describe('the server', () => {
  it('sends every security header with pages, errors and refusals', async () => {
    for (const answer of [await ask('/'), await ask('/nothing'), await ask('/', { method: 'POST' })]) {
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
        expect(answer.headers[name.toLowerCase()]).toBe(value);
      }
    }
  });

  it('gives the page for the bare address, and types by extension', async () => {
    const page = await ask('/?inspect');
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body.toString()).toBe('<p>Linli</p>');
    expect((await ask('/tree.glb')).headers['content-type']).toBe('model/gltf-binary');
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..\\secret.txt',
    '/%2e%2e%5csecret.txt',
    '/.hidden',
    '/%00',
    '/%',
    '/assets',
    '//etc/passwd',
  ])('answers 404 to %s', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.body.toString()).not.toContain('secret');
  });

  it('names no file outside the folder for any address', () => {
    expect(fileOf('/site', '/../site-two/a.txt')).toBeNull();
    expect(fileOf('/site', 'http://elsewhere/')).toBeNull();
    expect(fileOf('/site', '*')).toBeNull();
  });

  it('refuses all methods but GET and HEAD', async () => {
    const refused = await ask('/', { method: 'DELETE' });
    expect(refused.status).toBe(405);
    expect(refused.headers.allow).toBe('GET, HEAD');
    const head = await ask('/', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.headers['content-length']).toBe('12');
    expect(head.body).toHaveLength(0);
  });

  it('keeps hashed files for ever and asks again for all others', async () => {
    expect((await ask('/assets/index-Ab3_x-9Z.js')).headers['cache-control']).toContain('immutable');
    const page = await ask('/');
    expect(page.headers['cache-control']).toBe('no-cache');
    const again = await ask('/', { headers: { 'if-none-match': page.headers.etag ?? '' } });
    expect(again.status).toBe(304);
    writeFileSync(join(site, 'index.html'), '<p>New text</p>');
    const changed = await ask('/', { headers: { 'if-none-match': page.headers.etag ?? '' } });
    expect(changed.status).toBe(200);
  });

  it('compresses text as the browser asks, and meshes never', async () => {
    const path = '/assets/index-Ab3_x-9Z.js';
    const packed = await ask(path, { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.body).toString()).toBe(script);
    expect(
      (await ask(path, { headers: { 'accept-encoding': 'gzip, br' } })).headers['content-encoding'],
    ).toBe('br');
    const plain = await ask(path);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers['vary']).toBe('Accept-Encoding');
    expect(
      (await ask('/tree.glb', { headers: { 'accept-encoding': 'br' } })).headers['content-encoding'],
    ).toBeUndefined();
    expect(chooseEncoding('br;q=0, gzip;q=0.5')).toBe('gzip');
    expect(chooseEncoding(undefined)).toBeNull();
  });

  it('takes the next port where one is in use, and says so where it must not', async () => {
    const port = Number(new URL(server.url).port);
    await expect(serve(site, { port, exact: true })).rejects.toThrow(`Port ${port} is in use`);
    const other = await serve(site, { port });
    expect(Number(new URL(other.url).port)).toBeGreaterThan(port);
    await other.close();
  });
});

describe('a folder of tilesets', () => {
  const tiles = join(folder, 'tiles');
  let withTiles: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    mkdirSync(join(tiles, '一期'), { recursive: true });
    writeFileSync(join(tiles, 'tileset.json'), '{"asset":{"version":"1.1"}}');
    writeFileSync(join(tiles, '一期', '0.b3dm'), 'b3dm');
    writeFileSync(join(tiles, '.hidden'), 'secret');
    symlinkSync(join(folder, 'secret.txt'), join(tiles, 'link.txt'));
    symlinkSync(folder, join(tiles, 'up'));
    withTiles = await serve(site, { port: 0, tiles });
  });
  afterAll(() => withTiles.close());

  const statusOf = (path: string): Promise<number> =>
    new Promise((done, fail) =>
      request(withTiles.url, { path }, (response) => {
        response.resume();
        done(response.statusCode ?? 0);
      })
        .on('error', fail)
        .end(),
    );

  it('is served beside the page, with its Chinese names', async () => {
    expect(await statusOf('/tiles/tileset.json')).toBe(200);
    expect(await statusOf('/tiles/tileset.json?v=1')).toBe(200);
    expect(await statusOf(`/tiles/${encodeURIComponent('一期')}/0.b3dm`)).toBe(200);
    expect(await statusOf('/')).toBe(200);
  });
  it.each([
    '/tiles/',
    '/tiles/nothing.json',
    '/tiles/../secret.txt',
    '/tiles/%2e%2e/secret.txt',
    '/tiles/..%2fsecret.txt',
    '/tiles/.hidden',
    '/tiles/link.txt',
    '/tiles/up/secret.txt',
    '/tiles//etc/passwd',
  ])('answers 404 to %s', async (path) => expect(await statusOf(path)).toBe(404));
  it('is not there where none was given', async () =>
    expect((await ask('/tiles/tileset.json')).status).toBe(404));
});

describe('parts of a file', () => {
  const whole = Buffer.from(Array.from({ length: 5000 }, (_, i) => i % 251));
  const part = (range: string, more: Record<string, string> = {}, path = '/tiles.bin', method = 'GET') =>
    ask(path, { method, headers: { Range: range, ...more } });

  it.each([
    ['bytes=0-0', 0, 0],
    ['bytes=10-19', 10, 19],
    ['bytes=4990-', 4990, 4999],
    ['bytes=-5', 4995, 4999],
    ['bytes=-9999', 0, 4999],
    ['bytes=4000-99999', 4000, 4999],
    ['Bytes=1-2', 1, 2],
  ])('%s', async (range, from, to) => {
    const answer = await part(range);
    expect(answer.status).toBe(206);
    expect(answer.headers['content-range']).toBe(`bytes ${from}-${to}/5000`);
    expect(answer.headers['content-length']).toBe(String(to - from + 1));
    expect(answer.headers['accept-ranges']).toBe('bytes');
    expect(answer.body.equals(whole.subarray(from, to + 1))).toBe(true);
  });

  it.each(['bytes=5000-', 'bytes=9000-9001', 'bytes=-0'])('that there are none of: %s', async (range) => {
    const answer = await part(range);
    expect(answer.status).toBe(416);
    expect(answer.headers['content-range']).toBe('bytes */5000');
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      expect(answer.headers[name.toLowerCase()]).toBe(value);
  });

  it.each(['bytes=9-1', 'bytes=-', 'bytes=a-b', 'lines=1-2', 'bytes=0-1,4-5', 'bytes', ''])(
    'that nobody can make out or that are several give the whole: %s',
    async (range) => {
      const answer = await part(range);
      expect(answer.status).toBe(200);
      expect(answer.body).toHaveLength(5000);
    },
  );

  it('are of the file on the disk, not of its compressed form', async () => {
    const answer = await part('bytes=7-12', { 'Accept-Encoding': 'gzip, br' }, '/assets/index-Ab3_x-9Z.js');
    expect(answer.status).toBe(206);
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.body.toString()).toBe(script.slice(7, 13));
  });

  it('are only given where the asker has the same file, and not to HEAD', async () => {
    const { headers } = await ask('/tiles.bin');
    const same = await part('bytes=0-3', { 'If-Range': headers.etag ?? '' });
    expect(same.status).toBe(206);
    expect((await part('bytes=0-3', { 'If-Range': headers['last-modified'] ?? '' })).status).toBe(206);
    const other = await part('bytes=0-3', { 'If-Range': '"other"' });
    expect([other.status, other.body.length]).toEqual([200, 5000]);
    expect((await part('bytes=0-3', {}, '/tiles.bin', 'HEAD')).status).toBe(200);
    expect((await part('bytes=0-3', { 'If-None-Match': headers.etag ?? '' })).status).toBe(304);
  });

  it('put together are the file, however it is cut', () => {
    for (const step of [1, 7, 999, 5000, 6000]) {
      const parts: Buffer[] = [];
      for (let at = 0; at < whole.length; at += step) {
        const range = rangeOf(`bytes=${at}-${at + step - 1}`, whole.length);
        if (range === null || range === 'outside') throw new Error('no part');
        parts.push(whole.subarray(range.from, range.to + 1));
      }
      expect(Buffer.concat(parts).equals(whole)).toBe(true);
    }
    expect(rangeOf('bytes=0-', 0)).toBe('outside');
  });
});
