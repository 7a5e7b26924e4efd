/** Smooth noise on the plane in [-1, 1], from a hash of whole coordinates: no table, no state, the same everywhere. */
const hash = (i: number, j: number, seed: number): number => {
  let h = Math.imul(i, 374761393) + Math.imul(j, 668265263) + Math.imul(seed, 974634777);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  h ^= h >>> 16;
  return (h >>> 0) / 2 ** 31 - 1;
};

const fade = (t: number): number => t * t * (3 - 2 * t);

export const noise = (u: number, v: number, wavelength: number, seed: number): number => {
  const x = u / wavelength;
  const y = v / wavelength;
  const i = Math.floor(x);
  const j = Math.floor(y);
  const fx = fade(x - i);
  const fy = fade(y - j);
  const low = hash(i, j, seed) * (1 - fx) + hash(i + 1, j, seed) * fx;
  const high = hash(i, j + 1, seed) * (1 - fx) + hash(i + 1, j + 1, seed) * fx;
  return low * (1 - fy) + high * fy;
};
