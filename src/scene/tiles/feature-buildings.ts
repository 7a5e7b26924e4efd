/**
 * Which building a feature of a tileset is: the one whose id it bears, the one that an object of this name was linked to when a file was
 * brought in, or the only one of its name.
 */
import { normaliseText } from '../../domain/address.ts';
import type { Building, SourceLink } from '../../domain/records/index.ts';

/** Properties of a feature, by the names that its maker gave them. */
export type FeatureProperties = Readonly<Record<string, unknown>>;

/** What names a thing, in the order in which it is believed. */
const NAMING: readonly RegExp[] = [
  /^(?:linli|building|bldg|gml|object|feature|element|global|住建|楼栋|建筑)[_\- :]?(?:id|uuid|guid|编码|编号|代码)$/i,
  /^(?:id|uuid|guid|oid|fid|identifier|ref|bsm|key)$/i,
  /code|编码|编号|代码/i,
  /name|label|title|名称|楼名|名字|楼号|栋号|幢号/i,
];
const ESTATE = /estate|compound|小区|院落|楼院/i;

const nameKey = (text: string): string => normaliseText(text).toLowerCase().replace(/\s+/g, '');

const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value.trim()
    : typeof value === 'number' || typeof value === 'bigint'
      ? String(value)
      : '';

/** What a feature may be called: what names it first, then any other text. */
export const namesOfFeature = (properties: FeatureProperties): string[] => {
  const entries = Object.entries(properties)
    .map(([key, value]) => ({ key, text: textOf(value), isText: typeof value === 'string' }))
    .filter(({ text }) => text !== '');
  const rank = (key: string): number => {
    const at = NAMING.findIndex((pattern) => pattern.test(key));
    return at < 0 ? NAMING.length : at;
  };
  const estate = entries.find(({ key }) => ESTATE.test(key))?.text;
  const names = entries
    // A number that nothing calls a name is a height or a count.
    .filter(({ key, isText }) => (isText || rank(key) < NAMING.length) && !ESTATE.test(key))
    .sort((a, b) => rank(a.key) - rank(b.key))
    .map(({ text }) => text);
  return [...new Set(estate === undefined ? names : names.flatMap((name) => [`${estate}${name}`, name]))];
};

export type FindBuilding = (names: readonly string[]) => string | null;

export const createFeatureFinder = (
  buildings: readonly Building[],
  links: readonly SourceLink[],
): FindBuilding => {
  const ids = new Set(buildings.map(({ id }) => id));
  /** Null for what two buildings share. */
  const named = new Map<string, string | null>();
  const add = (text: string, id: string): void => {
    const key = nameKey(text);
    if (key !== '') named.set(key, named.has(key) && named.get(key) !== id ? null : id);
  };
  for (const { id, estate, name, number, aliases } of buildings) {
    for (const each of new Set([name, ...aliases])) {
      add(each, id);
      if (estate !== '') add(`${estate}${each}`, id);
    }
    if (number !== '' && estate !== '')
      for (const each of [number, `${number}号楼`]) add(`${estate}${each}`, id);
  }
  const linked = new Map<string, string | null>();
  for (const { key, buildingId } of links)
    linked.set(key, linked.has(key) && linked.get(key) !== buildingId ? null : buildingId);
  return (names) => {
    for (const name of names) {
      if (ids.has(name)) return name;
      const found = linked.get(name) ?? named.get(nameKey(name));
      if (found !== undefined && found !== null && ids.has(found)) return found;
    }
    return null;
  };
};
