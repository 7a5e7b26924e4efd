import { unzipSync } from 'fflate';
import fc from 'fast-check';
import Papa from 'papaparse';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { SCHEMAS, type TableName } from '../../domain/records/index.ts';
import { sampleOf } from '../../domain/testing/samples.ts';
import { CODE_LISTS } from './code-lists.ts';
import { csvChunks, csvText, unguardCsvText, writeCsv } from './csv.ts';
import { sampleTable } from './fixtures/sample.ts';
import { type OutList, recordList } from './list.ts';
import { sheetName, writeXlsx } from './xlsx.ts';

const NAME = { zh: '居民名册', en: 'Residents' };
const PATHS = [
  'personal.name',
  'personal.citizenId',
  'personal.phone',
  'sex',
  'birthYear',
  'personal.birthDate',
  'since',
  'buildingId',
];
const residents = sampleTable('residents').slice(0, 50);
const list = recordList('residents', NAME, residents, {
  paths: PATHS,
  nameOf: (path) => (path === 'buildingId' ? '3号楼' : undefined),
});
const zh = { language: 'zh' } as const;
const open = { language: 'zh', reveal: { reason: '公安机关调取' } } as const;
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const plain = (values: readonly string[]): OutList<string> => ({
  name: NAME,
  columns: [{ title: { zh: '值', en: 'value' }, value: (row) => row }],
  rows: values,
  mask: (row) => row,
});

/** A second reader of XLSX, which knows nothing of the writer: texts with their types, formulas, and what styles say. */
const readSheet = (bytes: Uint8Array, number = 1) => {
  const files = unzipSync(bytes);
  const text = (name: string): string => new TextDecoder().decode(files[name]);
  const shared: string[] = [];
  const strings = new SaxesParser();
  strings.on('opentag', ({ name }) => name === 'si' && shared.push(''));
  strings.on('text', (t) => {
    if (shared.length > 0) shared[shared.length - 1] += t;
  });
  strings.write(text('xl/sharedStrings.xml')).close();
  const cells = new Map<string, { type: string; value: string; style: number }>();
  const tags: string[] = [];
  const sheet = new SaxesParser();
  let at = '';
  sheet.on('opentag', ({ name, attributes }) => {
    tags.push(name);
    if (name === 'c') {
      at = String(attributes.r);
      cells.set(at, { type: String(attributes.t ?? 'n'), value: '', style: Number(attributes.s ?? 0) });
    }
  });
  sheet.on('text', (t) => {
    const cell = cells.get(at);
    if (cell && t.trim() !== '') cell.value = cell.type === 's' ? (shared[Number(t)] ?? '?') : t;
  });
  sheet.write(text(`xl/worksheets/sheet${number}.xml`)).close();
  const styles = text('xl/styles.xml');
  const formats = new Map(
    [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)].map((m) => [m[1], m[2]]),
  );
  const xfs = [
    ...(styles.match(/<cellXfs[\s\S]*<\/cellXfs>/)?.[0] ?? '').matchAll(
      /<xf [^>]*numFmtId="(\d+)"[^>]*fontId="(\d+)"/g,
    ),
  ];
  const fonts = [...styles.matchAll(/<font>[\s\S]*?<\/font>/g)].map((m) => m[0]);
  return {
    cells,
    tags,
    xml: text(`xl/worksheets/sheet${number}.xml`),
    workbook: text('xl/workbook.xml'),
    formatOf: (ref: string) => {
      const id = xfs[cells.get(ref)?.style ?? 0]?.[1];
      return id === '49' ? '@' : (formats.get(id) ?? id);
    },
    isBold: (ref: string) => (fonts[Number(xfs[cells.get(ref)?.style ?? 0]?.[2])] ?? '').includes('<b/>'),
  };
};

describe('masking', () => {
  it('hides every personal value in CSV and XLSX unless a reason is given', async () => {
    const [csv, xlsx] = [textOf(writeCsv(list, zh)), await writeXlsx([list], zh)];
    const cells = [...readSheet(xlsx).cells.values()].map(({ value }) => value);
    for (const { personal } of residents) {
      expect(csv).not.toContain(personal.citizenId ?? 'none');
      expect(cells).not.toContain(personal.citizenId);
      expect(csv).not.toContain(`${personal.name},`);
      if (personal.phone) expect(csv).not.toContain(personal.phone);
    }
    const shown = textOf(writeCsv(list, open));
    expect(shown).toContain(residents[0]?.personal.name);
    expect(shown).toContain(residents[0]?.personal.citizenId);
    expect(textOf(writeCsv(list, { language: 'zh', reveal: { reason: ' ' } }))).toBe(csv);
  });
});

describe('writeCsv', () => {
  it('begins with the mark of UTF-8 and ends lines as Windows does', () => {
    const bytes = writeCsv(list, zh);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [title, first] = textOf(bytes).slice(1).split('\r\n');
    expect(title).toBe('姓名,公民身份号码,电话,性别,出生年份,出生日期,入住日期,楼栋');
    expect(first?.split(',')[7]).toBe('3号楼');
    expect(textOf(writeCsv(list, { language: 'en' })).split('\r\n')[0]).toContain('citizen ID');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+86 138', "'+86 138"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ['110105194912310021', '110105194912310021\t'],
    ['0934', '0934\t'],
    ['1e5', '1e5\t'],
    ['3-2', '3-2\t'],
    ['3-2-502', '3-2-502\t'],
    ['502', '502'],
    ['13812345678', '13812345678'],
    ['3号楼', '3号楼'],
  ])('guards %j as %j', (value, expected) => {
    expect(csvText(value, 'text')).toBe(expected);
  });

  it('leaves numbers and dates as they are', () => {
    expect([
      csvText(-5, 'number'),
      csvText(1e21, 'number'),
      csvText('2026-03-05', 'date'),
      csvText(null, 'text'),
      csvText(true, 'text'),
    ]).toEqual(['-5', '1e+21', '2026-03-05', '', 'true']);
  });

  it('is read back equal by another parser, whatever is in it; no cell can run', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",;\' 0139eE.王A') }), { maxLength: 12 }),
        (values) => {
          const text = textOf(writeCsv(plain(values), zh)).slice(1);
          const rows = Papa.parse<string[]>(text, { newline: '\r\n' })
            .data.slice(1, -1)
            .map((row) => row[0] ?? '');
          expect(rows).toHaveLength(values.length);
          rows.forEach((cell, i) => {
            expect(cell).not.toMatch(/^[=+\-@\t\r]/);
            expect(unguardCsvText(cell)).toBe(values[i]);
          });
        },
      ),
      { seed: 6, numRuns: 500 },
    );
  });

  it('comes in chunks that are the whole', () => {
    const many = plain(Array.from({ length: 5000 }, (_, i) => `${i}`));
    const chunks = [...csvChunks(many, zh)];
    expect(chunks.length).toBeGreaterThan(3);
    expect(chunks.join('').split('\r\n')).toHaveLength(5002);
  });
});

describe('writeXlsx', () => {
  it('is read by a second reader: texts as texts, dates as dates, a bold header that stays, a filter, widths', async () => {
    const sheet = readSheet(await writeXlsx([list], open));
    const [first] = residents;
    expect(sheet.cells.get('A1')).toMatchObject({ type: 's', value: '姓名' });
    expect(sheet.isBold('A1')).toBe(true);
    expect(sheet.isBold('A2')).toBe(false);
    expect(sheet.cells.get('B2')).toMatchObject({ type: 's', value: first?.personal.citizenId });
    expect(sheet.formatOf('B2')).toBe('@');
    expect(sheet.cells.get('E2')).toMatchObject({ type: 'n', value: String(first?.birthYear) });
    const days = Date.UTC(first?.birthYear ?? 0, 0, 1) / 86_400_000 + 25_569;
    expect(Math.floor(Number(sheet.cells.get('F2')?.value) / 366)).toBe(Math.floor(days / 366));
    const born = new Date((Number(sheet.cells.get('F2')?.value) - 25_569) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    expect(born).toBe(first?.personal.birthDate);
    expect(sheet.formatOf('F2')).toBe('yyyy-mm-dd');
    expect(sheet.xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet.xml).toContain('<autoFilter ref="A1:H51"');
    expect(sheet.xml).toMatch(/<col min="2" max="2" width="\d+/);
    expect(sheet.workbook).toContain('name="居民名册"');
  });

  it('never writes a formula', async () => {
    const sheet = readSheet(await writeXlsx([plain(['=1+1', '@x', '+1', "=cmd|' /C calc'!A0"])], zh));
    expect(sheet.tags).not.toContain('f');
    expect(['A2', 'A3', 'A4', 'A5'].map((ref) => sheet.cells.get(ref)?.type)).toEqual(['s', 's', 's', 's']);
    expect(sheet.cells.get('A2')?.value).toBe('=1+1');
  });

  it('keeps any text that XML can hold', async () => {
    const texts = [' leading', '<&>"\'', 'line\nbreak', '😀𠮷', 'a'.repeat(40_000)];
    const sheet = readSheet(await writeXlsx([plain(texts)], zh));
    expect(texts.slice(0, 4).map((_, i) => sheet.cells.get(`A${i + 2}`)?.value)).toEqual(texts.slice(0, 4));
    expect(sheet.cells.get('A6')?.value).toHaveLength(32_767);
  });

  it('takes any name for a sheet, and two of the same', async () => {
    expect(sheetName('a/b[c]:*?\\')).toBe('a b c');
    expect(sheetName('')).toBe('Linli');
    expect([...sheetName('很'.repeat(60))]).toHaveLength(31);
    const { workbook } = readSheet(await writeXlsx([plain(['1']), plain(['2'])], zh), 2);
    expect(workbook).toContain('name="居民名册 (2)"');
  });

  it('writes an empty list as its header', async () => {
    expect(readSheet(await writeXlsx([plain([])], zh)).cells.get('A1')?.value).toBe('值');
  });
});

describe('recordList', () => {
  it('has words for codes, both languages, names for ids, and joins lists', () => {
    const member = sampleOf('memberships', { posts: ['policy', 'civility'] as never, mode: 'direct' });
    const shown = recordList('memberships', NAME, [member], {
      paths: ['mode', 'posts', 'branchId', 'createdAt', 'duesPaidTo'],
    });
    const row = (language: 'zh' | 'en') => shown.columns.map(({ value }) => value(member, language));
    expect(row('zh')[0]).not.toBe('direct');
    expect(row('zh')[1]).toContain('、');
    expect(row('en')[1]).toContain(', ');
    expect(row('zh')[3]).toBe('2026-03-05 10:00');
  });

  it('knows a list for every code of every schema', () => {
    for (const [table, schema] of Object.entries(SCHEMAS) as [TableName, (typeof SCHEMAS)[TableName]][]) {
      const shape = { ...schema.shape } as Record<
        string,
        { def: { type: string; innerType?: { def: { type: string } }; element?: { def: { type: string } } } }
      >;
      for (const [key, field] of Object.entries(shape)) {
        const inner = field.def.innerType ?? field.def.element ?? field;
        if (inner.def.type !== 'enum') continue;
        const options = (inner as unknown as { options: string[] }).options;
        expect(Object.keys(CODE_LISTS[table]?.[key] ?? {}), `${table}.${key}`).toEqual(
          expect.arrayContaining(options),
        );
      }
    }
  });
});
