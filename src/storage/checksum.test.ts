import { describe, expect, it } from 'vitest';
import { checksumOf } from './checksum.ts';

const a = { id: 'a', name: '一号楼', gridId: null, list: [3, 1] };
const b = { id: 'b', name: '二号楼', gridId: 'g', list: [] };

describe('checksumOf', () => {
  it('is the same for the same records, in whatever order', () => {
    const turned = Object.fromEntries(Object.entries(a).reverse()) as typeof a;
    const sum = checksumOf({ buildings: [a, b], grids: [] });
    expect(sum).toMatch(/^[0-9a-f]{64}$/);
    expect(checksumOf({ grids: [], buildings: [b, turned] })).toBe(sum);
  });
  it('is another one when anything is: a value, the order of a list, the table, a record more', () => {
    const [moved, turned] = [
      { ...b, gridId: 'h' },
      { ...a, list: [1, 3] },
    ];
    const sums = [
      checksumOf({ buildings: [a, b] }),
      checksumOf({ buildings: [a, moved] }),
      checksumOf({ buildings: [turned, b] }),
      checksumOf({ grids: [a, b] }),
      checksumOf({ buildings: [a] }),
    ];
    expect(new Set(sums).size).toBe(sums.length);
  });
  it('says nothing of a person', () => {
    const named = { ...a, personal: { name: '云知秋' } };
    expect(checksumOf({ buildings: [named] })).toBe(checksumOf({ buildings: [a] }));
  });
});
