/**
 * `node scripts/run-ts.mjs FILE args…` runs a TypeScript file on a Node that cannot read TypeScript itself.
 *
 * The file and what it imports from this repository become one module in `.cache/run-ts/`. A process of its own makes it: the bundler
 * takes some 200 MB, which would stay with the script for as long as it runs. `import.meta.url` of bundled code names the bundle, so
 * scripts find files from the repository's root, which is the working directory.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage: node scripts/run-ts.mjs FILE args…');
  process.exit(2);
}

const entry = resolve(file);
process.chdir(root);
process.setSourceMapsEnabled(true);

const folder = join(root, '.cache', 'run-ts');
await mkdir(folder, { recursive: true });
const output = join(folder, `${basename(entry).replace(/\.\w+$/, '')}-${process.pid}.mjs`);
process.on('exit', () => {
  for (const path of [output, `${output}.map`]) rmSync(path, { force: true });
});
const bundler = join(root, 'scripts', 'lib', 'bundle-ts.mjs');
const { status } = spawnSync(process.execPath, [bundler, entry, output], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

// The script sees itself as the program that was started.
process.argv = [process.argv[0] ?? 'node', entry, ...args];
await import(pathToFileURL(output).href);
