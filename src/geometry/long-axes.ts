/** The box that fits a ring along its own direction: for bays of a car park, lines of a pitch, joints of a paving. */
import { boundsOf, type Point } from './polygon.ts';

export interface LongAxes {
  readonly centre: Point;
  /** Unit vector along the greater extent. */
  readonly direction: Point;
  /** Half sizes along and across, metres. */
  readonly half: Point;
}

/** A ring with more corners than this is taken for round: no edge tells its direction. */
export const ROUND_CORNERS = 8;
const ROUND_TRIES = 36;

export const longAxes = (ring: readonly Point[]): LongAxes => {
  const boxAlong = ([dx, dy]: Point) =>
    boundsOf(ring.map(([x, y]): Point => [x * dx + y * dy, y * dx - x * dy]));
  let direction: Point = [1, 0];
  if (ring.length > ROUND_CORNERS) {
    let widest = 0;
    for (let k = 0; k < ROUND_TRIES; k++) {
      const phi = (k * Math.PI) / ROUND_TRIES;
      const candidate: Point = [Math.cos(phi), Math.sin(phi)];
      const [u0, , u1] = boxAlong(candidate);
      if (u1 - u0 <= widest) continue;
      widest = u1 - u0;
      direction = candidate;
    }
  } else {
    let longest = 0;
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length] as Point;
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
      if (length <= longest) return;
      longest = length;
      direction = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
    });
  }
  let box = boxAlong(direction);
  if (box[3] - box[1] > box[2] - box[0]) {
    direction = [-direction[1], direction[0]];
    box = boxAlong(direction);
  }
  const [u, v] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return {
    centre: [u * direction[0] - v * direction[1], u * direction[1] + v * direction[0]],
    direction,
    half: [(box[2] - box[0]) / 2, (box[3] - box[1]) / 2],
  };
};
