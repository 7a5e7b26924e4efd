import { describe, expect, it } from 'vitest';
import { coveredBy } from './covered-triangles.ts';

describe('triangles under a picture', () => {
  const positions = Float32Array.from([0, 0, 5, 10, 0, 5, 0, 10, 5, 100, 100, 0, 110, 100, 0, 100, 110, 0]);
  const indices = Uint16Array.from([0, 1, 2, 3, 4, 5]);
  const square = (x: number, y: number, size: number) =>
    [
      [x, y + size],
      [x + size, y + size],
      [x + size, y],
      [x, y],
    ] as const;
  it('are those that it can touch', () => {
    expect([...coveredBy(square(9, -2, 5), { positions, indices })]).toEqual([0, 1, 2]);
    expect([...coveredBy(square(-50, -50, 500), { positions, indices })]).toEqual([0, 1, 2, 3, 4, 5]);
    expect([...coveredBy(square(40, 40, 5), { positions, indices })]).toEqual([]);
  });
  it('are all of one that is larger than the picture', () => {
    expect([...coveredBy(square(3, 3, 1), { positions, indices })]).toEqual([0, 1, 2]);
  });
});
