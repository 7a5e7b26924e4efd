/** The main job: click a building in the scene, and read who lives there exactly as the database holds it. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { HomeRow } from '../../src/storage/schema/layout.ts';
import { readHomes } from '../../scripts/browser/database.ts';
import { useSession } from './harness.ts';
import { click3d, clickableBuildings, openLinli, routeOf } from '../../scripts/browser/linli.ts';

const session = useSession();
let homes: HomeRow[] = [];

const homesOf = (buildingId: string): HomeRow[] => homes.filter((row) => row.buildingId === buildingId);
const residentsIn = (rows: HomeRow[]): number =>
  rows.reduce(
    (sum, row) => sum + (row.residents ?? []).filter(({ status }) => status === 'present').length,
    0,
  );

beforeAll(async () => {
  const { page, baseUrl } = session();
  await openLinli(page, baseUrl);
  homes = await readHomes(page);
});

describe('window.linli', () => {
  it('counts what the database holds', async () => {
    const counts = await session().page.evaluate(() => window.linli.counts());
    expect(counts.dwellings).toBe(homes.length);
    expect(counts.residents).toBe(residentsIn(homes));
  });
});

describe('a click on a building', () => {
  it('selects it, and its address and panel are of that building', async () => {
    const { page } = session();
    const lived = (await clickableBuildings(page)).filter((id) => residentsIn(homesOf(id)) > 20);
    expect(lived.length).toBeGreaterThan(5);
    const [id = ''] = lived;
    const name = await page.evaluate(
      (wanted) => window.linli.buildings().find((b) => b.id === wanted)?.name,
      id,
    );
    await click3d(page, 'building', id);
    expect(routeOf(page)).toBe(`/staff/building/${id}`);
    const panel = page.getByRole('complementary').last();
    await expect.poll(() => panel.textContent()).toContain(name);
    expect((await panel.textContent())?.replace(/[\s,]/g, '')).toContain(String(residentsIn(homesOf(id))));
  });
});
