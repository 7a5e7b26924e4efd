/**
 * Lines on the ground as ribbons: each line is cut fine enough to follow the terrain and doubled into two edges. How wide the
 * ribbon is, the vertex shader decides from `side` and the distance to the camera, so a border keeps its width on the screen.
 */
import type { LocalRing } from './local-polygon.ts';
import type { Point } from './polygon.ts';

export interface RibbonInput {
  readonly line: LocalRing;
  readonly closed: boolean;
  /** Written on every vertex: which thing the line belongs to. */
  readonly owner: number;
}
export interface RibbonMesh {
  /** x, y, z of the middle of the line, metres. */
  readonly position: Float32Array;
  /** Across the line, x and y: mitre direction and length for half a width of 1. */
  readonly across: Float32Array;
  /** −1 left, 1 right. */
  readonly side: Float32Array;
  /** Metres from the start of the line. */
  readonly along: Float32Array;
  readonly owner: Float32Array;
  readonly index: Uint32Array;
}

const MITRE_LIMIT = 2;

/** The line with points added so that no step is longer than `stepMetres`. */
export const densify = (line: LocalRing, closed: boolean, stepMetres: number): Point[] => {
  const out: Point[] = [];
  const last = closed ? line.length : line.length - 1;
  for (let i = 0; i < last; i++) {
    const a = line[i] as Point;
    const b = line[(i + 1) % line.length] as Point;
    const steps = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / stepMetres));
    for (let k = 0; k < steps; k++)
      out.push([a[0] + ((b[0] - a[0]) * k) / steps, a[1] + ((b[1] - a[1]) * k) / steps]);
  }
  if (!closed) out.push(line[line.length - 1] as Point);
  return out;
};

const unit = (a: Point, b: Point): Point => {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  return [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
};

export const meshRibbons = (
  lines: readonly RibbonInput[],
  heightAt: (x: number, y: number) => number,
  stepMetres: number,
): RibbonMesh => {
  const position: number[] = [];
  const across: number[] = [];
  const side: number[] = [];
  const along: number[] = [];
  const owner: number[] = [];
  const index: number[] = [];
  for (const { line, closed, owner: id } of lines) {
    if (line.length < 2) continue;
    const points = densify(line, closed, stepMetres);
    const n = points.length;
    const first = side.length;
    let walked = 0;
    // A closed line repeats its first pair, so that `along` does not run backwards over the last step.
    const pairs = closed ? n + 1 : n;
    for (let k = 0; k < pairs; k++) {
      const p = points[k % n] as Point;
      const before = closed || k > 0 ? (points[(k + n - 1) % n] as Point) : p;
      const after = closed || k < n - 1 ? (points[(k + 1) % n] as Point) : p;
      const into = before === p ? unit(p, after) : unit(before, p);
      const out = after === p ? into : unit(p, after);
      const mx = -(into[1] + out[1]);
      const my = into[0] + out[0];
      const length2 = mx * mx + my * my;
      // |m|² = 2 + 2 cos θ; a mitre is 2 m / |m|² long, a hairpin is cut short.
      const scale = length2 > 1e-6 ? Math.min(2 / length2, MITRE_LIMIT / Math.sqrt(length2)) : 0;
      if (k > 0) {
        const q = points[(k - 1) % n] as Point;
        walked += Math.hypot(p[0] - q[0], p[1] - q[1]);
      }
      const z = heightAt(p[0], p[1]);
      for (const s of [-1, 1]) {
        position.push(p[0], p[1], z);
        across.push(mx * scale, my * scale);
        side.push(s);
        along.push(walked);
        owner.push(id);
      }
      if (k > 0) {
        const v = first + 2 * k;
        // side −1 lies right of the walking direction seen from above; both triangles face up.
        index.push(v - 2, v, v + 1, v - 2, v + 1, v - 1);
      }
    }
  }
  return {
    position: Float32Array.from(position),
    across: Float32Array.from(across),
    side: Float32Array.from(side),
    along: Float32Array.from(along),
    owner: Float32Array.from(owner),
    index: Uint32Array.from(index),
  };
};
