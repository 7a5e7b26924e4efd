import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BuildingChunk, type BuildingInput, buildChunks, VERTEX_WORDS } from './building-chunks.ts';
import { shapeOf, wallPlace } from './building-shape.ts';
import { PART, ROLE } from './building-writer.ts';
import { type Point, polygonArea } from './polygon.ts';
import { createTerrain } from './terrain.ts';

const flat = createTerrain(null);
const rectangle = (x: number, y: number, w: number, d: number): Point[] => [
  [x, y],
  [x + w, y],
  [x + w, y + d],
  [x, y + d],
];
const plain = (rings: readonly (readonly Point[])[], more: Partial<BuildingInput> = {}): BuildingInput => ({
  rings,
  heightMetres: 12,
  minHeightMetres: 0,
  storeys: 4,
  podiumStoreys: 0,
  roof: 'flat',
  use: 'service',
  units: 0,
  facade: 2,
  ...more,
});

interface Triangle {
  readonly part: number;
  readonly corners: readonly (readonly [number, number, number])[];
  /** Area normal: twice the area long. */
  readonly normal: readonly [number, number, number];
}

const trianglesOf = (chunk: BuildingChunk): Triangle[] => {
  const corner = (v: number): [number, number, number] =>
    [0, 1, 2].map(
      (k) =>
        (chunk.origin[k] as number) +
        (chunk.vertices[v * VERTEX_WORDS + k] as number) * (chunk.scale[k] as number),
    ) as [number, number, number];
  return Array.from({ length: chunk.indices.length / 3 }, (_, t): Triangle => {
    const ids = [0, 1, 2].map((k) => chunk.indices[t * 3 + k] as number) as [number, number, number];
    const [a, b, c] = ids.map(corner) as [
      [number, number, number],
      [number, number, number],
      [number, number, number],
    ];
    const [u, v] = [b.map((x, k) => x - (a[k] as number)), c.map((x, k) => x - (a[k] as number))] as [
      number[],
      number[],
    ];
    const at = (list: number[], k: number): number => list[k] as number;
    return {
      part: (chunk.vertices[ids[0] * VERTEX_WORDS + 6] as number) % 16,
      corners: [a, b, c],
      normal: [
        at(u, 1) * at(v, 2) - at(u, 2) * at(v, 1),
        at(u, 2) * at(v, 0) - at(u, 0) * at(v, 2),
        at(u, 0) * at(v, 1) - at(u, 1) * at(v, 0),
      ],
    };
  });
};

const only = (building: BuildingInput): BuildingChunk =>
  buildChunks([building], flat).chunks[0] as BuildingChunk;

describe('buildChunks', () => {
  it('covers a flat footprint, less its holes, with roof and parapet', () => {
    const rings = [rectangle(0, 0, 8, 7), rectangle(3, 2, 2, 3).reverse()];
    const up = trianglesOf(only(plain(rings)))
      .filter((t) => (t.part === PART.roof || t.part === PART.parapet) && t.normal[2] > 1e-3)
      .reduce((sum, t) => sum + t.normal[2] / 2, 0);
    expect(up).toBeCloseTo(polygonArea(rings), 1);
  });

  it('has one wall of two triangles an edge, looking outward', () => {
    const walls = trianglesOf(only(plain([rectangle(10, 20, 8, 7)]))).filter((t) => t.part === PART.wall);
    expect(walls).toHaveLength(8);
    for (const { corners, normal } of walls) {
      const x = corners.reduce((s, c) => s + c[0], 0) / 3 - 14;
      const y = corners.reduce((s, c) => s + c[1], 0) / 3 - 23.5;
      expect(x * normal[0] + y * normal[1]).toBeGreaterThan(0);
    }
  });

  it('turns clockwise rings around: the winding of the record does not matter', () => {
    const turned = trianglesOf(only(plain([rectangle(0, 0, 8, 7).reverse()])));
    const given = trianglesOf(only(plain([rectangle(0, 0, 8, 7)])));
    expect(turned).toHaveLength(given.length);
  });

  it.each(['gable', 'hip', 'vault'] as const)('puts a %s roof above the eaves of a rectangle', (roof) => {
    const { baseZ } = buildChunks([plain([rectangle(0, 0, 20, 9)])], flat).bases[0] as { baseZ: number };
    const top = Math.max(
      ...trianglesOf(only(plain([rectangle(0, 0, 20, 9)], { roof }))).flatMap((t) =>
        t.corners.map((c) => c[2]),
      ),
    );
    expect(top).toBeGreaterThan(baseZ + 12 + 1);
  });

  it('gives every building its own slot and keeps chunks within 16-bit indices (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 3 }), (count, units) => {
        const many = Array.from({ length: count }, (_, i) =>
          plain([rectangle((i % 8) * 70, Math.floor(i / 8) * 40, 45, 12)], { units, use: 'residential' }),
        );
        const { chunks, slotOf } = buildChunks(many, flat);
        expect(new Set(slotOf).size).toBe(count);
        expect(chunks.reduce((sum, chunk) => sum + chunk.buildings, 0)).toBe(count);
        for (const chunk of chunks) {
          expect(chunk.vertices.length / VERTEX_WORDS).toBeLessThanOrEqual(65_536);
          let highest = 0;
          for (let v = 3; v < chunk.vertices.length; v += VERTEX_WORDS)
            highest = Math.max(highest, chunk.vertices[v] as number);
          expect(highest).toBe(chunk.buildings - 1);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('wallPlace', () => {
  it('finds the sunny side, the side of the doors and the ends of a slab', () => {
    const shape = shapeOf(plain([rectangle(0, 0, 45, 12)], { units: 3, use: 'residential' }));
    if (!shape) throw new Error('a rectangle has a shape');
    const ring = shape.rings[0] as readonly Point[];
    const roles = ring.map((_, i) => wallPlace(shape, ring, i, true).role);
    expect(roles).toEqual([ROLE.front, ROLE.end, ROLE.back, ROLE.end]);
  });
});
