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

  it('has no crack: every edge but the outermost belongs to two triangles', () => {
    const { positions, indices } = terrainMesh(terrain);
    const place = (v: number): string => `${positions[v * 3]} ${positions[v * 3 + 1]}`;
    const edges = new Map<string, number>();
    for (let t = 0; t < indices.length; t += 3)
      for (let k = 0; k < 3; k++) {
        const ends = [indices[t + k] as number, indices[t + ((k + 1) % 3)] as number].map(place).sort();
        edges.set(ends.join(' '), (edges.get(ends.join(' ')) ?? 0) + 1);
      }
    for (const [key, count] of edges) {
      if (count === 2) continue;
      const [ax = 0, ay = 0, bx = 0, by = 0] = key.split(' ').map(Number);
      expect([count, Math.max(...[ax, ay, bx, by].map(Math.abs)) > 5000]).toEqual([1, true]);
    }
  });
});

describe('a gentle land with a step in it', () => {
  const size = 65;
  const heightOf = (i: number, j: number): number => i * 0.2 + (j > 40 ? 12 + Math.sin(i) : 0);
  const gentle = (focus: Parameters<typeof createTerrain>[1]) =>
    createTerrain(
      {
        origin: [0, 0],
        cellMetres: 10,
        columns: size,
        rows: size,
        heightsMetres: Array.from({ length: size * size }, (_, k) =>
          heightOf(k % size, Math.floor(k / size)),
        ),
      },
      focus,
    );

  it('is drawn close to the survey with a part of the triangles', () => {
    const land = gentle(null);
    for (let j = 0; j < size; j++)
      for (let i = 0; i < size; i++)
        expect(Math.abs(land.heightAt(i * 10, j * 10) - heightOf(i, j))).toBeLessThan(0.3);
    const cells = (size - 1) ** 2;
    expect(terrainMesh(land).indices.length / 3).toBeLessThan(cells);
  });

  it('is drawn more coarsely away from what is built', () => {
    const count = (focus: Parameters<typeof createTerrain>[1]): number =>
      terrainMesh(gentle(focus)).indices.length;
    expect(count([0, 0, 20, 20])).toBeLessThan(count(null));
  });
});
