import { describe, expect, it } from 'vitest';
import { buildChunks, type BuildingInput, VERTEX_WORDS } from './building-chunks.ts';
import type { ModelMesh } from './building-model.ts';
import { PART } from './building-writer.ts';
import { createTerrain } from './terrain.ts';

const SIDE = 10;
/** A box of 10 × 10 × 6 m as a model: eight corners, twelve triangles looking outwards. */
const box = (colours: Uint8Array | null = null): ModelMesh => ({
  positions: Float32Array.from(
    [0, 6]
      .flatMap((z) => [
        [0, 0, z],
        [SIDE, 0, z],
        [SIDE, SIDE, z],
        [0, SIDE, z],
      ])
      .flat(),
  ),
  indices: Uint32Array.from([
    0, 1, 5, 0, 5, 4, 1, 2, 6, 1, 6, 5, 2, 3, 7, 2, 7, 6, 3, 0, 4, 3, 4, 7, 4, 5, 6, 4, 6, 7, 0, 2, 1, 0, 3,
    2,
  ]),
  surfaces: Uint8Array.from([1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 3]),
  colours,
});
const building = (model: ModelMesh): BuildingInput => ({
  rings: [
    [
      [0, 0],
      [SIDE, 0],
      [SIDE, SIDE],
      [0, SIDE],
    ],
  ],
  heightMetres: 6,
  minHeightMetres: 0,
  storeys: 2,
  podiumStoreys: 0,
  roof: 'flat',
  use: 'residential',
  units: 0,
  facade: 0,
  model,
});
const wordsOf = (model: ModelMesh, word: number): number[] =>
  buildChunks([building(model)], createTerrain(null)).chunks.flatMap(({ vertices }) =>
    Array.from({ length: vertices.length / VERTEX_WORDS }, (_, v) => vertices[v * VERTEX_WORDS + word] ?? -1),
  );

describe('a model', () => {
  it('is drawn in place of the footprint, without its underside', () => {
    const parts = wordsOf(box(), 6).map((code) => code % 16);
    expect(parts).toHaveLength(10 * 3);
    expect(parts.filter((part) => part === PART.wall)).toHaveLength(8 * 3);
    expect(parts.filter((part) => part === PART.roof)).toHaveLength(2 * 3);
  });
  it('has whole walls: both triangles of a side share one length, and their places run from end to end', () => {
    const walls = wordsOf(box(), 6).map((code, v) => [code % 16, wordsOf(box(), 4)[v], wordsOf(box(), 5)[v]]);
    const upright = walls.filter(([part]) => part === PART.wall);
    expect(new Set(upright.map(([, , length]) => length))).toEqual(new Set([SIDE * 100]));
    expect(new Set(upright.map(([, along]) => along))).toEqual(new Set([0, SIDE * 100]));
  });
  it('looks outwards, whichever way it was wound', () => {
    const turned = box();
    const indices = turned.indices.slice();
    for (let t = 0; t < indices.length; t += 3)
      [indices[t + 1], indices[t + 2]] = [indices[t + 2] as number, indices[t + 1] as number];
    expect(wordsOf({ ...turned, indices }, 7).toSorted()).toEqual(wordsOf(turned, 7).toSorted());
  });
  it('keeps colours of its own to the bit', () => {
    const colours = Uint8Array.from({ length: 36 }, (_, i) => (i * 37) % 256);
    const model = box(colours);
    const [codes, high, low] = [6, 4, 5].map((word) => wordsOf(model, word)) as [
      number[],
      number[],
      number[],
    ];
    for (let t = 0; t < 10; t++) {
      expect((codes[t * 3] ?? 0) % 16).toBe(PART.model);
      const word = high[t * 3] ?? 0;
      expect([word >> 8, word & 255, low[t * 3]]).toEqual([...colours.subarray(t * 3, t * 3 + 3)]);
    }
  });
  it('of more vertices than a chunk holds is dealt out, and no triangle is lost', () => {
    const one = box();
    const copies = 3000;
    const many: ModelMesh = {
      positions: one.positions,
      indices: Uint32Array.from({ length: one.indices.length * copies }, (_, i) => one.indices[i % 36] ?? 0),
      surfaces: Uint8Array.from({ length: 12 * copies }, (_, i) => one.surfaces[i % 12] ?? 0),
      colours: null,
    };
    const { chunks } = buildChunks([building(many), building(one)], createTerrain(null));
    expect(chunks.length).toBeGreaterThan(1);
    expect(chunks.reduce((sum, { indices }) => sum + indices.length / 3, 0)).toBe(10 * (copies + 1));
    for (const { vertices, indices, buildings } of chunks) {
      expect(vertices.length / VERTEX_WORDS).toBeLessThanOrEqual(65_536);
      expect(Math.max(...indices)).toBeLessThan(vertices.length / VERTEX_WORDS);
      for (let v = 0; v < vertices.length / VERTEX_WORDS; v++)
        expect(vertices[v * VERTEX_WORDS + 3] ?? 99).toBeLessThan(buildings);
    }
  });
});
