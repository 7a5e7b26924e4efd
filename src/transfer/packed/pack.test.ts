import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, unpack } from './pack.ts';
import { PackedList } from './packed-list.ts';

const SEED = 20_260_305;

/** Plain data as records are: fields that come and go, objects within objects, lists, texts of any kind. */
const plain = fc.object({
  maxDepth: 3,
  maxKeys: 6,
  key: fc.oneof(fc.constantFrom('id', 'name', 'personal', 'phone'), fc.string({ maxLength: 5 })),
  values: [
    fc.string({ unit: 'binary' }),
    fc.constantFrom('云知秋', '', '\n', '"'),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
    fc.boolean(),
    fc.constant(null),
  ],
});

/** Beyond what records have: a field that changes what an object is. */
const isRecordLike = (value: unknown): boolean => !JSON.stringify(value).includes('__proto__');

describe('pack', () => {
  it(`gives back what it was given, fields in their order, seed ${SEED}`, () => {
    fc.assert(
      fc.property(fc.array(plain.filter(isRecordLike), { maxLength: 30 }), (items) => {
        expect(JSON.stringify(unpack(pack(items)))).toBe(JSON.stringify(items));
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it('leaves out what is undefined, as a database does not need to know it', () => {
    expect(unpack(pack([{ a: 1, b: undefined, c: { d: undefined } }]))).toEqual([{ a: 1, c: {} }]);
  });

  it('tells keys apart that look like two', () => {
    const items = [{ 'a,b': 1 }, { a: 1, b: 2 }, { 'a{b': 1 }, { a: { b: 1 } }];
    expect(unpack(pack(items))).toEqual(items);
  });

  it('keeps a list of likes in a small part of their JSON', () => {
    const items = Array.from({ length: 1000 }, (_, i) => ({
      table: 'residents',
      put: {
        id: `01J${i}`,
        communityId: '01J0000000000000000000000C',
        revision: 1,
        personal: { name: `云${i}` },
      },
      expect: null,
    }));
    expect(pack(items).byteLength).toBeLessThan(JSON.stringify(items).length / 5);
  });
});

describe('PackedList', () => {
  it('gives batches back, as they were when they came', () => {
    const list = new PackedList<{ a: number }>();
    const first = { a: 1 };
    list.push([first, { a: 2 }]);
    list.push([]);
    list.push([{ a: 3 }]);
    first.a = 9;
    expect(list.length).toBe(3);
    expect([...list]).toEqual([[{ a: 1 }, { a: 2 }], [{ a: 3 }]]);
    expect([...list]).toHaveLength(2);
  });
});
