/** What a JSON file is taken apart into, and by which rules. */

export type Piece =
  /** An element of an array (`key` null) or a member of an object that is taken apart. */
  | {
      readonly kind: 'item';
      readonly list: string;
      readonly key: string | null;
      readonly where: string;
      readonly value: unknown;
      readonly bytes: Uint8Array;
    }
  /** Elements `from` and following of an array of `[x, y, z]`; `NaN` where an element was none. */
  | { readonly kind: 'triples'; readonly list: string; readonly from: number; readonly values: Float64Array }
  /** Another member of the root. */
  | { readonly kind: 'member'; readonly key: string; readonly value: unknown }
  /** The root is complete, or as complete as it gets. */
  | { readonly kind: 'end' }
  /** A whole value of a sequence. */
  | { readonly kind: 'record'; readonly where: string; readonly value: unknown; readonly bytes: Uint8Array };

/** `elements` of an array, `members` of an object, `triples` of numbers. */
export type ListKind = 'elements' | 'members' | 'triples';

export interface SplitRules {
  /** Members of the root that are taken apart. A root that is an array is always taken apart, under the name ''. */
  readonly lists: ReadonlyMap<string, ListKind>;
  /** Where an item of a list begins, behind a comma: a pattern with a group `item`. */
  readonly itemStart: (list: string) => string;
  /** Members of the root that may follow behind a broken item; none that items have as well. */
  readonly rootMembers: readonly string[];
}
