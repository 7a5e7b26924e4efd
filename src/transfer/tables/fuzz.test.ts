/** Files that were bitten, cut and mixed up: they end in rows or in a refusal that says why, soon, and never in anything else. */
import { random32 } from '../../domain/random32.ts';
import { writeXlsx } from 'hucre';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { Refused } from '../problem.ts';
import { fileOfBytes } from '../source-file.ts';
import { guessTable } from './guess/guess-table.ts';
import { mappingOf } from './mapping.ts';
import { createRowFilter } from './data-rows.ts';
import { readTable } from './read-table.ts';
import { sampleOfSheet } from './table.ts';
import { csvOf, idOf } from './testing/tables.ts';
import { inline, sheetData, workbookOf } from './testing/workbooks.ts';

const SEED = Number(process.env['SEED'] ?? 20_260_305);
const EACH = 1_300;
const ROWS = [
  ['姓名', '身份证号', '现住址', '备注'],
  ...Array.from({ length: 12 }, (_, i) => [
    '云建国',
    idOf('19700305', `0${10 + i}`),
    `云和家园3-2-50${i % 9}`,
    i % 3 === 0 ? '两\n行,"引"' : '',
  ]),
];

const seeds: readonly (readonly [string, Uint8Array])[] = [
  ['utf-8', new TextEncoder().encode(csvOf(ROWS))],
  ['gbk', new Uint8Array(iconv.encode(csvOf(ROWS, ';'), 'gbk'))],
  ['utf-16', new Uint8Array(iconv.encode(csvOf(ROWS, '\t'), 'utf-16le', { addBOM: true }))],
  [
    'by hucre',
    new Uint8Array(
      await writeXlsx({
        sheets: [
          { name: 'A', rows: ROWS },
          { name: 'B', rows: ROWS, hidden: true },
        ],
      }),
    ),
  ],
  [
    'by hand',
    workbookOf({
      strings: '<si><t>云</t></si><si><r><t>建</t></r></si>',
      styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
      sheet: `${sheetData([inline('A1', '姓名'), '<c r="A2" t="s"><v>0</v></c><c r="B2" s="0"><v>32939</v></c>', '<c><f>A1</f><v>1</v></c>'])}<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`,
    }),
  ],
];

/** One of the ways in which files go bad. */
const damage = (bytes: Uint8Array, random: () => number): Uint8Array => {
  const at = (): number => Math.floor(random() * bytes.length);
  switch (Math.floor(random() * 5)) {
    case 0: {
      const copy = bytes.slice();
      for (let n = 1 + Math.floor(random() * 8); n > 0; n--) copy[at()] = Math.floor(random() * 256);
      return copy;
    }
    case 1:
      return bytes.slice(0, at());
    case 2: {
      const [from, to] = [at(), at()].sort((a, b) => a - b) as [number, number];
      return Uint8Array.from([...bytes.subarray(0, from), ...bytes.subarray(to)]);
    }
    case 3: {
      const from = at();
      const part = bytes.subarray(from, from + Math.floor(random() * 200));
      const to = at();
      return Uint8Array.from([...bytes.subarray(0, to), ...part, ...bytes.subarray(to)]);
    }
    default: {
      const copy = bytes.slice();
      const from = at();
      copy.fill(random() < 0.5 ? 0 : 255, from, from + 1 + Math.floor(random() * 16));
      return copy;
    }
  }
};

/** Guessing costs ten times the reading: it is tried on some. */
const tryIt = async (bytes: Uint8Array, guesses: boolean): Promise<'rows' | 'refused'> => {
  try {
    const table = await readTable(fileOfBytes('x', bytes));
    for (const sheet of table.sheets) {
      const sample = guesses ? await sampleOfSheet(table, sheet) : null;
      const skips = sample && createRowFilter(mappingOf(guessTable(sample, undefined, '2026-03-05')));
      let last = 0;
      for await (const chunk of sheet.rows())
        for (const row of chunk) {
          if (row.number <= last) throw new Error(`row ${row.number} after ${last}`);
          last = row.number;
          skips?.(row);
        }
    }
    return 'rows';
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    expect(error.problem.zh).not.toBe('');
    expect(error.problem.en).not.toBe('');
    return 'refused';
  }
};

describe(`damaged files (seed ${SEED})`, () => {
  it.each(seeds)(`${EACH} of %s`, async (_name, bytes) => {
    expect(await tryIt(bytes, true)).toBe('rows');
    const random = random32(SEED + bytes.length);
    const tally = { rows: 0, refused: 0 };
    let slowestMs = 0;
    for (let i = 0; i < EACH; i++) {
      let bad = damage(bytes, random);
      if (random() < 0.3) bad = damage(bad.length > 0 ? bad : bytes, random);
      const started = performance.now();
      try {
        tally[await tryIt(bad, i % 10 === 0)]++;
      } catch (error) {
        throw new Error(`input ${i} (${Buffer.from(bad).toString('base64')})`, { cause: error });
      }
      slowestMs = Math.max(slowestMs, performance.now() - started);
    }
    expect(tally.rows + tally.refused).toBe(EACH);
    expect(slowestMs).toBeLessThan(5_000);
  });

  it('500 whole archives with bitten XML in them', async () => {
    const random = random32(SEED);
    const sheet = `${sheetData([inline('A1', '姓名') + inline('B1', '日期'), '<c r="A2" t="s"><v>0</v></c><c r="B2" s="0"><v>32939</v></c>', '<c><f>A1</f><v>1</v></c>'])}<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>`;
    const parts = [
      sheet,
      '<si><t>云</t></si>',
      '<cellXfs><xf numFmtId="14"/></cellXfs>',
      '<workbookPr date1904="1"/>',
    ];
    const signs = '<>/="&; 0123456789ABCXtsrv\u0000云';
    const tally = { rows: 0, refused: 0 };
    for (let i = 0; i < 500; i++) {
      const bitten = [...parts];
      const which = Math.floor(random() * random() * parts.length);
      let text = bitten[which] ?? '';
      for (let n = 1 + Math.floor(random() * 3); n > 0; n--) {
        const at = Math.floor(random() * text.length);
        const sign = signs[Math.floor(random() * signs.length)] ?? '';
        text = text.slice(0, at) + (random() < 0.3 ? '' : sign) + text.slice(at + (random() < 0.3 ? 0 : 1));
      }
      bitten[which] = text;
      const [body = '', strings = '', styles = '', workbook = ''] = bitten;
      tally[await tryIt(workbookOf({ sheet: body, strings, styles, workbook }), i % 10 === 0)]++;
    }
    expect(Math.min(tally.rows, tally.refused)).toBeGreaterThan(50);
  });
});
