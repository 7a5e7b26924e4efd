/**
 * `npm start`: everything from a fresh clone to the open application. Uses Node's own modules only, because it runs before
 * any package is there.
 *
 *   --port N   this port and no other (0: any free one); without it 5320 or the next free one
 *   --open     open the address in the browser
 */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { readArguments, readPort } from './lib/arguments.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { checkNode } from './lib/node-version.mjs';
import { DIST, ROOT } from './lib/paths.mjs';
import { runMain, say } from './lib/say.mjs';
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

await runMain(async () => {
  checkNode();
  const options = readArguments(process.argv.slice(2), { flags: ['open'], values: ['port'] });
  const port = typeof options['port'] === 'string' ? readPort(options['port']) : null;
  await ensureInstalled(ROOT);
  await ensureBuilt();
  const { url, close } = await serve(DIST, { port: port ?? DEFAULT_PORT, exact: port !== null });
  say(`Linli is at ${url} (Ctrl C ends it)`, `邻里已启动：${url}（按 Ctrl C 结束）`);
  if (options['open']) openInBrowser(url);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => void close().then(() => process.exit(0)));
  }
});
