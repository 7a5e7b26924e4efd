import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMEBACK_MS, createLabelLayout, FADE_OUT_MS, type LabelBoxes } from './label-layout.ts';

const boxes = (rows: readonly (readonly [x: number, y: number, priority: number])[]): LabelBoxes => ({
  count: rows.length,
  x: Float32Array.from(rows, (r) => r[0]),
  y: Float32Array.from(rows, (r) => r[1]),
  halfWidth: new Float32Array(rows.length).fill(30),
  halfHeight: new Float32Array(rows.length).fill(10),
  priority: Float32Array.from(rows, (r) => r[2]),
});
const overlaps = (b: LabelBoxes, i: number, j: number): boolean =>
  Math.abs((b.x[i] ?? 0) - (b.x[j] ?? 0)) < 60 && Math.abs((b.y[i] ?? 0) - (b.y[j] ?? 0)) < 20;

describe('createLabelLayout', () => {
  it('never shows two over each other, and shows what is free', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: -200, max: 1200 }),
            fc.integer({ min: 0, max: 700 }),
            fc.integer({ min: 0, max: 5 }),
          ),
          { maxLength: 80 },
        ),
        (rows) => {
          const b = boxes(rows);
          const layout = createLabelLayout(rows.length);
          layout.update(b, 0);
          expect(layout.update(b, COMEBACK_MS + 1)).toBe(false);
          const shown = rows.map((_, i) => i).filter((i) => layout.wanted[i]);
          for (const i of shown) for (const j of shown) if (i < j) expect(overlaps(b, i, j)).toBe(false);
          // The most important is always shown.
          if (rows.length > 0) expect(shown.length).toBeGreaterThan(0);
        },
      ),
      { seed: 11, numRuns: 200 },
    );
  });
  it('lets the more important push the lesser out, which is gone before it appears', () => {
    const layout = createLabelLayout(2);
    layout.update(
      boxes([
        [0, 0, 1],
        [500, 0, 9],
      ]),
      0,
    );
    layout.update(
      boxes([
        [0, 0, 1],
        [500, 0, 9],
      ]),
      1000,
    );
    expect([...layout.wanted]).toEqual([1, 1]);
    layout.update(
      boxes([
        [0, 0, 1],
        [Number.NaN, 0, 9],
      ]),
      1010,
    );
    layout.update(
      boxes([
        [0, 0, 1],
        [20, 0, 9],
      ]),
      1100,
    );
    expect([...layout.wanted]).toEqual([0, 0]);
    layout.update(
      boxes([
        [0, 0, 1],
        [20, 0, 9],
      ]),
      1100 + FADE_OUT_MS,
    );
    expect([...layout.wanted]).toEqual([0, 0]);
    layout.update(
      boxes([
        [0, 0, 1],
        [20, 0, 9],
      ]),
      1101 + COMEBACK_MS,
    );
    expect([...layout.wanted]).toEqual([0, 1]);
  });
  it('keeps the shown one of two equals while they drift', () => {
    const layout = createLabelLayout(2);
    layout.update(
      boxes([
        [0, 0, 1],
        [58, 0, 1.4],
      ]),
      0,
    );
    layout.update(
      boxes([
        [0, 0, 1],
        [58, 0, 1.4],
      ]),
      1000,
    );
    expect([...layout.wanted]).toEqual([0, 1]);
    layout.update(
      boxes([
        [0, 0, 1.8],
        [50, 0, 1.4],
      ]),
      2000,
    );
    layout.update(
      boxes([
        [0, 0, 1.8],
        [50, 0, 1.4],
      ]),
      3000,
    );
    expect([...layout.wanted]).toEqual([0, 1]);
  });
  it('never shows a negative priority', () => {
    const layout = createLabelLayout(1);
    layout.update(boxes([[0, 0, -1]]), 0);
    expect(layout.update(boxes([[0, 0, -1]]), 1000)).toBe(false);
    expect(layout.wanted[0]).toBe(0);
  });
});
