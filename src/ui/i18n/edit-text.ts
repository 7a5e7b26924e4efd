/** What an edit is called on the screen: "登记居民", "Moved a household". */
import type { TFunction } from 'i18next';
import type { EditLabel } from '../../domain/edit.ts';

export const editText = (t: TFunction, label: EditLabel): string =>
  t(`history.${label.key}`, { ...label.params });
