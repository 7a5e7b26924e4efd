/**
 * An index of boxes (flatbush), filled in a scattered order.
 *
 * Flatbush sorts by Hilbert value with a median-of-three quicksort, and edges of a ring given in their order can be its worst case: 200,000
 * edges along one line took 6.5 s, scattered 0.07 s.
 */
import Flatbush from 'flatbush';

/** A prime: every box gets its turn, unless their count is a multiple of it. */
const STEP = 1_000_003;

export interface BoxIndex {
  /** Calls `visit` with the number of each box that meets the given one, until it answers false. */
  visit(west: number, south: number, east: number, north: number, visit: (box: number) => boolean): void;
}

/** `boxes` holds west, south, east, north of each. */
export const createBoxIndex = (boxes: Float64Array): BoxIndex => {
  const count = boxes.length / 4;
  if (count === 0) return { visit: () => undefined };
  const step = count % STEP === 0 ? 1 : STEP;
  const scattered = (k: number): number => (k * step) % count;
  const index = new Flatbush(count);
  for (let k = 0; k < count; k++) {
    const i = scattered(k) * 4;
    index.add(boxes[i] as number, boxes[i + 1] as number, boxes[i + 2] as number, boxes[i + 3] as number);
  }
  index.finish();
  return {
    visit: (west, south, east, north, visit) => {
      let going = true;
      index.search(west, south, east, north, (k) => {
        if (going) going = visit(scattered(k));
        return false;
      });
    },
  };
};
