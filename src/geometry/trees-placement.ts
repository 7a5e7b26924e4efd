/** Where every tree stands and what sets it apart, per kind: rows of numbers for instances. */
import type { Point } from './polygon.ts';
import { hash01 } from './random.ts';
import type { Terrain } from './terrain.ts';
import { crownRadius, TREE_KINDS } from './tree-shapes.ts';

export interface TreeInput {
  readonly at: Point;
  readonly heightMetres: number;
  /** 0 broadleaf, 1 poplar, 2 conifer, 3 shrub. */
  readonly kind: number;
}

/** Floats a tree: x, y, z, height, crown radius, turn in radians, hue and season chance 0…1. */
export const TREE_STRIDE = 8;

/** One array of `TREE_STRIDE` floats a tree for every kind. */
export const placeTrees = (trees: readonly TreeInput[], terrain: Terrain): Float32Array[] => {
  const rows: number[][] = Array.from({ length: TREE_KINDS }, () => []);
  trees.forEach(({ at: [x, y], heightMetres, kind }, i) => {
    const known = Math.min(Math.max(Math.floor(kind), 0), TREE_KINDS - 1);
    const z = terrain.heightAt(x, y) - 0.05;
    const wide = crownRadius(known, heightMetres) * (0.85 + 0.3 * hash01(i, 1));
    rows[known]?.push(x, y, z, heightMetres, wide, hash01(i, 2) * Math.PI * 2, hash01(i, 3), hash01(i, 4));
  });
  return rows.map((row) => Float32Array.from(row));
};
