/**
 * Which labels are shown. All want their place on the screen; boxes never overlap; the more important goes first. So that a slow turn
 * of the camera does not make them blink, a label that is shown keeps a lead over its equals, and one that was pushed out must
 * find its place free, with a margin, for a moment before it comes back. That moment is longer than a label takes to fade out, so
 * two are never drawn over each other.
 */

export interface LabelBoxes {
  readonly count: number;
  /** Centre on the screen, CSS pixels, y down. Not a number = off the screen. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Half sizes, CSS pixels. */
  readonly halfWidth: Float32Array;
  readonly halfHeight: Float32Array;
  /** Higher goes first; negative is never shown. */
  readonly priority: Float32Array;
}

export interface LabelLayout {
  /** Decides anew. True while a label waits for its moment: ask again soon. */
  update(boxes: LabelBoxes, nowMs: number): boolean;
  /** 1 where the label shall be seen. */
  readonly wanted: Uint8Array;
}

const CELL_PX = 64;
const MOST_CELLS = 4000;
/** Lead of a shown label over one that is not, in units of priority. */
const LEAD = 1;
/** Free space a label needs on every side before it appears. */
const MARGIN_PX = 5;
/** Free space between shown labels. */
const GAP_PX = 1;
/** A place must be free for so long before a label appears in it. */
export const COMEBACK_MS = 180;
/** A label that goes is gone after so long. */
export const FADE_OUT_MS = 140;

export const createLabelLayout = (capacity: number): LabelLayout => {
  const wanted = new Uint8Array(capacity);
  const freeSince = new Float64Array(capacity).fill(-1);
  const order = new Uint32Array(capacity);
  const rank = new Float32Array(capacity);
  const cells = new Map<number, number[]>();
  const key = (cx: number, cy: number): number => cx * 4096 + cy;

  const each = (b: LabelBoxes, i: number, margin: number, visit: (cell: number) => boolean): boolean => {
    const x = b.x[i] as number;
    const y = b.y[i] as number;
    const w = (b.halfWidth[i] as number) + margin;
    const h = (b.halfHeight[i] as number) + margin;
    const toX = Math.floor((x + w) / CELL_PX);
    const toY = Math.floor((y + h) / CELL_PX);
    for (let cx = Math.floor((x - w) / CELL_PX); cx <= toX; cx++)
      for (let cy = Math.floor((y - h) / CELL_PX); cy <= toY; cy++) if (visit(key(cx, cy))) return true;
    return false;
  };
  const collides = (b: LabelBoxes, i: number, margin: number): boolean =>
    each(b, i, margin, (cell) => {
      const list = cells.get(cell);
      return (
        list?.some(
          (j) =>
            j !== i &&
            Math.abs((b.x[i] as number) - (b.x[j] as number)) <
              (b.halfWidth[i] as number) + (b.halfWidth[j] as number) + margin &&
            Math.abs((b.y[i] as number) - (b.y[j] as number)) <
              (b.halfHeight[i] as number) + (b.halfHeight[j] as number) + margin,
        ) ?? false
      );
    });
  const occupy = (b: LabelBoxes, i: number): void => {
    each(b, i, 0, (cell) => {
      const list = cells.get(cell);
      if (list) list.push(i);
      else cells.set(cell, [i]);
      return false;
    });
  };

  const update = (boxes: LabelBoxes, nowMs: number): boolean => {
    const n = boxes.count;
    if (cells.size > MOST_CELLS) cells.clear();
    for (const list of cells.values()) list.length = 0;
    let candidates = 0;
    for (let i = 0; i < n; i++) {
      const priority = boxes.priority[i] as number;
      if (priority < 0 || Number.isNaN(boxes.x[i] as number)) {
        wanted[i] = 0;
        freeSince[i] = -1;
        continue;
      }
      rank[i] = priority + (wanted[i] as number) * LEAD;
      order[candidates++] = i;
    }
    const sorted = order
      .subarray(0, candidates)
      .sort((a, b) => (rank[b] as number) - (rank[a] as number) || a - b);
    let waiting = false;
    for (const i of sorted) {
      const isShown = (wanted[i] as number) > 0;
      if (collides(boxes, i, isShown ? GAP_PX : MARGIN_PX)) {
        wanted[i] = 0;
        freeSince[i] = -1;
        continue;
      }
      // The place is held from now on, also while it waits: a less important label makes room at once.
      occupy(boxes, i);
      if (isShown) continue;
      if ((freeSince[i] as number) < 0) freeSince[i] = nowMs;
      if (nowMs - (freeSince[i] as number) >= COMEBACK_MS) wanted[i] = 1;
      else waiting = true;
    }
    return waiting;
  };
  return { update, wanted };
};
