/**
 * Installs the packages when they are missing or are not those of `package-lock.json`.
 *
 * The hash of the lock file is kept in `node_modules/.linli-lock`. Where that is missing or another, npm's own list of
 * what it installed decides, so that a developer who ran `npm install` does not wait for a second installation.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { runNpm } from './run.mjs';
import { SetUpError, say } from './say.mjs';

/** @typedef {{version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean}} LockedPackage */
/** @typedef {{packages?: Record<string, LockedPackage>}} LockFile */

const stampFile = (/** @type {string} */ root) => join(root, 'node_modules', '.linli-lock');

/**
 * The stamp names the platform, too: packages with compiled parts are not the same on another one.
 * @param {string} lockText
 */
export function lockStamp(lockText) {
  const hash = createHash('sha256').update(lockText).digest('hex');
  return `${hash} ${process.platform} ${process.arch}`;
}

/**
 * Whether everything that the lock file demands is installed in the same version. What is optional may be missing:
 * it is for other platforms.
 * @param {LockFile} lock
 * @param {LockFile} installed npm's `node_modules/.package-lock.json`
 */
export function holdsEveryPackage(lock, installed) {
  const present = installed.packages ?? {};
  return Object.entries(lock.packages ?? {}).every(([path, wanted]) => {
    if (path === '') return true;
    const found = present[path];
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version;
  });
}

/** @param {string} file */
const readText = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null);

/** @param {string} root */
export function isInstallStale(root) {
  const lockText = readText(join(root, 'package-lock.json'));
  if (lockText === null) {
    throw new SetUpError(
      'The file package-lock.json is missing: get a complete copy of Linli.',
      '缺少 package-lock.json 文件，请重新获取完整的邻里代码。',
    );
  }
  if (readText(stampFile(root)) === lockStamp(lockText)) return false;
  const installedText = readText(join(root, 'node_modules', '.package-lock.json'));
  if (installedText === null) return true;
  if (!holdsEveryPackage(JSON.parse(lockText), JSON.parse(installedText))) return true;
  writeFileSync(stampFile(root), lockStamp(lockText));
  return false;
}

/** @param {string} root */
export async function ensureInstalled(root) {
  if (!isInstallStale(root)) return;
  say('Installing packages…', '正在安装依赖…');
  // Not `npm ci`: it refuses a lock file that lacks the compiled parts of any platform, and ours has those of the platform it was
  // made on. This installs the same locked versions and leaves the lock file as it is.
  const code = await runNpm(
    ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    root,
  );
  if (code !== 0) {
    throw new SetUpError(
      'Installing the packages failed: check that npm reaches its registry and that the disk has space, then try again.',
      '依赖安装失败，请检查 npm 源是否可以访问、磁盘空间是否充足，然后重试。',
    );
  }
  writeFileSync(stampFile(root), lockStamp(readFileSync(join(root, 'package-lock.json'), 'utf8')));
}
