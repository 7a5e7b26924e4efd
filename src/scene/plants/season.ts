/** What the time of the year does to leaves: shares of gold (autumn), bare (winter) and fresh (spring). */

/** Gold, bare and fresh by month, from the middle of one month to the middle of the next. */
const MONTHS: readonly (readonly [number, number, number])[] = [
  [0.3, 0.75, 0],
  [0.2, 0.7, 0],
  [0, 0.4, 0.5],
  [0, 0, 1],
  [0, 0, 0.8],
  [0, 0, 0.3],
  [0, 0, 0],
  [0, 0, 0],
  [0.12, 0, 0],
  [0.5, 0, 0],
  [0.85, 0.15, 0],
  [0.5, 0.6, 0],
];

export const seasonOf = (date: string): [gold: number, bare: number, fresh: number] => {
  const [, month = 6, day = 15] = date.split('-').map(Number);
  const position = month - 1 + (day - 15) / 30 + 12;
  const a = MONTHS[Math.floor(position) % 12] as readonly [number, number, number];
  const b = MONTHS[(Math.floor(position) + 1) % 12] as readonly [number, number, number];
  const t = position % 1;
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
};
