/**
 * All that can be said of one record by itself: its schema, then the rules over its fields. `commit` asks it before it stores
 * anything, forms while one types. Rules that need a second record stand with the operations.
 */
import { type AnyRecord, type RecordOf, SCHEMAS, type TableName } from '../records/index.ts';
import { type Reason, reasonsAt } from '../reasons.ts';
import { fieldName } from '../field-names.ts';
import { checkAssistance } from './assistance.ts';
import { checkCareNeed } from './care-need.ts';
import { checkOrder } from './dates.ts';
import { checkFloating } from './floating.ts';
import { reasonsOfIssues } from './issues.ts';
import { checkMembership } from './membership.ts';
import { checkPhone, checkPublicPhone } from './phone.ts';
import {
  checkBuilding,
  checkCommunity,
  checkGrid,
  checkHouseholdRecord,
  checkMatter,
  checkOrganisation,
  checkPartyBody,
  checkVisit,
} from './place.ts';
import { checkResident } from './resident.ts';

type Rules = { readonly [T in TableName]?: (record: RecordOf<T>) => Reason[] };

const RULES: Rules = {
  communities: checkCommunity,
  organisations: checkOrganisation,
  partyBodies: checkPartyBody,
  grids: checkGrid,
  buildings: checkBuilding,
  households: checkHouseholdRecord,
  residents: (record) => checkResident(record),
  memberships: checkMembership,
  buildingHeads: (head) =>
    checkOrder(
      head.from,
      fieldName('buildingHeads', 'from'),
      head.until,
      fieldName('buildingHeads', 'until'),
      'until',
    ),
  floatingRegistrations: checkFloating,
  assistances: checkAssistance,
  careNeeds: checkCareNeed,
  facilities: (facility) => publicPhone(facility.phone),
  services: (service) => publicPhone(service.phone),
  matters: checkMatter,
  visits: checkVisit,
};

const publicPhone = (phone: string): Reason[] =>
  phone === '' ? [] : reasonsAt('phone', checkPublicPhone(phone));

/** Which fields of `personal` are phone numbers: all whose name ends so. Residents check theirs themselves. */
const PHONE_KEYS = new Map<TableName, readonly string[]>(
  (Object.keys(SCHEMAS) as TableName[]).flatMap((table) => {
    const shape = SCHEMAS[table].shape as { personal?: { shape: Record<string, unknown> } };
    const keys = Object.keys(shape.personal?.shape ?? {}).filter((key) => /phone$/i.test(key));
    return table === 'residents' || keys.length === 0 ? [] : [[table, keys] as const];
  }),
);

const personalPhones = (table: TableName, record: AnyRecord): Reason[] => {
  const keys = PHONE_KEYS.get(table);
  if (!keys || !('personal' in record)) return [];
  const personal = record.personal as Readonly<Record<string, string | undefined>>;
  return keys.flatMap((key) => {
    const phone = personal[key];
    return phone === undefined ? [] : reasonsAt(`personal.${key}`, checkPhone(phone));
  });
};

/** The rules over the fields of a record that already has the right shape. */
export const checkRules = (table: TableName, record: AnyRecord): Reason[] => {
  const rule = RULES[table] as ((record: AnyRecord) => Reason[]) | undefined;
  const phones = personalPhones(table, record);
  return rule ? [...rule(record), ...phones] : phones;
};

/** Every reason why a record cannot be stored as it is; empty when it can. Accepts anything: outside data too. */
export const checkRecord = (table: TableName, record: unknown): Reason[] => {
  const schema = SCHEMAS[table];
  if (schema.safeParse(record).success) return checkRules(table, record as AnyRecord);
  const again = schema.safeParse(record, { reportInput: true });
  return again.success ? [] : reasonsOfIssues(table, again.error.issues);
};

export const isRecord = <T extends TableName>(table: T, record: unknown): record is RecordOf<T> =>
  checkRecord(table, record).length === 0;
