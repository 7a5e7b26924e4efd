/**
 * Polygons laid on the terrain: cut along its grid lines and the diagonals of its cells, so that every piece lies flat on the very
 * triangle that is drawn below it.
 */
import earcut from 'earcut';
import { keepHalfPlane, keepStrip } from './half-plane.ts';
import type { LocalPolygon } from './local-polygon.ts';
import { boundsOf } from './polygon.ts';
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
  const { xs, ys, heightAt } = terrain;
  const position: number[] = [];
  const owner: number[] = [];
  const index: number[] = [];

  const emit = (piece: LocalPolygon, id: number): void => {
    const flat: number[] = [];
    const holes: number[] = [];
    const first = owner.length;
    piece.forEach((ring, r) => {
      if (r > 0) holes.push(flat.length / 2);
      for (const [x, y] of ring) {
        flat.push(x, y);
        position.push(x, y, heightAt(x, y));
        owner.push(id);
      }
    });
    for (const k of earcut(flat, holes, 2)) index.push(first + k);
  };
  const cut = (pieces: readonly LocalPolygon[], i: number, j: number, id: number): void => {
    const x0 = xs[i] as number;
    const y0 = ys[j] as number;
    const dx = (xs[i + 1] as number) - x0;
    const dy = (ys[j + 1] as number) - y0;
    // The diagonal from south-west to north-east: below it dx·y − dy·x is the smaller.
    const offset = dx * y0 - dy * x0;
    for (const piece of pieces) {
      for (const part of keepHalfPlane(piece, -dy, dx, offset)) emit(part, id);
      for (const part of keepHalfPlane(piece, dy, -dx, -offset)) emit(part, id);
    }
  };

  for (const { polygons, owner: id } of inputs) {
    const [west, south, east, north] = boundsOf(polygons.flatMap((p) => p[0] ?? []));
    for (let i = terrain.columnAt(west); i <= terrain.columnAt(east); i++) {
      const strip = keepStrip(polygons, 1, 0, xs[i] as number, xs[i + 1] as number);
      if (strip.length === 0) continue;
      for (let j = terrain.rowAt(south); j <= terrain.rowAt(north); j++) {
        const cell = keepStrip(strip, 0, 1, ys[j] as number, ys[j + 1] as number);
        if (cell.length > 0) cut(cell, i, j, id);
      }
    }
  }
  return {
    position: Float32Array.from(position),
    owner: Float32Array.from(owner),
    index: Uint32Array.from(index),
  };
};
