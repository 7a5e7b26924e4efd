/** The places that an address which fits none may have meant, best first: the same numbers elsewhere, near numbers, near names. */
import { formatAddress, type ParsedAddress } from '../../../domain/address.ts';
import type { Building, Dwelling } from '../../../domain/records/index.ts';
import { editDistance, similarity } from './distance.ts';
import { estateKey, numberKey, type PlaceCandidate, type PlaceIndex, placeKey } from './keys.ts';

const MOST_CANDIDATES = 5;

/** Likeness of a home to what was asked for within a building. */
const homeLikeness = (home: Dwelling, parsed: ParsedAddress): number => {
  const room = parsed.room ?? '';
  const sameUnit = parsed.unit === undefined || parsed.unit === home.unit;
  const sameFloor = parsed.floor === undefined || parsed.floor === home.floor;
  const rooms =
    room === '' ? 0.5 : 1 - editDistance(room, home.room) / Math.max(room.length, home.room.length);
  return rooms * 0.6 + (sameUnit ? 0.25 : 0) + (sameFloor ? 0.15 : 0);
};

const homesIn = (
  index: PlaceIndex,
  building: Building,
  parsed: ParsedAddress,
  factor: number,
): PlaceCandidate[] =>
  (index.homesOf.get(building.id) ?? [])
    .map((home) => ({ home, likeness: homeLikeness(home, parsed) * factor }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_CANDIDATES)
    .map(({ home, likeness }) => ({
      buildingId: building.id,
      dwellingId: home.id,
      address: index.addressOf(home),
      likeness,
    }));

/** Likeness of a building to what was asked for. */
const buildingLikeness = (building: Building, parsed: ParsedAddress, text: string): number => {
  const estates =
    parsed.estate === undefined ? 0.6 : similarity(estateKey(parsed.estate), estateKey(building.estate));
  const wanted = parsed.building === undefined ? '' : numberKey(parsed.building);
  const numbers = wanted === '' ? 0.3 : similarity(wanted, numberKey(building.number));
  const names = Math.max(
    0,
    ...[building.name, ...building.aliases].map((name) =>
      similarity(
        placeKey(building.estate + name),
        placeKey(text).slice(0, building.estate.length + name.length),
      ),
    ),
  );
  // What names neither an estate nor a number can only be like a name.
  return parsed.estate === undefined && wanted === ''
    ? names
    : Math.max(estates * 0.5 + numbers * 0.5, names);
};

/** `within`: the building is known, its home is not. */
export const nearestPlaces = (
  index: PlaceIndex,
  parsed: ParsedAddress,
  text: string,
  within?: Building,
): readonly PlaceCandidate[] => {
  const asksForHome = parsed.room !== undefined || parsed.unit !== undefined;
  if (within) return homesIn(index, within, parsed, 1);
  const nearest = index.buildings
    .map((building) => ({ building, likeness: buildingLikeness(building, parsed, text) }))
    .filter(({ likeness }) => likeness >= 0.35)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_CANDIDATES);
  return nearest
    .flatMap(({ building, likeness }): PlaceCandidate[] =>
      asksForHome
        ? homesIn(index, building, parsed, likeness).slice(0, 2)
        : [
            {
              buildingId: building.id,
              dwellingId: null,
              address: formatAddress({ estate: building.estate, buildingName: building.name }, 'zh'),
              likeness,
            },
          ],
    )
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_CANDIDATES);
};
