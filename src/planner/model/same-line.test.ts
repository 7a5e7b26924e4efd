/** A point more on a border moves no border. */
import { describe, expect, it } from 'vitest';
import { type Ring, sameLine } from './same-line.ts';

const SQUARE: Ring = [
  [0, 0],
  [1000, 0],
  [1000, 1000],
  [0, 1000],
];

describe('the same line', () => {
  it('stays with points put on it, from any point on, in any direction', () => {
    const more: Ring = [[400, 1], ...SQUARE.slice(1), [0, 0]];
    expect(sameLine([SQUARE], [more], 2)).toBe(true);
    expect(sameLine([SQUARE], [more.toReversed()], 2)).toBe(true);
  });
  it('is another one with a corner cut, bent out, or a hole', () => {
    expect(sameLine([SQUARE], [SQUARE.slice(1)], 2)).toBe(false);
    expect(sameLine([SQUARE], [[...SQUARE, [-5, 500]]], 2)).toBe(false);
    expect(sameLine([SQUARE], [SQUARE, SQUARE], 2)).toBe(false);
  });
});
