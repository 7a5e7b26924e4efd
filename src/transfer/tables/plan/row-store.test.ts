import { describe, expect, it } from 'vitest';
import { random32 } from '../../../domain/random32.ts';
import { rowReason } from './outcome.ts';
import type { RowValues } from './row-reader.ts';
import { RowStore } from './row-store.ts';

const row = (n: number, more: Partial<RowValues> = {}): RowValues => ({
  row: n + 2,
  values: { name: `云知秋${n}`, age: n, separated: n % 2 === 0, phones: ['139', '138'] },
  errors: [],
  warnings: [],
  ...more,
});

describe('RowStore', () => {
  it('gives every row back as it was, in any order', () => {
    const rows = Array.from({ length: 300 }, (_, n) => row(n));
    const store = new RowStore();
    for (const one of rows) store.push(one);
    expect(store.length).toBe(300);
    expect([...store]).toEqual(rows);
    const random = random32(7);
    for (let i = 0; i < 500; i++) {
      const at = Math.floor(random() * 300);
      expect(store.get(at)).toEqual(rows[at]);
    }
    expect(() => store.get(300)).toThrow(RangeError);
  });

  it('keeps the order of fields, which tells whether two rows say the same', () => {
    const store = new RowStore();
    store.push(row(0, { values: { b: 1, a: 2 } }));
    store.push(row(1, { values: { a: 2, b: 1 } }));
    expect(Object.keys(store.get(0).values)).toEqual(['b', 'a']);
    expect(Object.keys(store.get(1).values)).toEqual(['a', 'b']);
  });

  it('keeps line ends, quotation marks, half characters, dates and reasons', () => {
    const values = {
      notes: '两\n行 "引" \\n',
      half: '\ud83c',
      birthDate: { date: '1970-03-05', precision: 'day' as const },
    };
    const reason = { code: 'field.missing', zh: '请填写。', en: 'Fill in.' };
    const told = row(0, {
      values,
      errors: [rowReason(reason, 'error', 2, '姓名', 'name')],
      warnings: [rowReason(reason, 'warning', 2, null, null)],
    });
    const store = new RowStore();
    store.push(told);
    for (let n = 1; n < 70; n++) store.push(row(n));
    expect(store.get(0)).toEqual(told);
  });
});
