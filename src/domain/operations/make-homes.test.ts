import { describe, expect, it } from 'vitest';
import { ruleOf } from '../homes-plan.ts';
import { createIdSource } from '../ids.ts';
import type { Building, Dwelling } from '../records/index.ts';
import { makeHomes } from './make-homes.ts';

const newId = createIdSource(
  () => 1_790_000_000_000,
  () => 0.6,
);
const communityId = newId();
const stamp = { communityId, by: '', at: 1_790_000_000_000, newId };
const building = (storeys: number): Building => ({
  id: newId(),
  communityId,
  createdAt: 1,
  updatedAt: 1,
  revision: 1,
  gridId: null,
  name: '1号楼',
  estate: '',
  number: '1',
  aliases: [],
  use: 'residential',
  footprint: [
    [
      [107.65, 35.73],
      [107.6502, 35.73],
      [107.6502, 35.7301],
    ],
  ],
  heightMetres: storeys * 3,
  minHeightMetres: 0,
  storeys,
  podiumStoreys: 0,
  roof: 'flat',
  facade: 0,
  units: 0,
  doorsPerLanding: 0,
  yearBuilt: null,
  branchId: null,
});
const rule = { ...ruleOf(building(6)), units: 2, doorsPerLanding: 2 };

describe('makeHomes', () => {
  it('makes every home of the rule, and of others by their own storeys', () => {
    const [first, other] = [building(6), building(3)];
    const result = makeHomes.run(
      { first: { building: first, dwellings: [] }, others: [{ building: other, dwellings: [] }] },
      rule,
      stamp,
    );
    if (!result.ok) throw new Error(result.reasons[0]?.en);
    const homes = result.value.changes.flatMap((c) => (c.table === 'dwellings' && 'put' in c ? [c.put] : []));
    expect(homes.filter(({ buildingId }) => buildingId === first.id)).toHaveLength(24);
    expect(homes.filter(({ buildingId }) => buildingId === other.id)).toHaveLength(12);
    expect(result.value.changes.filter(({ table }) => table === 'buildings')).toMatchObject([
      { put: { units: 2, storeys: 6 } },
      { put: { units: 2, storeys: 3 } },
    ]);
  });
  it('leaves homes that are there, and refuses a rule that makes no building', () => {
    const first = building(1);
    const there = { id: newId(), unit: 1, room: '101', floor: 1, door: 1 } as Dwelling;
    const small = { ...rule, storeys: 1 };
    const result = makeHomes.run(
      { first: { building: first, dwellings: [there] }, others: [] },
      small,
      stamp,
    );
    expect(result.ok && result.value.changes.filter(({ table }) => table === 'dwellings')).toHaveLength(3);
    expect(
      makeHomes.run({ first: { building: first, dwellings: [] }, others: [] }, { ...rule, units: -1 }, stamp)
        .ok,
    ).toBe(false);
  });
});
