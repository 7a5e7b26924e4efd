/** How JSON formats name a coordinate system: GeoJSON's `crs` of 2008, its short forms, `coordRefSys` of JSON-FG, CityJSON's addresses. */
import type { DeclaredCrs } from './place-set.ts';

const MOST_CHARACTERS = 4000;

const textOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim().slice(0, MOST_CHARACTERS);
  if (typeof value === 'number' && Number.isInteger(value)) return `EPSG:${value}`;
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) return textOf(value[0]);
  const { type, properties, name, href, code } = value as Record<string, unknown>;
  const inner =
    typeof properties === 'object' && properties !== null ? (properties as Record<string, unknown>) : {};
  // {type: "EPSG", properties: {code: 4326}} and {type: "name", properties: {name: …}} and {type: "link", properties: {href: …}}.
  const number = inner['code'] ?? code;
  if (number !== undefined && (type === 'EPSG' || type === 'epsg' || typeof number === 'number'))
    return `EPSG:${String(number).replace(/^EPSG:/i, '')}`;
  for (const candidate of [inner['name'], name, inner['href'], href])
    if (typeof candidate === 'string' && candidate.trim() !== '')
      return candidate.trim().slice(0, MOST_CHARACTERS);
  return null;
};

/** Null where it names none. */
export const crsOf = (value: unknown, where: string): DeclaredCrs | null => {
  const text = textOf(value);
  return text === null ? null : { text, where };
};

const GEOGRAPHIC =
  /CRS:?84|(?:^|\D)(?:4326|4490|4610|4214|4269|4258|4979|4937|4555|4612|4737)$|^GEOG|WGS[ _]?84$|CGCS[ _]?2000$/i;

/** Are the coordinates degrees for sure, by the name of the system? Otherwise the coordinates have to tell. */
export const isGeographic = (crs: DeclaredCrs | null): boolean => crs !== null && GEOGRAPHIC.test(crs.text);
