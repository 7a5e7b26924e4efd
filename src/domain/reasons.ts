/** Why something is refused: a code, its values, and the sentence in both languages. Checks return reasons; they never throw. */
export type Language = 'zh' | 'en';
export interface Reason {
  /** Dotted, stable: `citizenId.checksum`. */
  readonly code: string;
  /** Where: a field path such as `personal.citizenId`. */
  readonly field?: string;
  readonly zh: string;
  readonly en: string;
}
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reasons: readonly Reason[] };
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const refuse = (...reasons: readonly Reason[]): Result<never> => ({ ok: false, reasons });

export const reasonOf = (code: string, zh: string, en: string, field?: string): Reason =>
  field === undefined ? { code, zh, en } : { code, field, zh, en };
/** The same reason, said of a field. */
export const atField = (reason: Reason, field: string): Reason => ({ ...reason, field });
/** The reasons of a result, said of a field; none when it is right. */
export const reasonsAt = (field: string, result: Result<unknown>): Reason[] =>
  result.ok ? [] : result.reasons.map((reason) => atField(reason, field));
