import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress, normaliseText, type ParsedAddress, parseAddress, shortAddress } from './address.ts';
import { toChineseNumber } from './text.ts';

const HOME = { building: '3', unit: 2, floor: 5, room: '502', door: 2 };

describe('parseAddress', () => {
  it.each([
    '3-2-502',
    '3号楼2单元502室',
    '3幢2单元502',
    '３号楼二单元五〇二',
    '３－２－５０２',
    '3#2-502',
    '3#楼2单元502',
    '三栋二单元502室',
    '3号楼 2单元 502室',
    '3楼2单元502',
    '3号2门502号',
    '3号楼2单元5层02室',
    '3号楼两单元五百零二室',
    '3—2—502',
    '3-2-5-02',
    '3座2梯5楼2室',
    'Room 502, Unit 2, Building 3',
    'building 3 unit 2 room 502',
  ])('reads %s', (text) => {
    expect(parseAddress(text)).toEqual(HOME);
  });

  it.each([
    ['云和家园3号楼2单元502室', '云和家园'],
    ['云和家园二期3号楼2单元502室', '云和家园二期'],
    ['百合苑3-2-502', '百合苑'],
    ['三里桥小区三号楼二单元五〇二', '三里桥小区'],
    ['云和家园 3-2-502', '云和家园'],
    ['庆阳市西峰区北街街道云和社区云和家园3号楼2单元502室', '云和家园'],
    ['甘肃省庆阳市西峰区阳光小区3#2-502', '阳光小区'],
    ['Room 502, Unit 2, Building 3, 云和家园', '云和家园'],
    ['SOHO 3-2-502', 'SOHO'],
    ['北街12号云和家园3号楼2单元502室', '北街12号云和家园'],
  ])('finds the estate in %s', (text, estate) => {
    expect(parseAddress(text)).toEqual({ estate, ...HOME });
  });

  it.each<[string, ParsedAddress]>([
    ['3栋502', { building: '3', floor: 5, room: '502', door: 2 }],
    ['3-502', { building: '3', floor: 5, room: '502', door: 2 }],
    ['502', { floor: 5, room: '502', door: 2 }],
    ['502室', { floor: 5, room: '502', door: 2 }],
    ['12', { building: '12' }],
    ['十二号楼', { building: '12' }],
    ['12号楼', { building: '12' }],
    ['北街12号', { estate: '北街', building: '12' }],
    ['3号楼2单元', { building: '3', unit: 2 }],
    ['3-2', { building: '3', unit: 2 }],
    ['3号楼2单元5层', { building: '3', unit: 2, floor: 5 }],
    ['3号楼十一层', { building: '3', floor: 11 }],
    ['5楼', { floor: 5 }],
    ['二十三层', { floor: 23 }],
    ['2单元', { unit: 2 }],
    ['A座1203', { building: 'A', floor: 12, room: '1203', door: 3 }],
    ['3A-2-1203', { building: '3A', unit: 2, floor: 12, room: '1203', door: 3 }],
    ['3号楼2单元1203A', { building: '3', unit: 2, floor: 12, room: '1203A', door: 3 }],
    ['3号楼负1层', { building: '3', floor: -1 }],
    ['2单元502', { unit: 2, floor: 5, room: '502', door: 2 }],
  ])('reads %s', (text, expected) => {
    expect(parseAddress(text)).toEqual(expected);
  });

  it.each(['', '云和家园', '张三', 'hello', '百合苑'])('finds no address in "%s"', (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  it('never throws and never gives a not-a-number', () => {
    const signs = fc.constantFrom(...'3２二十百两号楼栋幢单元室层#-— A云和苑负地下,');
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 16 }), (parts) => {
        const parsed = parseAddress(parts.join(''));
        for (const value of Object.values(parsed ?? {})) expect(value).not.toBeNaN();
      }),
      { seed: 7, numRuns: 3000 },
    );
  });
});

const estates = fc.constantFrom('', '云和家园', '百合苑', '三里桥小区', '北街12号院', '阳光二期', '十里香舍');
const buildings = fc.oneof(
  fc.integer({ min: 1, max: 120 }).map(String),
  fc.constantFrom('A', 'B', '3A', 'A5'),
);
const homes = fc.record({
  estate: estates,
  building: buildings,
  unit: fc.integer({ min: 0, max: 9 }),
  floor: fc.integer({ min: 1, max: 33 }),
  door: fc.integer({ min: 1, max: 12 }),
});

describe('formatAddress', () => {
  it('gives what parses to the same home, in both languages', () => {
    fc.assert(
      fc.property(homes, fc.constantFrom('zh' as const, 'en' as const), (home, language) => {
        const room = String(home.floor * 100 + home.door);
        const { estate, unit } = home;
        const text = formatAddress({ estate, buildingName: `${home.building}号楼`, unit, room }, language);
        expect(parseAddress(text), text).toEqual({
          ...(estate === '' ? {} : { estate }),
          building: home.building,
          ...(unit > 0 ? { unit } : {}),
          floor: home.floor,
          room,
          door: home.door,
        });
      }),
      { seed: 42, numRuns: 2000 },
    );
  });

  it('is read the same in short, in Chinese numerals and in full width', () => {
    fc.assert(
      fc.property(homes, (home) => {
        const number = '3';
        const unit = Math.max(home.unit, 1);
        const room = String(home.floor * 100 + home.door);
        const expected = parseAddress(`3号楼${unit}单元${room}室`);
        const wide = `3号楼${unit}单元${room}室`.replace(/\d/g, (d) =>
          String.fromCharCode(d.charCodeAt(0) + 0xfee0),
        );
        const digits = [...room].map((d) => (d === '0' ? '〇' : toChineseNumber(Number(d)))).join('');
        expect(parseAddress(shortAddress({ number, unit, room }))).toEqual(expected);
        expect(parseAddress(wide)).toEqual(expected);
        expect(parseAddress(`三号楼${toChineseNumber(unit)}单元${digits}`)).toEqual(expected);
      }),
      { seed: 43 },
    );
  });

  it('leaves out what a place has not, and never repeats the estate', () => {
    expect(
      formatAddress({ estate: '云和家园', buildingName: '云和家园3号楼', unit: 2, floor: 5 }, 'zh'),
    ).toBe('云和家园3号楼2单元5层');
    expect(formatAddress({ buildingName: '社区服务中心', unit: 0 }, 'zh')).toBe('社区服务中心');
    expect(formatAddress({ estate: '云和家园', buildingName: '3号楼', unit: 2, room: '502' }, 'en')).toBe(
      'Room 502, Unit 2, Building 3, 云和家园',
    );
  });
});

describe('normaliseText', () => {
  it.each([
    ['３号楼二单元五〇二', '3号楼2单元502'],
    ['百合苑十二号楼', '百合苑12号楼'],
    ['张三', '张三'],
    ['云和家园二期', '云和家园二期'],
    ['ＡＢＣ—１', 'ABC-1'],
  ])('%s → %s', (text, expected) => {
    expect(normaliseText(text)).toBe(expected);
  });
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(homes, ({ estate, building, unit, floor }) => {
        const once = normaliseText(
          `${estate}${building}号楼${toChineseNumber(unit)}单元${toChineseNumber(floor)}层`,
        );
        expect(normaliseText(once)).toBe(once);
      }),
    );
  });
});
