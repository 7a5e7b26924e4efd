/**
 * Ground by building: every place belongs to the building that is nearest to it. Voronoi cells of points set densely along the
 * walls, so that a long slab owns what lies before all of its length. Along roads and walls of compounds pairs of points belong
 * to the nearest building on their own side: the border between the two sides follows the line.
 */
import { Delaunay } from 'd3-delaunay';
import Flatbush from 'flatbush';
import { orient, segmentsCross } from '../model/exact.ts';
import { type Box, joinBoxes, type RingCoordinates } from '../model/ring-measures.ts';
import type { MmPoint } from '../model/rows.ts';
import type { BuildingSet } from './building-set.ts';

/** A border between the ground of two buildings: from one triangle's centre to the next. */
export interface GroundEdge {
  readonly from: number;
  readonly to: number;
  /** Rows; -1: nobody's, far away. `a` lies to the left of the way from `from` to `to`, `b` to the right. */
  readonly a: number;
  readonly b: number;
}

export interface GroundCells {
  readonly buildings: BuildingSet;
  readonly edges: readonly GroundEdge[];
  /** Edges by row. */
  readonly edgesOf: readonly (readonly number[])[];
  /** Centre of a triangle, whole millimetres. */
  node(index: number): MmPoint;
  /** The building that owns a place; -1 where there are no buildings. */
  ownerOf(point: MmPoint): number;
}

const STEP_MM = 4000;
/** Points beside a line lie this far from it. */
const BESIDE_MM = 700;
const CANDIDATES = 12;

interface Points {
  readonly flat: number[];
  readonly owners: number[];
}

const along = (points: Points, a: MmPoint, b: MmPoint, owner: number): void => {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const steps = Math.max(1, Math.round(length / STEP_MM));
  for (let i = 0; i < steps; i++) {
    points.flat.push(a.x + ((b.x - a.x) * i) / steps, a.y + ((b.y - a.y) * i) / steps);
    points.owners.push(owner);
  }
};

const alongRing = (points: Points, ring: RingCoordinates, owner: number): void => {
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
    along(
      points,
      { x: ring[j] as number, y: ring[j + 1] as number },
      { x: ring[i] as number, y: ring[i + 1] as number },
      owner,
    );
};

const indexOf = (points: Points): Flatbush => {
  const index = new Flatbush(points.owners.length);
  for (let i = 0; i < points.owners.length; i++)
    index.add(points.flat[2 * i] as number, points.flat[2 * i + 1] as number);
  index.finish();
  return index;
};

interface Barriers {
  /** Does a line of sight cross a barrier? */
  blocks(a: MmPoint, b: MmPoint): boolean;
}

const barriersOf = (lines: readonly (readonly MmPoint[])[]): Barriers => {
  const segments = lines.flatMap((line) => line.slice(1).map((b, i) => [line[i] as MmPoint, b] as const));
  if (segments.length === 0) return { blocks: () => false };
  const index = new Flatbush(segments.length);
  for (const [a, b] of segments)
    index.add(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y));
  index.finish();
  return {
    blocks: (a, b) =>
      index
        .search(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y))
        .some((i) => {
          const [p, q] = segments[i] as (typeof segments)[number];
          return segmentsCross(a, b, p, q);
        }),
  };
};

/** Points on both sides of a barrier, each for the nearest building that it can see. */
const addBarriers = (points: Points, lines: readonly (readonly MmPoint[])[]): void => {
  const walls: Points = { flat: [...points.flat], owners: [...points.owners] };
  if (walls.owners.length === 0) return;
  const index = indexOf(walls);
  const barriers = barriersOf(lines);
  const ownerFor = (p: MmPoint): number => {
    const near = index.neighbors(p.x, p.y, CANDIDATES);
    const seen = near.find(
      (i) => !barriers.blocks(p, { x: walls.flat[2 * i] as number, y: walls.flat[2 * i + 1] as number }),
    );
    return walls.owners[seen ?? (near[0] as number)] as number;
  };
  for (const line of lines)
    for (let s = 0; s + 1 < line.length; s++) {
      const [a, b] = [line[s] as MmPoint, line[s + 1] as MmPoint];
      const length = Math.hypot(b.x - a.x, b.y - a.y);
      if (length === 0) continue;
      const steps = Math.max(1, Math.round(length / STEP_MM));
      const [nx, ny] = [(-(b.y - a.y) / length) * BESIDE_MM, ((b.x - a.x) / length) * BESIDE_MM];
      for (let i = 0; i < steps; i++) {
        const t = (i + 0.5) / steps;
        const [x, y] = [a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t];
        const [left, right] = [ownerFor({ x: x + nx, y: y + ny }), ownerFor({ x: x - nx, y: y - ny })];
        // One building on both sides: the line is no border there, and points would only cost time.
        if (left === right) continue;
        points.flat.push(x + nx, y + ny, x - nx, y - ny);
        points.owners.push(left, right);
      }
    }
};

interface Surroundings {
  readonly size: number;
  readonly centre: MmPoint;
}

const surroundingsOf = (box: Box): Surroundings => ({
  size: Math.max(box[2] - box[0], box[3] - box[1], 1e6),
  centre: { x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2 },
});

/** Far around everything, so that every cell is closed. */
const addFrame = (points: Points, { size, centre }: Surroundings): void => {
  const { x: cx, y: cy } = centre;
  for (let i = 0; i < 32; i++) {
    const angle = (2 * Math.PI * (i + 0.5)) / 32;
    points.flat.push(cx + 6 * size * Math.cos(angle), cy + 6 * size * Math.sin(angle));
    points.owners.push(-1);
  }
};

const circumcentre = (c: ArrayLike<number>, i: number, j: number, k: number): MmPoint => {
  const [x1, y1] = [c[2 * i] as number, c[2 * i + 1] as number];
  const [dx, dy] = [(c[2 * j] as number) - x1, (c[2 * j + 1] as number) - y1];
  const [ex, ey] = [(c[2 * k] as number) - x1, (c[2 * k + 1] as number) - y1];
  const [bl, cl] = [dx * dx + dy * dy, ex * ex + ey * ey];
  const d = dx * ey - dy * ex;
  if (d === 0) return { x: Math.round(x1 + (dx + ex) / 3), y: Math.round(y1 + (dy + ey) / 3) };
  return {
    x: Math.round(x1 + (ey * bl - dy * cl) / (2 * d)),
    y: Math.round(y1 + (dx * cl - ex * bl) / (2 * d)),
  };
};

/** Which way round the triangulation lists corners: every triangle the same way, so one that is not flat tells. */
const turnsRight = (c: ArrayLike<number>, triangles: ArrayLike<number>): boolean => {
  for (let t = 0; t + 2 < triangles.length; t += 3) {
    const [i, j, k] = [triangles[t] as number, triangles[t + 1] as number, triangles[t + 2] as number];
    const at = (n: number): MmPoint => ({ x: c[2 * n] as number, y: c[2 * n + 1] as number });
    const turn = orient(at(i), at(j), at(k));
    if (turn !== 0) return turn < 0;
  }
  return false;
};

export const groundCells = (
  buildings: BuildingSet,
  /** Centre lines of main roads, walls of compounds: ground does not reach across them. */
  barriers: readonly (readonly MmPoint[])[] = [],
): GroundCells => {
  const points: Points = { flat: [], owners: [] };
  for (const [row, rings] of buildings.footprints.entries())
    if (rings[0] !== undefined) alongRing(points, rings[0], row);
  addBarriers(points, barriers);
  const boxes = buildings.boxes.filter(([minX]) => Number.isFinite(minX));
  const around = surroundingsOf(
    boxes.reduce<Box>((all, box) => joinBoxes(all, box), boxes[0] ?? [0, 0, 0, 0]),
  );
  addFrame(points, around);
  const delaunay = new Delaunay(Float64Array.from(points.flat));
  const { triangles, halfedges } = delaunay;
  const { owners } = points;
  const isClockwise = turnsRight(delaunay.points, triangles);
  const edges: GroundEdge[] = [];
  const edgesOf: number[][] = buildings.ids.map(() => []);
  for (let e = 0; e < halfedges.length; e++) {
    const twin = halfedges[e] as number;
    if (twin < e) continue;
    const a = owners[triangles[e] as number] as number;
    const b = owners[triangles[e % 3 === 2 ? e - 2 : e + 1] as number] as number;
    if (a === b) continue;
    for (const row of [a, b]) edgesOf[row]?.push(edges.length);
    const [from, to] = [Math.floor(e / 3), Math.floor(twin / 3)];
    edges.push(isClockwise ? { from, to, a, b } : { from, to, a: b, b: a });
  }
  return {
    buildings,
    edges,
    edgesOf,
    node: (t) => {
      const { x, y } = circumcentre(
        delaunay.points,
        triangles[3 * t] as number,
        triangles[3 * t + 1] as number,
        triangles[3 * t + 2] as number,
      );
      // Flat triangles at the rim have their centres anywhere; beyond the frame nothing is asked.
      const { size, centre } = around;
      return {
        x: Math.round(Math.max(centre.x - 8 * size, Math.min(centre.x + 8 * size, x))),
        y: Math.round(Math.max(centre.y - 8 * size, Math.min(centre.y + 8 * size, y))),
      };
    },
    ownerOf: ({ x, y }) => (buildings.ids.length === 0 ? -1 : (owners[delaunay.find(x, y)] ?? -1)),
  };
};
