/** Every address that the application has, with ids out of the database that is open. */
import type { Page } from 'playwright-core';
import { readHomes, readStore } from '../../scripts/browser/database.ts';
import { DATA_SECTIONS } from '../../src/staff/data/data-sections.ts';

interface Identified {
  readonly id: string;
}

export const LISTS = [
  'residents',
  'households',
  'members',
  'floating',
  'assisted',
  'organisations',
  'facilities',
] as const;

export async function everyRoute(page: Page): Promise<string[]> {
  const homes = await readHomes(page);
  const [grid] = await readStore<Identified>(page, 'grids');
  const [organisation] = await readStore<Identified>(page, 'organisations');
  const [facility] = await readStore<Identified>(page, 'facilities');
  const lived = homes.find((row) => row.residents !== undefined && row.households !== undefined);
  const cards = [
    ['grid', grid?.id],
    ['building', lived?.buildingId],
    ['dwelling', lived?.dwellingId],
    ['household', lived?.households?.[0]?.id],
    ['resident', lived?.residents?.[0]?.id],
    ['organisation', organisation?.id],
    ['facility', facility?.id],
  ].map(([kind, id]) => {
    if (id === undefined) throw new Error(`The sample has no ${kind}`);
    return `/staff/${kind}/${id}`;
  });
  return [
    '/staff',
    ...cards,
    `/staff/building/${lived?.buildingId}/unit/1`,
    `/staff/building/${lived?.buildingId}/floor/1`,
    ...LISTS.map((list) => `/staff/lists/${list}`),
    ...DATA_SECTIONS.map((section) => `/staff/data/${section}`),
    '/planner',
    '/planner/compare/in-force/in-force',
    '/planner/timeline',
    '/planner/coverage',
    '/no-such-page',
  ];
}
