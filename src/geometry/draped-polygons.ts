/** Polygons with holes laid on the terrain by `drapeConvex`, one mesh for all, every corner knowing whose it is. */
import earcut, { flatten } from 'earcut';
import { type Corner, drapeConvex } from './drape.ts';
import type { LocalPolygon } from './local-polygon.ts';
import type { Terrain } from './terrain.ts';

export interface DrapedInput {
  readonly polygons: readonly LocalPolygon[];
  readonly owner: number;
}
export interface DrapedMesh {
  readonly position: Float32Array;
  readonly owner: Float32Array;
  readonly index: Uint32Array;
}

export const drapePolygons = (inputs: readonly DrapedInput[], terrain: Terrain): DrapedMesh => {
  const position: number[] = [];
  const owner: number[] = [];
  const index: number[] = [];
  for (const { polygons, owner: id } of inputs) {
    const emit = (piece: readonly Corner[]): void => {
      const first = owner.length;
      piece.forEach(([x = 0, y = 0], k) => {
        position.push(x, y, terrain.heightAt(x, y));
        owner.push(id);
        if (k > 1) index.push(first, first + k - 1, first + k);
      });
    };
    for (const polygon of polygons) {
      const { vertices, holes } = flatten(polygon);
      const corners = polygon.flat();
      const triangles = earcut(vertices, holes);
      for (let t = 0; t < triangles.length; t += 3)
        drapeConvex(
          terrain,
          [0, 1, 2].map((k) => corners[triangles[t + k] as number] as Corner),
          emit,
        );
    }
  }
  return {
    position: Float32Array.from(position),
    owner: Float32Array.from(owner),
    index: Uint32Array.from(index),
  };
};
