/** What a column can mean: fields by kind of table, each with the names that offices give it. */
import type { Words } from '../../../domain/checks/dates.ts';
import type { TableName } from '../../../domain/records/index.ts';
import type { WordList } from '../values/words.ts';

export type ValueType =
  | 'text'
  | 'name'
  | 'citizenId'
  | 'creditCode'
  | 'phone'
  | 'publicPhone'
  | 'date'
  | 'month'
  | 'instant'
  | 'integer'
  | 'number'
  /** 层数: 18层, 6+1, -1/18. */
  | 'storeys'
  /** 一梯两户: how many doors a landing has. */
  | 'doors'
  | 'coordinate'
  /** Both coordinates in one cell; read into `longitude` and `latitude`. */
  | 'point'
  | 'money'
  | 'age'
  | 'yesNo'
  | 'code'
  | 'codes'
  | 'list'
  | 'address';

export interface Field {
  readonly key: string;
  readonly type: ValueType;
  /** Where it lies in the record, `personal.notes`; null where it says which record, or is read by the plan itself. */
  readonly path: string | null;
  readonly label: Words;
  /** Names in headers, already normalised by `normaliseHeader`. */
  readonly synonyms: readonly string[];
  /** How much the field tells of the kind of table: 1 nothing much (a name), 3 a lot (入党时间). */
  readonly weight: number;
  readonly words?: WordList;
}

export type ImportKind =
  | 'residents'
  | 'dwellings'
  | 'buildings'
  | 'memberships'
  | 'floating'
  | 'assistances'
  | 'careNeeds'
  | 'organisations'
  | 'facilities'
  | 'services'
  | 'matters'
  | 'visits'
  | 'partyBodies'
  | 'grids'
  | 'gridWorkers'
  | 'buildingHeads'
  | 'duties';

export interface KindOfTable {
  readonly kind: ImportKind;
  readonly title: Words;
  readonly table: TableName;
  readonly fields: readonly Field[];
  /** Each must be known from a column or a constant; of a group, one. */
  readonly required: readonly (readonly string[])[];
  /** Words of titles, sheet names and file names that speak for this kind. */
  readonly titles: RegExp;
}

const BRACKETS = /[（(【[][^）)】\]]*[）)】\]]/g;
const SIGNS = /[\s:：*＊、,，.。·\-—_/\\|“”"'?？!！#＃]/g;

/** A header as it is compared: half-width, lower case, without spaces, signs and what stands in brackets (but never nothing). */
export const normaliseHeader = (text: string): string => {
  const half = text.normalize('NFKC').toLowerCase();
  const bare = half.replace(BRACKETS, '').replace(SIGNS, '');
  return bare === '' ? half.replace(SIGNS, '') : bare;
};

/** Fields with weight 1 unless said otherwise. `names` are parted by "|"; the labels are names too. */
export const field = (
  key: string,
  type: ValueType,
  path: string | null,
  [zh, en]: readonly [zh: string, en: string],
  names = '',
  more: { readonly weight?: number; readonly words?: WordList } = {},
): Field => ({
  key,
  type,
  path,
  label: { zh, en },
  synonyms: [...new Set([zh, en, key, ...names.split('|')].map(normaliseHeader))].filter(
    (name) => name !== '',
  ),
  weight: more.weight ?? 1,
  ...(more.words ? { words: more.words } : {}),
});
