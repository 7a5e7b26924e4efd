/** The record that one of the form's values names, loaded when the value changes; null until then. */
import { useEffect, useState } from 'react';
import { duringWork } from '../../state/busy.ts';
import { type FormDef, textOf, type Values } from './form-def.ts';

export const useFollowed = (def: FormDef<object, unknown>, values: Values | null): unknown => {
  const { follow } = def;
  const id = follow && values ? textOf(values, follow.path) : '';
  const [found, setFound] = useState<{ id: string; record: unknown }>({ id: '', record: null });
  useEffect(() => {
    if (!follow || id === '') return;
    let current = true;
    void duringWork('form', () => follow.load(id)).then(
      (record) => current && setFound({ id, record }),
      () => current && setFound({ id, record: null }),
    );
    return () => {
      current = false;
    };
  }, [follow, id]);
  return found.id === id ? found.record : null;
};
