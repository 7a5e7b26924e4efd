/** One browser with one fresh profile for a file of end-to-end tests, opened before them and closed after them. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { launchBrowser, type Misdeeds, openContext } from '../../scripts/browser/browser.ts';
import { screenshot } from '../../scripts/browser/linli.ts';

export interface Session {
  readonly baseUrl: string;
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly misdeeds: Misdeeds;
}

export interface SessionOptions {
  readonly context?: BrowserContextOptions;
  readonly switches?: string[];
}

/** Flights and openings in one step: without a GPU each frame of them takes as long as it takes. */
const CALM: BrowserContextOptions = { reducedMotion: 'reduce' };

/** The returned function gives the session once the tests run. */
export function useSession({ context = {}, switches = [] }: SessionOptions = {}): () => Session {
  let session: Session | undefined;
  beforeAll(async () => {
    const baseUrl = inject('linliUrl');
    const browser = await launchBrowser(switches);
    session = {
      baseUrl,
      browser,
      ...(await openContext(browser, new URL(baseUrl).origin, { ...CALM, ...context })),
    };
  });
  // What the page looked like tells more than the assertion that failed.
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || session === undefined) return;
    await screenshot(session.page, task.name.replace(/\W+/g, '-')).catch(() => undefined);
  });
  afterAll(() => session?.browser.close());
  return () => {
    if (session === undefined) throw new Error('The session is used before the tests run');
    return session;
  };
}
