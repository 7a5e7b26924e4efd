/**
 * A browser as a process of its own with a profile on the disk, for what happens when it is killed: Playwright's own would be asked
 * to close first. Ended by its own process group.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../lib/browser.mjs';
import { SWITCHES } from './browser.ts';

export interface OwnBrowser {
  readonly page: Page;
  /** As a power cut does it: nothing is flushed, nobody is asked. Resolves when the process is gone. */
  kill(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;

const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

/** The port that the browser chose, which it writes into its profile. */
const portOf = async (profile: string): Promise<number> => {
  const end = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const port = Number(text.split('\n')[0]);
    if (port > 0) return port;
    if (Date.now() > end) throw new Error('The browser did not start');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

export async function startOwnBrowser(profile: string): Promise<OwnBrowser> {
  const path = findBrowser();
  if (path === null) throw new Error('There is no browser: `npm test` finds or installs one.');
  // One that was killed has left its port behind.
  await rm(join(profile, 'DevToolsActivePort'), { force: true });
  const child = spawn(
    path,
    [
      ...SWITCHES,
      '--headless',
      '--disable-3d-apis',
      '--force-prefers-reduced-motion',
      '--lang=zh-CN',
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      'about:blank',
    ],
    { stdio: 'ignore', detached: true },
  );
  const kill = async (): Promise<void> => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGKILL');
    await gone(child);
  };
  try {
    const browser: Browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portOf(profile)}`);
    const [context] = browser.contexts();
    const page = context?.pages()[0] ?? (await context?.newPage());
    if (!page) throw new Error('The browser has no page');
    await page.setViewportSize({ width: 1366, height: 768 });
    return { page, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}
