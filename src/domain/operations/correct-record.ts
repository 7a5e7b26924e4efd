/**
 * Corrects one record of any kind, by itself. What other records or counts hang on (where someone lives, who is head, whether a
 * person is present) is not corrected here but done by its own operation, which changes the rest as well.
 */
import { fieldName } from '../field-names.ts';
import type { RecordOf, TableName } from '../records/index.ts';
import { type Reason, reasonOf, refuse } from '../reasons.ts';
import { tidyRecord } from '../tidy.ts';
import { createDraft, type Fields } from './draft.ts';
import type { Operation } from './operation.ts';

const PERSON = ['residentId', 'buildingId', 'dwellingId', 'state'] as const;

/** Fields that only operations change. */
const KEPT: { readonly [T in TableName]?: readonly (keyof RecordOf<T>)[] } = {
  dwellings: ['buildingId', 'occupancy'],
  households: ['buildingId', 'dwellingId', 'headId', 'size', 'state'],
  residents: ['buildingId', 'dwellingId', 'householdId', 'status'],
  memberships: PERSON,
  buildingHeads: ['buildingId', 'membershipId', 'residentId'],
  floatingRegistrations: [...PERSON, 'householdId'],
  assistances: [...PERSON, 'householdId'],
  careNeeds: PERSON,
};
const BASE = ['id', 'communityId'] as const;

const HEAD_RELATIONS = ['01', '02'];

/** A relation may be corrected between members; making or unmaking a head concerns the whole household. */
const relationReasons = (before: RecordOf<'residents'>, after: RecordOf<'residents'>): Reason[] =>
  before.relation !== after.relation &&
  (HEAD_RELATIONS.includes(before.relation) || HEAD_RELATIONS.includes(after.relation))
    ? [
        reasonOf(
          'correct.head',
          '户主不能在此更改，请用“变更户主”。',
          'The head of the household is not changed here; use “Change the head”.',
          'relation',
        ),
      ]
    : [];

const keptReasons = (table: TableName, before: object, after: object): Reason[] =>
  [...BASE, ...((KEPT[table] ?? []) as readonly string[])].flatMap((field) => {
    const [old, now] = [before, after].map((record) => (record as Record<string, unknown>)[field]);
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    const name = fieldName(table, field);
    return [
      reasonOf(
        'correct.kept',
        `${name.zh}不能直接更改，请用相应的办理操作（迁移、注销、终止等）。`,
        `The ${name.en} is not corrected directly; use the operation for it (move, deregister, end and so on).`,
        field,
      ),
    ];
  });

/** The operation for one table; the history says which kind of record was corrected. */
export const correctRecord = <T extends TableName>(
  table: T,
): Operation<{ readonly before: RecordOf<T> }, RecordOf<T>> => ({
  key: 'correctRecord',
  title: { zh: '更正', en: 'Correct' },
  available: () => true,
  run: ({ before }, input, stamp) => {
    const after = tidyRecord(table, input);
    const reasons = [
      ...keptReasons(table, before, after),
      ...(table === 'residents'
        ? relationReasons(before as RecordOf<'residents'>, after as RecordOf<'residents'>)
        : []),
    ];
    if (reasons.length > 0) return refuse(...reasons);
    const { id, communityId, createdAt, updatedAt, revision, ...fields } = after;
    const draft = createDraft(stamp);
    draft.update(table, before, fields as unknown as Partial<Fields<T>>);
    return draft.finish('correctRecord', { table });
  },
});
