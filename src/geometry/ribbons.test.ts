import { describe, expect, it } from 'vitest';
import type { LocalRing } from './local-polygon.ts';
import { densify, meshRibbons } from './ribbons.ts';

const square: LocalRing = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];

describe('densify', () => {
  it('keeps the corners and no step is too long', () => {
    const points = densify(square, true, 3);
    expect(points).toHaveLength(16);
    for (const corner of square) expect(points).toContainEqual(corner);
    expect(densify(square, false, 100)).toEqual(square);
  });
});

describe('meshRibbons', () => {
  const mesh = meshRibbons([{ line: square, closed: true, owner: 4 }], (x) => x * 0.1, 5);
  it('closes the ring and lies on the ground', () => {
    const pairs = 9;
    expect(mesh.side).toHaveLength(pairs * 2);
    expect(mesh.index).toHaveLength((pairs - 1) * 6);
    expect(mesh.along.at(-1)).toBeCloseTo(40);
    for (let v = 0; v < mesh.side.length; v++)
      expect(mesh.position[3 * v + 2]).toBeCloseTo((mesh.position[3 * v] as number) * 0.1);
    expect(new Set(mesh.owner)).toEqual(new Set([4]));
  });
  it('keeps its width round a corner', () => {
    // At a right angle the mitre is √2 long.
    expect(Math.hypot(mesh.across[0] as number, mesh.across[1] as number)).toBeCloseTo(Math.SQRT2);
    expect(Math.hypot(mesh.across[4] as number, mesh.across[5] as number)).toBeCloseTo(1);
  });
  it('faces up', () => {
    for (let i = 0; i < mesh.index.length; i += 3) {
      const [a, b, c] = [0, 1, 2].map((k) => {
        const v = mesh.index[i + k] as number;
        const s = mesh.side[v] as number;
        return [
          (mesh.position[3 * v] as number) + s * (mesh.across[2 * v] as number),
          (mesh.position[3 * v + 1] as number) + s * (mesh.across[2 * v + 1] as number),
        ] as const;
      }) as [readonly [number, number], readonly [number, number], readonly [number, number]];
      expect((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])).toBeGreaterThan(0);
    }
  });
});
