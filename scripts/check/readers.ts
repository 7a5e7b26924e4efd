/**
 * `npm run check:readers`: the long form of the readers' fuzz tests, and their memory. Whole files of every format that Linli reads,
 * real ones among them, are damaged in all ways that files go bad; each must end in a result or in a refusal with its sentence, soon.
 * Then files of hundreds of megabytes are read in processes of their own, whose peak is held against six times the file and 200 MB.
 *
 *   npm run check:readers -- 40000 7                  so many inputs (20,000 where none are named), from this seed on
 *   npm run check:readers -- damage 40000 7           the same without the memory
 *   npm run check:readers -- memory 250               only the memory, with files of so many megabytes
 *   npm run check:readers -- memory 36 plan plan-xlsx one or some readers only
 *   npm run check:readers -- memory 36 heap plan      and the smallest heap, by halving, in which the reader still ends
 *
 * What a process has before it reads (the program, and for rosters a town of 72,000 homes) is measured with a file of a few rows, and
 * told beside the peak.
 */
import { fork } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import '../lib/small-heap.mjs';
import { damageAll } from './readers/damage-all.ts';
import { makeLargeFiles } from './readers/large-files.ts';
import { LARGE_READERS, readLarge } from './readers/read-large.ts';

const MEGABYTE = 1_000_000;
/** Files that nothing of may stay: what was asked for in the beginning. */
const aimOf = (bytes: number): number => 6 * bytes + 200 * MEGABYTE;
const megabytes = (bytes: number): string => `${Math.round(bytes / MEGABYTE)} MB`;

interface Peak {
  readonly found: string;
  readonly seconds: number;
  readonly peakBytes: number;
}

/** Null where the process died: its heap was too small. */
const peakOf = (reader: string, path: string, heapMegabytes?: number): Promise<Peak | null> =>
  new Promise((resolve) => {
    const child = fork(fileURLToPath(import.meta.url), ['--read', reader, path], {
      ...(heapMegabytes === undefined
        ? {}
        : { execArgv: [`--max-old-space-size=${heapMegabytes}`], silent: true }),
    });
    let peak: Peak | null = null;
    child.on('message', (told) => {
      peak = told as Peak;
    });
    child.on('exit', () => resolve(peak));
  });

/** The smallest heap of old objects in which a reader ends, to a twentieth. */
const smallestHeap = async (reader: string, path: string): Promise<number> => {
  let [no, yes] = [0, 4_000];
  while (yes - no > Math.max(4, yes / 20)) {
    const middle = Math.round((no + yes) / 2);
    if (await peakOf(reader, path, middle)) yes = middle;
    else no = middle;
  }
  return yes;
};

const checkMemory = async (size: number, only: readonly string[], probesHeap: boolean): Promise<boolean> => {
  const files = makeLargeFiles(size * MEGABYTE);
  const few = makeLargeFiles(1);
  let holds = true;
  try {
    for (const [reader, { file, title }] of Object.entries(LARGE_READERS)) {
      if (only.length > 0 && !only.includes(reader)) continue;
      const { path, bytes } = files.get(file);
      const peak = await peakOf(reader, path);
      const before = await peakOf(reader, few.get(file).path);
      if (!peak || !before) throw new Error(`${reader} did not end`);
      const within = peak.peakBytes - before.peakBytes <= aimOf(bytes);
      holds &&= within;
      const heap = probesHeap ? `, heap ${await smallestHeap(reader, path)} MB` : '';
      console.log(
        `${title.padEnd(34)} ${megabytes(bytes)}: ${peak.found}, ${peak.seconds.toFixed(1)} s, peak ${megabytes(peak.peakBytes)}, ${megabytes(peak.peakBytes - before.peakBytes)} of it for the file, of ${megabytes(aimOf(bytes))} ${within ? 'ok' : 'TOO MUCH'}${heap}`,
      );
    }
  } finally {
    files.remove();
    few.remove();
  }
  return holds;
};

const [first = '20000', second] = process.argv.slice(2);
if (first === '--read') {
  const [, reader = '', path = ''] = process.argv.slice(2);
  const began = performance.now();
  const found = await readLarge(reader, path);
  const peak: Peak = {
    found,
    seconds: (performance.now() - began) / 1000,
    // `maxRSS` is in kilobytes.
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
  process.send?.(peak);
} else if (first === 'memory') {
  const names = process.argv.slice(4);
  const readers = names.filter((name) => name !== 'heap');
  const holds = await checkMemory(Number(second ?? 250), readers, readers.length < names.length);
  process.exitCode = holds ? 0 : 1;
} else if (first === 'damage') {
  const seed = Number(process.argv[4] ?? 1);
  process.exitCode = (await damageAll(Number(second ?? 20_000), seed)) ? 0 : 1;
} else {
  const sound = await damageAll(Number(first), Number(second ?? 1));
  const holds = await checkMemory(250, [], false);
  process.exitCode = sound && holds ? 0 : 1;
}
