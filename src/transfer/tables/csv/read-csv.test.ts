/** Text tables in every encoding and with every delimiter; what people and programs do to them. */
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { Refused } from '../../problem.ts';
import { fileOfBytes, type SourceFile } from '../../source-file.ts';
import type { TableRow } from '../cell.ts';
import { readTable } from '../read-table.ts';
import type { OpenTable, TableOptions } from '../table.ts';
import { csvOf } from '../testing/tables.ts';
import { detectEncoding, type Encoding } from './encoding.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const read = async (
  bytes: Uint8Array,
  options: TableOptions = {},
  name = '表.csv',
): Promise<{ table: OpenTable; rows: TableRow[]; texts: string[][]; codes: string[] }> => {
  const table = await readTable(fileOfBytes(name, bytes), options);
  const rows: TableRow[] = [];
  for await (const chunk of table.sheets[0]?.rows() ?? []) rows.push(...chunk);
  return {
    table,
    rows,
    texts: rows.map((row) => row.cells.map((cell) => cell.text)),
    codes: table.problems.list.map(({ code }) => code),
  };
};

const ENCODINGS: readonly (readonly [Encoding, string, boolean])[] = [
  ['utf-8', 'utf8', true],
  ['utf-8', 'utf8', false],
  ['gb18030', 'gb18030', false],
  ['gb18030', 'gbk', false],
  ['utf-16le', 'utf-16le', true],
  ['utf-16le', 'utf-16le', false],
  ['utf-16be', 'utf-16be', true],
  ['utf-16be', 'utf-16be', false],
];
const HEADER = ['姓名', '身份证号码', '现住址', '备注'];
const cell = fc.oneof(
  fc.constantFrom(
    '云建国',
    '何秀英',
    '13812345678',
    '云和家园3号楼2单元502室',
    '男',
    '已婚',
    '2020-01-02',
    '说"好"的',
    '两行\n地址',
    '甲,乙;丙|丁\t戊',
  ),
  fc.string({ unit: fc.constantFrom(...'王李张云和家园号楼单元室年月日一二三abc019 -.,;|"'), maxLength: 12 }),
);
const table = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 2, maxLength: 25 });
/** As it is read: rows without trailing empty cells, empty rows left out. */
const expected = (rows: readonly (readonly string[])[]): string[][] =>
  rows
    .map((row) => row.map((text) => (text.trim() === '' ? text : text)))
    .map((row) => {
      let end = row.length;
      while (end > 0 && row[end - 1]?.trim() === '') end--;
      return row.slice(0, end);
    })
    .filter((row) => row.length > 0);

describe('encodings and delimiters', () => {
  for (const [encoding, name, addBOM] of ENCODINGS)
    for (const delimiter of [',', ';', '\t', '|'])
      it(`${name}${addBOM ? ' with mark' : ''}, ${JSON.stringify(delimiter)}: what is written is read`, async () => {
        await fc.assert(
          fc.asyncProperty(table, async (rows) => {
            // Quoted throughout where a cell has spaces at its ends, which some programs drop.
            const all = [HEADER, ...rows.map((row) => ['云', ...row.slice(1)])];
            const bytes = iconv.encode(csvOf(all, delimiter), name, { addBOM });
            const { table: opened, texts } = await read(bytes);
            expect(opened.encoding).toBe(encoding);
            expect(opened.delimiter).toBe(delimiter);
            expect(texts).toEqual(expected(all));
          }),
          { numRuns: 12 },
        );
      });

  it('tell GBK 联通 from UTF-8, in which its bytes are valid', () => {
    expect(detectEncoding(iconv.encode('联通', 'gbk')).encoding).toBe('gb18030');
    expect(detectEncoding(utf8('联通')).encoding).toBe('utf-8');
  });

  it('find the first Chinese behind 300 KB of ASCII', async () => {
    const lines = Array.from({ length: 12_000 }, (_, i) => `${i},abcdefghijklmnop,xyz`);
    const { table: opened, texts } = await read(
      iconv.encode(['a,b,c', ...lines, '1,云建国,和顺'].join('\n'), 'gbk'),
    );
    expect(opened.encoding).toBe('gb18030');
    expect(texts.at(-1)).toEqual(['1', '云建国', '和顺']);
  });

  it('can be overruled', async () => {
    const bytes = iconv.encode('姓名;性别\n云建国;男', 'gbk');
    const { texts } = await read(bytes, { encoding: 'gb18030', delimiter: ';' });
    expect(texts[1]).toEqual(['云建国', '男']);
    const garbled = await read(bytes, { encoding: 'utf-8' });
    expect(garbled.codes).toContain('csv.badBytes');
  });

  it('a full-width comma is understood, and said', async () => {
    const { texts, codes } = await read(utf8('姓名，性别，年龄\n云建国，男，50\n何秀英，女，48\n'));
    expect(texts[2]).toEqual(['何秀英', '女', '48']);
    expect(codes).toContain('csv.fullWidthComma');
  });

  it('commas in addresses do not make it the delimiter', async () => {
    const { table: opened } = await read(utf8('姓名\t住址\n云,建\t3号楼,2单元\n何\t1号楼,1单元\n'));
    expect(opened.delimiter).toBe('\t');
  });
});

describe('what happens to text tables', () => {
  it('keeps numbers of rows, over empty and quoted lines, with any line ends', async () => {
    const { rows } = await read(utf8('姓名,备注\r\n\r\n云,"两\r\n行"\r何,x\n'));
    expect(rows.map(({ number, cells }) => [number, ...cells.map(({ text }) => text)])).toEqual([
      [1, '姓名', '备注'],
      [3, '云', '两\n行'],
      [4, '何', 'x'],
    ]);
  });

  it('reads a line with a lost quotation mark as it stands, and all others as they are', async () => {
    const lines = Array.from({ length: 3_000 }, (_, i) => `云${i},男,"3号楼,${i}室"`);
    lines[10] = '"坏,男,楼';
    lines[1500] = '好,"3号楼"东侧,室';
    lines[2999] = '末,男,"楼';
    const { texts, codes, table: opened } = await read(utf8(['姓名,性别,住址', ...lines].join('\n')));
    expect(texts).toHaveLength(3_001);
    expect(texts[11]).toEqual(['坏', '男', '楼']);
    expect(texts[12]).toEqual(['云11', '男', '3号楼,11室']);
    expect(texts[1501]?.[0]).toBe('好');
    expect(texts[3000]?.[0]).toBe('末');
    expect(codes.filter((code) => code === 'csv.unbalancedQuote')).toHaveLength(3);
    expect(opened.problems.list[0]?.where).toBe('line 12');
  });

  it('one lost mark at the beginning of 20 MB costs one line, and no minutes', async () => {
    const body = 'x,"ok",男,3号楼2单元502室\n'.repeat(500_000);
    const started = performance.now();
    const { texts, codes } = await read(utf8(`姓名,备注,性别,住址\n"云,y,女,1号楼\n${body}`));
    expect(texts).toHaveLength(500_002);
    expect(texts[1]).toEqual(['云', 'y', '女', '1号楼']);
    expect(codes).toEqual(['csv.unbalancedQuote']);
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it('keeps codes that systems protect with a formula, and doubled marks', async () => {
    const { texts } = await read(utf8('证件号,说\n"=""621002199003074512""","他说""好"""\n'));
    expect(texts[1]).toEqual(['621002199003074512', '他说"好"']);
  });

  it('leaves out NUL characters and the hint of a delimiter', async () => {
    const { texts, codes } = await read(utf8('sep=;\n姓名;性别\n云\0建国;男\n'));
    expect(texts).toEqual([
      ['姓名', '性别'],
      ['云建国', '男'],
    ]);
    expect(codes).toContain('csv.nul');
  });

  it('tells rows with more columns than the table, drops empty ones at the end', async () => {
    const lines = Array.from({ length: 40 }, (_, i) => `云${i},男,,,`);
    lines[35] = '云35,男,多,出,来';
    const { rows, codes, table: opened } = await read(utf8(['姓名,性别,,,', ...lines].join('\n')));
    expect(rows[1]?.cells).toHaveLength(2);
    expect(codes).toEqual(['csv.extraCells']);
    expect(opened.problems.list[0]?.where).toBe('row 37');
  });

  it('tells the same once, however often it is read', async () => {
    const opened = await readTable(fileOfBytes('a.csv', utf8('姓名,性别\n"云,男\n何,女\n')));
    for (const _ of [1, 2, 3]) for await (const _chunk of opened.sheets[0]?.rows() ?? []);
    expect(opened.problems.counts.get('csv.unbalancedQuote')).toBe(1);
  });

  it('reads in stretches, whatever is cut by them', async () => {
    const line = '"云和家园3号楼\n2单元",何秀英,13812345678,"引""号"\r\n';
    const bytes = iconv.encode(`地址,姓名,电话,备注\r\n${line.repeat(30_000)}`, 'gb18030');
    let most = 0;
    const file: SourceFile = {
      ...fileOfBytes('大.csv', bytes),
      read: async (from, to) => {
        most = Math.max(most, to - from);
        return bytes.subarray(from, to);
      },
    };
    const opened = await readTable(file);
    let count = 0;
    for await (const chunk of opened.sheets[0]?.rows() ?? []) {
      for (const { cells, number } of chunk)
        if (number > 1 && cells[3]?.text !== '引"号') throw new Error(`row ${number}`);
      count += chunk.length;
    }
    expect(count).toBe(30_001);
    expect(most).toBeLessThanOrEqual(300_000);
  });
});

describe('what is no text table', () => {
  const refusal = async (bytes: Uint8Array, name = 'x.csv'): Promise<string> => {
    try {
      await read(bytes, {}, name);
    } catch (error) {
      if (error instanceof Refused) return error.problem.code;
      throw error;
    }
    return 'read';
  };

  it.each([
    ['nothing', new Uint8Array(0), 'table.empty'],
    ['a web page named .xls', utf8('<html><body><table><tr><td>姓名'), 'table.webPage'],
    ['XML', utf8('<?xml version="1.0"?><Workbook/>'), 'table.xml'],
    ['a PDF', utf8('%PDF-1.7 …'), 'table.notATable'],
    ['noise', Uint8Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 23), 'csv.notText'],
  ])('%s is refused with what to do', async (_name, bytes, code) => {
    expect(await refusal(bytes)).toBe(code);
  });

  it('a CSV file named .xlsx is read, and said', async () => {
    const { texts, codes } = await read(utf8('姓名,性别\n云,男\n'), {}, '表.xlsx');
    expect(texts[1]).toEqual(['云', '男']);
    expect(codes).toEqual(['table.otherEnding']);
  });
});
