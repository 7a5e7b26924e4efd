/**
 * `npm run wall`: the command wall of this machine. Serves the application and opens it over the whole screen, without a bar; a browser
 * that ends is started again, until Ctrl C.
 *
 *   --port N        this port and no other; without it 5320 or the next free one
 *   --url ADDRESS   the application of another server, instead of one of its own
 *   --profile DIR   the browser's profile, in which the community lies; without it a folder of the wall's own in the home folder
 *   --position X,Y  where the window opens: another screen
 *   --query TEXT    what stands behind the wall's address, as the editor's "copy address" gives it: set=…
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { readArguments, readPort } from './lib/arguments.mjs';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { kioskArguments, nextWait, wallAddress } from './lib/kiosk.mjs';
import { checkNode } from './lib/node-version.mjs';
import { DIST, ROOT } from './lib/paths.mjs';
import { runMain, SetUpError, say } from './lib/say.mjs';
import { serve } from './server.mjs';

const DEFAULT_PORT = 5320;

/** @param {string | true | undefined} value */
const text = (value) => (typeof value === 'string' ? value : null);

/** @param {string} address */
function checkAddress(address) {
  if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return address;
  throw new SetUpError(
    `“${address}” is no address: give one such as https://linli.example/.`,
    `“${address}”不是网址，请写成 https://linli.example/ 的形式。`,
  );
}

await runMain(async () => {
  checkNode();
  const options = readArguments(process.argv.slice(2), {
    values: ['port', 'url', 'profile', 'position', 'query'],
  });
  const port = text(options['port']);
  const address = text(options['url']);
  await ensureInstalled(ROOT);
  const browser = await ensureBrowser();
  let base = address === null ? '' : checkAddress(address);
  let close = async () => {};
  if (address === null) {
    await ensureBuilt();
    const server = await serve(DIST, {
      port: port === null ? DEFAULT_PORT : readPort(port),
      exact: port !== null,
    });
    base = server.url;
    close = server.close;
  }
  const profile = text(options['profile']) ?? join(homedir(), '.linli', 'wall');
  mkdirSync(profile, { recursive: true });
  const url = wallAddress(base, text(options['query']) ?? '');
  const args = kioskArguments({
    url,
    profile,
    root: process.platform === 'linux' && process.getuid?.() === 0,
    position: text(options['position']),
  });
  say(`The wall shows ${url} (Ctrl C ends it)`, `大屏已启动：${url}（按 Ctrl C 结束）`);

  let ending = false;
  let wait = 0;
  /** @type {import('node:child_process').ChildProcess | null} */
  let child = null;
  const start = () => {
    const startedAt = Date.now();
    child = spawn(browser, args, { stdio: 'ignore' });
    let ended = false;
    const onEnd = () => {
      if (ended || ending) return;
      ended = true;
      wait = nextWait(Date.now() - startedAt, wait);
      say(
        `The browser ended; it starts again in ${wait / 1000} s`,
        `浏览器已退出，${wait / 1000} 秒后重新打开`,
      );
      setTimeout(start, wait);
    };
    child.on('exit', onEnd);
    child.on('error', onEnd);
  };
  start();
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      ending = true;
      child?.kill();
      void close().then(() => process.exit(0));
    });
  }
});
