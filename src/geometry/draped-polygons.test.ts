import { describe, expect, it } from 'vitest';
import { drapePolygons } from './draped-polygons.ts';
import type { LocalPolygon } from './local-polygon.ts';
import { createTerrain } from './terrain.ts';

const terrain = createTerrain({
  origin: [-50, -50],
  cellMetres: 10,
  columns: 11,
  rows: 11,
  heightsMetres: Array.from({ length: 121 }, (_, k) => Math.sin(k * 1.7) * 5),
});
const bent: LocalPolygon = [
  [
    [-31, -27],
    [33, -22],
    [28, 31],
    [4, 3],
    [-25, 24],
  ],
];

describe('drapePolygons', () => {
  const mesh = drapePolygons([{ polygons: [bent], owner: 2 }], terrain);
  const corner = (v: number) =>
    [0, 1, 2].map((k) => mesh.position[3 * v + k] as number) as [number, number, number];
  it('lies on the drawn ground everywhere, also inside of its triangles', () => {
    for (let t = 0; t < mesh.index.length; t += 3) {
      const [a, b, c] = [0, 1, 2].map((k) => corner(mesh.index[t + k] as number)) as [
        [number, number, number],
        [number, number, number],
        [number, number, number],
      ];
      const x = (a[0] + b[0] + c[0]) / 3;
      const y = (a[1] + b[1] + c[1]) / 3;
      expect((a[2] + b[2] + c[2]) / 3).toBeCloseTo(terrain.heightAt(x, y), 3);
    }
  });
  it('covers the polygon once', () => {
    let area = 0;
    for (let t = 0; t < mesh.index.length; t += 3) {
      const [a, b, c] = [0, 1, 2].map((k) => corner(mesh.index[t + k] as number)) as [
        [number, number, number],
        [number, number, number],
        [number, number, number],
      ];
      const twice = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
      area += Math.abs(twice) / 2;
    }
    let shoelace = 0;
    const ring = bent[0] ?? [];
    ring.forEach(([x, y], i) => {
      const [nx, ny] = ring[(i + 1) % ring.length] ?? [0, 0];
      shoelace += (x * ny - nx * y) / 2;
    });
    expect(area).toBeCloseTo(shoelace, 2);
    expect(new Set(mesh.owner)).toEqual(new Set([2]));
  });
});
