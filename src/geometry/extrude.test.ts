import { describe, expect, it } from 'vitest';
import { extrude } from './extrude.ts';
import type { Point } from './polygon.ts';

const box = (x: number, y: number, size: number): Point[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
];
/** The volume that the triangles enclose, positive where they look outwards. */
const volumeOf = ({ positions, indices }: ReturnType<typeof extrude>): number => {
  let sum = 0;
  const at = (i: number): number[] => positions.slice(i * 3, i * 3 + 3);
  for (let t = 0; t < indices.length; t += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => at(indices[t + k] ?? 0)) as [number[], number[], number[]];
    const [ax, ay, az, bx, by, bz, cx, cy, cz] = [...a, ...b, ...c] as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    sum += ax * (by * cz - bz * cy) - ay * (bx * cz - bz * cx) + az * (bx * cy - by * cx);
  }
  return sum / 6;
};

describe('extrude', () => {
  it('encloses the area times the height, looking outwards, holes and all', () => {
    expect(volumeOf(extrude([box(0, 0, 10)], 0, 6))).toBeCloseTo(600, 6);
    expect(volumeOf(extrude([box(0, 0, 10).toReversed(), box(2, 2, 4)], 3, 5))).toBeCloseTo(168, 6);
  });
  it('adds to what is there', () => {
    const both = extrude([box(20, 0, 2)], 0, 1, extrude([box(0, 0, 10)], 0, 6));
    expect(volumeOf(both)).toBeCloseTo(604, 6);
    expect(both.surfaces).toHaveLength(both.indices.length / 3);
  });
});
