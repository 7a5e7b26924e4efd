/** What lies under and around the houses: a picture on the ground, and photogrammetry as a backdrop. */
import { decode, encode } from 'fast-png';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readStore } from '../../scripts/browser/database.ts';
import { goTo, openLinli, screenshot, whenIdle } from '../../scripts/browser/linli.ts';
import type { Community, Source } from '../../src/domain/records/index.ts';
import { createFrame } from '../../src/geometry/frame.ts';
import { useSession } from './harness.ts';

const session = useSession();

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click();
type File = { readonly name: string; readonly buffer: Buffer };
const give = async (page: Page, files: readonly File[]): Promise<void> => {
  await goTo(page, '/staff/data/import');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(files.map((file) => ({ ...file, mimeType: '' })));
  await whenIdle(page);
};
const written = async (page: Page): Promise<void> => {
  await press(page, '导入');
  await page.getByText('已导入。').waitFor();
  await press(page, '回到社区');
  await whenIdle(page);
};
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
    await give(page, [
      {
        name: '航拍.png',
        buffer: Buffer.from(encode({ width: side, height: side, data, channels: 3, depth: 8 })),
      },
      { name: '航拍.pgw', buffer: Buffer.from(world) },
    ]);
    await page.getByText('每像素约 25 米').waitFor();
    await written(page);
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
    const drawn = await page.evaluate(async () => {
      const before = window.linli.frames().scriptMs.join();
      await new Promise((resolve) => setTimeout(resolve, 1500));
      return window.linli.frames().scriptMs.join() !== before;
    });
    expect(drawn).toBe(false);
  });
});
