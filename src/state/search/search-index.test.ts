import { beforeEach, describe, expect, it } from 'vitest';
import type { Building, Dwelling, Matter, Organisation, Resident } from '../../domain/records/index.ts';
import {
  buildingEntry,
  dwellingEntry,
  matterEntry,
  organisationEntry,
  type Reader,
  residentEntry,
} from './entries.ts';
import { SearchIndex } from './search-index.ts';
import { syllablesOf, syllablesOfName } from './syllables.ts';

const read: Reader = { text: syllablesOf, person: syllablesOfName };
let index: SearchIndex;

const building = (id: string, estate: string, number: string): Building =>
  ({ id, name: `${number}号楼`, estate, number, aliases: [], storeys: 6 }) as unknown as Building;
const home = (id: string, buildingId: string, unit: number, floor: number, door: number): Dwelling =>
  ({ id, buildingId, unit, floor, door, room: String(floor * 100 + door), occupancy: 'owner' }) as Dwelling;
const person = (id: string, name: string, dwelling: Dwelling, extra: object = {}): Resident =>
  ({
    id,
    buildingId: dwelling.buildingId,
    dwellingId: dwelling.id,
    sex: '1',
    birthYear: 1980,
    status: 'present',
    personal: { name, ...extra },
  }) as unknown as Resident;

const A3 = building('A3', '云和家园', '3');
const B3 = building('B3', '塬畔小区', '3');
const A12 = building('A12', '云和家园', '12');
const H1 = home('H1', 'A3', 2, 5, 2);
const H2 = home('H2', 'B3', 2, 5, 2);
const H3 = home('H3', 'A12', 1, 11, 3);

beforeEach(() => {
  index = new SearchIndex();
  for (const each of [A3, B3, A12]) {
    index.putBuilding(each);
    index.put(buildingEntry(index, read, each));
  }
  for (const each of [H1, H2, H3]) {
    index.putHome(each);
    index.put(dwellingEntry(index, each));
  }
  for (const each of [
    person('r1', '张晓伟', H1, { phone: '13812345678', citizenId: '62100219800101123X' }),
    person('r2', '单雄', H2),
    person('r3', '张伟', H3),
    { ...person('r4', '张伟', H1), status: 'movedAway' as const },
  ])
    index.put(residentEntry(index, read, each));
  index.put(
    organisationEntry(index, read, {
      id: 'o1',
      kind: 'company',
      name: '庆阳云和物业有限公司',
      creditCode: '91621002MA0000000G',
      buildingId: 'A12',
      dwellingIds: [],
      until: null,
    } as unknown as Organisation),
  );
  index.put(
    matterEntry(index, read, {
      id: 'm1',
      number: '2026-0412',
      stage: 'handle',
      open: true,
      buildingId: 'A3',
      dwellingId: 'H1',
      personal: { title: '楼道灯不亮' },
    } as unknown as Matter),
  );
});

const ids = (text: string): string[] => index.query(text, 'zh', 40).map((result) => result.id);

describe('SearchIndex', () => {
  it('finds people by name, pinyin and initials, those who left last', () => {
    expect(ids('张伟')).toEqual(['r3', 'r4']);
    expect(ids('zhangwei')).toEqual(['r3', 'r4']);
    expect(ids('zxw')).toEqual(['r1']);
    expect(ids('Zhang Xiaowei')).toEqual(['r1']);
    expect(ids('shanx')).toEqual(['r2']);
    expect(ids('晓伟')).toEqual(['r1']);
  });
  it.each(['云和家园3号楼2单元502室', '云和家园 3-2-502', '云和３号楼二单元五〇二'])(
    'finds the home and who lives there by %s',
    (text) => expect(ids(text).slice(0, 2)).toEqual(['H1', 'r1']),
  );
  it('finds all homes that a short address can mean', () => {
    expect(ids('3-2-502').slice(0, 2).sort()).toEqual(['H1', 'H2']);
    expect(ids('塬畔小区3栋')).toEqual(['B3']);
  });
  it('finds a person by name and address together', () => {
    expect(ids('张伟 12号楼')).toEqual(['r3']);
    expect(ids('单雄3-2-502')).toEqual(['r2']);
  });
  it('finds numbers by their first three digits, from four on by any, and masks them', () => {
    expect(ids('138')).toEqual(['r1']);
    expect(ids('345')).toEqual([]);
    expect(ids('5678')).toEqual(['r1']);
    const [found] = index.query('13812345678', 'zh', 5);
    expect(found?.subtitle).toContain('138****5678');
    expect(index.query('62100219800101123x', 'zh', 5)[0]?.subtitle).toContain('621002********123X');
    expect(ids('2026-0412')).toEqual(['m1']);
    expect(ids('91621002ma0000000g')).toEqual(['o1']);
  });
  it('finds organisations and matters by their words', () => {
    expect(ids('云和物业')).toEqual(['o1']);
    expect(ids('yhwy')).toEqual(['o1']);
    expect(ids('灯')).toEqual(['m1']);
    expect(index.query('灯', 'zh', 5)[0]?.ref).toEqual({ kind: 'dwelling', id: 'H1' });
  });
  it('says nothing to nothing, and forgets what is removed', () => {
    expect(ids('  ')).toEqual([]);
    index.remove('r3');
    expect(ids('张伟')).toEqual(['r4']);
  });
  it('shows every result in both languages', () => {
    expect(index.query('3-2-502', 'en', 5)[0]?.title).toContain('Room 502, Unit 2, Building 3');
    expect(index.query('zxw', 'zh', 5)[0]).toMatchObject({ title: '张晓伟', kind: 'resident' });
  });
});
