/** Slabs of 40 × 12 m strewn over a town of 180 m grids, the same ones every time: footprints in metres. */
import { chanceOf } from '../../src/geometry/tiling/fixtures/random-operations.ts';

const GRID_METRES = 180;

type Corner = readonly [x: number, y: number];
export type Slab = readonly [Corner, Corner, Corner, Corner];

export interface Houses {
  readonly slabs: readonly Slab[];
  /** Goes on from where the last house was laid. */
  readonly chance: ReturnType<typeof chanceOf>;
}

export const housesOver = (columns: number, rows: number, count: number, seed: number): Houses => {
  const chance = chanceOf(seed);
  const slabs = Array.from({ length: count }, (): Slab => {
    const [x, y] = [chance.next() * columns * GRID_METRES, chance.next() * rows * GRID_METRES];
    return [
      [x, y],
      [x + 40, y],
      [x + 40, y + 12],
      [x, y + 12],
    ];
  });
  return { slabs, chance };
};
