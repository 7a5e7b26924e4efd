/**
 * What is drawn after what: the one table of render orders. The opaque list is drawn from the ground up so that draped surfaces need
 * no depth of their own; the sky comes last and fills only what is left. Names, never bare numbers.
 */
export const LAYER = {
  /** The bare land. Writes depth. */
  terrain: 0,
  /** Pictures of the ground, over the bare land. */
  pictures: 0.5,
  /** Roads, squares, courtyards, grass: draped, painted in order, no depth written. */
  ground: 1,
  /** Grid borders and reach circles, draped on the ground. */
  borders: 2,
  /** Photogrammetry; volumes of buildings are drawn over it. */
  realScene: 9,
  buildings: 10,
  furniture: 11,
  plants: 12,
  /** The opened building. */
  opened: 13,
  sky: 20,
  /** Transparent things, after everything opaque. */
  glow: 30,
  symbols: 40,
  labels: 50,
} as const;
