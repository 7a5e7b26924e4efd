/** Packs small boxes into a square picture, row by row, highest first. Text of one size wastes next to nothing. */
export interface PackBox {
  readonly width: number;
  readonly height: number;
}
export interface Packed {
  /** Edge of the picture, a power of two. */
  readonly size: number;
  /** Left and top of every box, in the order given; -1 where it found no place. */
  readonly x: Int32Array;
  readonly y: Int32Array;
}

const SMALLEST = 256;

const tryPack = (
  boxes: readonly PackBox[],
  order: readonly number[],
  size: number,
): { packed: Packed; whole: boolean } => {
  const x = new Int32Array(boxes.length).fill(-1);
  const y = new Int32Array(boxes.length).fill(-1);
  let left = 0;
  let top = 0;
  let row = 0;
  let whole = true;
  for (const i of order) {
    const { width, height } = boxes[i] as PackBox;
    if (left + width > size) {
      left = 0;
      top += row;
      row = 0;
    }
    if (width > size || top + height > size) {
      whole = false;
      continue;
    }
    x[i] = left;
    y[i] = top;
    left += width;
    row = Math.max(row, height);
  }
  return { packed: { size, x, y }, whole };
};

/** Into the smallest picture that holds them all, at most `largestSize` wide; what then finds no place is left out. */
export const packShelves = (boxes: readonly PackBox[], largestSize = 4096): Packed => {
  const order = boxes
    .map((_, i) => i)
    .sort((a, b) => (boxes[b]?.height ?? 0) - (boxes[a]?.height ?? 0) || a - b);
  for (let size = SMALLEST; ; size *= 2) {
    const { packed, whole } = tryPack(boxes, order, Math.min(size, largestSize));
    if (whole || size >= largestSize) return packed;
  }
};
