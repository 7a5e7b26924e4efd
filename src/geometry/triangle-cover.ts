/**
 * What triangles cover when seen from above: their projections unioned, exactly up to `EXACT_TRIANGLES`, beyond that by way of a
 * raster. Clipper unions about 60,000 overlapping triangles a second, so that a photogrammetric mesh of a million would hold its
 * reader for 15 s; the raster takes 0.2 s for it and is off by half of one cell in 2,000.
 *
 * Everything is in integers about the mesh's own middle: Clipper is exact there, and the reader's system may count in degrees,
 * millimetres or millions of metres.
 */
import { Clipper, FillRule, type Path64, type Paths64 } from 'clipper2-ts';

export const EXACT_TRIANGLES = 40_000;
/** Triangles times how many lie over one another on average: about the number of crossings that Clipper has to find. */
const EXACT_CROSSINGS = 400_000;
const RASTER_CELLS = 2000;
/** Integer units across the mesh: products of two of them stay exact in a double. */
const UNITS_ACROSS = 2 ** 24;

/** Numbers per vertex x, y, z; three indices per triangle. */
export interface Triangles {
  readonly positions: ArrayLike<number>;
  readonly indices: ArrayLike<number>;
}

/** The mesh's own integers: unit = (coordinate − origin) × scale. */
export interface IntegerFrame {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Box3 {
  readonly low: readonly [x: number, y: number, z: number];
  readonly high: readonly [x: number, y: number, z: number];
}

/** Extent of the vertices that triangles use; null where there are none or one is not finite. */
export const extentOf = ({ positions, indices }: Triangles): Box3 | null => {
  const low: [number, number, number] = [Infinity, Infinity, Infinity];
  const high: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < indices.length; i++)
    for (let k = 0; k < 3; k++) {
      const value = positions[3 * (indices[i] as number) + k] as number;
      if (!Number.isFinite(value)) return null;
      if (value < (low[k] as number)) low[k] = value;
      if (value > (high[k] as number)) high[k] = value;
    }
  return indices.length === 0 ? null : { low, high };
};

export const frameOf = ({ low, high }: Box3): IntegerFrame => {
  const across = Math.max(high[0] - low[0], high[1] - low[1]);
  return {
    x: (low[0] + high[0]) / 2,
    y: (low[1] + high[1]) / 2,
    scale: across > 0 ? UNITS_ACROSS / across : 1,
  };
};

const area2 = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number =>
  (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);

type Visit = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number) => void;

/** Every triangle that is not on edge, in integers, counter-clockwise. */
const projected = ({ positions, indices }: Triangles, { x, y, scale }: IntegerFrame, visit: Visit): void => {
  const at = (i: number, k: 0 | 1): number =>
    Math.round(((positions[3 * (indices[i] as number) + k] as number) - (k === 0 ? x : y)) * scale);
  for (let i = 0; i + 2 < indices.length; i += 3) {
    const [ax, ay, bx, by] = [at(i, 0), at(i, 1), at(i + 1, 0), at(i + 1, 1)];
    const [cx, cy] = [at(i + 2, 0), at(i + 2, 1)];
    const twice = area2(ax, ay, bx, by, cx, cy);
    if (twice > 0) visit(ax, ay, bx, by, cx, cy);
    else if (twice < 0) visit(ax, ay, cx, cy, bx, by);
  }
};

const exactCover = (mesh: Triangles, frame: IntegerFrame): Paths64 => {
  const paths: Path64[] = [];
  projected(mesh, frame, (ax, ay, bx, by, cx, cy) => {
    paths.push([
      { x: ax, y: ay },
      { x: bx, y: by },
      { x: cx, y: cy },
    ]);
  });
  return Clipper.union(paths, FillRule.NonZero);
};

/** Marks every cell whose centre lies in the triangle, and that of its first corner, so that small ones are not lost. */
const marker = (mask: Uint8Array, cell: number, half: number): Visit => {
  const column = (x: number): number =>
    Math.min(Math.max(Math.floor((x + half) / cell), 0), RASTER_CELLS - 1);
  return (ax, ay, bx, by, cx, cy) => {
    mask[column(ay) * RASTER_CELLS + column(ax)] = 1;
    const corners = [ax, ay, bx, by, cx, cy] as const;
    const top = Math.max(ay, by, cy);
    for (let row = column(Math.min(ay, by, cy)); row <= column(top); row++) {
      const y = (row + 0.5) * cell - half;
      let west = Infinity;
      let east = -Infinity;
      for (let k = 0; k < 6; k += 2) {
        const [px, py] = [corners[k] as number, corners[k + 1] as number];
        const [qx, qy] = [corners[(k + 2) % 6] as number, corners[(k + 3) % 6] as number];
        if (py > y === qy > y) continue;
        const x = px + ((y - py) / (qy - py)) * (qx - px);
        west = Math.min(west, x);
        east = Math.max(east, x);
      }
      if (west > east) continue;
      const first = Math.max(Math.ceil((west + half) / cell - 0.5), 0);
      const end = Math.min(Math.ceil((east + half) / cell - 0.5), RASTER_CELLS);
      if (end > first) mask.fill(1, row * RASTER_CELLS + first, row * RASTER_CELLS + end);
    }
  };
};

const rasterCover = (mesh: Triangles, frame: IntegerFrame): Paths64 => {
  const half = UNITS_ACROSS / 2 + 1;
  const cell = Math.ceil((2 * half) / RASTER_CELLS);
  const mask = new Uint8Array(RASTER_CELLS * RASTER_CELLS);
  projected(mesh, frame, marker(mask, cell, half));
  const runs: Path64[] = [];
  for (let row = 0; row < RASTER_CELLS; row++)
    for (let i = 0; i < RASTER_CELLS; i++) {
      if (mask[row * RASTER_CELLS + i] === 0) continue;
      const first = i;
      while (i < RASTER_CELLS && mask[row * RASTER_CELLS + i] === 1) i++;
      const [w, e, s] = [first * cell - half, i * cell - half, row * cell - half];
      runs.push([
        { x: w, y: s },
        { x: e, y: s },
        { x: e, y: s + cell },
        { x: w, y: s + cell },
      ]);
    }
  // The stairs of the raster's rim go.
  return Clipper.simplifyPaths(Clipper.union(runs, FillRule.NonZero), cell * 0.8);
};

/** Is the mesh too much for an exact union? Foliage and noise cross themselves far more often than their number of triangles says. */
const isTooMuch = (mesh: Triangles, frame: IntegerFrame): boolean => {
  const count = mesh.indices.length / 3;
  if (count > EXACT_TRIANGLES) return true;
  let boxes = 0;
  projected(mesh, frame, (ax, ay, bx, by, cx, cy) => {
    boxes += (Math.max(ax, bx, cx) - Math.min(ax, bx, cx)) * (Math.max(ay, by, cy) - Math.min(ay, by, cy));
  });
  return (count * boxes) / UNITS_ACROSS ** 2 > EXACT_CROSSINGS;
};

/** What the triangles cover, in integers of the frame: outsides counter-clockwise, holes clockwise. */
export const coverOf = (mesh: Triangles, frame: IntegerFrame): Paths64 =>
  isTooMuch(mesh, frame) ? rasterCover(mesh, frame) : exactCover(mesh, frame);
