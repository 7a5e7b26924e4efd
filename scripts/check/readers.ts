/**
 * `npm run check:readers`: the long form of the readers' fuzz tests, and their memory. Whole files of every format that Linli reads,
 * real ones among them, are damaged in all ways that files go bad; each must end in a result or in a refusal with its sentence, soon.
 * Then files of hundreds of megabytes are read in processes of their own, whose peak is held against six times the file and 200 MB.
 *
 *   npm run check:readers -- 40000 7     so many inputs, from this seed on
 *   npm run check:readers -- memory 250  only the memory, with files of so many megabytes
 */
import { fork } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
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

const peakOf = (reader: string, path: string): Promise<Peak> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), ['--read', reader, path], {
      execArgv: ['--max-old-space-size=16000'],
    });
    let peak: Peak | null = null;
    child.on('message', (told) => {
      peak = told as Peak;
    });
    child.on('exit', (code) =>
      peak === null ? reject(new Error(`${reader} ended with ${code}`)) : resolve(peak),
    );
  });

const checkMemory = async (size: number): Promise<boolean> => {
  const files = makeLargeFiles(size * MEGABYTE);
  let holds = true;
  try {
    for (const [reader, { file, title }] of Object.entries(LARGE_READERS)) {
      const { path, bytes } = files.get(file);
      const { found, seconds, peakBytes } = await peakOf(reader, path);
      const within = peakBytes <= aimOf(bytes);
      holds &&= within;
      console.log(
        `${title.padEnd(34)} ${megabytes(bytes)}: ${found}, ${seconds.toFixed(1)} s, peak ${megabytes(peakBytes)} of ${megabytes(aimOf(bytes))} ${within ? 'ok' : 'TOO MUCH'}`,
      );
    }
  } finally {
    files.remove();
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
  process.exitCode = (await checkMemory(Number(second ?? 250))) ? 0 : 1;
} else {
  const sound = await damageAll(Number(first), Number(second ?? 1));
  const holds = await checkMemory(250);
  process.exitCode = sound && holds ? 0 : 1;
}
