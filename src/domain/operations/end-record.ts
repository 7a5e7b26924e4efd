/** Ending what runs from a day to a day: a floating registration, an assistance, a care need. */
import { fieldName } from '../field-names.ts';
import { checkOrder } from '../checks/dates.ts';
import type { RecordOf } from '../records/index.ts';
import { reasonOf, refuse } from '../reasons.ts';
import { createDraft } from './draft.ts';
import type { Operation } from './operation.ts';
import { checkEventDate } from './rehome.ts';

type Ending = 'floatingRegistrations' | 'assistances' | 'careNeeds';

export const endedAlready = reasonOf(
  'record.ended',
  '这条记录已终止，无需再次办理。',
  'This record has ended already; there is nothing to do.',
);

/** `until` is the last day: real, not in the future, not before the first. */
export const endOperation = <T extends Ending>(
  table: T,
  key: string,
  title: { zh: string; en: string },
): Operation<{ readonly record: RecordOf<T> }, { readonly until: string }> => ({
  key,
  title,
  available: ({ record }) => (record.state === 'ended' ? endedAlready : true),
  run: ({ record }, { until }, stamp) => {
    if (record.state === 'ended') return refuse(endedAlready);
    const draft = createDraft(stamp);
    const reasons = [
      ...checkEventDate(until, [], draft.today, 'until'),
      ...checkOrder(record.from, fieldName(table, 'from'), until, fieldName(table, 'until'), 'until'),
    ];
    if (reasons.length > 0) return refuse(...reasons);
    draft.update<Ending>(table, record, { state: 'ended', until });
    return draft.finish(key);
  },
});
