/** The browser of the end-to-end tests, benches and pictures: the system's own, drawing without a GPU, cut off from the network. */
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { findBrowser } from '../lib/browser.mjs';

export const SWITCHES = [
  // The tests run as root in containers, where Chromium's sandbox cannot start.
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Nothing but this machine has an address, whatever asks: page, worker, service worker or the browser itself.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export function launchBrowser(extraSwitches: string[] = []): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('There is no browser: `npm test` finds or installs one.');
  return chromium.launch({ executablePath, args: [...SWITCHES, ...extraSwitches] });
}

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

/** A fresh profile in which every other origin is refused and every fault is written down. */
export async function openContext(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<{ context: BrowserContext; page: Page; misdeeds: Misdeeds }> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...options,
  });
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
  const page = await context.newPage();
  return { context, page, misdeeds };
}
