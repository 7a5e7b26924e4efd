/**
 * Upright curtains over lines on the ground: a lower and an upper edge that both follow the terrain. How high the curtain is, the
 * vertex shader decides from `top` and the owner, so that it can rise without a new geometry.
 */
import type { LocalRing } from './local-polygon.ts';
import type { Point } from './polygon.ts';
import { densify } from './ribbons.ts';

export interface CurtainInput {
  /** A closed line. */
  readonly ring: LocalRing;
  readonly owner: number;
}
export interface CurtainMesh {
  /** x, y, z of the ground under the point, metres; the same for both edges. */
  readonly position: Float32Array;
  /** 0 lower edge, 1 upper. */
  readonly top: Float32Array;
  /** Metres from the start of the line. */
  readonly along: Float32Array;
  readonly owner: Float32Array;
  readonly index: Uint32Array;
}

export const meshCurtains = (
  rings: readonly CurtainInput[],
  heightAt: (x: number, y: number) => number,
  stepMetres: number,
): CurtainMesh => {
  const position: number[] = [];
  const top: number[] = [];
  const along: number[] = [];
  const owner: number[] = [];
  const index: number[] = [];
  for (const { ring, owner: id } of rings) {
    if (ring.length < 3) continue;
    const points = densify(ring, true, stepMetres);
    let walked = 0;
    // The first point again at the end: `along` must not run backwards over the last step.
    for (let k = 0; k <= points.length; k++) {
      const p = points[k % points.length] as Point;
      const before = points[(k + points.length - 1) % points.length] as Point;
      if (k > 0) walked += Math.hypot(p[0] - before[0], p[1] - before[1]);
      const z = heightAt(p[0], p[1]);
      const v = top.length;
      for (const edge of [0, 1]) {
        position.push(p[0], p[1], z);
        top.push(edge);
        along.push(walked);
        owner.push(id);
      }
      if (k > 0) index.push(v - 2, v, v + 1, v - 2, v + 1, v - 1);
    }
  }
  return {
    position: Float32Array.from(position),
    top: Float32Array.from(top),
    along: Float32Array.from(along),
    owner: Float32Array.from(owner),
    index: Uint32Array.from(index),
  };
};
