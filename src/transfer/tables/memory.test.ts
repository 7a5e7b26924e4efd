/**
 * Memory of a large roster while it is planned: what is alive then, and not merely not collected yet, stays below three times the file.
 * The bound for whole processes, six times the file and 200 MB, is held by `npm run check:readers -- memory`.
 *
 * Measured on Node 20 by that, a roster of 18 MB, 158,600 residents, above what the process has with a roster of a few rows: 745 MB
 * with rows as objects, 92 MB with rows as bytes and a heap that is collected early. Alive at the most: twice the file.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../domain/testing/samples.ts';
import { fileOfBytes } from '../source-file.ts';
import { PackedList } from '../packed/packed-list.ts';
import { csvOf, idOf, stamp } from './testing/tables.ts';
import {
  createPlaceDirectory,
  existingOf,
  guessTable,
  mappingOf,
  planImport,
  type PlanChunk,
  readTable,
  sampleOfSheet,
} from './index.ts';

const PEOPLE = 40_000;
const HOMES = 400;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const alive = (): number => {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** Households of four, whose members stand far apart: sorted by name, as offices like to have it. */
const roster = (): Uint8Array => {
  const rows = Array.from({ length: PEOPLE }, (_, n) => {
    const household = n % (PEOPLE / 4);
    const member = Math.floor(n / (PEOPLE / 4));
    const home = household % HOMES;
    const birth = `${1940 + member * 20}${String((household % 12) + 1).padStart(2, '0')}${String((Math.floor(household / 12) % 28) + 1).padStart(2, '0')}`;
    return [
      `H${household}`,
      `云知秋${n}`,
      member === 0 ? '户主' : '其他',
      idOf(birth, String(Math.floor(household / 336)).padStart(3, '0'), `62100${member + 1}`),
      `139${String(10_000_000 + n)}`,
      `云和家园1号楼${Math.floor(home / 200) + 1}单元${(Math.floor((home % 200) / 4) + 1) * 100 + (home % 4) + 1}室`,
      '云和物业服务有限责任公司第一管理处',
    ];
  });
  const header = ['户号', '姓名', '与户主关系', '公民身份号码', '联系电话', '现住址', '工作单位'];
  return new TextEncoder().encode(csvOf([header, ...rows]));
};

const town = () => {
  const building = sampleOf('buildings', { estate: '云和家园', number: '1', name: '1号楼', units: 2 });
  const dwellings = Array.from({ length: HOMES }, (_, home) => {
    const [floor, door] = [Math.floor((home % 200) / 4) + 1, (home % 4) + 1];
    return sampleOf('dwellings', {
      buildingId: building.id,
      unit: Math.floor(home / 200) + 1,
      floor,
      door,
      room: String(floor * 100 + door),
    });
  });
  return { buildings: [building], dwellings };
};

/** The most that is alive between chunks beyond what there was before, over the size of the file. */
const mostOver = async (bytes: Uint8Array, keep: (chunk: PlanChunk) => void): Promise<number> => {
  const known = town();
  const directory = createPlaceDirectory(known);
  const existing = existingOf(known);
  const table = await readTable(fileOfBytes('居民.csv', bytes));
  const [sheet] = table.sheets;
  if (!sheet) throw new Error('no sheet');
  const mapping = mappingOf(guessTable(await sampleOfSheet(table, sheet)));
  const before = alive();
  let most = 0;
  let imported = 0;
  let chunks = 0;
  const plan = planImport(sheet.rows(), mapping, mapping.kind, directory, existing, { stamp: stamp() });
  for await (const chunk of plan) {
    imported += chunk.outcomes.filter(({ outcome }) => outcome === 'imported').length;
    keep(chunk);
    if (chunks++ % 20 === 0) most = Math.max(most, alive() - before);
  }
  most = Math.max(most, alive() - before);
  expect(imported).toBe(PEOPLE);
  return most / bytes.byteLength;
};

describe('what is alive while a large roster is planned', () => {
  it('stays below three times the file where changes are written as they come', async () => {
    expect(await mostOver(roster(), () => undefined)).toBeLessThan(3);
  });

  it('and below six times where they wait, packed, for a person’s word', async () => {
    const kept = new PackedList();
    expect(await mostOver(roster(), ({ changes }) => kept.push(changes))).toBeLessThan(6);
    expect(kept.length).toBeGreaterThan(PEOPLE);
  });
});
