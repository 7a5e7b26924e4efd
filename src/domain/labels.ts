/** Words for codes. */
import type { CodeEntry, CodeList } from './codes.ts';
import type { Language } from './reasons.ts';

/** The word for a code; the code itself where the list does not know it, so that nothing is ever shown empty. */
export const labelOf = (codes: CodeList, code: string | null | undefined, language: Language): string => {
  if (code === null || code === undefined) return '';
  const entry = Object.hasOwn(codes, code) ? codes[code] : undefined;
  return entry?.[language] ?? code;
};

/** A list as options of a form, in its own order. */
export const optionsOf = <K extends string>(
  codes: CodeList<K>,
  language: Language,
): { value: K; label: string }[] =>
  (Object.entries(codes) as [K, CodeEntry][]).map(([value, entry]) => ({ value, label: entry[language] }));
