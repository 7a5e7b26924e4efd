import { describe, expect, it } from 'vitest';
import { type Point, signedArea } from '../polygon.ts';
import { checkFootprint } from './check-footprint.ts';
import type { FootprintPolygon, FootprintRules } from './footprint.ts';

const METRES: FootprintRules = { metresPerUnit: [1, 1], closed: false, largestSquareMetres: 2e6 };
const codesOf = (polygons: readonly FootprintPolygon[], rules = METRES): string[] =>
  checkFootprint(polygons, rules).faults.map((fault) => fault.code);
const square = (x: number, y: number, size: number): Point[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
];
const area = (polygons: readonly FootprintPolygon[]): number =>
  polygons.flat().reduce((sum, ring) => sum + signedArea(ring), 0);

describe('checkFootprint', () => {
  it('leaves a good footprint as it is', () => {
    const given = [[square(0, 0, 10), square(4, 4, 2).toReversed()]];
    const { polygons, faults } = checkFootprint(given, METRES);
    expect(polygons).toEqual(given);
    expect(faults).toEqual([]);
  });

  it.each<[string, FootprintPolygon[], string[], number]>([
    ['turns rings', [[square(0, 0, 10).toReversed(), square(4, 4, 2)]], ['winding', 'winding'], 96],
    [
      'drops repeats',
      [
        [
          [
            [0, 0],
            [0, 0.0005],
            [10, 0],
            [10, 10],
            [10, 10],
            [0, 10],
          ],
        ],
      ],
      ['repeatedPoints'],
      100,
    ],
    [
      'refuses two points',
      [
        [
          [
            [0, 0],
            [10, 0],
            [0, 0],
          ],
        ],
      ],
      ['tooFewPoints'],
      0,
    ],
    [
      'refuses a line there and back',
      [
        [
          [
            [0, 0],
            [5, 0],
            [10, 0],
            [5, 0],
          ],
        ],
      ],
      ['noArea'],
      0,
    ],
    ['refuses an empty ring', [[[]]], ['tooFewPoints'], 0],
    [
      'refuses what is not finite',
      [
        [
          [
            [0, 0],
            [Number.NaN, 0],
            [1, 1],
          ],
        ],
      ],
      ['notFinite'],
      0,
    ],
    [
      'cuts a spike',
      [
        [
          [
            [0, 0],
            [10, 0],
            [10, 30],
            [10.001, 10],
            [0, 10],
          ],
        ],
      ],
      ['spike'],
      100,
    ],
    [
      'cuts a bow tie in two',
      [
        [
          [
            [0, 0],
            [10, 10],
            [10, 0],
            [0, 10],
          ],
        ],
      ],
      ['selfCrossing'],
      50,
    ],
    [
      'fills a loop drawn over',
      [
        [
          [
            [0, 0],
            [10, 0],
            [10, 10],
            [4, 10],
            [4, 4],
            [6, 4],
            [6, 12],
            [0, 12],
          ],
        ],
      ],
      ['selfCrossing'],
      112,
    ],
    ['drops a hole outside', [[square(0, 0, 10), square(20, 0, 2)]], ['holeOutside'], 100],
    [
      'drops a hole in a hole',
      [[square(0, 0, 10), square(2, 2, 6), square(4, 4, 1)]],
      ['holeOutside', 'winding'],
      64,
    ],
    ['cuts a hole that crosses', [[square(0, 0, 10), square(8, 4, 4)]], ['holeCrosses'], 92],
    ['joins parts that overlap', [[square(0, 0, 10)], [square(5, 0, 10)]], ['partsOverlap'], 150],
    ['joins a part within another', [[square(0, 0, 10)], [square(2, 2, 2)]], ['partsOverlap'], 100],
    [
      'keeps a part in a hole of another',
      [[square(0, 0, 10), square(2, 2, 6).toReversed()], [square(4, 4, 2)]],
      [],
      68,
    ],
    ['tells a tiny one', [[square(0, 0, 0.5)]], ['tinyArea'], 0.25],
    ['refuses none at all', [[square(0, 0, 0.05)]], ['noArea'], 0],
    ['tells a giant', [[square(0, 0, 5000)]], ['tooLarge'], 25e6],
    [
      'loses only the broken polygon',
      [
        [
          [
            [0, 0],
            [1, 1],
          ],
        ],
        [square(5, 0, 10)],
      ],
      ['tooFewPoints'],
      100,
    ],
    [
      'loses only the broken hole',
      [
        [
          square(5, 0, 10),
          [
            [7, 7],
            [Infinity, 7],
            [8, 8],
          ],
        ],
      ],
      ['notFinite'],
      100,
    ],
  ])('%s', (_name, given, codes, expected) => {
    const { polygons, faults } = checkFootprint(given, METRES);
    expect(faults.map((fault) => fault.code)).toEqual(codes);
    expect(area(polygons)).toBeCloseTo(expected, 1);
  });

  it('measures in metres whatever the units are', () => {
    const degrees: FootprintRules = { ...METRES, metresPerUnit: [90_370, 110_950] };
    const at = (ring: Point[]): Point[] => ring.map(([x, y]) => [107.65 + x / 90_370, 35.73 + y / 110_950]);
    expect(codesOf([[at(square(0, 0, 10))]], degrees)).toEqual([]);
    expect(codesOf([[at(square(0, 0, 0.5))]], degrees)).toEqual(['tinyArea']);
    expect(
      codesOf(
        [
          [
            at([
              [0, 0],
              [10, 10],
              [10, 0],
              [0, 10],
            ]),
          ],
        ],
        degrees,
      ),
    ).toEqual(['selfCrossing']);
  });

  it('asks for the closing point only where the format has one', () => {
    const closed = { ...METRES, closed: true };
    expect(codesOf([[square(0, 0, 10)]], closed)).toEqual(['open']);
    expect(codesOf([[[...square(0, 0, 10), [0, 0]]]], closed)).toEqual([]);
  });

  it('gives the given points back where it mends', () => {
    const given: Point[] = [
      [0.123456789, 0],
      [10, 10],
      [10, 0],
      [0, 10.987654321],
    ];
    const { polygons } = checkFootprint([[given]], METRES);
    const out = polygons.flat(2);
    for (const point of given) expect(out).toContainEqual(point);
  });

  it('gives up in time on a tangle', () => {
    let seed = 7;
    const next = (): number => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const star = Array.from({ length: 20_000 }, (): Point => [next() * 1000, next() * 1000]);
    const from = performance.now();
    expect(codesOf([[star]])).toContain('tooTangled');
    expect(performance.now() - from).toBeLessThan(3000);
  });

  it('is quick on a comb of a hundred thousand spikes and on as many holes', () => {
    const comb: Point[] = [[0, -10]];
    for (let i = 0; i < 100_000; i++) comb.push([i / 100, 0], [i / 100 + 0.002, 50], [i / 100 + 0.0035, 0]);
    comb.push([1000, -10]);
    const holes = Array.from({ length: 20_000 }, (_, i) =>
      square((i % 200) * 3, Math.floor(i / 200) * 3 + 1000, 1),
    );
    const from = performance.now();
    expect(codesOf([[comb]])).toContain('spike');
    expect(
      codesOf([[square(-10, -10, 5000), ...holes]]).every(
        (code) => code === 'winding' || code === 'tooLarge',
      ),
    ).toBe(true);
    expect(performance.now() - from).toBeLessThan(3000);
  });
});
