/** What the forms about one record of a person have in common: loading it, its first and last day, ending it. */
import { reasonOf, refuse } from '../../../domain/reasons.ts';
import { type ResidentCard, residentCard } from '../../../storage/index.ts';
import type { Words } from '../../../ui/parts/use-words.ts';
import type { FieldGroup, Values } from '../form-def.ts';
import { today } from './shared.ts';

export const gone = refuse(reasonOf('record.gone', '这条记录已不存在。', 'This record is no longer there.'));
export const from = (label: string) => ({ kind: 'date', path: 'from', label, required: true }) as const;
export const until = (label: string) => ({ kind: 'date', path: 'until', label }) as const;

export interface PersonContext {
  readonly card: ResidentCard;
}
export type OnPerson = { readonly residentId: string; readonly recordId?: string };
const loadPerson = async ({ residentId }: OnPerson): Promise<PersonContext | null> => {
  const card = await residentCard(residentId);
  return card && { card };
};
export const withRecord =
  <R extends { readonly id: string }>(pick: (card: ResidentCard) => readonly R[]) =>
  async (args: OnPerson): Promise<(PersonContext & { readonly record: R | null }) | null> => {
    const context = await loadPerson(args);
    const record = context && (pick(context.card).find(({ id }) => id === args.recordId) ?? null);
    return context && (args.recordId === undefined || record) ? { ...context, record } : null;
  };

export const endGroups = (_context: unknown, _values: Values, { t }: Words): FieldGroup[] => [
  {
    title: t('forms.group.end'),
    fields: [{ kind: 'date', path: 'until', label: t('forms.end.on'), required: true }],
  },
];
export const endValues = (): Values => ({ until: today() });
