/** What page and import worker say to each other, besides the views of the wizards. */
import { type Problem, Refused } from '../../../transfer/problem.ts';

/** A file of a drop. `path`: with the folders of the drop, `tiles/0/1.b3dm`. */
export interface GivenFile {
  readonly id: string;
  readonly path: string;
  readonly blob: Blob;
}
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };
export type Report = (done: number, total: number) => void | Promise<void>;

/** A refusal is an answer with its sentence, not a failure. */
export const outcomeOf = async <T>(work: () => Promise<T>): Promise<Outcome<T>> => {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
};
