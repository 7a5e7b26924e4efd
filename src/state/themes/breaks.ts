/** Class breaks: fixed ones are lists of lower bounds; quantile ones are taken from the counts and rounded to numbers people say. */

/** Rounds down to one of 1, 2, 3, 5, 8 × 10^n below 20 and to tens, twenties, hundreds above: breaks that read well. */
const speakable = (value: number): number => {
  if (value < 10) return Math.max(1, Math.round(value));
  const step = value < 40 ? 2 : value < 100 ? 10 : value < 400 ? 20 : 100;
  return Math.max(step, Math.round(value / step) * step);
};

/** How many times each positive count occurs: what a sort would tell, in one pass. */
const histogram = (counts: ArrayLike<number>): { of: Uint32Array; positive: number } => {
  let most = 0;
  for (let at = 0; at < counts.length; at++) most = Math.max(most, counts[at] ?? 0);
  const of = new Uint32Array(most + 1);
  let positive = 0;
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at] ?? 0;
    if (count <= 0) continue;
    of[count] = (of[count] ?? 0) + 1;
    positive++;
  }
  return { of, positive };
};

/**
 * Lower bounds of at most `classes` classes that hold about equally many of the positive counts (whole numbers). The first bound is
 * 1, bounds grow strictly, and a class that would be empty by rounding is left out. 100,000 counts: about a millisecond.
 */
export const quantileBreaks = (counts: ArrayLike<number>, classes: number): number[] => {
  const { of, positive } = histogram(counts);
  const most = of.length - 1;
  const bounds = [1];
  let value = 0;
  let below = 0;
  for (let k = 1; k < classes; k++) {
    const rank = Math.floor((positive * k) / classes);
    while (value < most && below + (of[value] ?? 0) <= rank) below += of[value++] ?? 0;
    const bound = speakable(value);
    if (bound > (bounds.at(-1) ?? 0) && bound <= most) bounds.push(bound);
  }
  return bounds;
};

/** The index of the last bound that is ≤ the value; -1 below the first. */
export const classAt = (bounds: readonly number[], value: number): number => {
  let at = bounds.length - 1;
  while (at >= 0 && value < (bounds[at] as number)) at--;
  return at;
};

/** "1–5", "6+", "3": the whole numbers of class `at`. */
export const countLabel = (bounds: readonly number[], at: number): string => {
  const from = bounds[at] ?? 0;
  const next = bounds[at + 1];
  if (next === undefined) return `${from}+`;
  return next - 1 === from ? String(from) : `${from}–${next - 1}`;
};
