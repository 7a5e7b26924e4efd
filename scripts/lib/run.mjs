/** Starts other programs: npm as this npm was started, and the tools in `node_modules` by Node itself, without a shell. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from './paths.mjs';

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} the exit code; 127 where the program could not be started
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', cwd: ROOT, ...options });
    child.on('error', () => resolve(127));
    child.on('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 128)));
  });
}

/**
 * @param {string[]} args
 * @param {string} cwd
 */
export function runNpm(args, cwd) {
  const npm = process.env['npm_execpath'];
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args], { cwd });
  return run('npm', args, { cwd, shell: process.platform === 'win32' });
}

/**
 * The script behind a package's command.
 * @param {string} packageName
 * @param {string} [binName]
 */
export function binOf(packageName, binName = packageName.split('/').at(-1) ?? packageName) {
  const folder = join(ROOT, 'node_modules', packageName);
  /** @type {{bin?: string | Record<string, string>}} */
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : bin?.[binName];
  if (file === undefined) throw new Error(`The package ${packageName} has no command ${binName}.`);
  return join(folder, file);
}

/**
 * Runs a package's command.
 * @param {string} packageName
 * @param {string[]} args
 * @param {{binName?: string, env?: Record<string, string>}} [options]
 */
export function runTool(packageName, args, { binName, env } = {}) {
  return run(process.execPath, [binOf(packageName, binName), ...args], { env: { ...process.env, ...env } });
}
