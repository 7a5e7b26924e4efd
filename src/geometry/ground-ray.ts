/**
 * Where a ray meets the ground, for a height that is any function of the place. Steps that grow with the distance above the ground
 * find the first crossing, halving finds the point. Good to a centimetre; a ridge thinner than a step may be passed over.
 */
import type { Ray3 } from './prism.ts';

const SHORTEST_STEP_METRES = 0.5;
const HALVINGS = 24;
const MOST_STEPS = 600;

/** Distance along the ray (in metres; the direction has length 1) to the ground, Infinity when it meets none within the limit. */
export const rayToGround = (
  { ox, oy, oz, dx, dy, dz }: Ray3,
  heightAt: (x: number, y: number) => number,
  limitMetres: number,
): number => {
  const above = (t: number): number => oz + t * dz - heightAt(ox + t * dx, oy + t * dy);
  let from = 0;
  let gap = above(0);
  if (gap <= 0) return 0;
  for (let k = 0; k < MOST_STEPS && from < limitMetres; k++) {
    // Slopes here stay below 60°, so half the height above the ground is a safe stride.
    const to = Math.min(limitMetres, from + Math.max(SHORTEST_STEP_METRES, gap * 0.5));
    const next = above(to);
    if (next <= 0) {
      let low = from;
      let high = to;
      for (let i = 0; i < HALVINGS; i++) {
        const middle = (low + high) / 2;
        if (above(middle) > 0) low = middle;
        else high = middle;
      }
      return high;
    }
    from = to;
    gap = next;
    if (from >= limitMetres) break;
  }
  return Infinity;
};
