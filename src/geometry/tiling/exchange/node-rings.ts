/** Rings laid over one another: near misses snapped, T-junctions given their vertex, and the cells that come of it. */
import { distance, segmentDistance2 } from '../model/exact.ts';
import { ROUNDING_MM } from '../model/limits.ts';
import type { MmPoint } from '../model/rows.ts';
import { type Cells, cellsOf } from '../planar/cells.ts';
import { Noder } from '../planar/noder.ts';
import type { Faults } from './fault.ts';
import type { ReadPolygon, ReadRing } from './read-rings.ts';

export interface NodedRings {
  readonly rings: readonly ReadRing[];
  readonly chains: readonly (readonly [number, number])[];
  readonly cells: Cells;
  /** Rings that lie around each cell (numbers in `rings`) with how often they turn about it. */
  readonly windings: readonly ReadonlyMap<number, number>[];
  /** Where noding gave up; null: nowhere. */
  readonly failedAt: MmPoint | null;
  at(id: number): MmPoint;
}

/** Edges with the rings along them; an edge that every ring runs to and fro is no border of anything. */
const netTags = (tags: readonly number[]): Map<number, number> => {
  const net = new Map<number, number>();
  for (const tag of tags) {
    const ring = Math.abs(tag) - 1;
    net.set(ring, (net.get(ring) ?? 0) + Math.sign(tag));
  }
  for (const [ring, count] of net) if (count === 0) net.delete(ring);
  return net;
};

const windingsOf = (cells: Cells, nets: readonly ReadonlyMap<number, number>[]): Map<number, number>[] => {
  const out: Map<number, number>[] = cells.cells.map(() => new Map());
  const seen = new Uint8Array(cells.cells.length);
  seen[0] = 1;
  const queue = [0];
  for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
    const { outside, holes } = cells.cells[cell] as Cells['cells'][number];
    for (const h of [outside, ...holes].flat()) {
      const other = cells.cellOf[h ^ 1] as number;
      if (seen[other]) continue;
      seen[other] = 1;
      // Left of the chain has what right of it has, and once more for every ring along it.
      const sign = h & 1 ? 1 : -1;
      const around = new Map(out[cell]);
      for (const [ring, count] of nets[h >> 1] as ReadonlyMap<number, number>) {
        const winding = (around.get(ring) ?? 0) + sign * count;
        if (winding === 0) around.delete(ring);
        else around.set(ring, winding);
      }
      out[other] = around;
      queue.push(other);
    }
  }
  return out;
};

export const nodeRings = (
  polygons: readonly ReadPolygon[],
  outline: readonly ReadRing[],
  toleranceMm: number,
  faults: Faults,
): NodedRings => {
  let nextId = 1;
  const noder = new Noder({ clearanceMm: toleranceMm, newId: () => nextId++ });
  const rings = [...polygons.flatMap((polygon) => polygon.rings), ...outline];
  const idOf = (ring: ReadRing): string[] => {
    const polygon = polygons[ring.polygon];
    return polygon === undefined ? [] : [polygon.id];
  };
  const told = new Set<number>();
  for (const [number, ring] of rings.entries()) {
    const ids: number[] = [];
    for (const point of ring.points) {
      const newest = nextId;
      const id = noder.addPoint(point);
      const moved = distance(point, noder.at(id));
      if (id < newest) {
        if (moved > 0) faults.add('nearMiss', point, idOf(ring), { sizeMm: moved });
      } else if (moved > 0 || noder.isOnCut(id)) {
        told.add(id);
        faults.add('tJunction', point, idOf(ring), { sizeMm: moved });
      }
      if (ids[ids.length - 1] !== id) ids.push(id);
    }
    const before = nextId;
    for (const [i, a] of ids.entries()) {
      const b = ids[(i + 1) % ids.length] as number;
      if (a === b) continue;
      noder.addSegment(a, b, [number + 1]);
      for (const through of noder.pathOf(a, b).slice(1, -1)) {
        if (through >= before || told.has(through) || ids.includes(through)) continue;
        told.add(through);
        const sizeMm = Math.sqrt(segmentDistance2(noder.at(through), noder.at(a), noder.at(b)));
        // A given outline need not have a point where every grid ends.
        if (ring.polygon === -1 && sizeMm <= ROUNDING_MM) continue;
        faults.add('tJunction', noder.at(through), idOf(ring), { sizeMm });
      }
    }
  }
  const edges = [...noder.edges.values()]
    .map(({ a, b, tags }) => ({ a, b, net: netTags(tags) }))
    .filter(({ net }) => net.size > 0);
  const at = (id: number): MmPoint => noder.at(id);
  const chains = edges.map(({ a, b }) => [a, b] as const);
  const cells = cellsOf(chains, at);
  const nets = edges.map(({ net }) => net);
  return { rings, chains, cells, windings: windingsOf(cells, nets), failedAt: noder.failedAt, at };
};
