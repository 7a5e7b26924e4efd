import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesOf, RELATION } from '../codes.ts';
import type { Resident } from '../records/index.ts';
import { sampleOf } from '../testing/samples.ts';
import { checkHead, checkHousehold, headOf } from './household.ts';

const member = (relation: Resident['relation'], patch: Partial<Resident> = {}): Resident =>
  sampleOf('residents', { relation, sex: '0', birthYear: 1980, ...patch });
const codes = (residents: Resident[]): string[] => checkHousehold(residents).map((r) => r.code);

describe('checkHousehold', () => {
  it('is content with one head, and with nobody', () => {
    expect(codes([member('02'), member('10'), member('20', { sex: '1', birthYear: 2005 })])).toEqual([]);
    expect(codes([member('01')])).toEqual([]);
    expect(codes([])).toEqual([]);
  });
  it('takes 02 before 01 as the head', () => {
    const head = member('02');
    expect(headOf([member('01'), head])).toBe(head);
    expect(codes([member('01'), head])).toEqual([]);
  });
  it('refuses none and two', () => {
    expect(codes([member('10'), member('97')])).toEqual(['household.noHead']);
    expect(codes([member('02'), member('02')])).toEqual(['household.twoHeads']);
    expect(codes([member('01'), member('01')])).toEqual(['household.twoHeads']);
  });
  it('does not count who has gone', () => {
    expect(codes([member('02', { status: 'died', leftOn: '2026-01-01' }), member('02')])).toEqual([]);
    expect(codes([member('02', { status: 'movedAway', leftOn: '2026-01-01' }), member('10')])).toEqual([
      'household.noHead',
    ]);
  });
  it('holds relations against sex, age and number', () => {
    expect(codes([member('02'), member('10'), member('10')])).toEqual(['household.onlyOne']);
    expect(codes([member('02'), member('20', { sex: '2', birthYear: 2005 })])).toEqual(['household.sex']);
    expect(codes([member('02'), member('30', { birthYear: 1970 })])).toEqual(['household.tooOld']);
    expect(codes([member('02'), member('51', { birthYear: 1990 })])).toEqual(['household.tooYoung']);
  });
  it('finds a head exactly when the head rule is kept', () => {
    const relations = fc.array(fc.constantFrom(...codesOf(RELATION)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(relations, (list) => {
        const residents = list.map((relation) => member(relation));
        const heads = list.filter((r) => r === '02').length;
        const selves = list.filter((r) => r === '01').length;
        const right = heads === 1 || (heads === 0 && selves === 1);
        expect(checkHead(residents).length === 0).toBe(right);
        expect(headOf(residents) !== null).toBe(right);
      }),
      { seed: 51 },
    );
  });
});
