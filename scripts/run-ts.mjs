/**
 * `node scripts/run-ts.mjs FILE args…` runs a TypeScript file on a Node that cannot read TypeScript itself.
 *
 * The file and what it imports from this repository become one module in `.cache/run-ts/`; packages stay outside and are
 * found in `node_modules` as usual. `import.meta.url` of bundled code names the bundle, so scripts find files from the
 * repository's root, which is the working directory.
 */
import { rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, isAbsolute, join, resolve } from 'node:path';
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
const { rolldown } = await import('rolldown');

const folder = join(root, '.cache', 'run-ts');
await mkdir(folder, { recursive: true });
const output = join(folder, `${basename(entry).replace(/\.\w+$/, '')}-${process.pid}.mjs`);
const bundle = await rolldown({
  input: entry,
  cwd: root,
  platform: 'node',
  external: (id) => !id.startsWith('.') && !id.startsWith('\0') && !isAbsolute(id),
  logLevel: 'silent',
});
await bundle.write({ file: output, format: 'esm', sourcemap: true, codeSplitting: false });
await bundle.close();

process.on('exit', () => {
  for (const path of [output, `${output}.map`]) rmSync(path, { force: true });
});

// The script sees itself as the program that was started.
process.argv = [process.argv[0] ?? 'node', entry, ...args];
await import(pathToFileURL(output).href);
