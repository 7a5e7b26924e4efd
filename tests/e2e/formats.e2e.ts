/** What tiles are packed with, unpacked in a real browser by decoders of this server; and whose feature one clicks. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'fast-png';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openContext } from '../../scripts/browser/browser.ts';
import { readStore } from '../../scripts/browser/database.ts';
import { openLinli, screenshot, whenIdle } from '../../scripts/browser/linli.ts';
import { DIST } from '../../scripts/lib/paths.mjs';
import { serve } from '../../scripts/server.mjs';
import type { Building, Community } from '../../src/domain/records/index.ts';
import { useSession } from './harness.ts';
import { readTileset, writeImport } from './import-actions.ts';
import { writePackedTileset } from './packed-tileset.ts';
import { writeTexturedTileset } from './textured-tileset.ts';

const session = useSession();

/** Points of the canvas about the middle of what is green, in CSS pixels of the page; none where little is. */
const greenPoints = async (page: Page): Promise<{ x: number; y: number }[]> => {
  const canvas = page.locator('canvas').first();
  const box = await canvas.boundingBox();
  const { data, width, channels } = decode(await canvas.screenshot());
  const seen: [number, number][] = [];
  for (let i = 0; i * channels < data.length; i++) {
    const [r, g, b] = [0, 1, 2].map((k) => data[i * channels + k] as number) as [number, number, number];
    if (g > 90 && g > 2 * r && g > 2 * b) seen.push([i % width, Math.floor(i / width)]);
  }
  if (!box || seen.length < 3000) return [];
  const mean = [0, 1].map((k) => seen.reduce((sum, point) => sum + (point[k] as number), 0) / seen.length);
  const away = ([x, y]: readonly [number, number]): number =>
    Math.hypot(x - (mean[0] ?? 0), y - (mean[1] ?? 0));
  return seen
    .sort((one, other) => away(one) - away(other))
    .filter((_, at) => at % 200 === 0)
    .slice(0, 12)
    .map(([x, y]) => ({ x: box.x + x, y: box.y + y }));
};

/** Writes a tileset of one green tower at a place, whose feature bears a name. */
type WriteTileset = typeof writePackedTileset;

describe.each<readonly [what: string, how: string, write: WriteTileset]>([
  [
    'a tileset as photogrammetry programs pack it',
    'is unpacked (meshopt, Basis Universal), and its batch selects the building of its name',
    writePackedTileset,
  ],
  [
    'a tileset whose feature ids lie in a texture',
    'selects the building that the texel under the pointer names',
    writeTexturedTileset,
  ],
])('%s', (_what, how, write) => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-packed-'));
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

  it(how, async () => {
    const { page, misdeeds } = opened;
    await openLinli(page, server.url);
    const [community] = await readStore<Community>(page, 'communities');
    if (!community) throw new Error('there is no community');
    const { anchor, elevationMetres } = community;
    // One that stands elsewhere: only the feature can lead to it.
    const far = (await readStore<Building>(page, 'buildings')).find(
      ({ estate, number, footprint }) =>
        estate !== '' && number !== '' && Math.abs((footprint[0]?.[0]?.[0] ?? 0) - anchor[0]) > 0.002,
    );
    if (!far) throw new Error('all buildings stand in one place');
    await write(folder, anchor, elevationMetres, `${far.estate}${far.number}号楼`);
    expect(await greenPoints(page)).toEqual([]);
    await readTileset(page, '/tiles/tileset.json');
    await writeImport(page);
    const points = await greenPoints(page);
    await screenshot(page, write === writePackedTileset ? 'packed-tileset' : 'textured-tileset');
    expect(points.length).toBeGreaterThan(5);
    const picked = await page.evaluate((all) => all.map(({ x, y }) => window.linli.pick(x, y)), points);
    // A label may lie over one or the other.
    const at = points[picked.findIndex((hit) => hit?.kind === 'building' && hit.id === far.id)];
    if (!at) throw new Error(`the tower is taken for ${JSON.stringify(picked)}`);
    await page.mouse.click(at.x, at.y);
    await whenIdle(page);
    expect(page.url()).toContain(far.id);
    expect(misdeeds).toEqual({ outsideRequests: [], policyViolations: [], errors: [] });
  });
});
