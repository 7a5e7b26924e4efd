/** How near is too near, how small too small. Millimetres; square millimetres. */
export interface Limits {
  /** No vertex lies this near to an edge that it does not belong to, or nearer. */
  readonly clearanceMm: number;
  /** No part of a grid is smaller. */
  readonly minAreaMm2: number;
}

export const DEFAULT_LIMITS: Limits = { clearanceMm: 20, minAreaMm2: 50e6 };

/** A point put on an edge and rounded to whole millimetres lies at most this far from it: half the diagonal of a square. */
export const ROUNDING_MM = 0.71;

/** A gap narrower than this on average is a fault between borders that should be one; a wider one may be a place without a grid. */
export const SLIVER_GAP_MM = 1500;
