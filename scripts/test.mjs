/**
 * `npm test`: sets up what is missing, then every check there is, and ends with one line `N passed, N failed`.
 *
 * A part that fails does not stop the others, except that nothing can be tested in a browser when the build failed.
 *
 *   --only a,b   some parts: types, format, lint, unused, unit, build, e2e
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { readArguments } from './lib/arguments.mjs';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { closingLine, countsOf, one, sum } from './lib/counts.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { checkNode } from './lib/node-version.mjs';
import { CACHE, ROOT } from './lib/paths.mjs';
import { runTool } from './lib/run.mjs';
import { SetUpError, say } from './lib/say.mjs';

/** @typedef {import('./lib/counts.mjs').Counts} Counts */

/** @type {(packageName: string, args: string[], binName?: string) => () => Promise<Counts>} */
const tool = (packageName, args, binName) => async () =>
  one((await runTool(packageName, args, binName === undefined ? {} : { binName })) === 0);

/**
 * @param {string} project
 * @param {Record<string, string>} [env]
 */
async function vitest(project, env = {}) {
  const file = join(CACHE, `vitest-${project}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runTool('vitest', ['run', '--project', project, ...reporters], { env });
  return countsOf(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null, code);
}

/** @type {Record<string, {name: string, check: () => Promise<Counts>}>} */
const PARTS = {
  types: { name: 'Types', check: tool('typescript', ['-p', '.', '--noEmit'], 'tsc') },
  format: { name: 'Format', check: tool('@biomejs/biome', ['ci']) },
  lint: { name: 'Lint', check: tool('oxlint', ['--deny-warnings']) },
  unused: { name: 'Unused code', check: tool('knip', ['--no-progress']) },
  unit: { name: 'Unit and architecture tests', check: () => vitest('unit') },
  build: { name: 'Build', check: () => ensureBuilt().then(() => one(true)) },
  e2e: {
    name: 'End-to-end tests',
    check: async () => vitest('e2e', { LINLI_BROWSER: await ensureBrowser() }),
  },
};

/** @param {string | true | undefined} only */
function chosenParts(only) {
  const keys = typeof only === 'string' ? only.split(',') : Object.keys(PARTS);
  const unknown = keys.find((key) => !(key in PARTS));
  if (unknown === undefined) return keys;
  const known = Object.keys(PARTS).join(', ');
  throw new SetUpError(
    `There is no part “${unknown}”; the parts are ${known}.`,
    `没有“${unknown}”这一项，可选：${known}。`,
  );
}

async function main() {
  /** @type {Counts[]} */
  const counts = [];
  let built = true;
  try {
    checkNode();
    const keys = chosenParts(readArguments(process.argv.slice(2), { values: ['only'] })['only']);
    await ensureInstalled(ROOT);
    for (const key of keys) {
      const part = PARTS[key];
      if (part === undefined || (key === 'e2e' && !built)) continue;
      console.log(`\n── ${part.name}`);
      const result = await part.check().catch((error) => {
        console.error(error instanceof SetUpError ? error.message : error);
        return one(false);
      });
      if (key === 'build') built = result.failed === 0;
      if (result.failed > 0) say(`${part.name}: ${result.failed} failed`, `有 ${result.failed} 项未通过`);
      counts.push(result);
    }
  } catch (error) {
    console.error(error instanceof SetUpError ? error.message : error);
    counts.push(one(false));
  }
  const total = sum(counts);
  console.log(`\n${closingLine(total)}`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

await main();
