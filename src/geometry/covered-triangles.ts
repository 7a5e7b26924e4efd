/** The triangles of a mesh that may lie under a quad on the ground: those whose boxes meet the quad's. */
import { boundsOf } from './polygon.ts';
import type { Quad } from './quad-transform.ts';

interface Triangles {
  /** x, y, z a vertex. */
  readonly positions: Float32Array;
  readonly indices: Uint16Array | Uint32Array;
}

export const coveredBy = (quad: Quad, { positions, indices }: Triangles): Uint32Array => {
  const [west, south, east, north] = boundsOf(quad);
  const kept: number[] = [];
  for (let t = 0; t < indices.length; t += 3) {
    const corners = [indices[t] as number, indices[t + 1] as number, indices[t + 2] as number] as const;
    const xs = corners.map((i) => positions[3 * i] as number);
    const ys = corners.map((i) => positions[3 * i + 1] as number);
    if (Math.max(...xs) < west || Math.min(...xs) > east) continue;
    if (Math.max(...ys) < south || Math.min(...ys) > north) continue;
    kept.push(...corners);
  }
  return Uint32Array.from(kept);
};
