/**
 * Importing a roster of 100,000 made-up residents: rows a second for reading, and for reading, checking and planning. Counted in seconds
 * of the processor, so that a busy machine does not make them slower.
 */
import { createIdSource } from '../../src/domain/ids.ts';
import { citizenIdCheckSign } from '../../src/domain/checks/citizen-id.ts';
import type { Building, Dwelling } from '../../src/domain/records/index.ts';
import { fileOfBytes } from '../../src/transfer/source-file.ts';
import {
  createPlaceDirectory,
  existingOf,
  guessTable,
  mappingOf,
  planImport,
  readTable,
  sampleOfSheet,
} from '../../src/transfer/tables/index.ts';
import { zipSync, strToU8 } from 'fflate';
import type { Figure } from './table.ts';

export const PEOPLE = 100_000;
const PEOPLE_OF_A_HOME = 3;
const HOMES_OF_A_BUILDING = 72;
/** Rows a second that the design promises for reading, checking and planning on one core. */
export const AIM = 8_000;
const COMMUNITY = '01J0000000000000000000000C';
const AT = Date.UTC(2026, 2, 5, 2);

const ids = createIdSource(
  () => AT,
  () => 0.5,
);
const base = () => ({ id: ids(), communityId: COMMUNITY, createdAt: AT, updatedAt: AT, revision: 1 });

const HEADER = [
  '户号',
  '姓名',
  '与户主关系',
  '性别',
  '公民身份号码',
  '联系电话',
  '现住址',
  '文化程度',
  '婚姻状况',
  '工作单位',
  '备注',
];
const SURNAMES = '云何柏桑榆松柳桐枫槐';
const GIVEN = '知秋若水明远清和致中景行思齐怀瑾';
const RELATIONS = ['户主', '妻', '长子'];

interface Town {
  readonly buildings: readonly Building[];
  readonly dwellings: readonly Dwelling[];
  readonly rows: readonly (readonly string[])[];
}

const personRow = (n: number, home: number, address: string): string[] => {
  const place = n % PEOPLE_OF_A_HOME;
  const year = [1968, 1971, 1996][place] ?? 1990;
  const sequence = String((home % 499) * 2 + (place === 1 ? 0 : 1)).padStart(3, '0');
  const month = String((Math.floor(home / 499) % 12) + 1).padStart(2, '0');
  const day = String((Math.floor(home / 5_988) % 28) + 1).padStart(2, '0');
  const first17 = `621002${year}${month}${day}${sequence}`;
  const name = `${SURNAMES[n % 10]}${GIVEN[n % 16]}${GIVEN[(n * 7) % 16]}`;
  return [
    `H${home}`,
    name,
    RELATIONS[place] ?? '',
    place === 1 ? '女' : '男',
    first17 + citizenIdCheckSign(first17),
    `139${String(10_000_000 + n)}`,
    address,
    '高中',
    place === 2 ? '未婚' : '已婚',
    '云和物业',
    '',
  ];
};

/** Slabs of 40 × 14 m in rows of thirty. */
const slabAt = (number: number): [number, number][] => {
  const [west, south] = [107.6 + (number % 30) * 0.0008, 35.7 + Math.floor(number / 30) * 0.0005];
  const [east, north] = [west + 0.00044, south + 0.000126];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
};

export const makeTown = (): Town => {
  const buildings: Building[] = [];
  const dwellings: Dwelling[] = [];
  const rows: string[][] = [];
  for (let home = 0; rows.length < PEOPLE; home++) {
    const number = Math.floor(home / HOMES_OF_A_BUILDING) + 1;
    const within = home % HOMES_OF_A_BUILDING;
    if (within === 0)
      buildings.push({
        ...base(),
        gridId: null,
        name: `${number}号楼`,
        estate: '云和家园',
        number: String(number),
        aliases: [],
        use: 'residential',
        footprint: [slabAt(number)],
        heightMetres: 36,
        minHeightMetres: 0,
        storeys: 12,
        podiumStoreys: 0,
        roof: 'flat',
        facade: 0,
        units: 3,
        doorsPerLanding: 2,
        yearBuilt: null,
        branchId: null,
      });
    const [unit, floor, door] = [
      Math.floor(within / 24) + 1,
      (Math.floor(within / 2) % 12) + 1,
      (within % 2) + 1,
    ];
    const room = String(floor * 100 + door);
    dwellings.push({
      ...base(),
      buildingId: buildings.at(-1)?.id ?? '',
      unit,
      floor,
      door,
      room,
      use: 'home',
      occupancy: 'vacant',
      areaSquareMetres: null,
      rooms: null,
      personal: {},
    });
    const address = `云和家园${number}号楼${unit}单元${room}室`;
    for (let i = 0; i < PEOPLE_OF_A_HOME && rows.length < PEOPLE; i++)
      rows.push(personRow(rows.length, home, address));
  }
  return { buildings, dwellings, rows };
};

export const csvBytes = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode([HEADER, ...rows].map((row) => row.join(',')).join('\r\n'));

const xlsxBytes = (rows: readonly (readonly string[])[]): Uint8Array => {
  const xml = (row: readonly string[], i: number): string =>
    `<row r="${i + 1}">${row.map((text, c) => `<c r="${String.fromCharCode(65 + c)}${i + 1}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
  const relation = 'http://www.w3.org/officeDocument/relationships';
  return zipSync(
    {
      '_rels/.rels': strToU8(
        `<Relationships><Relationship Id="a" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships><Relationship Id="s" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/workbook.xml': strToU8(
        '<workbook><sheets><sheet name="居民" sheetId="1" id="s"/></sheets></workbook>',
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet><sheetData>${[HEADER, ...rows].map(xml).join('')}</sheetData></worksheet>`,
      ),
    },
    { level: 6 },
  );
};

/** Of all threads of this process: the collector of garbage has its own. */
const processorSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Seconds to read a file, and to read, check and plan it. */
const measure = async (
  name: string,
  bytes: Uint8Array,
  town: Town,
): Promise<{ read: number; plan: number; done: number }> => {
  const file = fileOfBytes(name, bytes);
  const started = processorSeconds();
  let count = 0;
  for await (const chunk of (await readTable(file)).sheets[0]?.rows() ?? []) count += chunk.length;
  if (count !== PEOPLE + 1) throw new Error(`read ${count} rows of ${PEOPLE + 1}`);
  const read = processorSeconds();
  const table = await readTable(file);
  const [sheet] = table.sheets;
  if (!sheet) throw new Error('there is no sheet');
  const mapping = mappingOf(guessTable(await sampleOfSheet(table, sheet)));
  const directory = createPlaceDirectory(town);
  const options = { stamp: { communityId: COMMUNITY, by: 'bench', at: AT, newId: ids } };
  let done = 0;
  for await (const { outcomes } of planImport(
    sheet.rows(),
    mapping,
    mapping.kind,
    directory,
    existingOf(town),
    options,
  ))
    done += outcomes.filter(({ outcome }) => outcome === 'imported').length;
  return { read: read - started, plan: processorSeconds() - read, done };
};

export async function measureTables(): Promise<Figure[]> {
  const town = makeTown();
  const figures: Figure[] = [];
  for (const [name, bytes] of [
    ['residents.csv', csvBytes(town.rows)],
    ['residents.xlsx', xlsxBytes(town.rows)],
  ] as const) {
    const { read, plan, done } = await measure(name, bytes, town);
    figures.push(
      {
        name: `${name} (${Math.round(bytes.byteLength / 1e6)} MB): read`,
        unit: 'rows/s',
        measured: PEOPLE / read,
        aim: null,
      },
      {
        name: `${name}: read, check and plan`,
        unit: 'rows/s',
        measured: PEOPLE / plan,
        aim: AIM,
        least: true,
      },
      { name: `${name}: rows of ${PEOPLE} not imported`, unit: '', measured: PEOPLE - done, aim: 0 },
    );
  }
  figures.push({
    name: 'Largest memory',
    unit: 'MB',
    measured: process.resourceUsage().maxRSS / 1024,
    aim: null,
  });
  return figures;
}
