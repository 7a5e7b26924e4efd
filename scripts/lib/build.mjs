/** Builds the application when its sources are not those of `dist`. */
import { writeFileSync } from 'node:fs';
import { ROOT } from './paths.mjs';
import { runTool } from './run.mjs';
import { SetUpError, say } from './say.mjs';
import { builtHash, sourceHash, stampPath } from './sources.mjs';

/** @returns {Promise<boolean>} whether there was anything to build */
export async function ensureBuilt() {
  const hash = sourceHash(ROOT);
  if (builtHash(ROOT) === hash) return false;
  say('Building…', '正在构建…');
  // Whoever builds from within a test run has another name for it: what is built is always what is delivered.
  const code = await runTool('vite', ['build', '--logLevel', 'warn'], { env: { NODE_ENV: 'production' } });
  if (code !== 0) {
    throw new SetUpError(
      'Building failed: the first message above says where.',
      '构建失败，原因见上方第一条信息。',
    );
  }
  writeFileSync(stampPath(ROOT), hash);
  return true;
}
