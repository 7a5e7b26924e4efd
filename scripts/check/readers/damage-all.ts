/** Damages files of every format and reads them, in turn, until so many inputs are through; says of each format how they ended. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { newId } from '../../../src/domain/ids.ts';
import { random32 } from '../../../src/domain/random32.ts';
import { detectPlaceFormat } from '../../../src/transfer/places/detect.ts';
import { readPlaces } from '../../../src/transfer/places/read-places.ts';
import { Refused } from '../../../src/transfer/problem.ts';
import { fileOfBytes, type SourceFile } from '../../../src/transfer/source-file.ts';
import {
  createPlaceDirectory,
  existingOf,
  guessTable,
  mappingOf,
  planImport,
  readTable,
  sampleOfSheet,
} from '../../../src/transfer/tables/index.ts';
import { tiffOf } from '../../../src/transfer/terrain/fixtures/small-tiff.ts';
import { readTileset } from '../../../src/transfer/tiles/read-tileset.ts';

/** A single input must not take longer, however broken it is. */
const SLOWEST_MS = 20_000;
/** Larger ones would make the rounds few. */
const LARGEST_BYTES = 200_000;
const FOLDERS = ['../shared/data', 'tests/fixtures'];

interface Seed {
  readonly format: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

const TABLE = /\.(?:csv|tsv|txt|xlsx)$/i;
const SKIPPED = /\.(?:md|prj|mtl)$|cityjson-schema|crs\//;

const filesOf = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  } catch {
    return [];
  }
};

/** Rasters small enough to be read some thousand times, in every packing. */
const rasters = (): Seed[] => [
  ...(['none', 'lzw', 'deflate', 'packbits'] as const).map((packing) => ({
    format: 'geotiff',
    name: `${packing}.tif`,
    bytes: tiffOf([
      {
        columns: 12,
        rows: 9,
        values: Int16Array.from({ length: 108 }, (_, i) => i),
        packing,
        strip: 2,
        scale: [1, 1],
        tie: [0, 0, 5, 5],
        keys: { 1024: 1, 3072: 4547 },
        nothing: '-9999',
      },
    ]),
  })),
  {
    format: 'asciigrid',
    name: 'a.asc',
    bytes: new TextEncoder().encode(
      `ncols 6\nnrows 5\nxllcorner 100\nyllcorner 200\ncellsize 10\nNODATA_value -9999\n${'1 2,5 3 -9999 5 6\n'.repeat(5)}`,
    ),
  },
];

const seedsOf = async (): Promise<Seed[]> => {
  const seeds: Seed[] = rasters();
  for (const path of FOLDERS.flatMap(filesOf).sort()) {
    const info = statSync(path);
    if (!info.isFile() || info.size === 0 || SKIPPED.test(path)) continue;
    const whole = readFileSync(path);
    // The beginning of a large text is a file cut off, which is one of the ways in which files go bad.
    const bytes = new Uint8Array(whole.subarray(0, LARGEST_BYTES));
    const name = basename(path);
    const file = fileOfBytes(name, new Uint8Array(whole));
    const format = (await detectPlaceFormat(file).catch(() => null)) ?? (TABLE.test(name) ? 'table' : null);
    if (format !== null) seeds.push({ format, name, bytes });
  }
  return seeds;
};

/** One of the ways in which files go bad: bits, cuts, gaps, repeats, runs of one byte, another file's middle. */
const damage = (bytes: Uint8Array, other: Uint8Array, random: () => number): Uint8Array => {
  const at = (): number => Math.floor(random() * bytes.length);
  const copy = bytes.slice();
  switch (Math.floor(random() * 7)) {
    case 0:
      for (let n = 1 + Math.floor(random() * 12); n > 0; n--) copy[at()] = Math.floor(random() * 256);
      return copy;
    case 1:
      return bytes.slice(0, at());
    case 2: {
      const [from = 0, to = 0] = [at(), at()].sort((a, b) => a - b);
      return Uint8Array.from([...bytes.subarray(0, from), ...bytes.subarray(to)]);
    }
    case 3: {
      const from = at();
      copy.copyWithin(at(), from, from + Math.floor(random() * 400));
      return copy;
    }
    case 4: {
      const from = at();
      copy.fill([0, 32, 48, 255][Math.floor(random() * 4)] ?? 0, from, from + 1 + Math.floor(random() * 64));
      return copy;
    }
    case 5: {
      const part = other.subarray(0, Math.floor(random() * Math.min(other.length, 2000)));
      copy.set(
        part.subarray(0, Math.max(0, copy.length - 1)),
        Math.max(0, Math.min(at(), copy.length - part.length)),
      );
      return copy;
    }
    default: {
      // The signs of structured texts, where they do most harm.
      const signs = '{}[]",:;<>/&=-0123456789eE.\n\r\t\\';
      for (let n = 1 + Math.floor(random() * 6); n > 0; n--)
        copy[at()] = signs.charCodeAt(Math.floor(random() * signs.length));
      return copy;
    }
  }
};

const COMMUNITY = newId();
const NOWHERE = createPlaceDirectory({ buildings: [], dwellings: [] });
const NOTHING = existingOf({});

/** Tables are planned as well, against a community that is empty. */
const readAny = async (format: string, file: SourceFile): Promise<void> => {
  if (format === 'table') {
    const table = await readTable(file);
    for (const sheet of table.sheets) {
      const mapping = mappingOf(guessTable(await sampleOfSheet(table, sheet), undefined, '2026-03-05'));
      const stamp = { communityId: COMMUNITY, by: '', at: Date.UTC(2026, 2, 5), newId };
      for await (const _ of planImport(sheet.rows(), mapping, mapping.kind, NOWHERE, NOTHING, { stamp }));
    }
    return;
  }
  const now = await detectPlaceFormat(file);
  if (format === '3dtiles' || now === '3dtiles') await readTileset(file);
  else if (now) await readPlaces(file, now);
  else throw new Refused('format', file.name, '不认识这种文件。', 'This kind of file is not known.');
};

interface Tally {
  inputs: number;
  read: number;
  refused: number;
  slowestMs: number;
}

export const damageAll = async (inputs: number, seed: number): Promise<boolean> => {
  const seeds = await seedsOf();
  const byFormat = new Map<string, Seed[]>();
  for (const one of seeds) byFormat.set(one.format, [...(byFormat.get(one.format) ?? []), one]);
  const each = Math.ceil(inputs / byFormat.size);
  let sound = true;
  let sum = 0;
  for (const [format, files] of [...byFormat].sort()) {
    const random = random32(seed);
    const tally: Tally = { inputs: 0, read: 0, refused: 0, slowestMs: 0 };
    for (; tally.inputs < each; tally.inputs++) {
      const one = files[tally.inputs % files.length];
      const other = seeds[Math.floor(random() * seeds.length)];
      if (!one || !other) break;
      const bad = damage(one.bytes, other.bytes, random);
      const from = performance.now();
      try {
        await readAny(format, fileOfBytes(one.name, bad));
        tally.read++;
      } catch (error) {
        if (error instanceof Refused && error.problem.zh !== '' && error.problem.en !== '') tally.refused++;
        else {
          sound = false;
          console.error(`${format}, ${one.name}, input ${tally.inputs} of seed ${seed}:`, error);
        }
      }
      const took = performance.now() - from;
      tally.slowestMs = Math.max(tally.slowestMs, took);
      if (took > SLOWEST_MS) {
        sound = false;
        console.error(
          `${format}, ${one.name}, input ${tally.inputs} of seed ${seed}: ${Math.round(took)} ms`,
        );
      }
    }
    sum += tally.inputs;
    console.log(
      `${format.padEnd(10)} seed ${seed}, ${files.length} files: ${tally.inputs} inputs, ${tally.read} read, ${tally.refused} refused, slowest ${Math.round(tally.slowestMs)} ms`,
    );
  }
  console.log(`${sum} inputs over ${byFormat.size} kinds of reader: ${sound ? 'sound' : 'NOT SOUND'}`);
  return sound;
};
