/**
 * The index behind the omnibox: entries by kind, found by name, pinyin, address or number. A query walks all entries; with the mask
 * of initials in front, 12,000 people take 2–4 ms, so nothing cleverer is kept up to date. In memory only.
 */
import { type ParsedAddress, parseAddress } from '../../domain/address.ts';
import type { Building } from '../../domain/records/index.ts';
import type { Language } from '../../domain/reasons.ts';
import { toHalfWidth } from '../../domain/text.ts';
import { letterBit, scorePinyin } from './pinyin-match.ts';
import type { SearchResult } from './result.ts';
import type { Entry, Name } from './search-entry.ts';

export type BuildingKey = Pick<Building, 'id' | 'name' | 'estate' | 'number' | 'aliases'>;
export interface HomeKey {
  readonly id: string;
  readonly buildingId: string;
  readonly unit: number;
  readonly floor: number;
  readonly door: number;
  readonly room: string;
}

const EXACT = 100;
const PREFIX = 90;
const SUBSTRING = 75;
const HOME = 96;
const HOME_WITHOUT_BUILDING = 70;
const BUILDING = 95;
const RESIDENT_OF_HOME = 86;
const NUMBER_EXACT = 94;
const NUMBER_PART = 72;
const NUMBER_BEGINS = 62;
/** Three digits are the beginning of a number or nothing; from four on they may stand anywhere. */
const SHORTEST_NUMBER = 3;
const SHORTEST_PART = 4;

/** So many of one kind, before what is left is given to the best of the rest. */
const SHARE: Readonly<Record<SearchResult['kind'], number>> = {
  resident: 18,
  dwelling: 10,
  building: 8,
  organisation: 8,
  facility: 6,
  grid: 4,
  matter: 6,
};

interface Found {
  readonly entry: Entry;
  readonly score: number;
  readonly number: string | null;
}

const isLatin = (text: string): boolean => /^[a-z' ]*[a-z][a-z0-9' ]*$/.test(text);

const scoreName = (name: Name, text: string, pinyin: string | null): number => {
  const at = name.text.indexOf(text);
  if (at === 0) return name.text.length === text.length ? EXACT : PREFIX;
  if (at > 0) return SUBSTRING;
  if (pinyin === null || (name.mask & letterBit(pinyin)) === 0) return 0;
  return scorePinyin(name.syllables, pinyin);
};

const scoreNumber = (number: string, wanted: string): number =>
  number === wanted ? NUMBER_EXACT : wanted.length < SHORTEST_PART ? NUMBER_BEGINS : NUMBER_PART;

const sameText = (a: string, b: string): boolean => a !== '' && a.toLowerCase() === b.toLowerCase();

export class SearchIndex {
  readonly #entries = new Map<string, Entry>();
  readonly #buildings = new Map<string, BuildingKey>();
  readonly #homes = new Map<string, HomeKey>();

  get size(): number {
    return this.#entries.size;
  }

  put(entry: Entry): void {
    this.#entries.set(entry.id, entry);
  }

  remove(id: string): void {
    this.#entries.delete(id);
    this.#buildings.delete(id);
    this.#homes.delete(id);
  }

  putBuilding(building: BuildingKey): void {
    this.#buildings.set(building.id, building);
  }

  putHome(home: HomeKey): void {
    this.#homes.set(home.id, home);
  }

  building(id: string | null): BuildingKey | undefined {
    return id === null ? undefined : this.#buildings.get(id);
  }

  home(id: string | null): HomeKey | undefined {
    return id === null ? undefined : this.#homes.get(id);
  }

  query(typed: string, language: Language, limit: number): SearchResult[] {
    const text = toHalfWidth(typed).toLowerCase();
    if (text === '') return [];
    const found = new Map<string, Found>();
    const keep = (entry: Entry, raw: number, number: string | null = null): void => {
      const score = raw - entry.behind;
      if (raw > 0 && score > (found.get(entry.id)?.score ?? 0)) found.set(entry.id, { entry, score, number });
    };
    this.#byAddress(typed, keep);
    this.#byName(text, keep);
    this.#byNumber(text, keep);
    return choose([...found.values()], limit).map(({ entry, number }) => ({
      kind: entry.kind,
      id: entry.id,
      ref: entry.ref,
      ...entry.show(language, number),
    }));
  }

  #byName(
    text: string,
    keep: (entry: Entry, score: number) => void,
    within?: (entry: Entry) => boolean,
  ): void {
    const pinyin = isLatin(text) ? text.replace(/[' ]/g, '') : null;
    for (const entry of this.#entries.values()) {
      if (within && !within(entry)) continue;
      let best = 0;
      for (const name of entry.names) best = Math.max(best, scoreName(name, text, pinyin));
      if (best > 0) keep(entry, best);
    }
  }

  #byNumber(text: string, keep: (entry: Entry, score: number, number: string) => void): void {
    const wanted = text.replace(/ /g, '');
    if (wanted.length < SHORTEST_NUMBER || !/^[\dx-]+$|^[0-9a-z]{8,18}$/.test(wanted)) return;
    for (const entry of this.#entries.values())
      for (const number of entry.numbers)
        if (wanted.length < SHORTEST_PART ? number.startsWith(wanted) : number.includes(wanted))
          keep(entry, scoreNumber(number, wanted), number);
  }

  /** "3-2-502", "云和家园3号楼", and a person's name in front of an address: "张伟 3号楼". */
  #byAddress(typed: string, keep: (entry: Entry, score: number) => void): void {
    const address = parseAddress(typed);
    if (!address) return;
    const numbered = this.#buildingsOf(address, address.estate);
    if (address.estate === undefined || numbered.size > 0) return this.#keepAt(address, numbered, keep);
    const anywhere = this.#buildingsOf(address, undefined);
    const here = this.#homesOf(address, anywhere);
    const hasHome = address.room !== undefined || address.floor !== undefined || address.unit !== undefined;
    this.#byName(address.estate.toLowerCase(), keep, (entry) =>
      hasHome
        ? entry.dwellingId !== null && here.has(entry.dwellingId)
        : entry.buildingId !== null && anywhere.has(entry.buildingId),
    );
  }

  #keepAt(
    address: ParsedAddress,
    buildings: ReadonlySet<string>,
    keep: (entry: Entry, score: number) => void,
  ): void {
    const hasHome = address.room !== undefined || address.floor !== undefined || address.unit !== undefined;
    if (address.building !== undefined)
      for (const id of buildings) {
        const entry = this.#entries.get(id);
        if (entry) keep(entry, hasHome ? BUILDING - 30 : BUILDING);
      }
    if (!hasHome) return;
    const homes = this.#homesOf(address, buildings);
    for (const id of homes) {
      const entry = this.#entries.get(id);
      if (entry) keep(entry, address.building === undefined ? HOME_WITHOUT_BUILDING : HOME);
    }
    if (address.room === undefined || address.building === undefined) return;
    for (const entry of this.#entries.values())
      if (entry.kind === 'resident' && entry.dwellingId !== null && homes.has(entry.dwellingId))
        keep(entry, RESIDENT_OF_HOME);
  }

  #buildingsOf({ building }: ParsedAddress, estate: string | undefined): Set<string> {
    const ids = new Set<string>();
    for (const each of this.#buildings.values()) {
      if (estate !== undefined && !each.estate.toLowerCase().includes(estate.toLowerCase())) continue;
      if (
        building === undefined ||
        sameText(each.number, building) ||
        each.aliases.some((alias) => sameText(alias, building) || sameText(alias, `${building}号楼`))
      )
        ids.add(each.id);
    }
    return ids;
  }

  #homesOf(address: ParsedAddress, buildings: ReadonlySet<string>): Set<string> {
    const ids = new Set<string>();
    for (const home of this.#homes.values())
      if (
        (address.unit === undefined || home.unit === address.unit) &&
        (address.room === undefined ? sameFloor(address, home) : sameText(home.room, address.room)) &&
        buildings.has(home.buildingId)
      )
        ids.add(home.id);
    return ids;
  }
}

const sameFloor = (address: ParsedAddress, home: HomeKey): boolean =>
  address.floor === undefined || home.floor === address.floor;

/** The best `limit`, but not all of one kind while another has something to say. */
const choose = (found: Found[], limit: number): Found[] => {
  found.sort(
    (a, b) =>
      b.score - a.score || (a.entry.names[0]?.text.length ?? 0) - (b.entry.names[0]?.text.length ?? 0),
  );
  const taken = new Map<string, number>();
  const first: Found[] = [];
  const later: Found[] = [];
  for (const each of found) {
    const count = taken.get(each.entry.kind) ?? 0;
    taken.set(each.entry.kind, count + 1);
    (count < SHARE[each.entry.kind] ? first : later).push(each);
  }
  return [...first, ...later].slice(0, limit).sort((a, b) => b.score - a.score);
};
