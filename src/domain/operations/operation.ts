/**
 * What an operation is: one verb, pure. `available` says whether a button may offer it, or why not; `run` gives the edit, or the
 * reasons why this input cannot be done. Nothing is stored here: the edit goes through `commit`, and undo is its inverse.
 */
import type { CodeEntry } from '../codes.ts';
import { dateOf } from '../dates.ts';
import type { Edit } from '../edit.ts';
import type { IdSource } from '../ids.ts';
import type { Reason, Result } from '../reasons.ts';

/** Who does it, where and when (epoch milliseconds). */
export interface Stamp {
  readonly communityId: string;
  readonly by: string;
  readonly at: number;
  readonly newId: IdSource;
}

export interface Operation<Context, Input> {
  /** Also the key of the edit's label. */
  readonly key: string;
  readonly title: CodeEntry;
  readonly available: (context: Context) => true | Reason;
  readonly run: (context: Context, input: Input, stamp: Stamp) => Result<Edit>;
}

/** The day of the stamp in the community's time. */
export const dayOf = (stamp: Stamp): string => dateOf(stamp.at);
