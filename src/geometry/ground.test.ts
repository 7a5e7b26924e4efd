import { describe, expect, it } from 'vitest';
import { groundMesh } from './ground.ts';
import { PAVING } from './ground-writer.ts';
import type { Point } from './polygon.ts';
import { clearMetres, junctionsOf, type RoadInput } from './road-network.ts';
import { createTerrain } from './terrain.ts';

const hills = createTerrain({
  origin: [-100, -100],
  cellMetres: 10,
  columns: 21,
  rows: 21,
  heightsMetres: Array.from({ length: 441 }, (_, i) => ((i * 17) % 9) / 3),
});
const square: Point[] = [
  [-30, -30],
  [20, -30],
  [20, 25],
  [-30, 25],
];
const road = (kind: RoadInput['kind'], widthMetres: number, ...line: Point[]): RoadInput => ({
  kind,
  widthMetres,
  line,
});
const crossing = [road('main', 20, [-90, 0], [90, 0]), road('street', 12, [0, -90], [0, 90])];

describe('groundMesh', () => {
  it('lies on the terrain, every corner of it', () => {
    const { positions } = groundMesh(hills, [{ kind: 'grass', rings: [square] }], crossing);
    for (let i = 0; i < positions.length; i += 3) {
      const [x, y, z] = positions.subarray(i, i + 3) as unknown as [number, number, number];
      expect(Math.abs(hills.heightAt(x, y) - z)).toBeLessThan(0.01);
    }
  });

  it('paints areas before roads and leaves fields to the land itself', () => {
    const { kinds } = groundMesh(hills, [{ kind: 'grass', rings: [square] }], crossing);
    expect(kinds[0]).toBe(PAVING.grass);
    expect(kinds[kinds.length - 2]).not.toBe(PAVING.grass);
    expect(groundMesh(hills, [{ kind: 'field', rings: [square] }], []).indices).toHaveLength(0);
  });

  it('faces up', () => {
    const { positions, indices } = groundMesh(
      hills,
      [{ kind: 'plaza', rings: [[...square].reverse()] }],
      crossing,
    );
    for (let t = 0; t < indices.length; t += 3) {
      const p = (k: number, axis: number): number =>
        positions[(indices[t + k] as number) * 3 + axis] as number;
      const cross = (p(1, 0) - p(0, 0)) * (p(2, 1) - p(0, 1)) - (p(1, 1) - p(0, 1)) * (p(2, 0) - p(0, 0));
      expect(cross).toBeGreaterThan(-1e-3);
    }
  });
});

describe('junctionsOf', () => {
  it('finds the four arms of a crossing and keeps each clear of the other road', () => {
    const [junction] = junctionsOf(crossing);
    if (!junction) throw new Error('the roads cross');
    expect(junction.arms).toHaveLength(4);
    for (const arm of junction.arms)
      expect(clearMetres(junction, arm)).toBeGreaterThan(arm.kind === 'main' ? 6 : 10);
  });

  it('gives a road that ends on another three arms', () => {
    const [junction] = junctionsOf([crossing[0] as RoadInput, road('street', 12, [0, 0], [0, 80])]);
    expect(junction?.arms).toHaveLength(3);
  });
});
