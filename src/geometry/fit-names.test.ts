import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitNames, type NamePlace } from './fit-names.ts';

const ROOM = { left: 0, right: 900, top: 0, bottom: 600 };
const at = (x: number, y: number): NamePlace => ({
  x,
  y,
  long: { halfWidth: 100, height: 50 },
  short: { halfWidth: 45, height: 24 },
});
const none = new Uint8Array(20);

describe('names that fit', () => {
  it('are written at length where there is room for all', () => {
    expect([...fitNames([at(200, 300), at(500, 300)], ROOM, none)]).toEqual([1, 1]);
  });

  it('give way so that every other keeps its short form, the nearest last', () => {
    expect([...fitNames([at(300, 300), at(300, 326)], ROOM, none)]).toEqual([0, 0]);
    expect([...fitNames([at(300, 300), at(455, 320)], ROOM, none)]).toEqual([0, 1]);
  });

  it('stay within the room', () => {
    expect([...fitNames([at(90, 300), at(500, 40)], ROOM, none)]).toEqual([0, 0]);
  });

  it('do not change for a pixel or two', () => {
    const pair = (gap: number) => [at(300, 300), at(300 + 145 + gap, 300)];
    expect([...fitNames(pair(4), ROOM, none)].filter(Boolean)).toHaveLength(0);
    const [first] = fitNames([at(300, 300), at(452, 300)], ROOM, none);
    expect(first).toBe(1);
    expect(fitNames(pair(4), ROOM, Uint8Array.of(1, 0))[0]).toBe(1);
  });

  it('never lie over each other where their short forms do not', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 600 }));
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), (points) => {
        const places = points.map(([x, y]) => at(x, y));
        const long = fitNames(places, ROOM, none);
        const size = (k: number) => (long[k] ? places[k]?.long : places[k]?.short);
        places.forEach((a, i) =>
          places.forEach((b, j) => {
            if (i === j || !long[i]) return;
            const [p, q] = [size(i), size(j)];
            const over =
              Math.abs(a.x - b.x) < (p?.halfWidth ?? 0) + (q?.halfWidth ?? 0) &&
              a.y - (p?.height ?? 0) < b.y &&
              b.y - (q?.height ?? 0) < a.y;
            expect(over).toBe(false);
          }),
        );
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
