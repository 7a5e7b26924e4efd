import { describe, expect, it } from 'vitest';
import { groupResults, stepIn } from './group-results.ts';

describe('groupResults', () => {
  it('keeps the order of scores within groups and puts the best group first', () => {
    const results = [
      { kind: 'resident', n: 1 },
      { kind: 'building', n: 2 },
      { kind: 'resident', n: 3 },
    ];
    expect(groupResults(results)).toEqual([
      ['resident', [results[0], results[2]]],
      ['building', [results[1]]],
    ]);
  });
});

describe('stepIn', () => {
  it('goes round in both directions and stays out of an empty list', () => {
    expect(stepIn(3, 2, 1)).toBe(0);
    expect(stepIn(3, 0, -1)).toBe(2);
    expect(stepIn(3, -1, 1)).toBe(0);
    expect(stepIn(3, -1, -1)).toBe(2);
    expect(stepIn(0, -1, 1)).toBe(-1);
  });
});
