/**
 * Addresses of a table against the buildings and homes of the community: as a person confirmed them before, by estate, building, unit
 * and room however they are written, by a building's other names; and for those that fit nothing, the nearest that exist.
 */
import { formatAddress, type ParsedAddress, parseAddress } from '../../../domain/address.ts';
import type { Building, Dwelling } from '../../../domain/records/index.ts';
import { type AddressColumns, composedAddress } from './columns.ts';
import { estateKey, numberKey, type PlaceCandidate, type PlaceIndex, placeKey } from './keys.ts';
import { nearestPlaces } from './nearest.ts';

export type PlaceResolution =
  | {
      readonly found: 'dwelling';
      readonly buildingId: string;
      readonly dwellingId: string;
      readonly how: 'remembered' | 'parsed' | 'name';
    }
  /** `candidates` are homes in it; none where no home was asked for. */
  | {
      readonly found: 'building';
      readonly buildingId: string;
      readonly asksForHome: boolean;
      readonly candidates: readonly PlaceCandidate[];
    }
  | { readonly found: 'none' | 'several'; readonly candidates: readonly PlaceCandidate[] };

/** An address that a person has matched to a place. */
export interface RememberedAddress {
  readonly text: string;
  readonly buildingId: string;
  readonly dwellingId: string | null;
}

export interface PlaceDirectory {
  readonly resolve: (text: string) => PlaceResolution;
  readonly resolveColumns: (columns: AddressColumns) => PlaceResolution | null;
  readonly buildings: readonly Building[];
  readonly hasHomes: (buildingId: string) => boolean;
  readonly building: (id: string) => Building | undefined;
  readonly dwelling: (id: string) => Dwelling | undefined;
  readonly addressOf: (dwellingId: string) => string;
}

/** Addresses whose answer is kept: families repeat theirs. */
const MOST_KEPT = 50_000;
/**
 * Addresses whose nearest places are looked for. Each is held against every building; a file of which more than these fit nowhere is of
 * another community, and a person looks through the first of them at most.
 */
const MOST_NEAREST = 2_000;

const push = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  if (key === '') return;
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
};

const asParts = (building: Building, dwelling?: Dwelling) => ({
  estate: building.estate,
  buildingName: building.name,
  unit: dwelling?.unit,
  room: dwelling?.room,
});

export const createPlaceDirectory = ({
  buildings,
  dwellings,
  remembered = [],
}: {
  readonly buildings: readonly Building[];
  readonly dwellings: readonly Dwelling[];
  readonly remembered?: readonly RememberedAddress[];
}): PlaceDirectory => {
  const buildingById = new Map(buildings.map((b) => [b.id, b]));
  const dwellingById = new Map(dwellings.map((d) => [d.id, d]));
  const byNumber = new Map<string, Building[]>();
  const byName = new Map<string, Building[]>();
  const homesOf = new Map<string, Dwelling[]>();
  const byRoom = new Map<string, Dwelling[]>();
  for (const b of buildings) {
    if (b.number !== '') push(byNumber, numberKey(b.number), b);
    for (const name of [b.name, ...b.aliases]) {
      push(byName, placeKey(name), b);
      push(byName, placeKey(b.estate + name), b);
    }
  }
  for (const d of dwellings) {
    push(homesOf, d.buildingId, d);
    push(byRoom, `${d.buildingId}/${d.unit}/${d.room.toUpperCase()}`, d);
    push(byRoom, `${d.buildingId}/${d.room.toUpperCase()}`, d);
  }
  const known = new Map(remembered.map((one) => [placeKey(one.text), one]));
  // "3号楼" alone is a name of many; a name that two buildings share names neither.
  const names = [...byName]
    .filter(([name, named]) => named.length === 1 && name.length >= 2)
    .sort((a, b) => b[0].length - a[0].length);
  const addressOf = (dwelling: Dwelling): string => {
    const building = buildingById.get(dwelling.buildingId);
    return building ? formatAddress(asParts(building, dwelling), 'zh') : dwelling.room;
  };
  const index: PlaceIndex = { buildings, byNumber, homesOf, addressOf };
  let searches = 0;
  const nearest: typeof nearestPlaces = (...given) =>
    searches++ < MOST_NEAREST ? nearestPlaces(...given) : [];

  const sameEstate = (named: readonly Building[], estate: string): readonly Building[] => {
    const key = estateKey(estate);
    const exact = named.filter((b) => estateKey(b.estate) === key);
    if (exact.length > 0) return exact;
    // A street before the estate, or a short name of it.
    const near = named.filter((b) => {
      const other = estateKey(b.estate);
      return (
        other.length >= 2 &&
        key.length >= 2 &&
        (key.endsWith(other) || other.includes(key) || key.includes(other))
      );
    });
    return near;
  };

  const homeIn = (building: Building, parsed: ParsedAddress): Dwelling | null | 'several' => {
    const homes = homesOf.get(building.id) ?? [];
    if (parsed.room === undefined)
      return homes.length === 1 && parsed.unit === undefined ? (homes[0] ?? null) : null;
    const room = parsed.room.toUpperCase();
    const units = parsed.unit === undefined ? [] : [parsed.unit, ...(building.units === 0 ? [0] : [])];
    for (const unit of units) {
      const found = byRoom.get(`${building.id}/${unit}/${room}`)?.[0];
      if (found) return found;
    }
    if (parsed.unit !== undefined) return null;
    const found = byRoom.get(`${building.id}/${room}`) ?? [];
    return found.length > 1 ? 'several' : (found[0] ?? null);
  };

  const inBuilding = (building: Building, parsed: ParsedAddress, how: 'parsed' | 'name'): PlaceResolution => {
    const home = homeIn(building, parsed);
    if (home !== null && home !== 'several')
      return { found: 'dwelling', buildingId: building.id, dwellingId: home.id, how };
    const asksForHome = parsed.room !== undefined || parsed.unit !== undefined;
    return {
      found: 'building',
      buildingId: building.id,
      asksForHome,
      candidates: asksForHome ? nearestPlaces(index, parsed, '', building) : [],
    };
  };

  const byNamePrefix = (text: string): PlaceResolution | null => {
    const key = placeKey(text);
    for (const [name, [building]] of names) {
      const at = key.indexOf(name);
      if (at < 0 || !building) continue;
      const rest = key.slice(at + name.length);
      // "1号楼" within "11号楼" is another building.
      if (/^\d/.test(name) && /\d/.test(key[at - 1] ?? '')) continue;
      const parsed = rest === '' ? {} : parseAddress(rest);
      if (parsed && parsed.building === undefined) return inBuilding(building, parsed, 'name');
      // "综合楼3-502": what is taken for a building is the unit.
      if (parsed?.building !== undefined && /^\d+$/.test(parsed.building) && parsed.unit === undefined)
        return inBuilding(building, { ...parsed, unit: Number(parsed.building) }, 'name');
    }
    return null;
  };

  const search = (text: string): PlaceResolution => {
    const key = placeKey(text);
    const one = known.get(key);
    if (one)
      return one.dwellingId === null
        ? { found: 'building', buildingId: one.buildingId, asksForHome: false, candidates: [] }
        : { found: 'dwelling', buildingId: one.buildingId, dwellingId: one.dwellingId, how: 'remembered' };
    const exactName = byName.get(key);
    if (exactName?.length === 1 && exactName[0]) return inBuilding(exactName[0], {}, 'name');
    const parsed = parseAddress(text);
    if (parsed?.building !== undefined) {
      const named = byNumber.get(numberKey(parsed.building)) ?? [];
      const fitting = parsed.estate === undefined ? named : sameEstate(named, parsed.estate);
      if (fitting.length === 1 && fitting[0]) return inBuilding(fitting[0], parsed, 'parsed');
      if (fitting.length > 1) {
        const byHome = byNamePrefix(text);
        return byHome ?? { found: 'several', candidates: nearest(index, parsed, text) };
      }
    }
    return (
      byNamePrefix(text) ?? {
        found: 'none',
        candidates: nearest(index, parsed ?? {}, text),
      }
    );
  };

  const kept = new Map<string, PlaceResolution>();
  const resolve = (text: string): PlaceResolution => {
    const found = kept.get(text);
    if (found) return found;
    const resolution = search(text);
    if (kept.size >= MOST_KEPT) {
      kept.clear();
      searches = 0;
    }
    kept.set(text, resolution);
    return resolution;
  };
  const resolveColumns = (columns: AddressColumns): PlaceResolution | null => {
    const { address = '' } = columns;
    const rest = composedAddress(columns);
    if (address === '' && rest === '') return null;
    const whole = address === '' ? null : resolve(address);
    if (rest === '' || whole?.found === 'dwelling') return whole;
    const parts = resolve(rest);
    if (parts.found === 'dwelling' || whole === null) return parts;
    // The address names the estate or the building, the columns the rest.
    const joined = resolve(
      `${address}${columns.estate !== undefined && address.includes(columns.estate) ? composedAddress({ ...columns, estate: '' }) : rest}`,
    );
    return joined.found === 'none' ? whole : joined;
  };
  return {
    resolve,
    resolveColumns,
    buildings,
    hasHomes: (id) => homesOf.has(id),
    building: (id) => buildingById.get(id),
    dwelling: (id) => dwellingById.get(id),
    addressOf: (id) => {
      const dwelling = dwellingById.get(id);
      return dwelling ? addressOf(dwelling) : '';
    },
  };
};
