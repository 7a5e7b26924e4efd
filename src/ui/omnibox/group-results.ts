/** Results in the order of their score, gathered into groups: the group of the best result comes first. */
export interface Groupable {
  readonly kind: string;
}

export const groupResults = <T extends Groupable>(
  results: readonly T[],
): readonly (readonly [kind: string, T[]])[] => {
  const groups = new Map<string, T[]>();
  for (const result of results) {
    const group = groups.get(result.kind);
    if (group) group.push(result);
    else groups.set(result.kind, [result]);
  }
  return [...groups];
};

/** The next position in a list of `length` entries that goes round; from -1 down is 0, up is the last. */
export const stepIn = (length: number, at: number, by: 1 | -1): number =>
  length === 0 ? -1 : at < 0 ? (by === 1 ? 0 : length - 1) : (at + by + length) % length;
