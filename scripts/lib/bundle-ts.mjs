/**
 * `node scripts/lib/bundle-ts.mjs FILE OUTPUT` makes one module of a TypeScript file and of what it imports from this repository.
 * Packages stay outside and are found in `node_modules` as usual.
 */
import { isAbsolute } from 'node:path';
import process from 'node:process';
import { rolldown } from 'rolldown';

const [input = '', file = ''] = process.argv.slice(2);
const bundle = await rolldown({
  input,
  cwd: process.cwd(),
  platform: 'node',
  external: (id) => !id.startsWith('.') && !id.startsWith('\0') && !isAbsolute(id),
  logLevel: 'silent',
});
await bundle.write({ file, format: 'esm', sourcemap: true, codeSplitting: false });
await bundle.close();
