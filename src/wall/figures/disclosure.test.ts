/**
 * Nothing that is hidden can be worked out. The oracle writes down every table of whole numbers that agrees with what is shown and
 * looks whether a hidden entry is the same in all of them.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protectCount, protectList, protectTable, type Shown, THRESHOLD } from './disclosure.ts';

/** Whether nothing at all is said of the entries: then "withheld" says nothing about their size either. */
const isSilent = (shown: readonly Shown[]): boolean => shown.every((each) => each === 'withheld');
const lowest = (silent: boolean): number => (silent ? 0 : THRESHOLD);

/** Values that an entry can have for somebody who sees the screen, up to what it could be at most. */
const possible = (shown: Shown, most: number, silent: boolean): number[] => {
  if (typeof shown === 'number') return [shown];
  const from = shown === 'few' ? 0 : lowest(silent);
  const to = shown === 'few' ? THRESHOLD - 1 : most;
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k);
};
const couldBe = (shown: Shown, value: number, silent: boolean): boolean =>
  typeof shown === 'number' ? shown === value : shown === 'few' ? value < THRESHOLD : value >= lowest(silent);

/** Every assignment of the entries for which `fits` holds; `early` cuts a branch as soon as it is hopeless. */
const assignments = (
  choices: readonly (readonly number[])[],
  early: (chosen: readonly number[]) => boolean,
): number[][] => {
  let found: number[][] = [[]];
  for (const values of choices)
    found = found.flatMap((chosen) => values.map((value) => [...chosen, value])).filter(early);
  return found;
};

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
/** The total is known from elsewhere, unless it is small itself. */
const fitsTotal = (sum: number, value: number): boolean =>
  sum < THRESHOLD ? value < THRESHOLD : value === sum;
const mostOf = (sum: number): number => Math.max(sum, THRESHOLD - 1);

const certainInList = (values: readonly number[], shown: readonly Shown[]): number[] => {
  const sum = total(values);
  const silent = isSilent(shown);
  const all = assignments(
    shown.map((each) => possible(each, mostOf(sum), silent)),
    (chosen) =>
      total(chosen) <= mostOf(sum) && (chosen.length < values.length || fitsTotal(sum, total(chosen))),
  );
  expect(all.length).toBeGreaterThan(0);
  return shown.flatMap((each, i) =>
    typeof each !== 'number' && new Set(all.map((chosen) => chosen[i])).size === 1 ? [i] : [],
  );
};

/** Hidden cells and hidden totals that have one value in every table that agrees with the screen. */
const certainInTable = (cells: readonly (readonly number[])[]): string[] => {
  const { cells: shown, rows, columns } = protectTable(cells);
  const width = cells[0]?.length ?? 0;
  const height = cells.length;
  const sum = total(cells.flat());
  const silent = isSilent([...shown.flat(), ...rows, ...columns]);
  const all = assignments(
    shown.flat().map((each) => possible(each, mostOf(sum), silent)),
    (chosen) => {
      if (total(chosen) > mostOf(sum)) return false;
      if (chosen.length % width === 0) {
        const i = chosen.length / width - 1;
        if (!couldBe(rows[i] as Shown, total(chosen.slice(i * width)), silent)) return false;
      }
      if (chosen.length < width * height) return true;
      const sums = columns.map((_, j) => total(chosen.filter((_v, k) => k % width === j)));
      return (
        sums.every((value, j) => couldBe(columns[j] as Shown, value, silent)) && fitsTotal(sum, total(chosen))
      );
    },
  );
  expect(all.length).toBeGreaterThan(0);
  const differs = (of: (chosen: readonly number[]) => number): boolean => new Set(all.map(of)).size > 1;
  const certain: string[] = [];
  shown.forEach((row, i) => {
    row.forEach((each, j) => {
      if (typeof each !== 'number' && !differs((c) => c[i * width + j] ?? 0)) certain.push(`cell ${i} ${j}`);
    });
    if (typeof rows[i] !== 'number' && !differs((c) => total(c.slice(i * width, (i + 1) * width))))
      certain.push(`row ${i}`);
  });
  columns.forEach((each, j) => {
    if (typeof each !== 'number' && !differs((c) => total(c.filter((_v, k) => k % width === j))))
      certain.push(`column ${j}`);
  });
  return certain;
};

const count = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) },
  fc.integer({ min: 0, max: 14 }),
);
const tableOf = (height: number, width: number) =>
  fc.array(fc.array(count, { minLength: width, maxLength: width }), { minLength: height, maxLength: height });

describe('counts below five', () => {
  it('are hidden, from zero on, and five is shown', () =>
    expect([0, 1, 4, 5, 6].map(protectCount)).toEqual(['few', 'few', 'few', 5, 6]));

  it('take a second entry with them where the total would tell', () => {
    expect(protectList([3, 40, 9])).toEqual(['few', 40, 'withheld']);
    expect(protectList([3, 2, 40])).toEqual(['few', 'few', 40]);
  });

  it('need a third where two can only be one way', () => {
    // 4 + 4 = 8 is the most that two small ones can be.
    expect(protectList([4, 4, 30])).toEqual(['few', 'few', 'withheld']);
    expect(protectList([0, 0, 30])).toEqual(['few', 'few', 'withheld']);
  });

  it('are not even called small where that would tell them', () => {
    // "<5" beside three of at least 5 each, together 15, could only be 0.
    expect(protectList([5, 5, 5, 0])).toEqual(['withheld', 'withheld', 'withheld', 'withheld']);
  });

  it('leave a table without small counts as it is', () =>
    expect(
      protectTable([
        [5, 8],
        [13, 21],
      ]),
    ).toEqual({
      cells: [
        [5, 8],
        [13, 21],
      ],
      rows: [13, 34],
      columns: [18, 29],
      total: 47,
    }));

  it('take a rectangle in a table', () => {
    const { cells, rows, columns } = protectTable([
      [3, 50, 60],
      [40, 70, 80],
      [90, 20, 99],
    ]);
    const hidden = cells.flat().filter((each) => typeof each !== 'number').length;
    expect(cells[0]?.[0]).toBe('few');
    expect(hidden).toBe(4);
    expect([...rows, ...columns].every((each) => typeof each === 'number')).toBe(true);
  });
});

describe('nothing hidden can be worked out', () => {
  it('of lists with their total', () =>
    fc.assert(
      fc.property(fc.array(count, { minLength: 3, maxLength: 5 }), (values) => {
        const shown = protectList(values);
        expect(certainInList(values, shown)).toEqual([]);
        values.forEach((value, i) => {
          if (value < THRESHOLD) expect(['few', 'withheld']).toContain(shown[i]);
          else expect([value, 'withheld']).toContain(shown[i]);
        });
      }),
      { numRuns: 400 },
    ));

  it.each([
    [2, 2],
    [2, 3],
    [3, 2],
    [3, 3],
  ])('of tables %i × %i with both margins', (height, width) =>
    fc.assert(
      fc.property(tableOf(height, width), (cells) => {
        // The oracle writes all tables down: larger totals only take longer.
        fc.pre(total(cells.flat()) < 44);
        expect(certainInTable(cells)).toEqual([]);
      }),
      { numRuns: 40 },
    ),
  );

  it('hides no more than it must where nothing is small', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 5, max: 400 }), { minLength: 3, maxLength: 3 }), {
          minLength: 2,
          maxLength: 16,
        }),
        (cells) => {
          const shown = protectTable(cells);
          expect(shown.cells).toEqual(cells);
        },
      ),
    ));

  it('answers for a pyramid of two hundred entries at once', () => {
    const cells = Array.from({ length: 100 }, (_, i) => [i % 7, (i * 13) % 41]);
    const started = performance.now();
    const shown = protectTable(cells);
    expect(performance.now() - started).toBeLessThan(2500);
    expect(shown.cells.flat().filter((each) => each === 'few').length).toBeGreaterThan(50);
  });
});
