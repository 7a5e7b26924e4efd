/** Every kind of table that can be imported. */
import type { Field, ImportKind, KindOfTable } from './field.ts';
import { BUILDING_HEADS, GRID_WORKERS, GRIDS } from './grids.ts';
import { DUTIES, MEMBERSHIPS, PARTY_BODIES } from './party.ts';
import { FLOATING, VISITS } from './people.ts';
import { BUILDINGS, DWELLINGS, FACILITIES } from './places.ts';
import { RESIDENTS } from './residents.ts';
import { MATTERS, ORGANISATIONS, SERVICES } from './services.ts';
import { ASSISTANCES, CARE_NEEDS } from './support.ts';

export const KINDS: readonly KindOfTable[] = [
  RESIDENTS,
  DWELLINGS,
  BUILDINGS,
  MEMBERSHIPS,
  FLOATING,
  ASSISTANCES,
  CARE_NEEDS,
  ORGANISATIONS,
  FACILITIES,
  SERVICES,
  MATTERS,
  VISITS,
  PARTY_BODIES,
  GRIDS,
  GRID_WORKERS,
  BUILDING_HEADS,
  DUTIES,
];

const BY_KIND = new Map(KINDS.map((kind) => [kind.kind, kind]));

export const kindOf = (kind: ImportKind): KindOfTable => {
  const found = BY_KIND.get(kind);
  if (!found) throw new RangeError(`there is no kind of table ${kind}`);
  return found;
};

export const fieldOf = (kind: KindOfTable, key: string): Field | undefined =>
  kind.fields.find((field) => field.key === key);

/** Every name of every field, for telling headers from data. */
export const HEADER_NAMES: ReadonlySet<string> = new Set(
  KINDS.flatMap((kind) => kind.fields.flatMap((field) => field.synonyms)),
);

/** Columns that registers have and nothing is made of: they speak for a header row, and are left out without a question. */
export const IDLE_NAMES: ReadonlySet<string> = new Set(
  '序号|编号|no|行号|原因|民族|籍贯|社区|所属社区|街道|乡镇|网格|所属网格|网格员|是否党员|政治面貌|是否低保|血型|身高|宗教信仰|健康状况|兵役状况|户口性质|照片|签名|填表人|填表日期|审核人|人数|户数|家庭人口|家庭人口数|索引|index|row|reason'.split(
    '|',
  ),
);
