import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkHomesRule, compareHomes, floorNames, type HomesRule, planHomes, ruleOf } from './homes-plan.ts';

const SLAB: HomesRule = {
  storeys: 6,
  units: 3,
  doorsPerLanding: 2,
  ground: 'homes',
  groundStoreys: 0,
  shops: 0,
  skippedNumbers: [],
  exceptions: [],
};
const arbitraryRule: fc.Arbitrary<HomesRule> = fc
  .record({
    storeys: fc.integer({ min: 1, max: 40 }),
    units: fc.integer({ min: 0, max: 8 }),
    doorsPerLanding: fc.integer({ min: 0, max: 12 }),
    ground: fc.constantFrom('homes' as const, 'shops' as const, 'nothing' as const),
    shops: fc.integer({ min: 0, max: 20 }),
    skippedNumbers: fc.uniqueArray(fc.integer({ min: 2, max: 24 }), { maxLength: 4 }),
  })
  .chain((rule) =>
    fc
      .record({
        groundStoreys: fc.integer({ min: 0, max: rule.storeys }),
        exceptions: fc.array(
          fc.record({
            unit: fc.integer({ min: 0, max: rule.units }),
            floor: fc.integer({ min: 1, max: rule.storeys }),
            doors: fc.integer({ min: 0, max: 9 }),
          }),
          { maxLength: 3 },
        ),
      })
      .map((more) => ({ ...rule, ...more })),
  );

describe('planHomes', () => {
  it('numbers a slab of six floors, three staircases, two doors', () => {
    const homes = planHomes(SLAB);
    expect(homes).toHaveLength(36);
    expect(homes.at(-1)).toEqual({ unit: 3, floor: 6, door: 2, room: '602', use: 'home' });
  });
  it('puts shops along the ground floor, and homes above', () => {
    const homes = planHomes({ ...SLAB, ground: 'shops', groundStoreys: 1, shops: 5 });
    expect(homes.filter(({ use }) => use === 'shop').map(({ unit, room }) => `${unit}-${room}`)).toEqual([
      '0-101',
      '0-102',
      '0-103',
      '0-104',
      '0-105',
    ]);
    expect(homes.filter(({ use }) => use === 'home')).toHaveLength(30);
  });
  it('calls no floor by a number that is skipped, and leaves out no floor', () => {
    expect(floorNames(6, [4])).toEqual([1, 2, 3, 5, 6, 7]);
    const homes = planHomes({ ...SLAB, skippedNumbers: [4] });
    expect(homes).toHaveLength(36);
    expect(homes.some(({ room }) => room.startsWith('4'))).toBe(false);
    expect(homes.find(({ room }) => room === '501')).toMatchObject({ floor: 4 });
  });
  it('takes exceptions of one landing before those of a floor', () => {
    const homes = planHomes({
      ...SLAB,
      exceptions: [
        { unit: 0, floor: 6, doors: 1 },
        { unit: 2, floor: 6, doors: 0 },
      ],
    });
    expect(homes.filter(({ floor }) => floor === 6).map(({ unit }) => unit)).toEqual([1, 3]);
  });
  it('never gives two homes one number, and never leaves the building', () => {
    fc.assert(
      fc.property(arbitraryRule, (rule) => {
        expect(checkHomesRule(rule)).toEqual([]);
        const homes = planHomes(rule);
        expect(new Set(homes.map(({ unit, room }) => `${unit}/${room}`)).size).toBe(homes.length);
        for (const { unit, floor, room, door } of homes) {
          expect(unit).toBeLessThanOrEqual(rule.units);
          expect(floor).toBeLessThanOrEqual(rule.storeys);
          expect(Number(room) % 100).toBe(door);
          expect(rule.skippedNumbers).not.toContain(Math.floor(Number(room) / 100));
        }
      }),
    );
  });
  it('says what makes no building', () => {
    const codes = (rule: Partial<HomesRule>) => checkHomesRule({ ...SLAB, ...rule }).map(({ code }) => code);
    expect(codes({ storeys: -1 })).toContain('homes.storeys');
    expect(codes({ doorsPerLanding: 1.5 })).toEqual(['homes.doorsPerLanding']);
    expect(codes({ groundStoreys: 7 })).toEqual(['homes.groundStoreys']);
    expect(codes({ exceptions: [{ unit: 4, floor: 1, doors: 1 }] })).toEqual(['homes.exception']);
  });
});

describe('compareHomes', () => {
  it('adds what is missing and never takes a home away', () => {
    const planned = planHomes(ruleOf({ storeys: 2, units: 1, doorsPerLanding: 2, podiumStoreys: 0 }));
    const existing = [
      { ...planned[0], id: 'a' },
      { ...planned[0], room: '999', id: 'b' },
    ] as never[];
    const plan = compareHomes(planned, existing);
    expect(plan.added.map(({ room }) => room)).toEqual(['102', '201', '202']);
    expect(plan.kept).toMatchObject([{ id: 'a' }]);
    expect(plan.beside).toMatchObject([{ id: 'b' }]);
  });
});
