/** Spreadsheets of people and of all that hangs on them: reading, guessing, planning, and what was rejected. */
export * from './cell.ts';
export type { Encoding } from './csv/encoding.ts';
export * from './data-rows.ts';
export type { Field, ImportKind, KindOfTable, ValueType } from './fields/field.ts';
export { KINDS, kindOf } from './fields/kinds.ts';
export * from './guess/guess-table.ts';
export { type Header, headerSignature } from './guess/header.ts';
export * from './mapping.ts';
export type { AddressColumns } from './places/columns.ts';
export * from './places/directory.ts';
export type { PlaceCandidate } from './places/keys.ts';
export type { PlanOptions } from './plan/context.ts';
export * from './plan/existing.ts';
export * from './plan/outcome.ts';
export * from './plan/plan-import.ts';
export * from './read-table.ts';
export * from './rejections.ts';
export * from './table.ts';
