/**
 * `npm start`: everything from a fresh clone to the open application. Uses Node's own modules only, because it runs before
 * any package is there.
 *
 *   --port N   this port and no other (0: any free one); without it 5320 or the next free one
 *   --open     open the address in the browser
 *   --tiles F  a folder of 3D Tiles, served under /tiles/ for the real scene behind the houses
 *   FILE       a community (`.linli`) to open: served to this page alone, for as long as it runs
 */
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import process from 'node:process';
import { readArguments, readPort } from './lib/arguments.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { checkNode } from './lib/node-version.mjs';
import { DIST, ROOT } from './lib/paths.mjs';
import { runMain, say, SetUpError } from './lib/say.mjs';
import { serve } from './server.mjs';

const DEFAULT_PORT = 5320;

/** @param {string} url */
function openInBrowser(url) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => say(`Open ${url} in a browser yourself.`, `请自行在浏览器中打开 ${url}。`));
  child.unref();
}

/**
 * The path of a community that is to be opened; paths are meant from where the command was given.
 * @param {string} path
 */
function communityFile(path) {
  const full = resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
  if (existsSync(full) && statSync(full).isFile()) return full;
  throw new SetUpError(`There is no file ${path}.`, `没有文件 ${path}。`);
}

/**
 * The folder of tilesets that is to be served.
 * @param {string} path
 */
function tilesFolder(path) {
  const full = resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
  if (existsSync(full) && statSync(full).isDirectory()) return full;
  throw new SetUpError(`There is no folder ${path}.`, `没有文件夹 ${path}。`);
}

await runMain(async () => {
  checkNode();
  const options = readArguments(process.argv.slice(2), {
    flags: ['open'],
    values: ['port', 'tiles'],
    file: 'file',
  });
  const file = typeof options['file'] === 'string' ? communityFile(options['file']) : null;
  const tiles = typeof options['tiles'] === 'string' ? tilesFolder(options['tiles']) : null;
  const port = typeof options['port'] === 'string' ? readPort(options['port']) : null;
  await ensureInstalled(ROOT);
  await ensureBuilt();
  const served = await serve(DIST, { port: port ?? DEFAULT_PORT, exact: port !== null, file, tiles });
  const { close } = served;
  const url = file === null ? served.url : `${served.url}?open=${encodeURIComponent(basename(file))}`;
  say(`Linli is at ${url} (Ctrl C ends it)`, `邻里已启动：${url}（按 Ctrl C 结束）`);
  if (tiles !== null) {
    const address = existsSync(join(tiles, 'tileset.json')) ? '/tiles/tileset.json' : '/tiles/';
    say(`The tiles of ${tiles} are at ${address}`, `${tiles} 中的瓦片在 ${address}`);
  }
  if (options['open']) openInBrowser(url);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => void close().then(() => process.exit(0)));
  }
});
