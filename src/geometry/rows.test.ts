import { describe, expect, it } from 'vitest';
import type { Vec3 } from './framing.ts';
import { placesInRows } from './rows.ts';

describe('placesInRows', () => {
  it('leaves alone what stands alone', () => {
    const foot: Vec3 = [3, 4, 5];
    expect(placesInRows([foot, [300, 0, 0]], 60)[0]).toEqual({ middle: foot, rank: 0 });
  });

  it('puts neighbours into a row from west to east, about their middle, as high as the highest', () => {
    const rows = placesInRows(
      [
        [20, 0, 3],
        [0, 0, 9],
        [10, 6, 3],
      ],
      60,
    );
    expect(rows.map(({ rank }) => rank)).toEqual([1, -1, 0]);
    expect(rows.map(({ middle }) => middle)).toEqual(Array.from({ length: 3 }, () => [10, 2, 9]));
  });

  it('gives things on one spot places of their own', () => {
    const ranks = placesInRows(
      Array.from({ length: 4 }, (): Vec3 => [1, 1, 1]),
      60,
    ).map(({ rank }) => rank);
    expect(ranks.toSorted((a, b) => a - b)).toEqual([-1.5, -0.5, 0.5, 1.5]);
  });

  it('follows chains of neighbours', () => {
    const rows = placesInRows(
      [0, 50, 100].map((x): Vec3 => [x, 0, 0]),
      60,
    );
    expect(rows.map(({ rank }) => rank)).toEqual([-1, 0, 1]);
  });
});
