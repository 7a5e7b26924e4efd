/** Saves what an operation on a source answered; a refusal is told. */
import type { Edit } from '../../../domain/edit.ts';
import type { Result } from '../../../domain/reasons.ts';
import { notify } from '../../../state/notices.ts';
import { save } from '../../../state/save.ts';

export const carryOut = async (result: Result<Edit>): Promise<void> => {
  const answer = result.ok ? await save(result.value) : result;
  if (!answer.ok) notify({ kind: 'error', key: 'common.save.failed', reasons: answer.reasons });
};
