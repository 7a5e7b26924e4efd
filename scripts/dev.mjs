/** `npm run dev`: sets up what is missing, then Vite's development server. Further options go to Vite. */
import process from 'node:process';
import { ensureInstalled } from './lib/install.mjs';
import { checkNode } from './lib/node-version.mjs';
import { ROOT } from './lib/paths.mjs';
import { runTool } from './lib/run.mjs';
import { runMain } from './lib/say.mjs';

await runMain(async () => {
  checkNode();
  await ensureInstalled(ROOT);
  process.exitCode = await runTool('vite', process.argv.slice(2));
});
