/** How everything is drawn that lies exactly on the terrain's triangles: without a depth of its own, in its order. */
export const PAINTED_ON_LAND = {
  depthWrite: false,
  polygonOffset: true,
  polygonOffsetFactor: -1,
  polygonOffsetUnits: -4,
} as const;
