import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compact, parseChineseNumber, toChineseNumber, toHalfWidth } from './text.ts';

describe('Chinese numbers', () => {
  it.each([
    ['二', 2],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['九十九', 99],
    ['一百', 100],
    ['一百零三', 103],
    ['五百零二', 502],
    ['五〇二', 502],
    ['伍零贰', 502],
    ['一二〇三', 1203],
  ])('%s is %i', (text, value) => {
    expect(parseChineseNumber(text)).toBe(value);
  });
  it.each(['', '楼', '十百', '二三十'])('"%s" is none', (text) => {
    expect(parseChineseNumber(text)).toBeNull();
  });
  it('are read as they are written, from 0 to 999', () => {
    for (let value = 0; value < 1000; value++) expect(parseChineseNumber(toChineseNumber(value))).toBe(value);
  });
});

describe('toHalfWidth', () => {
  it('makes signs half-width and dashes equal', () => {
    expect(toHalfWidth(' ３－２—５０２＃ ')).toBe('3-2-502#');
    expect(compact('138 1234\u30005678')).toBe('13812345678');
  });
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => toHalfWidth(toHalfWidth(text)) === toHalfWidth(text),
      ),
    );
  });
});
