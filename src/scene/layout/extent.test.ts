import { expect, it } from 'vitest';
import { terrainMesh } from '../../geometry/terrain-mesh.ts';
import { APRON_METRES, createTerrain } from '../../geometry/terrain.ts';
import { reachOf } from './extent.ts';

const extent = (radius: number) => ({ centre: [0, 0, 0] as const, radius, tallest: 60 });

it('sees as far over a community as ever, and over a town so much farther as it is wider', () => {
  expect(reachOf(extent(120))).toBe(1);
  expect(reachOf(extent(1500))).toBe(1);
  expect(reachOf(extent(7500))).toBe(5);
});

it('lets the land reach as far as one sees', () => {
  const terrain = createTerrain(null);
  const farthest = (reach: number): number => Math.max(...terrainMesh(terrain, reach).positions);
  expect(farthest(5) - farthest(1)).toBeCloseTo(4 * APRON_METRES, 0);
});
