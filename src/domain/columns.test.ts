import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColumnConstants, createColumnReader, decodeColumns, encodeColumns } from './columns.ts';
import type { AnyRecord } from './records/index.ts';

const constants: ColumnConstants = {
  communityId: '01K6CN4V00000000000000AAAA',
  createdAt: 1_790_000_000_000,
  updatedAt: 1_790_000_000_000,
  revision: 1,
  idPrefix: '01K6CN4V00000000000000',
};
const { idPrefix, ...shared } = constants;
const id = fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}$/).map((end) => idPrefix + end);
const few = fc.constantFrom('住宅', '商铺', '', '-1', '{}', 'a"b\n');
const scalar = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
  fc.boolean(),
  fc.constant(null),
);
const record = fc.record(
  {
    id,
    ownerId: fc.oneof(id, fc.constant(null)),
    memberIds: fc.array(id),
    use: few,
    size: scalar,
    ring: fc.array(fc.tuple(fc.integer(), fc.integer())),
    maybe: scalar,
    personal: fc.record(
      { name: few, phone: scalar, kin: fc.array(few) },
      { requiredKeys: [], noNullPrototype: true },
    ),
  },
  { noNullPrototype: true, requiredKeys: ['id', 'ownerId', 'memberIds', 'use', 'size', 'ring', 'personal'] },
);
const table = fc.array(
  record.map((fields) => ({ ...shared, ...fields }) as unknown as AnyRecord),
  { maxLength: 40 },
);

describe('columns', () => {
  it('give back every record: absent stays absent, null stays null', () => {
    fc.assert(
      fc.property(table, (records) => {
        expect(decodeColumns(encodeColumns(records, constants), constants)).toStrictEqual(records);
      }),
      { numRuns: 300, seed: 20260930 },
    );
  });

  it('say nothing twice: constants, the prefix of ids and repeated values', () => {
    const records = Array.from({ length: 30 }, (_, i) => ({
      ...shared,
      id: `${idPrefix}00${String(i).padStart(2, '0')}`,
      personal: { workplace: i % 2 ? '云和学校' : '云和便民市场' },
    })) as unknown as AnyRecord[];
    const text = encodeColumns(records, constants);
    expect(text.split('\n')[0]).toBe('["id@",["personal.workplace",["云和便民市场","云和学校"]]]');
    expect(text.split('\n')[2]).toBe('["0001",1]');
  });

  it('keep a value that is an object: the grid band of a community', () => {
    const settings = { gridBand: { min: 300, max: 500, warnBelow: 200, warnAbove: 600 } };
    const records = [{ ...shared, id: `${idPrefix}0001`, settings }] as unknown as AnyRecord[];
    expect(decodeColumns(encodeColumns(records, constants), constants)).toStrictEqual(records);
  });

  it('read a part of the lines', () => {
    const records = ['0001', '0002', '0003'].map((end) => ({ ...shared, id: idPrefix + end })) as AnyRecord[];
    const [header, ...lines] = encodeColumns(records, constants).trimEnd().split('\n');
    const read = createColumnReader(header as string, constants);
    expect([...read(lines.slice(0, 1)), ...read(lines.slice(1))]).toStrictEqual(records);
  });

  it('refuse a record that differs from the constants', () => {
    const stray = { ...shared, id: `${idPrefix}0001`, revision: 2 } as AnyRecord;
    expect(() => encodeColumns([stray], constants)).toThrow('another revision');
  });
});
