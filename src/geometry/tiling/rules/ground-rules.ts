/** Rules 9 to 11: what must not have changed since the published version, and what a border had better not run through. */
import { nearestOnSegment, segmentDistance2, segmentsCross } from '../model/exact.ts';
import { ROUNDING_MM } from '../model/limits.ts';
import { flatRing, ringBox, windingOf } from '../model/ring-measures.ts';
import { type FaceId, faceName, type MmPoint, type Side, type Vertex } from '../model/rows.ts';
import { placeIn } from '../model/shape.ts';
import type { Tiling } from '../model/tiling.ts';
import { notYet, Report, type RuleReport } from './finding.ts';

/** Every rounding of a point on a line may move it by this; several in a row seldom add up. */
const SAME_LINE_MM = 4 * ROUNDING_MM;

/** A vertex of one tiling's border of a side that is not on the other's; null: the same line. */
const strayPoint = (one: Tiling, other: Tiling, side: Side): MmPoint | null => {
  for (const arcId of one.arcsOf(side))
    for (const id of one.arc(arcId)?.vertexIds ?? []) {
      const p = one.vertex(id) as Vertex;
      const r = SAME_LINE_MM;
      const near = other
        .search({ minX: p.x - r, minY: p.y - r, maxX: p.x + r, maxY: p.y + r })
        .some(({ a, b, arcId: otherId }) => {
          const arc = other.arc(otherId);
          if (arc?.left !== side && arc?.right !== side) return false;
          return segmentDistance2(p, other.vertex(a) as Vertex, other.vertex(b) as Vertex) <= r * r;
        });
      if (!near) return p;
    }
  return null;
};

const changedAt = (now: Tiling, base: Tiling, side: Side): MmPoint | null =>
  strayPoint(now, base, side) ?? strayPoint(base, now, side);

/** 9: locked grids are as they were. */
export const checkLocked = (tiling: Tiling, base: Tiling | undefined): RuleReport => {
  if (base === undefined) return notYet('locked');
  const report = new Report('locked');
  for (const face of base.faces.values()) {
    if (!face.locked) continue;
    const at =
      tiling.face(face.id) === undefined ? placeIn(base.shape(face.id)) : changedAt(tiling, base, face.id);
    if (at === null) continue;
    const name = faceName(face);
    report.add(
      'error',
      face.id,
      [`已锁定的网格“${name}”被改动。`, `The locked grid “${name}” has been changed.`],
      {
        at,
        faceIds: [face.id],
        fixes: [{ kind: 'restore', faceIds: [face.id] }],
      },
    );
  }
  return report.done();
};

/** 10: the outline is what it was. */
export const checkOutlineKept = (tiling: Tiling, base: Tiling | undefined): RuleReport => {
  if (base === undefined) return notYet('outline');
  const report = new Report('outline');
  const at = changedAt(tiling, base, null);
  if (at !== null)
    report.add('error', 'outline', ['社区外界被改动。', 'The outline of the community has been changed.'], {
      at,
    });
  return report.done();
};

export interface Compound {
  readonly name: string;
  readonly ring: readonly MmPoint[];
}

export interface ThroughFacts {
  /** Estates and courtyards that belong together. */
  readonly compounds?: readonly Compound[];
  readonly mainRoads?: readonly (readonly MmPoint[])[];
}

/** A border may run along the edge of a compound, and cross a road at its end: this much is no passage. */
const ALONG_MM = 8000;

/** 11: a border through a compound, or across a main road, is worth a look. */
export const checkThrough = (tiling: Tiling, { compounds, mainRoads }: ThroughFacts): RuleReport => {
  if (compounds === undefined && mainRoads === undefined) return notYet('through');
  const report = new Report('through');
  for (const { name, ring } of compounds ?? []) {
    const flat = flatRing(ring);
    const [minX, minY, maxX, maxY] = ringBox(flat);
    const faces = new Set<FaceId>();
    let length = 0;
    let at: MmPoint | null = null;
    for (const edge of tiling.search({ minX, minY, maxX, maxY })) {
      const arc = tiling.arc(edge.arcId);
      if (arc === undefined || arc.left === null || arc.right === null) continue;
      const [a, b] = [tiling.vertex(edge.a) as Vertex, tiling.vertex(edge.b) as Vertex];
      const steps = Math.max(1, Math.ceil(Math.hypot(a.x - b.x, a.y - b.y) / 2000));
      for (let i = 0; i < steps; i++) {
        const t = (i + 0.5) / steps;
        const p = { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
        if (windingOf(flat, p.x, p.y) === 0 || nearRing(ring, p, ALONG_MM / 4)) continue;
        length += Math.hypot(a.x - b.x, a.y - b.y) / steps;
        at ??= p;
        faces.add(arc.left).add(arc.right);
      }
    }
    if (length > ALONG_MM)
      report.add(
        'warning',
        `compound ${name}`,
        [`边界从“${name}”中间穿过。`, `A border runs through “${name}”.`],
        {
          at,
          faceIds: [...faces],
          fixes: [{ kind: 'rebalance', faceIds: [...faces] }],
        },
      );
  }
  for (const [i, road] of (mainRoads ?? []).entries())
    for (let s = 0; s + 1 < road.length; s++) {
      const [p, q] = [road[s] as MmPoint, road[s + 1] as MmPoint];
      const box = {
        minX: Math.min(p.x, q.x),
        minY: Math.min(p.y, q.y),
        maxX: Math.max(p.x, q.x),
        maxY: Math.max(p.y, q.y),
      };
      for (const edge of tiling.search(box)) {
        const arc = tiling.arc(edge.arcId);
        if (arc === undefined || arc.left === null || arc.right === null) continue;
        const [a, b] = [tiling.vertex(edge.a) as Vertex, tiling.vertex(edge.b) as Vertex];
        // Borders that follow a road weave about its centre line; only what gets away on both sides crosses it.
        const away = (v: MmPoint): boolean => segmentDistance2(v, p, q) > ALONG_MM * ALONG_MM;
        if (!segmentsCross(a, b, p, q) || !away(a) || !away(b)) continue;
        report.add(
          'warning',
          `road ${i} ${edge.arcId}`,
          ['边界横穿主干道。', 'A border crosses a main road.'],
          {
            at: nearestOnSegment(a, p, q),
            faceIds: [arc.left, arc.right],
            fixes: [{ kind: 'followGuide', arcId: edge.arcId }],
          },
        );
      }
    }
  return report.done();
};

const nearRing = (ring: readonly MmPoint[], p: MmPoint, reachMm: number): boolean =>
  ring.some((a, i) => segmentDistance2(p, a, ring[(i + 1) % ring.length] as MmPoint) < reachMm * reachMm);
