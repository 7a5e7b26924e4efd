/**
 * Where a horizontal plane cuts a mesh: closed loops. Walls have no area when seen from above; cut at knee height they draw the
 * building's outline, without the eaves.
 *
 * Corners at the same place are one corner, whatever their indices: exporters split them at every sharp edge. Chains that do not
 * close (a wall is missing) are left out.
 */
import type { Path64, Paths64, Point64 } from 'clipper2-ts';
import type { IntegerFrame, Triangles } from './triangle-cover.ts';

/** Corners this near, in integers of the frame, are the same: a sixteen-thousandth of the mesh. */
const WELD_UNITS = 1024;

/** A number per vertex, equal for vertices at (nearly) the same place. */
export type Welded = ReadonlyMap<number, number>;

export const weld = ({ positions, indices }: Triangles, { x, y, scale }: IntegerFrame): Welded => {
  const places = new Map<string, number>();
  const welded = new Map<number, number>();
  const cell = WELD_UNITS / scale;
  for (let i = 0; i < indices.length; i++) {
    const v = indices[i] as number;
    if (welded.has(v)) continue;
    const across = Math.round(((positions[3 * v] as number) - x) / cell);
    const along = Math.round(((positions[3 * v + 1] as number) - y) / cell);
    const key = `${across},${along},${Math.round((positions[3 * v + 2] as number) / cell)}`;
    const known = places.get(key);
    if (known === undefined) places.set(key, v);
    welded.set(v, known ?? v);
  }
  return welded;
};

/** Points where edges cross the plane, and the segments between them; `segmentsAt` lists the segments that end at a point. */
interface Section {
  readonly points: Point64[];
  readonly segments: (readonly [from: number, to: number])[];
  readonly segmentsAt: number[][];
}

const cut = (mesh: Triangles, welded: Welded, frame: IntegerFrame, z: number): Section => {
  const { positions, indices } = mesh;
  const section: Section = { points: [], segments: [], segmentsAt: [] };
  const known = new Map<string, number>();
  const once = new Set<string>();
  const coordinate = (v: number, k: number): number => positions[3 * v + k] as number;
  const crossing = (p: number, q: number): number => {
    const key = `${p},${q}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const t = (z - coordinate(p, 2)) / (coordinate(q, 2) - coordinate(p, 2));
    const at = (k: number): number => coordinate(p, k) + t * (coordinate(q, k) - coordinate(p, k));
    known.set(key, section.points.length);
    section.points.push({
      x: Math.round((at(0) - frame.x) * frame.scale),
      y: Math.round((at(1) - frame.y) * frame.scale),
    });
    section.segmentsAt.push([]);
    return section.points.length - 1;
  };
  for (let i = 0; i + 2 < indices.length; i += 3) {
    const ends: number[] = [];
    for (let k = 0; k < 3; k++) {
      const a = welded.get(indices[i + k] as number) as number;
      const b = welded.get(indices[i + ((k + 1) % 3)] as number) as number;
      // A corner on the plane counts as above it, so that every triangle has two crossings or none.
      if (coordinate(a, 2) >= z !== coordinate(b, 2) >= z)
        ends.push(crossing(Math.min(a, b), Math.max(a, b)));
    }
    const [p, q] = ends;
    if (p === undefined || q === undefined || p === q) continue;
    // Two-sided models have every triangle twice.
    const key = `${Math.min(p, q)},${Math.max(p, q)}`;
    if (once.has(key)) continue;
    once.add(key);
    section.segmentsAt[p]?.push(section.segments.length);
    section.segmentsAt[q]?.push(section.segments.length);
    section.segments.push([p, q]);
  }
  return section;
};

/** The closed loops at height `z` (in the mesh's unit), in integers of the frame, turning either way. */
export const sectionAt = (mesh: Triangles, welded: Welded, frame: IntegerFrame, z: number): Paths64 => {
  const { points, segments, segmentsAt } = cut(mesh, welded, frame, z);
  const used = new Uint8Array(segments.length);
  const loops: Paths64 = [];
  segments.forEach(([start, second], first) => {
    if (used[first] === 1) return;
    used[first] = 1;
    const loop: Path64 = [points[start] as Point64];
    let here = second;
    while (here !== start) {
      loop.push(points[here] as Point64);
      const next = segmentsAt[here]?.find((segment) => used[segment] === 0);
      if (next === undefined) return;
      used[next] = 1;
      const [from, to] = segments[next] as readonly [number, number];
      here = from === here ? to : from;
    }
    if (loop.length >= 3) loops.push(loop);
  });
  return loops;
};
