/** What the operation would refuse, while one types. The edit that it would give is thrown away. */
import { useEffect, useState } from 'react';
import type { Reason } from '../../domain/reasons.ts';
import { editStamp } from '../../state/save.ts';
import type { FormDef, Values } from './form-def.ts';

const NONE: readonly Reason[] = [];

export const useReasons = <C>(
  def: FormDef<C, unknown>,
  context: C,
  values: Values | null,
): readonly Reason[] => {
  const [reasons, setReasons] = useState<readonly Reason[]>(NONE);
  useEffect(() => {
    if (!values) return;
    let current = true;
    void Promise.resolve(def.run(context, values, editStamp())).then((result) => {
      if (current) setReasons(result.ok ? NONE : result.reasons);
    });
    return () => {
      current = false;
    };
  }, [def, context, values]);
  return reasons;
};
