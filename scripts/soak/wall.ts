/**
 * `npm run check:wall`: a wall that is left alone. A simulated week passes while the tour runs and a desk makes changes; contexts are
 * lost and come back. Prints what is held over time, with its slope, and fails where something grows.
 *
 *   npm run check:wall             30 minutes: at least 20 rounds of the tour, 2,000 changes, 50 lost contexts
 *   npm run check:wall -- 3        so many minutes, and that share of the rest
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { launchBrowser, openContext } from '../browser/browser.ts';
import { openLinli, openWall } from '../browser/linli.ts';
import { ensureBuilt } from '../lib/build.mjs';
import { DIST } from '../lib/paths.mjs';
import { serve } from '../server.mjs';
import { type Held, heldBy, verdictOf } from './held.ts';
import { change, prepareChanges } from './changes.ts';

const FULL_MINUTES = 30;
const FULL = { rounds: 20, changes: 2000, losses: 50 } as const;
const WEEK_MINUTES = 7 * 24 * 60;
/** What the first part holds is what caches fill with. */
const WARM_UP_SHARE = 0.25;
const SAMPLES = 24;
const DRAWN_SOON = { timeout: 60_000 };
/** Fewer than these have no earlier and later half to compare. */
const FEWEST_SAMPLES = 6;
/** A machine that does not come to an end in this share of its time is too slow for a verdict. */
const LONGEST_SHARE = 1.5;

const minutes = Number(process.argv[2] ?? FULL_MINUTES);
if (!(minutes > 0)) throw new Error('Give a number of minutes');
const share = minutes / FULL_MINUTES;
const wanted = {
  rounds: Math.max(1, Math.round(FULL.rounds * share)),
  changes: Math.ceil(FULL.changes * share),
  losses: Math.max(1, Math.round(FULL.losses * share)),
};
/** Stops of one round, measured on the open wall. */
const stopsOf = (page: Page): Promise<number> => page.locator('[data-stop] [data-state]').count();

async function loseContext(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const extension = document
      .querySelector('canvas')
      ?.getContext('webgl2')
      ?.getExtension('WEBGL_lose_context');
    extension?.loseContext();
    await new Promise((resolve) => setTimeout(resolve, 150));
    extension?.restoreContext();
  });
}

const roundsOf = async (page: Page): Promise<number> =>
  Number(await page.locator('[data-wall]').getAttribute('data-rounds'));

interface Job {
  readonly wanted: number;
  done(): number;
  act(): Promise<void>;
}

/** Of what should have been done by now the job that is furthest behind; null when none is. Many small jobs must not starve few large ones. */
const mostOwed = (jobs: readonly Job[], due: number): Job | null => {
  const owed = jobs
    .map((job) => ({ job, behind: due - job.done() / job.wanted }))
    .filter(({ job }) => job.done() < Math.floor(job.wanted * due + 1e-9))
    .toSorted((a, b) => b.behind - a.behind);
  return owed[0]?.job ?? null;
};

const row = (held: Held): string =>
  [
    (held.atMs / 60_000).toFixed(1).padStart(6),
    held.heapMegabytes.toFixed(1).padStart(8),
    String(held.geometries).padStart(6),
    String(held.textures).padStart(6),
    String(held.nodes).padStart(7),
    String(held.listeners).padStart(7),
  ].join('  ');

await ensureBuilt();
const { url, close } = await serve(DIST, { port: 0 });
const browser = await launchBrowser();
try {
  const { page, context, misdeeds } = await openContext(browser, new URL(url).origin, {
    viewport: { width: 960, height: 540 },
    // Cuts instead of flights: without a GPU a flight would be most of what is measured.
    reducedMotion: 'reduce',
  });
  const speed = Math.round(WEEK_MINUTES / minutes);
  await openWall(page, url, '?interval=600');
  const stops = await stopsOf(page);
  // A busy machine shows a stop a little longer than it should.
  const interval = (minutes * 60) / ((wanted.rounds * 1.08 + 0.5) * stops);
  await openWall(page, url, `?now=2026-09-25T22:00&speed=${speed}&interval=${interval.toFixed(2)}`);
  const desk = await context.newPage();
  await desk.setViewportSize({ width: 1000, height: 420 });
  await openLinli(desk, url, '/staff');
  await prepareChanges(desk);
  // As it hangs there: the browser gives a window behind another a frame a second.
  await page.bringToFront();

  console.log(
    `${minutes} min as ${WEEK_MINUTES / 60} h; a stop every ${interval.toFixed(1)} s; ${JSON.stringify(wanted)}\n`,
  );
  console.log(' minute   heap MB   geom    tex    nodes  listeners');
  const began = Date.now();
  const lasts = minutes * 60_000;
  const samples: Held[] = [];
  let changes = 0;
  let losses = 0;
  let fault: unknown = null;
  const jobs: readonly Job[] = [
    { wanted: wanted.changes, done: () => changes, act: async () => void (await change(desk, changes++)) },
    {
      wanted: wanted.losses,
      done: () => losses,
      act: async () => {
        await loseContext(page);
        losses++;
      },
    },
    {
      wanted: SAMPLES,
      done: () => samples.length,
      act: async () => {
        // Straight after a loss nothing is held: what would be compared is a picture with none.
        await page.waitForFunction(() => window.linli.memory().geometries > 0, undefined, DRAWN_SOON);
        const held = await heldBy(page, Date.now() - began);
        samples.push(held);
        console.log(row(held), ` ${await roundsOf(page)} rounds, ${changes} changes, ${losses} losses`);
      },
    },
  ];
  for (;;) {
    const passed = Date.now() - began;
    // What is owed at the end is all of it: a machine too slow for that still comes to an end, at the latest here.
    const job = mostOwed(jobs, Math.min(1, passed / lasts));
    if (passed > lasts * LONGEST_SHARE) break;
    try {
      if (job) await job.act();
      // Rounds go by themselves: a busy machine is given the time for all of them.
      else if (passed < lasts || (await roundsOf(page)) < wanted.rounds)
        await new Promise((resolve) => setTimeout(resolve, passed < lasts ? 50 : 1000));
      else break;
    } catch (error) {
      // What was measured until then is told all the same.
      fault = error;
      break;
    }
  }
  const rounds = await roundsOf(page).catch(() => Number.NaN);
  const settled = samples.filter(({ atMs }) => atMs >= lasts * WARM_UP_SHARE);
  const verdicts = verdictOf(settled);
  console.log(
    `\n${rounds} rounds (aim ${wanted.rounds}), ${changes} changes (${wanted.changes}), ${losses} lost contexts (${wanted.losses})`,
  );
  for (const { name, first, last, perHour, aim, ok } of verdicts)
    console.log(
      `${ok ? 'ok    ' : 'GREW  '} ${name}: lowest ${first} → ${last} (aim ≤ ${aim}), ${perHour} an hour`,
    );
  const faults = misdeeds.errors.filter((text) => !/context/i.test(text));
  if (faults.length > 0) console.log(`Errors in the console:\n${faults.slice(0, 10).join('\n')}`);
  mkdirSync('.tmp', { recursive: true });
  writeFileSync(
    '.tmp/soak-wall.json',
    JSON.stringify({ minutes, rounds, changes, losses, samples }, null, 1),
  );
  const enough = rounds >= wanted.rounds && changes >= wanted.changes && losses >= wanted.losses;
  if (fault !== null) console.log(`Ended before its time: ${String(fault)}`);
  else if (!enough) console.log('Fewer rounds, changes or losses than asked for: the machine was too slow.');
  const isFlat = settled.length >= FEWEST_SAMPLES && verdicts.every(({ ok }) => ok);
  const passes = isFlat && faults.length === 0 && enough && fault === null;
  console.log(passes ? 'Nothing grew.' : 'NOT PASSED.');
  process.exitCode = passes ? 0 : 1;
} finally {
  await browser.close();
  await close();
}
