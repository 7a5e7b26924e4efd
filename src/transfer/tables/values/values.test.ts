/** Words, dates, numbers, phones and IDs as registers write them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { upgradeCitizenId } from '../../../domain/checks/citizen-id.ts';
import { toChineseNumber } from '../../../domain/text.ts';
import { type Cell, textCell } from '../cell.ts';
import { idOf } from '../testing/tables.ts';
import { isRoundedColumn, readCitizenId } from './citizen-id.ts';
import { readDate } from './dates.ts';
import { readInteger, readNumber } from './numbers.ts';
import { readPhones } from './phones.ts';
import { cleanName, cleanText } from './text.ts';
import * as words from './words.ts';
import { readYesNo } from './yes-no.ts';

const TODAY = '2026-03-05';
const number = (value: number): Cell => ({ kind: 'number', text: String(value), number: value });
const dateIn = (cell: string | Cell): string => {
  const read = readDate(typeof cell === 'string' ? textCell(cell) : cell, TODAY);
  return read.ok ? `${read.value.date} ${read.value.precision}` : (read.reasons[0]?.code ?? '');
};
const digits = (value: number): string =>
  [...String(value)].map((d) => '〇一二三四五六七八九'[Number(d)]).join('');

describe('dates', () => {
  const day = fc
    .date({
      min: new Date('1900-03-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 10));

  it('in every usual spelling are the same day', () => {
    fc.assert(
      fc.property(day, (date) => {
        const [y = 0, m = 0, d = 0] = date.split('-').map(Number);
        const pad = (n: number) => String(n).padStart(2, '0');
        const serial = Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;
        const spellings: (string | Cell)[] = [
          date,
          `${y}/${m}/${d}`,
          `${y}.${m}.${d}`,
          `${y}.${pad(m)}.${pad(d)}.`,
          `${y}${pad(m)}${pad(d)}`,
          `${y}年${m}月${d}日`,
          `${y} 年 ${pad(m)} 月 ${pad(d)} 日`,
          `${y}年${m}月${d}`,
          `${digits(y)}年${toChineseNumber(m)}月${toChineseNumber(d)}日`,
          `${date} 00:00:00`,
          `${y}/${m}/${d} 0:00`,
          `${date}T08:30:00`,
          `${d} ${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][m - 1]} ${y}`,
          { kind: 'date', text: date, date },
          number(Number(`${y}${pad(m)}${pad(d)}`)),
          ...(serial >= 5_500 ? [number(serial)] : []),
        ];
        for (const spelling of spellings)
          expect([spelling, dateIn(spelling)]).toEqual([spelling, `${date} day`]);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['1990-03', '1990-03-01 month'],
    ['1990.3', '1990-03-01 month'],
    ['199003', '1990-03-01 month'],
    ['1990年3月', '1990-03-01 month'],
    ['二〇二〇年三月五日', '2020-03-05 day'],
    ['1990', '1990-01-01 year'],
    ['1990年', '1990-01-01 year'],
    ['85.7.1', '1985-07-01 day'],
    ['05年7月', '2005-07-01 month'],
    ['13/5/1990', '1990-05-13 day'],
    ['3/7/1990', 'date.ambiguous'],
    ['3/3/1990', '1990-03-03 day'],
    ['1990-02-30', 'date.unreal'],
    ['19900230', 'date.unreal'],
    ['1990-13', 'date.form'],
    ['不知道', 'date.form'],
    ['621002199003074512', 'date.form'],
    ['', 'date.form'],
  ])('%s is %s', (text, expected) => {
    expect(dateIn(text)).toBe(expected);
  });

  it('say what they cannot be sure of', () => {
    const lost = readDate(number(1990.1), TODAY);
    expect(lost.ok && lost.value.warning?.code).toBe('date.lostZero');
    const short = readDate(textCell('85.7'), TODAY);
    expect(short.ok && short.value.warning?.code).toBe('date.shortYear');
  });
});

describe('citizen IDs', () => {
  const birth = fc
    .date({ min: new Date('1930-01-01'), max: new Date('2024-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
  const id = fc
    .tuple(birth, fc.integer({ min: 1, max: 999 }))
    .map(([date, sequence]) => idOf(date, String(sequence).padStart(3, '0')));
  const kindOf = (cell: Cell, rounded = false): string => {
    const read = readCitizenId(cell, TODAY, rounded);
    return read.kind === 'right' ? read.id.id18 : read.kind === 'damaged' ? read.reason.code : read.kind;
  };

  it('survive full-width digits, spaces and invisible signs', () => {
    fc.assert(
      fc.property(id, (text) => {
        const wide = [...text].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');
        const forms = [
          text,
          wide,
          ` ${text}\u00a0`,
          `\u200b${text}`,
          `${text.slice(0, 6)} ${text.slice(6, 14)} ${text.slice(14)}`,
          `\u202d${text}\u202c`,
          `${text}\t`,
          text.toLowerCase(),
        ];
        for (const form of forms) expect([form, kindOf(textCell(form))]).toEqual([form, text]);
      }),
      { numRuns: 100 },
    );
  });

  it('damaged in any way are found, and never a value', () => {
    fc.assert(
      fc.property(id, (text) => {
        const value = Number(text.replace('X', '0'));
        const excel = Number(value.toPrecision(15));
        const damaged: [Cell, string][] = [
          [number(excel), 'citizenId.rounded'],
          [number(value), 'citizenId.rounded'],
          [textCell(excel.toExponential(5).toUpperCase()), 'citizenId.scientific'],
          [textCell(excel.toExponential(14)), 'citizenId.scientific'],
          [textCell(`${value}.0`), 'citizenId.decimal'],
          [textCell(`'${text}`), 'citizenId.apostrophe'],
          [textCell(`‘${text}`), 'citizenId.apostrophe'],
        ];
        if (text.endsWith('X')) damaged.push([textCell(text.slice(0, 17)), 'citizenId.lostX']);
        if (text.endsWith('X')) damaged.push([number(Number(text.slice(0, 17))), 'citizenId.rounded']);
        for (const [cell, code] of damaged) expect([cell.text, kindOf(cell)]).toEqual([cell.text, code]);
        // As text, the rounded number passes by chance once in eleven; its column tells.
        const zeros = `${text.slice(0, 15)}000`;
        expect(kindOf(textCell(zeros), true)).toBe('citizenId.rounded');
      }),
      { numRuns: 200 },
    );
  });

  it('leave the date of birth where the damage left its digits', () => {
    const text = idOf('19900307', '451');
    const read = readCitizenId(number(Number(`${text.slice(0, 15)}000`)), TODAY);
    expect(read.kind === 'damaged' && read.birthDate).toBe('1990-03-07');
    const lost = readCitizenId(textCell('6.21002E+17'), TODAY);
    expect(lost.kind === 'damaged' && lost.birthDate).toBeNull();
  });

  it('of the old form are whole in a number cell', () => {
    const old = '340524800101001';
    expect(kindOf(number(Number(old)))).toBe(upgradeCitizenId(old));
    expect(kindOf(textCell(`${old}.0`))).toBe(upgradeCitizenId(old));
  });

  it('columns of rounded IDs are known by their zeros', () => {
    const right = Array.from({ length: 50 }, (_, i) => idOf('19900307', String(i + 1).padStart(3, '0')));
    expect(isRoundedColumn(right)).toBe(false);
    expect(isRoundedColumn(right.map((text) => `${text.slice(0, 15)}000`))).toBe(true);
  });
});

describe('codes', () => {
  const LISTS = Object.entries(words).filter(
    (entry): entry is [string, words.WordList] => typeof entry[1] === 'object',
  );

  it('are found again from their words in both languages and from themselves', () => {
    expect(LISTS.length).toBeGreaterThan(25);
    for (const [name, list] of LISTS)
      for (const [code, { zh, en }] of Object.entries(list.codes))
        for (const word of [code, zh, en, ` ${zh} `, en.toUpperCase()])
          expect([name, word, words.codeOfWord(list, word)]).toEqual([name, word, code]);
  });

  it.each([
    [words.SEX_WORDS, '男', '1'],
    [words.SEX_WORDS, '2', '2'],
    [words.SEX_WORDS, '1-男', '1'],
    [words.SEX_WORDS, '女性', '2'],
    [words.SEX_WORDS, '公', null],
    [words.EDUCATION_WORDS, '大学本科', '20'],
    [words.EDUCATION_WORDS, '本科', '20'],
    [words.EDUCATION_WORDS, '硕士研究生', '10'],
    [words.EDUCATION_WORDS, '71', '70'],
    [words.RELATION_WORDS, '之媳', '97'],
    [words.RELATION_WORDS, '长子', '20'],
    [words.RELATION_WORDS, '妻', '10'],
    [words.RELATION_WORDS, '12', '10'],
    [words.RELATION_WORDS, '外孙女', '42'],
    [words.MARITAL_WORDS, '离异', '40'],
  ])('%# %s is %s', (list, word, code) => {
    expect(words.codeOfWord(list as words.WordList, word as string)).toBe(code);
  });
});

describe('numbers, phones, yes and no, texts', () => {
  it.each([
    ['1,200.50', 1200.5],
    ['￥620元', 620],
    ['620元/月', 620],
    ['0.12万', 1200],
    ['86.5㎡', 86.5],
    ['３人', 3],
    ['约90平方米', 90],
    ['十二', 12],
    ['-3', -3],
  ])('%s is %s', (text, value) => {
    const read = readNumber(textCell(text));
    expect(read.ok && read.value).toBe(value);
  });
  it.each(['abc', '3号', '', '1,2', '1e999'])('%s is no number', (text) => {
    expect(readNumber(textCell(text)).ok).toBe(false);
  });
  it('a whole number is whole', () => {
    expect(readInteger(textCell('2.5')).ok).toBe(false);
  });

  it.each([
    ['138 1234 5678', '13812345678', []],
    ['+86 138-1234-5678', '13812345678', []],
    ['0934-8212345/13812345678', '13812345678', ['0934-8212345']],
    ['13812345678、13912345678', '13812345678', ['13912345678']],
    ['13812345678 13912345678', '13812345678', ['13912345678']],
    ['13812345678.0', '13812345678', []],
    ['１３８１２３４５６７８', '13812345678', []],
  ])('%s is %s and %s', (text, phone, others) => {
    const read = readPhones(textCell(text));
    expect(read.ok && { phone: read.value.phone, others: read.value.others }).toEqual({ phone, others });
  });
  it('a land line in a number cell gets its zero back', () => {
    const read = readPhones(number(9348212345));
    expect(read.ok && read.value.phone).toBe('09348212345');
  });
  it.each(['123', '8212345', '1.38E+10'])('%s is no phone', (text) => {
    expect(readPhones(textCell(text)).ok).toBe(false);
  });

  it.each([
    ['√', true],
    ['是', true],
    ['有', true],
    ['Y', true],
    ['否', false],
    ['无', false],
    ['×', false],
  ])('%s is %s', (text, value) => {
    const read = readYesNo(text);
    expect(read.ok && read.value).toBe(value);
  });

  it('names drawn apart are one name', () => {
    expect(cleanName('王　明')).toBe('王明');
    expect(cleanName('\u200b云 建 国\u00a0')).toBe('云建国');
    expect(cleanName('买买提•艾力')).toBe('买买提·艾力');
    expect(cleanName('Anna  Smith')).toBe('Anna Smith');
    expect(cleanText(' a\u200bb\n c ')).toBe('ab c');
  });
});
