import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coveredFromAbove, type OutlinePolygon, outlineOfMesh } from './outline.ts';
import { polygonArea, signedArea } from './polygon.ts';
import { ringsContain } from './local-polygon.ts';
import { EXACT_TRIANGLES, type Triangles } from './triangle-cover.ts';

type Ring = (readonly [number, number])[];
const areaOf = (polygons: readonly OutlinePolygon[]): number =>
  polygons.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
const contains = (polygons: readonly OutlinePolygon[], x: number, y: number): boolean =>
  ringsContain(polygons.flat(), x, y);

const join = (...meshes: Triangles[]): Triangles => {
  const positions: number[] = [];
  const indices: number[] = [];
  for (const mesh of meshes) {
    const first = positions.length / 3;
    positions.push(...Array.from(mesh.positions));
    indices.push(...Array.from(mesh.indices, (i) => i + first));
  }
  return { positions, indices };
};
/** Walls over a ring, every one with corners of its own. */
const walls = (ring: Ring, low: number, high: number): Triangles =>
  join(
    ...ring.map(([x, y], i) => {
      const [u = 0, v = 0] = ring[(i + 1) % ring.length] ?? [];
      return { positions: [x, y, low, u, v, low, u, v, high, x, y, high], indices: [0, 1, 2, 0, 2, 3] };
    }),
  );
const plate = (w: number, s: number, e: number, n: number, z: number): Triangles => ({
  positions: [w, s, z, e, s, z, e, n, z, w, n, z],
  indices: [0, 1, 2, 0, 2, 3],
});
const rectangle = (w: number, s: number, e: number, n: number): Ring => [
  [w, s],
  [e, s],
  [e, n],
  [w, n],
];

describe('outlineOfMesh', () => {
  it('takes the walls of a house, not its eaves, and drops nothing of an L', () => {
    const ring: Ring = [
      [0, 0],
      [20, 0],
      [20, 8],
      [8, 8],
      [8, 15],
      [0, 15],
    ];
    const house = join(walls(ring, 3, 9), plate(-1, -1, 21, 16, 9));
    const { polygons, source, low, high } = outlineOfMesh(house);
    expect([source, low, high]).toEqual(['section', 3, 9]);
    expect(polygons).toHaveLength(1);
    expect(polygons[0]?.[0]).toHaveLength(6);
    expect(areaOf(polygons)).toBeCloseTo(20 * 8 + 8 * 7, 2);
    expect(signedArea(polygons[0]?.[0] ?? [])).toBeGreaterThan(0);
  });

  it('fills rooms but keeps a courtyard that lies open', () => {
    const ringRoof = [
      plate(0, 0, 30, 10, 12),
      plate(0, 20, 30, 30, 12),
      plate(0, 10, 10, 20, 12),
      plate(20, 10, 30, 20, 12),
    ];
    const shell = [walls(rectangle(0, 0, 30, 30), 0, 12), walls(rectangle(10, 10, 20, 20), 0, 12)];
    const room = walls(rectangle(2, 2, 8, 8), 0, 3);
    const { polygons } = outlineOfMesh(join(...shell, room, ...ringRoof));
    expect(polygons).toHaveLength(1);
    expect(polygons[0]).toHaveLength(2);
    expect(areaOf(polygons)).toBeCloseTo(800, 1);
    // The same walls under a closed roof have no courtyard; without any roof neither.
    expect(areaOf(outlineOfMesh(join(...shell, plate(0, 0, 30, 30, 12))).polygons)).toBeCloseTo(900, 1);
    expect(areaOf(outlineOfMesh(join(...shell)).polygons)).toBeCloseTo(900, 1);
  });

  it('takes a two-sided and a roofless shell like a simple one', () => {
    const shell = walls(rectangle(0, 0, 12, 9), 0, 5);
    const back = { ...shell, indices: Array.from(shell.indices).reverse() };
    for (const mesh of [shell, join(shell, back)]) {
      const { polygons, source } = outlineOfMesh(mesh);
      expect(source).toBe('section');
      expect(areaOf(polygons)).toBeCloseTo(108, 2);
    }
  });

  it('gives each of several houses on a slope its own ground', () => {
    const houses = [0, 1, 2, 3].map((i) => {
      const ring = rectangle(i * 30, 0, i * 30 + 10, 8);
      return join(walls(ring, i * 5, i * 5 + 9), plate(i * 30 - 1, -1, i * 30 + 11, 9, i * 5 + 9));
    });
    const { polygons, source } = outlineOfMesh(join(...houses));
    expect(source).toBe('section');
    expect(polygons.map((polygon) => Math.round(polygonArea(polygon)))).toEqual([80, 80, 80, 80]);
  });

  it('takes what is covered where walls are missing, and near faces before far ones', () => {
    const roof = plate(0, 0, 10, 10, 8);
    expect(outlineOfMesh(join(roof, walls(rectangle(4, 4, 6, 6), 0, 8))).source).toBe('cover');
    const table = join(roof, plate(1, 1, 9, 9, 0));
    const { polygons, source } = outlineOfMesh(table);
    expect(source).toBe('ground');
    expect(areaOf(polygons)).toBeCloseTo(64, 2);
  });

  it('is the same wherever the mesh stands and in whatever unit', () => {
    const ring = rectangle(0, 0, 17, 11);
    const mesh = join(walls(ring, 0, 30), plate(0, 0, 17, 11, 30));
    const areas = [1, 0.001, 1000].map((scale) => {
      const positions = Array.from(
        mesh.positions,
        (value, i) => value * scale + (i % 3 === 2 ? 0 : 4e5 * scale),
      );
      return areaOf(outlineOfMesh({ positions, indices: mesh.indices }).polygons) / scale ** 2;
    });
    for (const area of areas) expect(area).toBeCloseTo(187, 1);
  });

  it('has the area of the walls however they are turned, cut up and shuffled', () => {
    const size = fc.double({ min: 4, max: 60, noNaN: true });
    fc.assert(
      fc.property(
        size,
        size,
        fc.double({ min: 0, max: 7, noNaN: true }),
        fc.nat(),
        (wide, deep, angle, seed) => {
          const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
          const turned = (ring: Ring): Ring =>
            ring.map(([x, y]) => [cos * x - sin * y + 9e5, sin * x + cos * y - 4e5]);
          const house = walls(turned(rectangle(0, 0, wide, deep)), 2, 11);
          const eaves = turned(rectangle(-0.6, -0.6, wide + 0.6, deep + 0.6));
          const roof = { positions: eaves.flatMap(([x, y]) => [x, y, 11]), indices: [0, 1, 2, 0, 2, 3] };
          const { positions, indices } = join(house, roof);
          const list = Array.from(indices);
          const triangles = Array.from({ length: list.length / 3 }, (_, i) => list.slice(3 * i, 3 * i + 3));
          // Another order, every third one turned over.
          triangles.sort(
            (a, b) => ((((a[0] ?? 0) + seed) * 7919) % 13) - ((((b[0] ?? 0) + seed) * 7919) % 13),
          );
          const shuffled = triangles.flatMap((t, i) => ((i + seed) % 3 === 0 ? [...t].reverse() : t));
          const { polygons, source } = outlineOfMesh({ positions, indices: shuffled });
          expect(source).toBe('section');
          expect(areaOf(polygons) / (wide * deep)).toBeCloseTo(1, 2);
        },
      ),
      { seed: 77, numRuns: 150 },
    );
  });

  it('answers with nothing for nothing, for a line and for numbers that are none', () => {
    expect(outlineOfMesh({ positions: [], indices: [] }).polygons).toEqual([]);
    expect(outlineOfMesh({ positions: [0, 0, 0, 1, 1, 1, 2, 2, 2], indices: [0, 1, 2] }).polygons).toEqual(
      [],
    );
    const broken = { positions: [0, 0, 0, 1, Number.NaN, 1, 2, 2, 2], indices: [0, 1, 2] };
    expect(outlineOfMesh(broken).polygons).toEqual([]);
  });
});

const triangleContains = (p: readonly number[], x: number, y: number): boolean => {
  const side = (i: number, j: number): number =>
    ((p[3 * j] ?? 0) - (p[3 * i] ?? 0)) * (y - (p[3 * i + 1] ?? 0)) -
    ((p[3 * j + 1] ?? 0) - (p[3 * i + 1] ?? 0)) * (x - (p[3 * i] ?? 0));
  const [a, b, c] = [side(0, 1), side(1, 2), side(2, 0)];
  return (a > 0 && b > 0 && c > 0) || (a < 0 && b < 0 && c < 0);
};
const nearEdge = (p: readonly number[], x: number, y: number, near: number): boolean =>
  [0, 1, 2].some((i) => {
    const j = (i + 1) % 3;
    const [ax, ay, bx, by] = [p[3 * i] ?? 0, p[3 * i + 1] ?? 0, p[3 * j] ?? 0, p[3 * j + 1] ?? 0];
    const long = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
    const t = Math.min(Math.max(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / long, 0), 1);
    return Math.hypot(ax + t * (bx - ax) - x, ay + t * (by - ay) - y) < near;
  });

describe('coveredFromAbove', () => {
  const coordinate = fc.double({ min: -50, max: 50, noNaN: true });
  const soup = fc.array(fc.array(coordinate, { minLength: 9, maxLength: 9 }), {
    minLength: 1,
    maxLength: 25,
  });

  it('covers just the points that a triangle covers', () => {
    fc.assert(
      fc.property(soup, (triangles) => {
        const positions = triangles.flat();
        const polygons = coveredFromAbove({
          positions,
          indices: positions.slice(0, positions.length / 3).map((_, i) => i),
        });
        for (let k = 0; k < 400; k++) {
          const [x, y] = [-50 + (k % 20) * 5.3, -50 + Math.floor(k / 20) * 5.3];
          if (triangles.some((t) => nearEdge(t, x, y, 1e-4))) continue;
          expect(contains(polygons, x, y)).toBe(triangles.some((t) => triangleContains(t, x, y)));
        }
      }),
      { seed: 2024, numRuns: 150 },
    );
  });

  it('rasters a great mesh to within a cell', () => {
    // A disc with a round hole, in more triangles than are unioned exactly.
    const steps = EXACT_TRIANGLES / 2 + 10;
    const positions: number[] = [];
    const indices: number[] = [];
    for (let k = 0; k <= steps; k++) {
      const angle = (2 * Math.PI * k) / steps;
      for (const radius of [20, 50]) positions.push(radius * Math.cos(angle), radius * Math.sin(angle), 0);
      const v = 2 * k;
      if (k < steps) indices.push(v, v + 1, v + 3, v, v + 3, v + 2);
    }
    const polygons = coveredFromAbove({ positions, indices });
    expect(polygons).toHaveLength(1);
    expect(polygons[0]).toHaveLength(2);
    expect(areaOf(polygons) / (Math.PI * (2500 - 400))).toBeCloseTo(1, 2);
    for (let k = 0; k < 900; k++) {
      const [x, y] = [-50 + (k % 30) * 3.4, -50 + Math.floor(k / 30) * 3.4];
      const radius = Math.hypot(x, y);
      if (Math.min(Math.abs(radius - 20), Math.abs(radius - 50)) < 0.1) continue;
      expect(contains(polygons, x, y)).toBe(radius > 20 && radius < 50);
    }
  });

  it('does not count the crossings of thousands of great triangles', () => {
    let state = 7;
    const random = (): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return (state / 0x7fffffff) * 100 - 50;
    };
    const positions = Array.from({ length: 6000 * 9 }, random);
    const before = performance.now();
    const polygons = coveredFromAbove({ positions, indices: Array.from({ length: 18_000 }, (_, i) => i) });
    expect(performance.now() - before).toBeLessThan(5000);
    expect(areaOf(polygons)).toBeGreaterThan(9000);
  });
});
