/**
 * Finds the browser for the end-to-end tests, benches and pictures: Chrome, Chromium or Edge, where they usually are.
 * On Debian as root it installs Chromium, because a fresh container has none.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { run } from './run.mjs';
import { SetUpError, say } from './say.mjs';

/** @typedef {Record<string, string | undefined>} Environment */

const COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/** @type {(env: Environment) => string[]} */
const onWindows = (env) =>
  [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);

/** @type {(env: Environment) => string[]} */
const onMac = (env) =>
  ['/Applications', `${env['HOME'] ?? ''}/Applications`].flatMap((folder) =>
    ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `${folder}/${name}.app/Contents/MacOS/${name}`,
    ),
  );

/** @type {(env: Environment) => string[]} */
const onLinux = (env) =>
  (env['PATH'] ?? '')
    .split(delimiter)
    .concat('/usr/bin', '/usr/local/bin', '/snap/bin')
    .flatMap((folder) => COMMANDS.map((command) => join(folder, command)));

/**
 * @param {{platform?: string, env?: Environment, exists?: (path: string) => boolean}} [surroundings]
 * @returns {string | null}
 */
export function findBrowser({ platform = process.platform, env = process.env, exists = existsSync } = {}) {
  const chosen = env['LINLI_BROWSER'];
  if (chosen !== undefined && chosen !== '') {
    if (exists(chosen)) return chosen;
    throw new SetUpError(
      `LINLI_BROWSER names ${chosen}, which does not exist.`,
      `LINLI_BROWSER 指定的 ${chosen} 不存在。`,
    );
  }
  const candidates =
    platform === 'win32' ? onWindows(env) : platform === 'darwin' ? onMac(env) : onLinux(env);
  return candidates.find(exists) ?? null;
}

async function installOnDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  say('Installing Chromium…', '正在安装 Chromium…');
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
}

/** @returns {Promise<string>} the browser's path */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found !== null) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await installOnDebian();
    const installed = findBrowser();
    if (installed !== null) return installed;
  }
  throw new SetUpError(
    'No browser was found: install Chrome, Chromium or Edge, or name one in the variable LINLI_BROWSER.',
    '未找到浏览器，请安装 Chrome、Chromium 或 Edge，或用环境变量 LINLI_BROWSER 指定。',
  );
}
