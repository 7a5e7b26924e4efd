/** The browser of the end-to-end tests, benches and pictures: the system's own, drawing without a GPU unless told otherwise, cut off from the network. */
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { findBrowser } from '../lib/browser.mjs';

/** In software, which is the same everywhere; `LINLI_DRAW=gpu` takes this machine's own graphics card. */
const DRAWING =
  process.env['LINLI_DRAW'] === 'gpu'
    ? [
        '--use-angle=vulkan',
        '--enable-features=Vulkan',
        '--ignore-gpu-blocklist',
        '--enable-gpu-rasterization',
      ]
    : ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

export const SWITCHES = [
  // The tests run as root in containers, where Chromium's sandbox cannot start.
  '--no-sandbox',
  ...DRAWING,
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Nothing but this machine has an address, whatever asks: page, worker, service worker or the browser itself.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

const launchOptions = (extraSwitches: string[] = []) => {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('There is no browser: `npm test` finds or installs one.');
  return { executablePath, args: [...SWITCHES, ...extraSwitches] };
};

export const launchBrowser = (extraSwitches: string[] = []): Promise<Browser> =>
  chromium.launch(launchOptions(extraSwitches));

/** What a context did that it should not have done. */
export interface Misdeeds {
  /** Addresses of other origins that were asked for; all were refused. */
  readonly outsideRequests: string[];
  readonly policyViolations: string[];
  /** Errors in the console and exceptions nobody caught. */
  readonly errors: string[];
}

const isInside = (address: string, origin: string): boolean => {
  const url = new URL(address);
  return url.origin === origin || url.protocol === 'data:' || url.protocol === 'blob:';
};

/** A context as a user in the west of China has it. */
const AT_HOME: BrowserContextOptions = {
  viewport: { width: 1366, height: 768 },
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
};

interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly misdeeds: Misdeeds;
}

/** Refuses every other origin and writes down every fault. */
async function watch(context: BrowserContext, origin: string): Promise<Misdeeds> {
  const misdeeds: Misdeeds = { outsideRequests: [], policyViolations: [], errors: [] };
  context.on('request', (request) => {
    if (!isInside(request.url(), origin)) misdeeds.outsideRequests.push(request.url());
  });
  await context.route(
    (url) => !isInside(url.href, origin),
    (route) => route.abort(),
  );
  await context.exposeFunction('reportPolicyViolation', (text: string) =>
    misdeeds.policyViolations.push(text),
  );
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { reportPolicyViolation } = window as unknown as {
        reportPolicyViolation: (text: string) => void;
      };
      reportPolicyViolation(
        `${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
      );
    });
  });
  context.on('console', (message) => {
    if (message.type() === 'error') misdeeds.errors.push(message.text());
  });
  context.on('weberror', (error) => misdeeds.errors.push(String(error.error().stack ?? error.error())));
  return misdeeds;
}

/** A fresh profile in memory, in which every other origin is refused and every fault is written down. */
export async function openContext(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({ ...AT_HOME, ...options });
  const misdeeds = await watch(context, origin);
  return { context, misdeeds, page: await context.newPage() };
}

/**
 * A fresh profile on the disk, in a browser of its own, as a user has one: what is stored goes to the database that users have.
 * Chromium keeps IndexedDB of a profile in memory in another engine, which takes up to ten times as long to write rows with many
 * index entries (version 150, measured by `scripts/bench/importing.ts`). `close` deletes it.
 */
export async function openProfile(origin: string): Promise<Opened & { readonly close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-profile-'));
  const context = await chromium.launchPersistentContext(folder, { ...AT_HOME, ...launchOptions() });
  const misdeeds = await watch(context, origin);
  const close = async (): Promise<void> => {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { context, misdeeds, page: context.pages()[0] ?? (await context.newPage()), close };
}
