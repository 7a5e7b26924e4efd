/** Notes that data leaves the application. Personal values in the clear leave only for a reason that somebody has written down. */
import { reasonOf, refuse } from '../reasons.ts';
import type { Disclosure } from '../records/index.ts';
import { createDraft } from './draft.ts';
import { dayOf, type Operation } from './operation.ts';

export type DiscloseInput = Pick<Disclosure, 'kind' | 'what' | 'rows' | 'clear' | 'reason'>;

const SHORTEST_REASON = 2;

export const disclose: Operation<null, DiscloseInput> = {
  key: 'disclose',
  title: { zh: '导出或打印', en: 'Export or print' },
  available: () => true,
  run: (_context, input, stamp) => {
    if (input.clear && [...input.reason.trim()].length < SHORTEST_REASON)
      return refuse(
        reasonOf(
          'disclosure.reason',
          '未脱敏的个人信息只能在写明用途后导出，请填写用途。',
          'Personal values leave in the clear only for a reason; write it down.',
          'reason',
        ),
      );
    const draft = createDraft(stamp);
    draft.create('disclosures', { ...input, reason: input.reason.trim(), on: dayOf(stamp) });
    return draft.finish('disclose');
  },
};
