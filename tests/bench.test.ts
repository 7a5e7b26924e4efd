/** The parts of the benches that compute: medians, the printed table, what counts as initial JavaScript. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { byteSum, javaScriptSize } from '../scripts/bench/javascript-size.ts';
import { formatTable, median } from '../scripts/bench/table.ts';

it('takes the middle value, or the mean of the two middle ones', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBeNaN();
});

it('prints aims, values and what was missed', () => {
  const table = formatTable([
    { name: 'First start', unit: 's', measured: 3.456, aim: 5 },
    { name: 'Draw calls', unit: '', measured: 41, aim: 40 },
    { name: 'Triangles', unit: '', measured: 123_456, aim: null },
    { name: 'Nothing measured', unit: 'ms', measured: Number.NaN, aim: 5 },
  ]).split('\n');
  expect(table[1]).toMatch(/First start +≤ 5 s +3\.46 s +ok$/);
  expect(table[2]).toMatch(/MISSED$/);
  expect(table[3]).toMatch(/123,456$/);
  expect(table[4]).toMatch(/– ms +MISSED$/);
});

it('counts the entry, its static imports and preloads as initial, and lazy parts as later', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-size-'));
  mkdirSync(join(folder, 'assets'));
  const files = {
    'index.html':
      '<script type="module" src="./assets/index.js"></script><link rel="modulepreload" href="./assets/a.js">',
    'assets/index.js': 'import"./b.js";export*from"./c.js";import("./later.js");',
    'assets/a.js': 'export{};',
    'assets/b.js': 'import"./a.js";',
    'assets/c.js': 'export const c=1;',
    'assets/later.js': 'export{};',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { initial, lazy } = javaScriptSize(folder);
  rmSync(folder, { recursive: true });
  expect(initial.map(({ path }) => path).sort()).toEqual(
    ['a', 'b', 'c', 'index'].map((name) => `assets/${name}.js`),
  );
  expect(lazy.map(({ path }) => path)).toEqual(['assets/later.js']);
  expect(byteSum(initial)).toBeGreaterThan(0);
});
