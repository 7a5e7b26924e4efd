import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTerrain } from './terrain.ts';
import { terrainMesh } from './terrain-mesh.ts';

const heightsMetres = Array.from({ length: 36 }, (_, i) => ((i * 29) % 13) - 6);
const terrain = createTerrain({ origin: [-25, -25], cellMetres: 10, columns: 6, rows: 6, heightsMetres });

describe('terrain', () => {
  it('answers the surveyed heights at their own points', () => {
    for (let row = 0; row < 6; row++)
      for (let column = 0; column < 6; column++)
        expect(terrain.heightAt(-25 + column * 10, -25 + row * 10)).toBeCloseTo(
          heightsMetres[row * 6 + column] as number,
          5,
        );
  });

  it('lies on the triangles that are drawn (property)', () => {
    const { positions, indices } = terrainMesh(terrain);
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.nat({ max: indices.length / 3 - 1 }), share, share, (triangle, s, t) => {
        const [u, v] = s + t > 1 ? [1 - s, 1 - t] : [s, t];
        const at = (corner: number, k: number): number =>
          positions[(indices[triangle * 3 + corner] as number) * 3 + k] as number;
        const mix = (k: number): number => at(0, k) * (1 - u - v) + at(1, k) * u + at(2, k) * v;
        expect(Math.abs(terrain.heightAt(mix(0), mix(1)) - mix(2))).toBeLessThan(0.01);
      }),
    );
  });

  it('goes on at the height of its rim', () => {
    expect(terrain.heightAt(-3000, -25)).toBeCloseTo(heightsMetres[0] as number, 5);
  });
});
