import { describe, expect, it } from 'vitest';
import { chanceOf } from '../fixtures/random-operations.ts';
import { distance2, segmentDistance2, segmentsCross } from '../model/exact.ts';
import { twiceArea } from '../model/ring-measures.ts';
import { cellsOf } from './cells.ts';
import { Noder } from './noder.ts';

const node = (segments: readonly (readonly [number, number, number, number])[]): Noder => {
  let id = 1;
  const noder = new Noder({ clearanceMm: 20, newId: () => id++ });
  for (const [ax, ay, bx, by] of segments) {
    const [a, b] = [noder.addPoint({ x: ax, y: ay }), noder.addPoint({ x: bx, y: by })];
    noder.addSegment(a, b);
  }
  return noder;
};

describe('Noder', () => {
  it.each([1, 2, 3, 4, 5, 6])('leaves nothing crossing and nothing too near, seed %i', (seed) => {
    const chance = chanceOf(seed);
    const at = (): number => Math.round(chance.next() * 3000);
    const noder = node(Array.from({ length: 60 }, () => [at(), at(), at(), at()] as const));
    expect(noder.failedAt).toBeNull();
    const edges = [...noder.edges.values()];
    const used = [...new Set(edges.flatMap(({ a, b }) => [a, b]))].map((id) => noder.at(id));
    let [apart, clear, crossings] = [Infinity, Infinity, 0];
    for (const [i, p] of used.entries())
      for (const q of used.slice(i + 1)) apart = Math.min(apart, distance2(p, q));
    for (const [i, e] of edges.entries()) {
      const [a, b] = [noder.at(e.a), noder.at(e.b)];
      for (const p of used) if (p !== a && p !== b) clear = Math.min(clear, segmentDistance2(p, a, b));
      for (const f of edges.slice(i + 1)) if (segmentsCross(a, b, noder.at(f.a), noder.at(f.b))) crossings++;
    }
    expect(edges.length).toBeGreaterThan(100);
    expect([apart > 400, clear > 400, crossings]).toEqual([true, true, 0]);
  });
  it('leads a segment through a vertex that is 10 mm off, and tells the path', () => {
    const noder = node([
      [0, 0, 0, 1000],
      [-500, 500, 500, 500],
      [-500, 510, 500, 990],
    ]);
    expect([...noder.cuts.keys()].length).toBeGreaterThan(1);
    const path = noder.pathOf(3, 4);
    expect(path.map((id) => noder.at(id).x)).toEqual([-500, 0, 500]);
  });
});

describe('cellsOf', () => {
  it.each([11, 12, 13])('cells and the rest of the plane have no area together, seed %i', (seed) => {
    const chance = chanceOf(seed);
    const at = (): number => Math.round(chance.next() * 5000);
    const noder = node(Array.from({ length: 40 }, () => [at(), at(), at(), at()] as const));
    const chains = [...noder.edges.values()].map(({ a, b }) => [a, b]);
    const { cells, cellOf, rings } = cellsOf(chains, (id) => noder.at(id));
    const ends = new Set(chains.flat()).size;
    const area = (cell: number): number => rings(cell).reduce((sum, ring) => sum + twiceArea(ring), 0);
    expect(cells.reduce((sum, _, cell) => sum + area(cell), 0)).toBeCloseTo(0, 3);
    // Euler: V - E + F = 1 + components.
    const components = cells.reduce((sum, { holes }) => sum + holes.length, 0);
    expect(ends - chains.length + cells.length).toBe(1 + components);
    expect(cellOf.every((cell) => cell >= 0 && cell < cells.length)).toBe(true);
  });
});
