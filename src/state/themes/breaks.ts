/** Class breaks: fixed ones are lists of lower bounds; quantile ones are taken from the counts and rounded to numbers people say. */

/** Rounds down to one of 1, 2, 3, 5, 8 × 10^n below 20 and to tens, twenties, hundreds above: breaks that read well. */
const speakable = (value: number): number => {
  if (value < 10) return Math.max(1, Math.round(value));
  const step = value < 40 ? 2 : value < 100 ? 10 : value < 400 ? 20 : 100;
  return Math.max(step, Math.round(value / step) * step);
};

/**
 * Lower bounds of at most `classes` classes that hold about equally many of the positive counts. The first bound is 1, bounds grow
 * strictly, and a class that would be empty by rounding is left out.
 */
export const quantileBreaks = (counts: ArrayLike<number>, classes: number): number[] => {
  const positive = Array.from(counts).filter((count) => count > 0);
  positive.sort((a, b) => a - b);
  const most = positive.at(-1) ?? 0;
  const bounds = [1];
  for (let k = 1; k < classes; k++) {
    const bound = speakable(positive[Math.floor((positive.length * k) / classes)] ?? 0);
    if (bound > (bounds.at(-1) ?? 0) && bound <= most) bounds.push(bound);
  }
  return bounds;
};

/** The index of the last bound that is ≤ the value; -1 below the first. */
export const classAt = (bounds: readonly number[], value: number): number => {
  let at = -1;
  while (at + 1 < bounds.length && value >= (bounds[at + 1] ?? Number.POSITIVE_INFINITY)) at++;
  return at;
};

/** "1–5", "6+", "3": the whole numbers of class `at`. */
export const countLabel = (bounds: readonly number[], at: number): string => {
  const from = bounds[at] ?? 0;
  const next = bounds[at + 1];
  if (next === undefined) return `${from}+`;
  return next - 1 === from ? String(from) : `${from}–${next - 1}`;
};
