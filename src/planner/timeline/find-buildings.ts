/** The buildings that an address or name may mean: by how it is said, in any spelling, best first. */
import { formatAddress, normaliseText, parseAddress } from '../../domain/address.ts';
import type { Building } from '../../domain/records/index.ts';

type Named = Pick<Building, 'id' | 'estate' | 'name' | 'number' | 'aliases'>;

const plain = (text: string): string =>
  normaliseText(text)
    .replace(/[\s,，、·]/g, '')
    .toLowerCase();

/** 0 for none; the higher the likelier. */
const scoreOf = (
  { estate, name, number, aliases }: Named,
  asked: string,
  parsed: ReturnType<typeof parseAddress>,
): number => {
  const said = [
    ...(['zh', 'en'] as const).map((l) => formatAddress({ estate, buildingName: name }, l)),
    name,
    ...aliases,
  ].map(plain);
  if (said.includes(asked)) return 4;
  const wanted = parsed?.building;
  if (wanted !== undefined && plain(number) === plain(wanted)) {
    const place = plain(parsed?.estate ?? '');
    if (place === '') return 2;
    if (plain(estate) === place || plain(estate).includes(place) || place.includes(plain(estate) || ' '))
      return 3;
  }
  return said.some((one) => one.includes(asked)) ? 1 : 0;
};

export const findBuildings = <T extends Named>(text: string, buildings: readonly T[], limit = 8): T[] => {
  const asked = plain(text);
  if (asked === '') return [];
  const parsed = parseAddress(text);
  return buildings
    .map((building) => ({ building, score: scoreOf(building, asked, parsed) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ building }) => building);
};
