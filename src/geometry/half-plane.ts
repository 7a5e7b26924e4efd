/**
 * Cuts a polygon with holes by a straight line. Exact for concave shapes: a U cut across its legs gives two pieces,
 * where Sutherland–Hodgman would join them by a seam of no width that shows as a wall once extruded.
 *
 * The line is { p : nx·x + ny·y = offset }; what has nx·x + ny·y ≤ offset is kept.
 */
import { type LocalPolygon, type LocalRing, orientPolygon } from './local-polygon.ts';
import { cleanRing, type Point, ringContains, signedArea } from './polygon.ts';

interface Crossing {
  readonly point: Point;
  /** Position along the line. */
  readonly along: number;
  /** Leaves the kept side: a chain ends here; otherwise a chain starts here. */
  readonly leaves: boolean;
  readonly chain: number;
}

const SLIVER_SQUARE_METRES = 1e-4;
const REPEAT_METRES = 1e-6;

export const keepHalfPlane = (
  polygon: LocalPolygon,
  nx: number,
  ny: number,
  offset: number,
): LocalPolygon[] => {
  const whole: LocalRing[] = [];
  const chains: Point[][] = [];
  const crossings: Crossing[] = [];
  for (const ring of orientPolygon(polygon)) {
    const side = ring.map(([x, y]) => nx * x + ny * y - offset);
    if (side.every((d) => d <= 0)) {
      whole.push(ring);
      continue;
    }
    const start = side.findIndex((d) => d > 0);
    if (side.every((d) => d > 0)) continue;
    // Starting outside, every run of kept points is one chain between an entry and an exit.
    let chain: Point[] | null = null;
    for (let k = 0; k < ring.length; k++) {
      const i = (start + k) % ring.length;
      const j = (i + 1) % ring.length;
      const da = side[i] as number;
      const db = side[j] as number;
      if (da > 0 === db > 0) {
        if (chain) chain.push(ring[j] as Point);
        continue;
      }
      const a = ring[i] as Point;
      const b = ring[j] as Point;
      const t = da / (da - db);
      const point: Point = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
      const along = -ny * point[0] + nx * point[1];
      if (chain) {
        chain.push(point);
        crossings.push({ point, along, leaves: true, chain: chains.length - 1 });
        chain = null;
      } else {
        chain = [point, b];
        chains.push(chain);
        crossings.push({ point, along, leaves: false, chain: chains.length - 1 });
      }
    }
  }
  const pieces = joinChains(chains, crossings);
  return assignHoles([...pieces, ...whole]);
};

/** Walks chain → along the line to the partner of its end → next chain, until each walk closes. */
const joinChains = (chains: readonly Point[][], crossings: Crossing[]): LocalRing[] => {
  crossings.sort((a, b) => a.along - b.along);
  const nextOf = new Int32Array(chains.length).fill(-1);
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const a = crossings[i] as Crossing;
    let b = crossings[i + 1] as Crossing;
    // Two crossings at the very same place may come in either order.
    if (a.leaves === b.leaves && i + 2 < crossings.length) {
      const c = crossings[i + 2] as Crossing;
      crossings[i + 2] = b;
      crossings[i + 1] = c;
      b = c;
    }
    if (a.leaves) nextOf[a.chain] = b.chain;
    else nextOf[b.chain] = a.chain;
  }
  const done = new Uint8Array(chains.length);
  const rings: LocalRing[] = [];
  for (let first = 0; first < chains.length; first++) {
    const ring: Point[] = [];
    for (let c = first; c >= 0 && !done[c]; c = nextOf[c] as number) {
      done[c] = 1;
      ring.push(...(chains[c] as Point[]));
    }
    if (ring.length >= 3) rings.push(ring);
  }
  return rings;
};

const assignHoles = (rings: readonly LocalRing[]): LocalPolygon[] => {
  const clean = rings
    .map((ring) => cleanRing(ring, REPEAT_METRES))
    .filter((ring) => ring.length >= 3 && Math.abs(signedArea(ring)) > SLIVER_SQUARE_METRES);
  const outsides = clean.filter((ring) => signedArea(ring) > 0).map((ring): LocalRing[] => [ring]);
  for (const hole of clean.filter((ring) => signedArea(ring) < 0)) {
    const [x, y] = hole[0] as Point;
    const owner =
      outsides.length === 1 ? outsides[0] : outsides.find(([outside]) => ringContains(outside ?? [], x, y));
    owner?.push(hole);
  }
  return outsides;
};

/** What lies between two parallel lines: from ≤ nx·x + ny·y ≤ to. */
export const keepStrip = (
  polygons: readonly LocalPolygon[],
  nx: number,
  ny: number,
  from: number,
  to: number,
): LocalPolygon[] =>
  polygons.flatMap((p) => keepHalfPlane(p, nx, ny, to)).flatMap((p) => keepHalfPlane(p, -nx, -ny, -from));
