import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, compareValues, matches } from './register.ts';
import { shownColumns } from './use-columns.ts';

describe('compareValues', () => {
  it('sorts Chinese by pinyin, numbers by size, and nothing last', () => {
    const values = ['张', null, '白', '10号楼', '2号楼'];
    expect([...values].sort(compareValues)).toEqual(['2号楼', '10号楼', '白', '张', null]);
    expect([10, 9, null, 1].sort(compareValues)).toEqual([1, 9, 10, null]);
  });

  it('is a consistent order', () => {
    const value = fc.oneof(fc.integer(), fc.constant(null));
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        expect(Math.sign(compareValues(a, b))).toBe(-Math.sign(compareValues(b, a)) + 0);
        if (compareValues(a, b) <= 0 && compareValues(b, c) <= 0)
          expect(compareValues(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('matches', () => {
  it('wants every word, in any order', () => {
    expect(matches('王小明 云和花园3号楼 2-502', '3号楼 王')).toBe(true);
    expect(matches('王小明 云和花园3号楼 2-502', '3号楼 李')).toBe(false);
  });
});

describe('shownColumns', () => {
  const column = (key: string, optional = false): Column<unknown> => ({
    key,
    width: 1,
    value: () => null,
    optional,
  });
  const columns = [column('name'), column('age'), column('since', true)];
  it('shows what is not optional at first, then what was chosen, in the order of the list', () => {
    expect(shownColumns(columns, undefined)).toEqual(['name', 'age']);
    expect(shownColumns(columns, ['since', 'name'])).toEqual(['name', 'since']);
  });
  it('forgets columns that no longer exist', () => {
    expect(shownColumns(columns, ['gone'])).toEqual(['name', 'age']);
  });
});
