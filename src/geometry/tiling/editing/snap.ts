/**
 * Where a dragged point wants to go: onto vertices and borders of the tiling, and onto guides (roads, walls). Guides attract but
 * never glue: nothing remembers afterwards that a point was put on one.
 */
import Flatbush from 'flatbush';
import { distance2, nearestOnSegment, roundPoint } from '../model/exact.ts';
import type { MmPoint, Vertex } from '../model/rows.ts';
import type { Tiling } from '../model/tiling.ts';

export interface Guide {
  /** `road`, `wall` …: shown beside the pointer. */
  readonly kind: string;
  readonly line: readonly MmPoint[];
}

export interface Snap {
  /** Whole millimetres. */
  readonly at: MmPoint;
  readonly to: 'vertex' | 'edge' | 'corner' | 'guide' | 'nothing';
  /** The vertex, the arc, or the place of the guide in the list. */
  readonly target: number | null;
  readonly distanceMm: number;
}

export interface SnapOptions {
  readonly radiusMm: number;
  /** Vertices that are being dragged, and so attract nothing. */
  readonly without?: ReadonlySet<number>;
  /** Snap to the tiling, to guides, or to both (default). */
  readonly to?: 'tiling' | 'guides' | 'both';
}

export interface Snapper {
  snap(tiling: Tiling, p: MmPoint, options: SnapOptions): Snap;
}

/** Points attract from this much farther than lines: a corner is hard to hit otherwise. */
const POINT_PULL = 1.5;

export const createSnapper = (guides: readonly Guide[]): Snapper => {
  const segments = guides.flatMap(({ line }, guide) =>
    line.slice(1).map((b, i) => ({ a: line[i] as MmPoint, b, guide })),
  );
  const index = segments.length > 0 ? new Flatbush(segments.length) : null;
  for (const { a, b } of segments)
    index?.add(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y));
  index?.finish();

  return {
    snap: (tiling, p, { radiusMm, without, to = 'both' }) => {
      let best: Snap = { at: roundPoint(p), to: 'nothing', target: null, distanceMm: 0 };
      let least = radiusMm * radiusMm;
      const offer = (at: MmPoint, kind: Snap['to'], target: number, pull: number): void => {
        const d2 = distance2(p, at);
        if (d2 > radiusMm * radiusMm || d2 / (pull * pull) >= least) return;
        least = d2 / (pull * pull);
        best = { at: roundPoint(at), to: kind, target, distanceMm: Math.sqrt(d2) };
      };
      const [minX, minY, maxX, maxY] = [p.x - radiusMm, p.y - radiusMm, p.x + radiusMm, p.y + radiusMm];
      if (to !== 'guides')
        for (const { a, b, arcId } of tiling.search({ minX, minY, maxX, maxY })) {
          if (without?.has(a) || without?.has(b)) continue;
          const [va, vb] = [tiling.vertex(a) as Vertex, tiling.vertex(b) as Vertex];
          offer(va, 'vertex', a, POINT_PULL);
          offer(vb, 'vertex', b, POINT_PULL);
          offer(nearestOnSegment(p, va, vb), 'edge', arcId, 1);
        }
      if (to !== 'tiling')
        for (const i of index?.search(minX, minY, maxX, maxY) ?? []) {
          const { a, b, guide } = segments[i] as (typeof segments)[number];
          offer(a, 'corner', guide, POINT_PULL);
          offer(b, 'corner', guide, POINT_PULL);
          offer(nearestOnSegment(p, a, b), 'guide', guide, 1);
        }
      return best;
    },
  };
};
