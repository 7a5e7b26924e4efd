/** Every door: homes by unit, floor and landing; shops and rooms of the podiums; who owns, lets or leaves them empty. */
import type { Dwelling } from '../../../src/domain/records/index.ts';
import type { Random } from '../random.ts';
import type { BuildingSite } from '../records/places.ts';
import type { Stamp } from '../stamp.ts';

export interface Home {
  dwelling: Dwelling;
  site: BuildingSite;
}

/** Shares of homes that stand empty or are let, by what kind of house it is. */
const sharesOf = ({ record }: BuildingSite): { vacant: number; let: number } => {
  if (record.use === 'courtyard') return { vacant: 0.04, let: 0.3 };
  const year = record.yearBuilt ?? 2000;
  if (record.use === 'mixed') return { vacant: 0.07, let: 0.34 };
  if (year < 2002) return { vacant: 0.062, let: 0.2 };
  if (year < 2012) return { vacant: 0.065, let: 0.14 };
  return { vacant: 0.092, let: 0.09 };
};

const areaOf = (site: BuildingSite, door: number, random: Random): [area: number, rooms: number] => {
  const { use, yearBuilt, storeys, doorsPerLanding } = site.record;
  if (use === 'courtyard') return [Math.round(random.between(110, 190)), random.whole(5, 8)];
  const base = (yearBuilt ?? 2000) < 2005 ? 78 : storeys > 11 ? 112 : 104;
  const side = doorsPerLanding > 2 && (door === 2 || door === 3) ? -22 : 0;
  const area = Math.round((base + side + random.between(-3, 3)) * 10) / 10;
  return [area, area < 80 ? 2 : area < 118 ? 3 : 4];
};

const roomName = (floor: number, door: number): string => String(floor * 100 + door);

const homesOf = (site: BuildingSite, random: Random, stamp: Stamp): Home[] => {
  const { record } = site;
  const shares = sharesOf(site);
  const homes: Home[] = [];
  for (let unit = 1; unit <= record.units; unit++) {
    for (let floor = record.podiumStoreys + 1; floor <= record.storeys; floor++) {
      for (let door = 1; door <= record.doorsPerLanding; door++) {
        const [areaSquareMetres, rooms] = areaOf(site, door, random);
        const chance = random.next();
        // The ground floor and the top of old slabs are let most and stand empty most.
        const edge = floor === 1 || (floor === record.storeys && record.storeys < 8) ? 1.25 : 0.97;
        const occupancy =
          chance < shares.vacant * edge
            ? 'vacant'
            : chance < (shares.vacant + shares.let) * edge
              ? 'let'
              : 'owner';
        homes.push({
          site,
          dwelling: {
            ...stamp.base(),
            buildingId: record.id,
            unit,
            floor,
            door,
            room: roomName(floor, door),
            use: 'home',
            occupancy,
            areaSquareMetres,
            rooms,
            personal: {},
          },
        });
      }
    }
  }
  return homes;
};

/** How many rooms a floor without homes has, and what they are. */
const roomsOnFloor = (
  site: BuildingSite,
  floor: number,
): { count: number; use: Dwelling['use']; area: number } => {
  const { record, plan } = site;
  if (record.podiumStoreys >= floor) {
    const wide = record.use === 'commercial';
    return { count: wide ? 6 : record.units * 2, use: 'shop', area: wide ? 110 : 62 };
  }
  if (plan.tag === 'market') return { count: 8, use: 'shop', area: 46 };
  if (plan.tag === 'warehouse') return { count: 3, use: 'storage', area: 480 };
  if (plan.tag === 'boiler') return { count: 1, use: 'storage', area: 520 };
  if (record.use === 'commercial') return { count: 2, use: 'shop', area: 140 };
  if (record.use === 'office') return { count: 6, use: 'office', area: 78 };
  if (record.use === 'community' || record.use === 'medical') return { count: 4, use: 'office', area: 90 };
  return { count: 0, use: 'office', area: 60 };
};

const roomsOf = (site: BuildingSite, random: Random, stamp: Stamp): Home[] => {
  const { record } = site;
  const homes: Home[] = [];
  const top = record.units > 0 ? record.podiumStoreys : record.storeys;
  for (let floor = 1; floor <= top; floor++) {
    const { count, use, area } = roomsOnFloor(site, floor);
    for (let door = 1; door <= count; door++) {
      homes.push({
        site,
        dwelling: {
          ...stamp.base(),
          buildingId: record.id,
          unit: 0,
          floor,
          door,
          room: roomName(floor, door),
          use,
          occupancy: random.chance(use === 'shop' ? 0.07 : 0.03) ? 'vacant' : 'business',
          areaSquareMetres: Math.round(area * random.between(0.85, 1.15)),
          rooms: null,
          personal: {},
        },
      });
    }
  }
  return homes;
};

/** Ground floors of old slabs beside the gate that became shops: building by estate and number, and the units. */
const CONVERTED: [estate: string, number: string, unit: number][] = [
  ['和顺家园', '1', 4],
  ['和顺家园', '2', 1],
  ['惠民小区', '1', 4],
  ['建安家属院', '1', 4],
  ['建安家属院', '2', 1],
  ['热力家属院', '1', 1],
  ['安居苑', '1', 4],
];

export const makeHomes = (sites: readonly BuildingSite[], random: Random, stamp: Stamp): Home[] => {
  const homes = sites.flatMap((site) => [...roomsOf(site, random, stamp), ...homesOf(site, random, stamp)]);
  for (const { site, dwelling } of homes) {
    const converted = CONVERTED.some(
      ([estate, number, unit]) =>
        site.record.estate === estate && site.record.number === number && dwelling.unit === unit,
    );
    if (!converted || dwelling.floor !== 1) continue;
    dwelling.use = 'shop';
    dwelling.occupancy = 'business';
    dwelling.rooms = null;
  }
  return homes;
};
