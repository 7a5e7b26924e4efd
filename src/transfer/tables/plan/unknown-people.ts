/**
 * Registers that can be the first to name a person: which they are, and what becomes of people who are not on record. A register of the
 * floating population is where newcomers are written down first, so it makes residents of them; the others name people whom the office
 * knows, and a name that is not found there is more often a slip than a stranger: those are rejected unless a person decides otherwise.
 */
import type { ImportKind } from '../fields/field.ts';

export type UnknownPeople = 'create' | 'refuse';

const USUAL: Readonly<Partial<Record<ImportKind, UnknownPeople>>> = {
  floating: 'create',
  memberships: 'refuse',
  assistances: 'refuse',
  careNeeds: 'refuse',
};

/** Whether the question is asked for a kind of table at all. */
export const asksForUnknownPeople = (kind: ImportKind): boolean => kind in USUAL;

export const usualUnknownPeople = (kind: ImportKind, chosen?: UnknownPeople): UnknownPeople =>
  USUAL[kind] === undefined ? 'refuse' : (chosen ?? USUAL[kind]);
