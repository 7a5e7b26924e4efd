/** Discs lying on the ground, rings of points about a centre: the reach of facilities and the halo under a building. */

export interface DiscInput {
  readonly x: number;
  readonly y: number;
  readonly radiusMetres: number;
  readonly owner: number;
}
export interface DiscMesh {
  readonly position: Float32Array;
  /** 0 in the middle, 1 on the rim; and the radius in metres. */
  readonly radial: Float32Array;
  readonly owner: Float32Array;
  readonly index: Uint32Array;
}

const SEGMENTS = 72;
/** Rings so close that the disc follows the ground between them. */
const RING_METRES = 22;

export const meshDiscs = (
  discs: readonly DiscInput[],
  heightAt: (x: number, y: number) => number,
): DiscMesh => {
  const position: number[] = [];
  const radial: number[] = [];
  const owner: number[] = [];
  const index: number[] = [];
  for (const { x, y, radiusMetres, owner: id } of discs) {
    const rings = Math.max(2, Math.ceil(radiusMetres / RING_METRES));
    const first = owner.length;
    const point = (px: number, py: number, share: number): void => {
      position.push(px, py, heightAt(px, py));
      radial.push(share, radiusMetres);
      owner.push(id);
    };
    point(x, y, 0);
    for (let r = 1; r <= rings; r++) {
      for (let s = 0; s < SEGMENTS; s++) {
        const angle = (2 * Math.PI * s) / SEGMENTS;
        const radius = (radiusMetres * r) / rings;
        point(x + radius * Math.cos(angle), y + radius * Math.sin(angle), r / rings);
      }
    }
    for (let s = 0; s < SEGMENTS; s++) {
      const next = (s + 1) % SEGMENTS;
      index.push(first, first + 1 + s, first + 1 + next);
      for (let r = 1; r < rings; r++) {
        const inner = first + 1 + (r - 1) * SEGMENTS;
        const outer = inner + SEGMENTS;
        index.push(inner + s, outer + s, outer + next, inner + s, outer + next, inner + next);
      }
    }
  }
  return {
    position: Float32Array.from(position),
    radial: Float32Array.from(radial),
    owner: Float32Array.from(owner),
    index: Uint32Array.from(index),
  };
};
