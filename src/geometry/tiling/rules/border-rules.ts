/** Rules 1 to 4 and 6: what the borders themselves must be. */
import { misplacedRing, partArea } from '../model/check.ts';
import { edgeConflict } from '../model/check-edges.ts';
import type { Limits } from '../model/limits.ts';
import { squareMetresText } from '../model/in-words.ts';
import { insidePoint, ringLength } from '../model/ring-measures.ts';
import { faceName, type MmPoint, type Vertex } from '../model/rows.ts';
import { type FaceRing, placeIn } from '../model/shape.ts';
import type { Edge, Tiling } from '../model/tiling.ts';
import { Report, type RuleReport } from './finding.ts';

const nameOf = (tiling: Tiling, id: string): string => faceName(tiling.face(id), id);

/** 1: every arc has two different faces, or one face and the outside; every face has borders, every vertex an arc. */
export const checkSides = (tiling: Tiling): RuleReport => {
  const report = new Report('sides');
  for (const { id, left, right, vertexIds } of tiling.arcs.values()) {
    const at = tiling.vertex(vertexIds[0] as number) ?? null;
    if (left === right)
      report.add(
        'error',
        `arc ${id}`,
        ['边界两侧是同一个网格。', 'A border has the same grid on both sides.'],
        { at },
      );
    for (const side of [left, right])
      if (side !== null && tiling.face(side) === undefined)
        report.add(
          'error',
          `arc ${id}`,
          [`边界属于不存在的网格“${side}”。`, `A border belongs to “${side}”, which is no grid.`],
          { at },
        );
    if (vertexIds.some((vertexId) => tiling.vertex(vertexId) === undefined))
      report.add('error', `arc ${id}`, ['边界缺少顶点。', 'A border lacks a point.'], { at });
  }
  for (const { id } of tiling.faces.values())
    if ([...tiling.arcsOf(id)].length === 0)
      report.add(
        'error',
        id,
        [`网格“${nameOf(tiling, id)}”没有边界。`, `The grid “${nameOf(tiling, id)}” has no border.`],
        {
          faceIds: [id],
          fixes: [{ kind: 'dissolve', faceId: id }],
        },
      );
  for (const vertex of tiling.vertices.values())
    if (tiling.arcsAt(vertex.id).length === 0)
      report.add(
        'error',
        `vertex ${vertex.id}`,
        ['有不属于任何边界的顶点。', 'A point belongs to no border.'],
        { at: vertex },
      );
  return report.done();
};

/** Pairs of edges nearer than the clearance: a sweep from west to east, so that only edges side by side are compared. */
const conflicts = (tiling: Tiling, clearanceMm: number, found: (a: Edge, b: Edge) => void): void => {
  const edges = [...tiling.allEdges()].sort((a, b) => a.minX - b.minX);
  // Edges still open, in bands by height: those far above or below are never looked at.
  let [low, high] = [Infinity, -Infinity];
  let total = 0;
  for (const { minY, maxY } of edges) {
    low = Math.min(low, minY);
    high = Math.max(high, maxY);
    total += maxY - minY;
  }
  const height = Math.max(1, (2 * total) / Math.max(1, edges.length), (high - low) / 4096);
  const bands: Edge[][] = [];
  const bandOf = (y: number): number => Math.max(0, Math.floor((y - low) / height));
  for (const edge of edges) {
    const [first, last] = [bandOf(edge.minY - clearanceMm), bandOf(edge.maxY + clearanceMm)];
    for (let band = first; band <= last; band++) {
      const open = bands[band];
      if (open === undefined) {
        bands[band] = [edge];
        continue;
      }
      let kept = 0;
      for (const other of open) {
        if (other.maxX + clearanceMm < edge.minX) continue;
        open[kept++] = other;
        if (other.minY - clearanceMm > edge.maxY || other.maxY + clearanceMm < edge.minY) continue;
        // A pair that shares several bands is told once, in the lowest they share.
        if (band !== Math.max(first, bandOf(other.minY - clearanceMm))) continue;
        found(edge, other);
      }
      open.length = kept;
      open.push(edge);
    }
  }
};

/** 2 and 4: nothing crosses, touches but at shared vertices, or comes too near; no slivers. */
export const checkEdgesOf = (tiling: Tiling, { clearanceMm }: Limits): [RuleReport, RuleReport] => {
  const crossings = new Report('crossings');
  const clearance = new Report('clearance');
  const at = (id: number): MmPoint => tiling.vertex(id) as Vertex;
  conflicts(tiling, clearanceMm, (a, b) => {
    const conflict = edgeConflict(a, b, at, clearanceMm, []);
    if (conflict === null) return;
    const sides = [a, b].flatMap(({ arcId }) => {
      const arc = tiling.arc(arcId);
      return [arc?.left ?? null, arc?.right ?? null];
    });
    const faceIds = [...new Set(sides)].filter((id) => id !== null);
    const about = `${a.a}-${a.b}/${b.a}-${b.b}`;
    const report = conflict.code === 'crosses' ? crossings : clearance;
    report.add('error', about, [conflict.zh, conflict.en], { at: conflict.at, faceIds });
  });
  for (const { id } of tiling.faces.values())
    for (const [i, part] of tiling.shape(id).parts.entries()) {
      const length = part.reduce((sum, ring) => sum + ringLength(ring.coordinates), 0);
      const widthMm = (2 * partArea(part)) / length;
      if (widthMm >= SLIVER_MM) continue;
      const size = (widthMm / 1000).toFixed(1);
      clearance.add(
        'warning',
        `${id} ${i}`,
        [
          `网格“${nameOf(tiling, id)}”有一块狭长地带，平均宽仅 ${size} 米。`,
          `A part of the grid “${nameOf(tiling, id)}” is a strip only ${size} m wide.`,
        ],
        {
          at: insidePoint(part.map(({ coordinates }) => coordinates)),
          faceIds: [id],
          fixes: [{ kind: 'dissolve', faceId: id }],
        },
      );
    }
  return [crossings.done(), clearance.done()];
};

/** A part narrower than this on average is a sliver. */
const SLIVER_MM = 3000;
/** An inner angle below this, between two edges that are long enough to be seen, is a spike. */
const SPIKE_DEGREES = 3;
const SPIKE_MM = 1000;

const spikesOf = (
  { vertexIds, coordinates: c }: FaceRing,
  found: (vertexId: number, at: MmPoint) => void,
): void => {
  const n = vertexIds.length;
  for (let i = 0; i < n; i++) {
    const [a, b, d] = [(i + n - 1) % n, i, (i + 1) % n];
    const at = { x: c[2 * b] as number, y: c[2 * b + 1] as number };
    const [ux, uy] = [(c[2 * a] as number) - at.x, (c[2 * a + 1] as number) - at.y];
    const [vx, vy] = [(c[2 * d] as number) - at.x, (c[2 * d + 1] as number) - at.y];
    const dot = ux * vx + uy * vy;
    if (dot <= 0) continue;
    const cross = ux * vy - uy * vx;
    if (Math.abs(cross) > dot * Math.tan((SPIKE_DEGREES * Math.PI) / 180)) continue;
    if (Math.min(Math.hypot(ux, uy), Math.hypot(vx, vy)) >= SPIKE_MM) found(vertexIds[i] as number, at);
  }
};

/** 3: rings are simple and where they should be, large enough, without spikes. */
export const checkRings = (tiling: Tiling, { minAreaMm2 }: Limits): RuleReport => {
  const report = new Report('rings');
  const told = new Set<number>();
  for (const { id } of tiling.faces.values()) {
    const shape = tiling.shape(id);
    const name = nameOf(tiling, id);
    const wrong = misplacedRing(shape);
    if (wrong !== null)
      report.add(
        'error',
        `${id} ring`,
        [`网格“${name}”的环相互错位或反向。`, `Rings of the grid “${name}” lie wrongly or are turned over.`],
        {
          at: { x: wrong.coordinates[0] as number, y: wrong.coordinates[1] as number },
          faceIds: [id],
        },
      );
    for (const [i, part] of shape.parts.entries()) {
      const area = partArea(part);
      if (area < minAreaMm2)
        report.add(
          'error',
          `${id} area ${i}`,
          [
            `网格“${name}”有一块只有 ${squareMetresText(area)} 平方米。`,
            `A part of the grid “${name}” has only ${squareMetresText(area)} m².`,
          ],
          {
            at: insidePoint(part.map(({ coordinates }) => coordinates)),
            faceIds: [id],
            fixes: [{ kind: 'dissolve', faceId: id }],
          },
        );
      for (const ring of part)
        spikesOf(ring, (vertexId, at) => {
          if (told.has(vertexId)) return;
          told.add(vertexId);
          report.add(
            'warning',
            `spike ${vertexId}`,
            [`网格“${name}”的边界有尖刺。`, `The border of the grid “${name}” has a spike.`],
            {
              at,
              faceIds: [id],
              fixes: [{ kind: 'deleteVertex', vertexId }],
            },
          );
        });
    }
  }
  return report.done();
};

/** 6: one part, unless declared. */
export const checkContiguous = (tiling: Tiling): RuleReport => {
  const report = new Report('contiguous');
  for (const { id, apart } of tiling.faces.values()) {
    const shape = tiling.shape(id);
    if (apart || shape.parts.length < 2) continue;
    const name = nameOf(tiling, id);
    const smallest = shape.parts.toSorted((a, b) => partArea(a) - partArea(b))[0] ?? [];
    report.add(
      'error',
      id,
      [
        `网格“${name}”分成互不相连的 ${shape.parts.length} 块。`,
        `The grid “${name}” consists of ${shape.parts.length} parts that do not touch.`,
      ],
      {
        at:
          smallest.length > 0 ? insidePoint(smallest.map(({ coordinates }) => coordinates)) : placeIn(shape),
        faceIds: [id],
        fixes: [{ kind: 'declareApart', faceId: id }],
      },
    );
  }
  return report.done();
};
