import { describe, expect, it } from 'vitest';
import { squares, tilingOf } from '../fixtures/town.ts';
import { addEnclave } from '../operations/region.ts';
import { splitCycle } from './shape.ts';
import { measuresOf } from './measures.ts';

describe('shapes', () => {
  it('a cycle that runs through a vertex twice becomes two rings', () => {
    expect(splitCycle([1, 2, 3, 4, 2, 5])).toEqual([
      [2, 3, 4],
      [1, 2, 5],
    ]);
  });
  it('an enclave that touches the border in a corner makes a hole that touches, and no part falls off', () => {
    const tiling = tilingOf(squares(2, 2));
    const ring = [
      { x: 0, y: 50_000 },
      { x: 30_000, y: 30_000 },
      { x: 50_000, y: 50_000 },
      { x: 30_000, y: 70_000 },
    ];
    const outcome = addEnclave(tiling, { ring, id: 'e' });
    if ('refused' in outcome) throw new Error(outcome.refused.en);
    tiling.apply(outcome.ok);
    const { parts } = tiling.shape('c0r0');
    expect(parts.map((part) => part.length)).toEqual([2]);
    expect(parts[0]?.[1]?.twiceAreaMm2).toBeLessThan(0);
  });
  it('a square is .785 compact', () => {
    expect(measuresOf(tilingOf(squares(2, 2)), 'c0r0')).toMatchObject({
      areaMm2: 1e10,
      perimeterMm: 400_000,
      parts: 1,
    });
    expect(measuresOf(tilingOf(squares(2, 2)), 'c0r0').compactness).toBeCloseTo(Math.PI / 4);
  });
});
