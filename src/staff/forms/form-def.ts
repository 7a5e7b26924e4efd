/**
 * What a form is: plain data and pure functions. The fields say what is asked, `run` asks the operation for the edit; the same `run`
 * answers while one types (its reasons stand under the fields) and when one saves (its edit is committed).
 */
import type { CodeList } from '../../domain/codes.ts';
import type { Edit } from '../../domain/edit.ts';
import type { Stamp } from '../../domain/operations/operation.ts';
import type { Result } from '../../domain/reasons.ts';
import type { Words } from '../../ui/parts/use-words.ts';

export type FieldValue = string | number | boolean | null | readonly string[];
export type Values = Readonly<Record<string, FieldValue>>;

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface FieldBase {
  /** The path that reasons name: `personal.citizenId`. Also its key among the values. */
  readonly path: string;
  readonly label: string;
  readonly required?: boolean;
  /** One sentence under the field. */
  readonly hint?: string;
  /** The whole width of the form. */
  readonly wide?: boolean;
}
export type Field = FieldBase &
  (
    | { readonly kind: 'text' | 'multiline' | 'date' | 'month' | 'switch' }
    | { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly step?: number }
    | { readonly kind: 'code'; readonly codes: CodeList }
    | { readonly kind: 'codes'; readonly codes: CodeList }
    | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
    | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
    /** Looked up with the omnibox's search; the value is the record's id. */
    | { readonly kind: 'find'; readonly of: 'dwelling' | 'resident' | 'building'; readonly chosen?: Choice }
  );

export interface FieldGroup {
  readonly title: string;
  readonly fields: readonly Field[];
}

export interface FormDef<Context, Arguments> {
  /** Of the draft: which record the form is about. */
  readonly draftKey: (args: Arguments) => string;
  /** Null when the record is gone. */
  readonly load: (args: Arguments) => Promise<Context | null>;
  /** A second record that a value names, such as the home moved to: `context.followed` is what was loaded for it. */
  readonly follow?: { readonly path: string; readonly load: (id: string) => Promise<unknown> };
  readonly title: (context: Context, words: Words) => string;
  /** One sentence on what will happen. */
  readonly note?: (context: Context, values: Values, words: Words) => string;
  readonly initial: (context: Context) => Values;
  readonly groups: (context: Context, values: Values, words: Words) => readonly FieldGroup[];
  readonly run: (context: Context, values: Values, stamp: Stamp) => Result<Edit> | Promise<Result<Edit>>;
  /** Ends something: the button is red. */
  readonly ends?: boolean;
}

/** A form whose context and arguments only its own functions know; the host passes back what they gave it. */
export type AnyForm = FormDef<never, never>;

export const textOf = (values: Values, path: string): string => {
  const value = values[path];
  return typeof value === 'string' ? value.trim() : '';
};
/** Text, or undefined for nothing: how an absent optional value is stored. */
export const optionalText = (values: Values, path: string): string | undefined =>
  textOf(values, path) || undefined;
export const textOrNull = (values: Values, path: string): string | null => textOf(values, path) || null;
export const numberOrNull = (values: Values, path: string): number | null => {
  const value = values[path];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};
export const listOf = (values: Values, path: string): string[] => {
  const value = values[path];
  return Array.isArray(value) ? [...value] : [];
};

/** `personal` of a record from the values under `personal.`; what is empty is left out. */
export const personalOf = (values: Values): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([path, value]) => {
      if (!path.startsWith('personal.')) return [];
      const kept = typeof value === 'string' ? value.trim() : typeof value === 'number' ? value : '';
      return kept === '' ? [] : [[path.slice('personal.'.length), kept]];
    }),
  );

/** The values of a record's `personal`, as the fields want them. */
export const personalValues = (personal: object): Record<string, FieldValue> =>
  Object.fromEntries(
    Object.entries(personal).map(([key, value]) => [`personal.${key}`, value as FieldValue]),
  );
