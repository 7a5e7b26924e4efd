/**
 * Bringing things in, in the real browser: a city's map and a city model to the first picture, a hundred thousand residents checked and
 * stored. The city files are those of `../shared/data`; without them their rows are left out, and said so.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Collection } from '../convert/collection.ts';
import { openProfile } from '../browser/browser.ts';
import { goTo, whenIdle } from '../browser/linli.ts';
import { DIST } from '../lib/paths.mjs';
import { serve } from '../server.mjs';
import { writeBackup } from '../../src/transfer/backup/write.ts';
import { barestPictureMs, maplibrePictureMs } from './peers.ts';
import { AIM, csvBytes, makeTown, PEOPLE } from './tables.ts';
import { type Figure, median } from './table.ts';

const DATA = '../shared/data';
const ROUNDS = 3;
const LONGEST_MS = 300_000;

const MAPS = [
  {
    name: 'Manhattan, 32,461 buildings (GeoJSON, 18 MB)',
    path: `${DATA}/buildings/nyc_manhattan_osm.geojson`,
    aim: 6,
    peer: true,
  },
  {
    name: 'Den Haag, 2,498 objects (CityJSON, 3 MB)',
    path: `${DATA}/cityjson/denhaag_01_v1.1.city.json`,
    aim: 2.5,
    peer: false,
  },
] as const;

/** A community as a file that the application opens by itself. */
const communityFile = async (collection: Collection, folder: string): Promise<string> => {
  const { community } = collection;
  const none = async function* (): AsyncGenerator<never> {};
  const parts: Uint8Array[] = [];
  for await (const piece of writeBackup(collection.batches(), none(), {
    community: { id: community.id, name: community.name, synthetic: false },
    createdAt: collection.at,
    application: 'bench',
    counts: collection.counts(),
    passphrase: null,
  }))
    parts.push(piece);
  const path = join(folder, 'bench.linli');
  writeFileSync(path, Buffer.concat(parts));
  return path;
};

const withCommunity = async <T>(collection: Collection, job: (page: Page) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'));
  const file = await communityFile(collection, folder);
  const { url, close } = await serve(DIST, { port: 0, file });
  const { page, close: closeProfile } = await openProfile(new URL(url).origin);
  try {
    page.setDefaultTimeout(LONGEST_MS);
    await page.goto(`${url}?open=bench.linli&inspect#/staff`);
    await page.waitForFunction(() => 'linli' in window);
    await page.evaluate(() => window.linli.ready);
    await whenIdle(page);
    return await job(page);
  } finally {
    await closeProfile();
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
};

interface PictureTimes {
  /** All of its bodies as they were read; NaN for a format whose places come only with its last bytes. */
  readonly sketchMs: number;
  /** The preview: checked, placed, matched with what stands there, in the scene's own light. */
  readonly previewMs: number;
}

/** From the file's arrival, by the page's clock. */
const pictureTimes = async (page: Page, path: string): Promise<PictureTimes> => {
  await goTo(page, '/staff/data/import');
  await page.evaluate(() => performance.clearMarks());
  const input = page.locator('input[type=file]').first();
  await input.evaluate((element) => {
    element.addEventListener('change', () => performance.mark('given'), { capture: true, once: true });
  });
  await input.setInputFiles(path);
  await page.waitForFunction(() => performance.getEntriesByName('linli:picture').length > 0, undefined, {
    polling: 50,
  });
  return page.evaluate(() => {
    const at = (name: string): number => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
    const given = at('given');
    return { sketchMs: at('linli:sketch') - given, previewMs: at('linli:picture') - given };
  });
};

const measureMaps = async (): Promise<Figure[]> => {
  const figures: Figure[] = [];
  for (const { name, path, aim, peer } of MAPS) {
    if (!existsSync(path)) {
      console.error(`${name}: left out, ${path} is not there`);
      continue;
    }
    const times: PictureTimes[] = [];
    for (let round = 0; round < ROUNDS; round++)
      times.push(await withCommunity(new Collection('空', Date.now()), (page) => pictureTimes(page, path)));
    const seconds = median(times.map(({ previewMs }) => previewMs)) / 1000;
    figures.push({ name: `${name}: to the checked preview`, unit: 's', measured: seconds, aim });
    if (!peer) continue;
    const sketched = median(times.map(({ sketchMs }) => sketchMs)) / 1000;
    const maplibre = median(await maplibrePictureMs(path, ROUNDS)) / 1000;
    const barest = median(await barestPictureMs(path, ROUNDS)) / 1000;
    figures.push(
      {
        name: 'the same: to the first picture, all bodies at their heights',
        unit: 's',
        measured: sketched,
        aim,
      },
      { name: 'MapLibre GL, the same file: to its picture', unit: 's', measured: maplibre, aim: null },
      { name: 'The first picture, times MapLibre GL', unit: '×', measured: sketched / maplibre, aim: 1.5 },
      { name: 'The checked preview, times MapLibre GL', unit: '×', measured: seconds / maplibre, aim: null },
      { name: 'The barest drawing of the same file', unit: 's', measured: barest, aim: null },
    );
  }
  return figures;
};

interface RosterTimes {
  readonly checkedMs: number;
  readonly storedMs: number;
}

const measureRoster = async (): Promise<Figure[]> => {
  const town = makeTown();
  const collection = new Collection('百栋', Date.now());
  collection.moveTo([107.65, 35.73]);
  const { id } = collection.community;
  collection.apply([
    ...town.buildings.map((put) => ({ table: 'buildings' as const, put: { ...put, communityId: id } })),
    ...town.dwellings.map((put) => ({ table: 'dwellings' as const, put: { ...put, communityId: id } })),
  ]);
  const buffer = Buffer.from(csvBytes(town.rows));
  const once = async (page: Page): Promise<RosterTimes> => {
    await goTo(page, '/staff/data/import');
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'residents.csv', mimeType: '', buffer });
    const check = page.getByRole('button', { name: '检查', exact: true });
    await check.waitFor();
    const began = performance.now();
    await check.click();
    await page.getByRole('button', { name: '返回修改对应' }).waitFor();
    const planned = performance.now();
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByText('已导入。').waitFor();
    return { checkedMs: planned - began, storedMs: performance.now() - planned };
  };
  const times: RosterTimes[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await withCommunity(collection, once));
  const checked = median(times.map(({ checkedMs }) => checkedMs));
  const stored = median(times.map(({ storedMs }) => storedMs));
  const both = median(times.map(({ checkedMs, storedMs }) => checkedMs + storedMs));
  const perSecond = (ms: number): number => PEOPLE / (ms / 1000);
  return [
    {
      name: `${PEOPLE.toLocaleString('en')} residents: checked`,
      unit: 'rows/s',
      measured: perSecond(checked),
      aim: null,
    },
    { name: 'and stored', unit: 'rows/s', measured: perSecond(stored), aim: null },
    {
      name: 'checked and stored',
      unit: 'rows/s',
      measured: perSecond(both),
      aim: AIM,
      least: true,
    },
  ];
};

export const measureImports = async (): Promise<Figure[]> => [
  ...(await measureMaps()),
  ...(await measureRoster()),
];
