/** Every personal value of the open database, past the application's own code, and a search for them that can find. */
import type { Page } from 'playwright-core';
import { readHomes, readStore } from '../../scripts/browser/database.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Stores whose rows carry personal values besides those of homes. */
const OTHERS = ['gridWorkers', 'organisations', 'matters', 'visits', 'partyBodies', 'duties'] as const;

/** Texts of so few characters are words of everybody: a sex, a class, a year. */
const SHORTEST = 2;
/** Fields that say who somebody is or how to reach them. The name of a member's unit is on its door, and is a place's. */
const TELLING =
  /name|phone|contact|citizenId|certificate|booklet|account|representative|permitNo|visitor|secretary|personInCharge/i;

export interface PersonalValues {
  readonly names: ReadonlySet<string>;
  /** Identity and phone numbers, certificates, addresses of homes, ids of people and households. */
  readonly others: ReadonlySet<string>;
}

export async function personalValues(page: Page): Promise<PersonalValues> {
  const names = new Set<string>();
  const others = new Set<string>();
  const buildings = new Map(
    (await readStore<{ id: string; estate: string; name: string; number: string }>(page, 'buildings')).map(
      (building) => [building.id, building],
    ),
  );
  const add = (personal: Fields): void => {
    for (const [key, value] of Object.entries(personal)) {
      if (
        typeof value !== 'string' ||
        [...value].length < SHORTEST ||
        !TELLING.test(key) ||
        key === 'unitName'
      )
        continue;
      if (/[\d]/.test(value)) others.add(value);
      else names.add(value);
    }
  };
  for (const home of await readHomes(page)) {
    const building = buildings.get(home.buildingId);
    for (const { unit, room } of home.dwellings ?? []) {
      if (unit > 0 && building) {
        others.add(`${building.name}${unit}单元${room}室`);
        others.add(`${unit}单元${room}`);
        if (building.number !== '') others.add(`${building.number}-${unit}-${room}`);
      }
    }
    others.add(home.dwellingId);
    for (const id of home.ids) others.add(id);
    for (const value of Object.values(home)) {
      if (!Array.isArray(value)) continue;
      for (const record of value as { personal?: Fields }[]) if (record.personal) add(record.personal);
    }
  }
  for (const store of OTHERS)
    for (const { personal } of await readStore<{ personal?: Fields }>(page, store))
      if (personal) add(personal);
  return { names, others };
}

/** Those of the values that occur in a text. */
export const found = (values: Iterable<string>, text: string): string[] =>
  [...values].filter((value) => text.includes(value));

/**
 * The same for a text of many megabytes: every place of it is looked up once for each length that a value has, instead of every value
 * being searched from end to end.
 */
export const heldIn = (text: string, values: ReadonlySet<string>): string[] => {
  const lengths = new Map<number, Set<number>>();
  for (const value of values) {
    const first = value.charCodeAt(0);
    lengths.set(first, (lengths.get(first) ?? new Set()).add(value.length));
  }
  const held = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    const wanted = lengths.get(text.charCodeAt(at));
    if (wanted === undefined) continue;
    for (const length of wanted) {
      const part = text.slice(at, at + length);
      if (values.has(part)) held.add(part);
    }
  }
  return [...held];
};
