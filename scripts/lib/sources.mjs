/**
 * Knows whether `dist` was built from the sources that are there now, by their content: clones and archives do not keep
 * times. Tests are no sources.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const SOURCES = [
  'index.html',
  'vite.config.ts',
  'package-lock.json',
  'tsconfig.json',
  'scripts/lib/csp.mjs',
  'scripts/lib/vite-plugins.mjs',
  'src',
  'public',
  'data',
];

/** Written last, into a folder that the build empties first: a build that was broken off leaves none. */
const stampFile = (/** @type {string} */ root) => join(root, 'dist', '.linli-sources');

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]} files below the path, by name
 */
function filesBelow(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(root, `${path}/${name}`));
}

/**
 * @param {string} root
 * @param {string[]} [paths]
 */
export function sourceHash(root, paths = SOURCES) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesBelow(root, path))) {
    if (/\.test\.tsx?$/.test(file)) continue;
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** @param {string} root */
export const builtHash = (root) =>
  existsSync(stampFile(root)) ? readFileSync(stampFile(root), 'utf8') : null;

/** @param {string} root */
export const stampPath = (root) => stampFile(root);
