/** What lies under and around the houses: a picture on the ground, and photogrammetry as a backdrop. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode, encode } from 'fast-png';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStore } from '../../scripts/browser/database.ts';
import { goTo, openLinli, screenshot, whenIdle } from '../../scripts/browser/linli.ts';
import type { Community, Source } from '../../src/domain/records/index.ts';
import { createFrame } from '../../src/geometry/frame.ts';
import { DIST } from '../../scripts/lib/paths.mjs';
import { serve } from '../../scripts/server.mjs';
import { openContext } from '../../scripts/browser/browser.ts';
import { useSession } from './harness.ts';
import { giveAll, readTileset, writeImport } from './import-actions.ts';
import { writeOwnTileset } from './own-tileset.ts';

const session = useSession();

/** A real tileset of houses and trees, where it is there. */
const TILES = join(import.meta.dirname, '../../../shared/data/models/3dtiles_1.1_MetadataGranularities');
const hasTiles = existsSync(join(TILES, 'tileset.json'));
if (!hasTiles) console.log('backdrop.e2e: shared/data has no tileset here; its tests are skipped');

const communityOf = async (page: Page): Promise<Community> => {
  const [community] = await readStore<Community>(page, 'communities');
  if (!community) throw new Error('there is no community');
  return community;
};

/** Share of the canvas that is of a colour. */
const shareOf = async (page: Page, is: (r: number, g: number, b: number) => boolean): Promise<number> => {
  const { data, width, height, channels } = decode(await page.locator('canvas').first().screenshot());
  let seen = 0;
  for (let at = 0; at < data.length; at += channels)
    if (is(data[at] as number, data[at + 1] as number, data[at + 2] as number)) seen++;
  return seen / (width * height);
};
const drawsWhileStill = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const before = window.linli.frames().scriptMs.join();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return window.linli.frames().scriptMs.join() !== before;
  });
const isMagenta = (r: number, g: number, b: number): boolean => r > 70 && b > 70 && g < Math.min(r, b) * 0.6;

describe('a picture on the ground', () => {
  it('is laid under the houses where its world file says, and taken off again', async () => {
    const { page, baseUrl } = session();
    await openLinli(page, baseUrl);
    expect(await shareOf(page, isMagenta)).toBeLessThan(0.001);
    const { anchor } = await communityOf(page);
    const { metresPerDegree } = createFrame(anchor);
    const [side, metres] = [64, 1600];
    const step = metres / side;
    const [west, north] = createFrame(anchor).toLngLat([-metres / 2 + step / 2, metres / 2 - step / 2]);
    const data = new Uint8Array(side * side * 3).map((_, at) => (at % 3 === 1 ? 0 : 255));
    const world = [step / metresPerDegree.lng, 0, 0, -step / metresPerDegree.lat, west, north].join('\n');
    await giveAll(page, [
      {
        name: '航拍.png',
        buffer: Buffer.from(encode({ width: side, height: side, data, channels: 3, depth: 8 })),
      },
      { name: '航拍.pgw', buffer: Buffer.from(world) },
    ]);
    await page.getByText('每像素约 25 米').waitFor();
    await writeImport(page);
    await screenshot(page, 'ground-picture');
    expect(await shareOf(page, isMagenta)).toBeGreaterThan(0.05);
    const memory = await page.evaluate(() => window.linli.memory());

    // By the layer, and by the source itself.
    await page.getByRole('tab', { name: '图层' }).click();
    await page.getByRole('switch', { name: '地面影像' }).click();
    await whenIdle(page);
    expect(await shareOf(page, isMagenta)).toBeLessThan(0.001);
    const without = await page.evaluate(() => window.linli.memory());
    expect(without).toEqual({ geometries: memory.geometries - 1, textures: memory.textures - 1 });
    await page.getByRole('switch', { name: '地面影像' }).click();
    await whenIdle(page);
    expect(await shareOf(page, isMagenta)).toBeGreaterThan(0.05);
    await goTo(page, '/staff/data/sources');
    await page.getByRole('switch', { name: '在三维中显示' }).click();
    await whenIdle(page);
    expect(await readStore<Source>(page, 'sources')).toMatchObject([{ kind: 'imagery', shown: false }]);
    await goTo(page, '/staff');
    expect(await shareOf(page, isMagenta)).toBeLessThan(0.001);
  });

  it('costs a still scene no frame', async () => {
    const { page } = session();
    await goTo(page, '/staff/data/sources');
    await page.getByRole('switch', { name: '在三维中显示' }).click();
    await goTo(page, '/staff');
    expect(await drawsWhileStill(page)).toBe(false);
  });
});

describe.skipIf(!hasTiles)('a real scene', () => {
  let server: Awaited<ReturnType<typeof serve>>;
  let opened: Awaited<ReturnType<typeof openContext>>;
  beforeAll(async () => {
    server = await serve(DIST, { port: 0, tiles: TILES });
    opened = await openContext(session().browser, new URL(server.url).origin, { reducedMotion: 'reduce' });
  });
  afterAll(async () => {
    await opened?.context.close();
    await server?.close();
  });

  it('is read from this server only', async () => {
    const { page } = opened;
    await openLinli(page, server.url);
    await readTileset(page, `http:${'//10.0.0.8'}/tiles/tileset.json`);
    expect(await page.getByRole('alert').last().innerText()).toContain('--tiles');
    await readTileset(page, '/tiles/none.json');
    expect(await page.getByRole('alert').last().innerText()).toContain('没有“/tiles/none.json”');
  });

  it('is placed, previewed, and stands in the scene', async () => {
    const { page } = opened;
    await readTileset(page, '/tiles/tileset.json');
    await page.getByText('没有地理位置，请在下方摆放。').waitFor();
    await page.getByLabel('比例（米/单位）').fill('12');
    await page.getByLabel('比例（米/单位）').press('Enter');
    await whenIdle(page);
    await screenshot(page, 'tileset-preview');
    await writeImport(page);
    await screenshot(page, 'tileset');
    const [source] = await readStore<Source>(page, 'sources');
    expect(source).toMatchObject({
      kind: 'tileset',
      address: '/tiles/tileset.json',
      placement: { scale: 12 },
      backdrop: { filesId: null },
    });
    const { textures, geometries } = await page.evaluate(() => window.linli.memory());
    expect(textures).toBeGreaterThan(0);
    await page.getByRole('tab', { name: '图层' }).click();
    await page.getByRole('switch', { name: '实景三维' }).click();
    await whenIdle(page);
    const without = await page.evaluate(() => window.linli.memory());
    expect(without.geometries).toBeLessThan(geometries - 10);
    await page.getByRole('switch', { name: '实景三维' }).click();
    await whenIdle(page);
    expect((await page.evaluate(() => window.linli.memory())).geometries).toBe(geometries);
    expect(await drawsWhileStill(page)).toBe(false);
  });

  it('shows the volume of a building over it only where one points', async () => {
    const { page } = opened;
    const { anchor } = await communityOf(page);
    // The houses of the tileset stand about the centre; their volumes are picked as ever.
    const found = await page.evaluate(
      ([lng, lat]) =>
        window.linli
          .buildings()
          .filter(({ center }) => Math.max(Math.abs(center[0] - lng), Math.abs(center[1] - lat)) < 0.0018)
          .map(({ id }) => ({ id, at: window.linli.screenPositionOf('building', id) }))
          .find(({ at }) => at !== null),
      anchor,
    );
    if (!found?.at) throw new Error('no building under the tileset can be seen');
    const { id, at } = found;
    await page.mouse.move(5, 5);
    await whenIdle(page);
    const clip = { x: at.x - 20, y: at.y - 20, width: 40, height: 40 };
    const before = await page.screenshot({ clip });
    await page.mouse.move(at.x, at.y);
    await whenIdle(page);
    expect(await page.evaluate(({ x, y }) => window.linli.pick(x, y)?.id, at)).toBe(id);
    await screenshot(page, 'tileset-hovered');
    expect(before.equals(await page.screenshot({ clip }))).toBe(false);
    await page.mouse.click(at.x, at.y);
    await whenIdle(page);
    expect(page.url()).toContain(id);
    await screenshot(page, 'tileset-opened');
    await page.keyboard.press('Escape');
    await page.mouse.move(5, 5);
    await whenIdle(page);
  });

  it('comes out of a dropped folder, too, and is kept with the community', async () => {
    const { page } = opened;
    await goTo(page, '/staff/data/sources');
    await page.getByRole('switch', { name: '在三维中显示' }).click();
    await goTo(page, '/staff/data/import');
    await page.locator('input[webkitdirectory]').setInputFiles(TILES);
    await whenIdle(page);
    // One tileset, and everything else belongs to it: it is opened at once.
    await page.getByText('没有地理位置，请在下方摆放。').waitFor();
    await page.getByText(/文件会保存在本机的社区里，共 3\.\d MB/).waitFor();
    await writeImport(page);
    const [kept] = (await readStore<Source>(page, 'sources')).filter(({ address }) => address === null);
    expect(kept).toMatchObject({ kind: 'tileset', shown: true });
    const { geometries } = await page.evaluate(() => window.linli.memory());
    // After the page is loaded again the tiles come out of the database.
    await openLinli(page, server.url);
    expect((await page.evaluate(() => window.linli.memory())).geometries).toBe(geometries);
    expect(geometries).toBeGreaterThan(20);
  });

  it('asked for nothing outside and broke no policy', () => {
    expect(opened.misdeeds.outsideRequests).toEqual([]);
    expect(opened.misdeeds.policyViolations).toEqual([]);
  });
});

describe('a real scene that stands on earth', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-tiles-'));
  let server: Awaited<ReturnType<typeof serve>>;
  let opened: Awaited<ReturnType<typeof openContext>>;
  beforeAll(async () => {
    server = await serve(DIST, { port: 0, tiles: folder });
    opened = await openContext(session().browser, new URL(server.url).origin, { reducedMotion: 'reduce' });
  });
  afterAll(async () => {
    await opened?.context.close();
    await server?.close();
    rmSync(folder, { recursive: true });
  });
  const isGreen = (r: number, g: number, b: number): boolean => g > 90 && g > 2 * r && g > 2 * b;

  it('is unpacked by decoders of this server, brought to the ground, and adjusted in height', async () => {
    const { page, misdeeds } = opened;
    await openLinli(page, server.url);
    const { anchor, elevationMetres } = await communityOf(page);
    await writeOwnTileset(folder, anchor, elevationMetres - 35);
    expect(await shareOf(page, isGreen)).toBeLessThan(0.001);
    await readTileset(page, '/tiles/tileset.json');
    expect(await page.getByLabel('整体抬高（米）').inputValue()).toBe('35.0');
    await writeImport(page);
    await screenshot(page, 'tileset-on-earth');
    const seen = await shareOf(page, isGreen);
    expect(seen).toBeGreaterThan(0.01);

    // The wall shows the same scene.
    await openLinli(page, server.url, '/wall?now=2026-09-30T12:00&interval=600');
    expect(await shareOf(page, isGreen)).toBeGreaterThan(0.005);
    await openLinli(page, server.url);

    await goTo(page, '/staff/data/sources');
    await page.getByLabel('整体抬高（米）').fill('-200');
    await page.getByLabel('整体抬高（米）').press('Enter');
    await whenIdle(page);
    expect(await readStore<Source>(page, 'sources')).toMatchObject([{ backdrop: { raisedMetres: -200 } }]);
    await goTo(page, '/staff');
    expect(await shareOf(page, isGreen)).toBeLessThan(seen / 4);
    expect(misdeeds).toEqual({ outsideRequests: [], policyViolations: [], errors: [] });
  });
});
