/** What is told of a file. */
import type { Problem } from '../../src/transfer/problem.ts';

export interface FileReport {
  readonly file: string;
  readonly format: string | null;
  readonly version: string | null;
  readonly crs: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
  readonly seconds: number;
}
export type Told = Omit<FileReport, 'file' | 'seconds'>;

const REFUSING: ReadonlySet<string> = new Set([
  'convert.crs',
  'convert.nothing',
  'convert.allRejected',
  'convert.noRows',
  'convert.notRecognised',
]);

/** Nothing of it was of use. */
export const isRefused = ({ counts, problems }: FileReport): boolean =>
  Object.keys(counts).length === 0 || problems.some(({ code }) => REFUSING.has(code));
