/** Addresses against a community: every spelling, other names, remembered ones, and the nearest of what fits nothing. */
import { describe, expect, it } from 'vitest';
import type { Building, Dwelling } from '../../../domain/records/index.ts';
import { listOf } from '../../../domain/testing/small-community.ts';
import { community, directoryOf } from '../testing/tables.ts';
import { createPlaceDirectory, type PlaceResolution } from './directory.ts';
import { editDistance } from './distance.ts';

const state = community();
const directory = directoryOf(state);
const homes = listOf(state, 'dwellings');
const [cloud3, cloud1, village3, centre] = listOf(state, 'buildings') as [
  Building,
  Building,
  Building,
  Building,
];
const home = (building: Building, unit: number, room: string): Dwelling => {
  const found = homes.find((d) => d.buildingId === building.id && d.unit === unit && d.room === room);
  if (!found) throw new Error('no such home');
  return found;
};
const dwellingOf = (resolution: PlaceResolution | null): string | null =>
  resolution?.found === 'dwelling' ? resolution.dwellingId : null;

describe('addresses', () => {
  it.each([
    '云和家园3号楼2单元502室',
    '云和家园3-2-502',
    '云和家园 3 号楼 2 单元 502',
    '云和家园3幢2单元502',
    '云和家园３号楼二单元五〇二',
    '云和家园3#2-502',
    '云和家园小区3号楼2单元502室',
    '甘肃省庆阳市西峰区北街街道云和社区云和家园3号楼2单元502室',
    '北街云和家园03号楼2单元502',
    'Room 502, Unit 2, Building 3, 云和家园',
    '银行楼2单元502',
    '银行楼2-502',
  ])('%s', (text) => {
    expect(dwellingOf(directory.resolve(text))).toBe(home(cloud3, 2, '502').id);
  });

  it('of one number in two estates need the estate', () => {
    expect(directory.resolve('3号楼2单元502').found).toBe('several');
    expect(dwellingOf(directory.resolve('和顺新村3号楼2单元502'))).toBe(home(village3, 2, '502').id);
    expect(dwellingOf(directory.resolve('1号楼1单元101'))).toBe(home(cloud1, 1, '101').id);
  });

  it('in columns of their own', () => {
    const wanted = home(cloud3, 2, '502').id;
    const columns = [
      { estate: '云和家园', building: '3', unit: '2', room: '502' },
      { estate: '云和家园', building: '3号楼', unit: '2单元', room: '502室' },
      { estate: '云和家园', building: '3#', unit: '二单元', floor: '5', room: '2' },
      { estate: '云和家园', building: '3', room: '2-502' },
      { estate: '云和家园', room: '3-2-502' },
      { address: '云和家园', building: '3', unit: '2', room: '502' },
      { address: '云和家园3号楼', unit: '2', room: '502' },
      { address: '云和家园3号楼2单元502室', building: '9', unit: '9', room: '999' },
    ];
    for (const one of columns)
      expect([one, dwellingOf(directory.resolveColumns(one))]).toEqual([one, wanted]);
    expect(directory.resolveColumns({ estate: '', address: undefined })).toBeNull();
  });

  it('of buildings, and of buildings without a number', () => {
    expect(directory.resolve('云和家园3号楼')).toMatchObject({
      found: 'building',
      buildingId: cloud3.id,
      asksForHome: false,
    });
    expect(directory.resolve('社区服务中心')).toMatchObject({ found: 'building', buildingId: centre.id });
    expect(directory.resolve('云和社区服务中心')).toMatchObject({ found: 'building', buildingId: centre.id });
  });

  it('that a person has matched before are remembered', () => {
    const wanted = home(cloud1, 1, '101');
    const remembering = createPlaceDirectory({
      buildings: listOf(state, 'buildings'),
      dwellings: homes,
      remembered: [{ text: '老王家', buildingId: cloud1.id, dwellingId: wanted.id }],
    });
    expect(remembering.resolve(' 老王家 ')).toMatchObject({
      found: 'dwelling',
      dwellingId: wanted.id,
      how: 'remembered',
    });
  });

  it('that fit nothing come with the nearest, best first', () => {
    const room = directory.resolve('云和家园3号楼2单元503室');
    expect(room).toMatchObject({ found: 'building', asksForHome: true });
    expect('candidates' in room && room.candidates.slice(0, 2).map(({ address }) => address)).toEqual([
      '云和家园3号楼2单元501室',
      '云和家园3号楼2单元502室',
    ]);
    const estate = directory.resolve('云合家园3号楼2单元502室');
    expect(estate.found).toBe('none');
    expect('candidates' in estate && estate.candidates[0]?.address).toBe('云和家园3号楼2单元502室');
    const number = directory.resolve('云和家园8号楼2单元502室');
    expect('candidates' in number && number.candidates[0]?.address).toMatch(/^云和家园[13]号楼2单元502室$/);
    const nothing = directory.resolve('月球背面');
    expect(nothing).toEqual({ found: 'none', candidates: [] });
    for (const one of [room, estate, number])
      if ('candidates' in one) {
        const likeness = one.candidates.map((candidate) => candidate.likeness);
        expect(likeness).toEqual([...likeness].sort((a, b) => b - a));
      }
  });

  it('are not looked for without end: a file of another community has as many addresses as rows', () => {
    const fresh = createPlaceDirectory({
      buildings: [...directory.buildings],
      dwellings: [],
    });
    const candidatesOf = (n: number): number => {
      const found = fresh.resolve(`云合家园3号楼2单元${n}室`);
      return 'candidates' in found ? found.candidates.length : 0;
    };
    const counts = Array.from({ length: 2_100 }, (_, n) => candidatesOf(n));
    expect(counts[0]).toBe(candidatesOf(0));
    expect(counts.findLastIndex((count, n) => count === counts[0] && n < 2_000)).toBe(1_999);
    expect(counts.slice(2_000)).toEqual(Array(100).fill(0));
  });

  it('distance is counted in signs', () => {
    expect(editDistance('云和家园', '云合家园')).toBe(1);
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('kitten', 'sitting')).toBe(3);
  });
});
