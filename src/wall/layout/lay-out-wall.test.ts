import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutWall, shapeOf } from './lay-out-wall.ts';

const SIZES = [
  [1920, 1080, 'standard'],
  [3840, 2160, 'standard'],
  [7680, 2160, 'wide'],
  [7680, 1080, 'ultra'],
  [1080, 1920, 'portrait'],
] as const;
const ONE = { columns: 1, rows: 1, bezelPx: 0 };

/** Tracks → the lines of the grid, rem from the edge. */
const linesOf = (tracks: string): number[] => {
  let at = 0;
  return [0, ...tracks.split(' ').map((track) => (at += Number.parseFloat(track)))];
};
const boxOf = (slot: string, columns: readonly number[], rows: readonly number[]) => {
  const [top = 0, left = 0, bottom = 0, right = 0] = slot.split(' / ').map(Number);
  return {
    top: rows[top - 1] ?? Number.NaN,
    bottom: rows[bottom - 1] ?? Number.NaN,
    left: columns[left - 1] ?? Number.NaN,
    right: columns[right - 1] ?? Number.NaN,
  };
};

describe('the layout of a wall', () => {
  it.each(SIZES)('%i × %i is %s and shows what it can at once', (width, height, shape) => {
    const layout = layOutWall(width, height, ONE, true);
    expect(layout.shape).toBe(shape);
    const slots = layout.left.length + layout.right.length;
    expect(slots).toBe(shape === 'wide' || shape === 'ultra' ? 12 : 6);
    const end = linesOf(layout.columns).at(-1) ?? 0;
    expect(end * layout.remPx).toBeCloseTo(width, 0);
    expect((linesOf(layout.rows).at(-1) ?? 0) * layout.remPx).toBeCloseTo(height, 0);
  });

  it('grows its letters with the wall', () => {
    expect(layOutWall(1920, 1080, ONE, true).remPx).toBe(16);
    expect(layOutWall(3840, 2160, ONE, true).remPx).toBe(32);
    expect(layOutWall(7680, 1080, ONE, true).remPx).toBe(16);
  });

  it('keeps panels off the bezels and off each other, within the wall', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...SIZES),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 2 }),
        fc.integer({ min: 0, max: 60 }),
        (size, screenColumns, screenRows, bezelPx) => {
          const [width, height] = size;
          fc.pre(width / screenColumns >= height / 2);
          const layout = layOutWall(
            width,
            height,
            { columns: screenColumns, rows: screenRows, bezelPx },
            false,
          );
          const columns = linesOf(layout.columns);
          const rows = linesOf(layout.rows);
          const boxes = [...layout.left, ...layout.right].map((slot) => boxOf(slot, columns, rows));
          const wide = width / layout.remPx;
          const high = height / layout.remPx;
          for (const box of boxes) {
            expect(box.left).toBeGreaterThanOrEqual(0);
            expect(box.right).toBeLessThanOrEqual(wide + 0.01);
            expect(box.bottom).toBeLessThanOrEqual(high + 0.01);
            expect(box.bottom - box.top).toBeGreaterThan(8);
            for (let k = 1; k < screenColumns; k++) {
              const seam = (k * wide) / screenColumns;
              expect(
                box.right <= seam - bezelPx / layout.remPx / 2 ||
                  box.left >= seam + bezelPx / layout.remPx / 2,
              ).toBe(true);
            }
            for (let k = 1; k < screenRows; k++) {
              const seam = (k * high) / screenRows;
              expect(
                box.bottom <= seam - bezelPx / layout.remPx / 2 ||
                  box.top >= seam + bezelPx / layout.remPx / 2,
              ).toBe(true);
            }
          }
          boxes.forEach((a, i) => {
            for (const b of boxes.slice(i + 1))
              expect(
                a.right <= b.left + 0.01 ||
                  b.right <= a.left + 0.01 ||
                  a.bottom <= b.top + 0.01 ||
                  b.bottom <= a.top + 0.01,
              ).toBe(true);
          });
          expect(layout.free.right).toBeGreaterThan(layout.free.left);
          expect(layout.free.bottom).toBeGreaterThan(layout.free.top);
        },
      ),
    ));

  it('tells the scene where bezels run', () => {
    const { free } = layOutWall(7680, 2160, { columns: 2, rows: 1, bezelPx: 20 }, true);
    const [[from, to] = [0, 0]] = free.seams.across;
    expect(free.seams.across).toHaveLength(1);
    expect(from).toBeLessThan(0.5);
    expect(to).toBeGreaterThan(0.5);
    expect(from + to).toBeCloseTo(1, 6);
    expect(layOutWall(7680, 2160, ONE, true).free.seams).toEqual({ across: [], down: [] });
  });

  it.each([
    [0.56, 'portrait'],
    [16 / 10, 'standard'],
    [21 / 9, 'standard'],
    [32 / 9, 'wide'],
    [64 / 9, 'ultra'],
  ] as const)('calls %d %s', (aspect, shape) => expect(shapeOf(aspect)).toBe(shape));
});
