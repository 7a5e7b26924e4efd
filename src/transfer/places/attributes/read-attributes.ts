/**
 * What the attributes of a feature say: its name, height and storeys, and whether it is a building.
 *
 * **Building or area** (`as: 'auto'`). A feature is a building where
 * 1. `building` is there and not `no`; `building:part` likewise makes it a part; or its kind (`kind`, `type`, `theme`, `fclass` …) is
 *    building or building part;
 * 2. or it has, with a value or empty, a column for heights or storeys, or one that only buildings have (楼号, 房屋结构, roof:shape,
 *    Google's `area_in_meters`, Microsoft's `capture_dates_range`, a year of construction);
 * 3. or nothing else is said of it and its name is that of a building (3号楼, 12栋, 云和大厦);
 * and it has none of the marks of an area (`boundary`, `admin_level`, adcode, 网格编号 …), unless the first rule holds. Everything else is
 * an area; a file in which nothing has any attribute is one of buildings where its name says so (`geojson/read-geojson.ts`).
 */
import type { SourceBuilding } from '../place-set.ts';
import type { Role, RoleOfName } from './attribute-roles.ts';
import { heightOf, type Measure, parseMetres, storeysOf } from './measures.ts';

/** `none`: the attributes say nothing at all. */
export type Evidence = 'building' | 'part' | 'area' | 'unknown' | 'none';

export interface ReadAttributes {
  readonly attributes: SourceBuilding['attributes'];
  readonly evidence: Evidence;
  readonly name: string;
  readonly id: string | null;
  readonly parentId: string | null;
  readonly heightMetres: number | null;
  readonly minHeightMetres: number;
  readonly storeys: number | null;
  readonly groundMetres: number | null;
  /** Names of attributes whose value is no height, no count of storeys. */
  readonly odd: readonly string[];
}

/** A storey where only the number of the lowest one is known. */
const STOREY_METRES = 3;
/** `Elevation` beside `Floor` is a height where it gives storeys like these; else it is a height above the sea. */
const LEAST_STOREY_METRES = 2;
const MOST_STOREY_METRES = 8;

type Scalar = string | number | boolean | null;
type Found = Partial<Record<Role, { readonly rank: number; readonly value: unknown; readonly key: string }>>;

const isScalar = (value: unknown): value is Scalar => value === null || typeof value !== 'object';

/** Attributes as they are; nested ones as JSON text, whole numbers too long for a double with all their digits. */
const takeAttributes = (properties: Record<string, unknown>, text: () => string): Record<string, Scalar> => {
  let isPlain = true;
  for (const key in properties) {
    const value = properties[key];
    if (!isScalar(value) || (typeof value === 'number' && !isExact(value))) {
      isPlain = false;
      break;
    }
  }
  // The parsed object itself: copying it would double the memory and lose its shared shape.
  if (isPlain) return properties as Record<string, Scalar>;
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]): [string, Scalar] => {
      if (!isScalar(value)) return [key, JSON.stringify(value)];
      if (typeof value === 'number' && !isExact(value)) return [key, digitsOf(text(), key) ?? String(value)];
      return [key, value];
    }),
  );
};

const isExact = (value: number): boolean =>
  Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));

/** The number behind a key as it stands in the text. */
export const digitsOf = (text: string, key: string): string | null => {
  const name = JSON.stringify(key).replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`${name}\s*:\s*(-?[\d.eE+-]+)`).exec(text)?.[1] ?? null;
};

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' ? String(value) : '';
};

const isFilled = (value: unknown): boolean => value !== null && value !== undefined && value !== '';
const isYes = (value: unknown): boolean =>
  isFilled(value) &&
  value !== false &&
  value !== 0 &&
  !(typeof value === 'string' && /^(?:no|false|0|否|无)$/i.test(value));

const KINDS_OF_BUILDING = /^(?:building|buildings|house|bldg|建筑|建筑物|房屋|楼栋)$/i;
const KINDS_OF_PART = /^(?:building_part|building:part|buildingpart)$/i;

/** Overture: `names: {primary, common}`. */
const primaryName = (names: unknown): string => {
  if (typeof names !== 'object' || names === null) return '';
  const { primary, common } = names as { primary?: unknown; common?: unknown };
  const chinese =
    typeof common === 'object' && common !== null ? textOf((common as Record<string, unknown>)['zh']) : '';
  return textOf(primary) || chinese;
};

const MARKS: readonly Role[] = [
  'height',
  'heightFeet',
  'heightCentimetres',
  'storeys',
  'minHeight',
  'isBuilding',
];

/** Names that only buildings have; grids and estates end in 网格, 小区, 苑, 片区. */
const NAME_OF_BUILDING =
  /(?:号楼|[\dA-Z一二三四五六七八九十]\s*(?:#|＃|楼|幢|栋|座)|教学楼|办公楼|综合楼|宿舍楼|大厦|公寓)$/i;

const evidenceOf = (found: Found, kinds: readonly string[], hasAny: boolean, name: string): Evidence => {
  if (isYes(found.part?.value) || kinds.some((kind) => KINDS_OF_PART.test(kind))) return 'part';
  if (isYes(found.building?.value) || kinds.some((kind) => KINDS_OF_BUILDING.test(kind))) return 'building';
  if (isFilled(found.isArea?.value)) return 'area';
  // An empty `building` beside others that have one says nothing: then a mark must be filled. `no` says no.
  const isDenied = isFilled(found.building?.value);
  const isMark = (role: Role): boolean =>
    found[role] !== undefined && (found.building === undefined || isFilled(found[role].value));
  if (!isDenied && MARKS.some(isMark)) return 'building';
  if (!isDenied && NAME_OF_BUILDING.test(name)) return 'building';
  return hasAny ? 'unknown' : 'none';
};

const valueOf = (measure: Measure): number | null => (measure.kind === 'value' ? measure.value : null);

const NO_NAMES: readonly string[] = [];

const measuresOf = (found: Found) => {
  let odd = NO_NAMES;
  const noted = (role: Role, measure: Measure): Measure => {
    if (measure.kind === 'odd') odd = [...odd, found[role]?.key ?? role];
    return measure;
  };
  const storeys = valueOf(noted('storeys', storeysOf(found.storeys?.value)));
  let heightMetres =
    valueOf(noted('height', heightOf(found.height?.value))) ??
    valueOf(noted('heightFeet', heightOf(found.heightFeet?.value, 0.3048))) ??
    valueOf(noted('heightCentimetres', heightOf(found.heightCentimetres?.value, 0.01)));
  if (heightMetres === null && storeys !== null) {
    const elevation = valueOf(heightOf(found.elevation?.value));
    const each = elevation === null ? 0 : elevation / storeys;
    if (each >= LEAST_STOREY_METRES && each <= MOST_STOREY_METRES) heightMetres = elevation;
  }
  const minHeight = valueOf(noted('minHeight', heightOf(found.minHeight?.value)));
  const minStorey = valueOf(storeysOf(found.minStorey?.value));
  return {
    storeys,
    heightMetres,
    minHeightMetres: minHeight ?? (minStorey === null ? 0 : minStorey * STOREY_METRES),
    groundMetres: isFilled(found.ground?.value) ? parseMetres(found.ground?.value) : null,
    odd,
  };
};

/** `text` gives the feature's own JSON, where digits got lost in parsing. */
export const readAttributes = (
  properties: Record<string, unknown>,
  rolesOf: (name: string) => readonly RoleOfName[],
  text: () => string,
): ReadAttributes => {
  const found: Found = {};
  const kinds: string[] = [];
  let hasAny = false;
  for (const key in properties) {
    const value = properties[key];
    hasAny = true;
    for (const { role, rank } of rolesOf(key)) {
      if (role === 'kind') {
        if (typeof value === 'string') kinds.push(value);
        continue;
      }
      const before = found[role];
      // A column without a value still tells what kind of file this is; one with a value tells more.
      if (before === undefined || (isFilled(value) && (!isFilled(before.value) || rank < before.rank)))
        found[role] = { rank, value, key };
    }
  }
  const attributes = takeAttributes(properties, text);
  const idKey = found.id?.key;
  const id = idKey === undefined ? '' : textOf(attributes[idKey]);
  const element = textOf(found.elementType?.value);
  const isElement = /^(?:node|way|relation)$/.test(element);
  const parentKey = found.parent?.key;
  const parentId = parentKey === undefined ? '' : textOf(attributes[parentKey]);
  const name = textOf(found.name?.value) || primaryName(found.names?.value);
  return {
    attributes,
    evidence: evidenceOf(found, kinds, hasAny, name),
    name,
    id: id === '' ? null : isElement ? `${element}/${id}` : id,
    parentId: parentId === '' ? null : parentId,
    ...measuresOf(found),
  };
};
