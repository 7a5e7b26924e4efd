import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightOf, parseMetres, storeysOf } from './measures.ts';

describe('parseMetres', () => {
  it.each<[unknown, number | null]>([
    [12, 12],
    ['12', 12],
    ['12 m', 12],
    ['12m', 12],
    ['12.5 metres', 12.5],
    ['12米', 12],
    ['１２．５米', 12.5],
    ['约12米', 12],
    ['12,5', 12.5],
    ['1,234.5', 1234.5],
    ['39 ft', 11.8872],
    ["39'", 11.8872],
    ['39\'6"', 12.0396],
    ['39’ 6”', 12.0396],
    ['350 cm', 3.5],
    ['3500mm', 3.5],
    ['-3', -3],
    ['.5', 0.5],
    ['12 storeys', null],
    ['tall', null],
    ['', null],
    ['1-2', null],
    [Number.NaN, null],
    [Infinity, null],
    [true, null],
    [null, null],
    [{}, null],
  ])('%j is %j', (given, expected) => {
    const found = parseMetres(given);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 6);
  });
  it('takes the unit of the column for a bare number only', () => {
    expect(parseMetres('10', 0.3048)).toBeCloseTo(3.048);
    expect(parseMetres('10 m', 0.3048)).toBe(10);
  });
  it('never throws and never answers NaN (seed 91)', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[0-9.,'"m 米约-]{0,12}$/), fc.anything()),
        (value) => {
          expect(parseMetres(value)).not.toBeNaN();
        },
      ),
      { seed: 91, numRuns: 2000 },
    );
  });
});

describe('heightOf and storeysOf', () => {
  it.each<[unknown, number | string]>([
    [0, 'none'],
    ['0', 'none'],
    [null, 'none'],
    ['', 'none'],
    [' - ', 'none'],
    ['未知', 'none'],
    [-1, 'odd'],
    [5000, 'odd'],
    ['tall', 'odd'],
    ['18 m', 18],
  ])('a height of %j is %j', (given, expected) => {
    const measure = heightOf(given);
    expect(measure.kind === 'value' ? measure.value : measure.kind).toBe(expected);
  });
  it.each<[unknown, number | string]>([
    [6, 6],
    ['6', 6],
    ['6层', 6],
    ['6F', 6],
    ['６层', 6],
    ['6+1', 6],
    ['十二层', 12],
    ['砼12', 12],
    ['砖混6', 6],
    ['地上12层/地下2层', 12],
    ['地上十八层', 18],
    ['5-7', 7],
    ['3;5', 5],
    [2.5, 3],
    [0.4, 1],
    ['5 storeys', 5],
    [0, 'none'],
    ['', 'none'],
    [-2, 'odd'],
    [1000, 'odd'],
    ['many', 'odd'],
    [true, 'odd'],
  ])('storeys of %j are %j', (given, expected) => {
    const measure = storeysOf(given);
    expect(measure.kind === 'value' ? measure.value : measure.kind).toBe(expected);
  });
});
