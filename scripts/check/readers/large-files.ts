/** Large files that are written when they are asked for, and taken away: rosters of invented residents, buildings of a map. */
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import { citizenIdCheckSign } from '../../../src/domain/checks/citizen-id.ts';

export type LargeFile =
  | 'residents.csv'
  | 'residents.xlsx'
  | 'lines.csv'
  | 'buildings.geojson'
  | 'buildings.geojsonl'
  | 'city.json';

/** Homes of the roster: 云和家园, building b, unit 1–3, floors 1–12, two doors. */
export const HOMES_OF_A_BUILDING = 72;
export const BUILDINGS = 1000;

const addressOf = (home: number): string => {
  const building = Math.floor(home / HOMES_OF_A_BUILDING) + 1;
  const within = home % HOMES_OF_A_BUILDING;
  return `云和家园${building}号楼${Math.floor(within / 24) + 1}单元${((Math.floor(within / 2) % 12) + 1) * 100 + (within % 2) + 1}`;
};

const resident = (n: number): string => {
  const home = Math.floor(n / 3) % (HOMES_OF_A_BUILDING * BUILDINGS);
  const round = Math.floor(n / (3 * HOMES_OF_A_BUILDING * BUILDINGS));
  const day = `${1930 + (n % 90)}${String((Math.floor(n / 90) % 12) + 1).padStart(2, '0')}${String((Math.floor(n / 1080) % 28) + 1).padStart(2, '0')}`;
  const first = `62100${(Math.floor(n / 30_240) % 9) + 1}${day}${String(Math.floor(n / 272_160) % 1000).padStart(3, '0')}`;
  const relation = n % 3 === 0 ? '户主' : '其他';
  return `H${home}-${round},云知秋${n},${relation},${first}${citizenIdCheckSign(first)},139${String(10_000_000 + (n % 9e7))},${addressOf(home)},高中,云和物业,\r\n`;
};

const featureText = (i: number): string => {
  const [x, y] = [107 + (i % 2000) * 1e-4, 35 + Math.floor(i / 2000) * 1e-4];
  const corners = [0, 0, 6, 0, 10, 0, 10, 8, 6, 8, 6, 9, 2, 9, 2, 8, 0, 8, 0, 0];
  const ring = Array.from(
    { length: 10 },
    (_, k) =>
      `[${(x + (corners[2 * k] ?? 0) * 6e-6).toFixed(7)},${(y + (corners[2 * k + 1] ?? 0) * 6e-6).toFixed(7)}]`,
  );
  return `{"type":"Feature","properties":{"building":"yes","name":"楼 ${i}","building:levels":${1 + (i % 30)},"addr:street":"北大街","height":"${i % 50}.5 m"},"geometry":{"type":"Polygon","coordinates":[[${ring.join()}]]}}`;
};

/** A box of eight vertices and six faces with semantics; vertices come at the end of the file. */
const cityObject = (i: number): string => {
  const v = i * 8;
  const face = (...at: number[]): string => `[[${at.map((k) => v + k).join()}]]`;
  return `"b${i}":{"type":"Building","attributes":{"name":"${i}号楼","storeysAboveGround":6,"yearOfConstruction":1998},"geometry":[{"type":"Solid","lod":"2","boundaries":[[${[face(0, 3, 2, 1), face(4, 5, 6, 7), face(0, 1, 5, 4), face(1, 2, 6, 5), face(2, 3, 7, 6), face(3, 0, 4, 7)].join()}]],"semantics":{"surfaces":[{"type":"GroundSurface"},{"type":"RoofSurface"},{"type":"WallSurface"}],"values":[[0,1,2,2,2,2]]}}]}`;
};
const cityVertices = (i: number): string => {
  const [x, y] = [(i % 3000) * 30_000, Math.floor(i / 3000) * 30_000];
  const corner = (dx: number, dy: number, z: number): string => `[${x + dx},${y + dy},${z}]`;
  return [0, 18_000]
    .flatMap((z) => [corner(0, 0, z), corner(12_000, 0, z), corner(12_000, 9000, z), corner(0, 9000, z)])
    .join();
};

type Piece = (i: number) => string;
/** What stands before, each piece, between them, behind. `city.json` has two lists of the same length. */
const WAYS: Readonly<
  Record<Exclude<LargeFile, 'city.json' | 'residents.xlsx'>, readonly [string, Piece, string, string]>
> = {
  'residents.csv': [
    '户号,姓名,与户主关系,公民身份号码,联系电话,现住址,文化程度,工作单位,备注\r\n',
    resident,
    '',
    '',
  ],
  'lines.csv': ['a,b,c\r\n', (i) => `"${i} 两\n行","""引""",${'x'.repeat(i % 60)}\r\n`, '', ''],
  'buildings.geojson': ['{"type":"FeatureCollection","features":[', featureText, ',\n', ']}'],
  'buildings.geojsonl': ['', featureText, '\n', '\n'],
};

const BUFFER_SIGNS = 400_000;

const writePieces = (
  handle: number,
  piece: Piece,
  between: string,
  done: (bytes: number, count: number) => boolean,
): number => {
  let text = '';
  let bytes = 0;
  let i = 0;
  for (; !done(bytes, i); i++) {
    text += i === 0 ? piece(i) : between + piece(i);
    if (text.length < BUFFER_SIGNS) continue;
    bytes += writeSync(handle, text);
    text = '';
  }
  writeSync(handle, text);
  return i;
};

const HEADERS = WAYS['residents.csv'][0].trim().split(',');

/** The roster as a workbook, its texts in a table of their own as spreadsheet programs write them. */
const writeWorkbook = (handle: number, full: (bytes: number) => boolean): void => {
  let bytes = 0;
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    bytes += writeSync(handle, piece);
  });
  const part = (name: string, text: Iterable<string>): void => {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    let waiting = '';
    for (const piece of text) {
      waiting += piece;
      if (waiting.length < BUFFER_SIGNS) continue;
      entry.push(new TextEncoder().encode(waiting));
      waiting = '';
    }
    entry.push(new TextEncoder().encode(waiting), true);
  };
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (...all: readonly (readonly [id: string, type: string, target: string])[]): string[] => [
    `<Relationships>${all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${relation}/${type}" Target="${target}"/>`).join('')}</Relationships>`,
  ];
  part('_rels/.rels', relations(['a', 'officeDocument', 'xl/workbook.xml']));
  part('xl/workbook.xml', ['<workbook><sheets><sheet name="居民" sheetId="1" id="s"/></sheets></workbook>']);
  part(
    'xl/_rels/workbook.xml.rels',
    relations(['s', 'worksheet', 'worksheets/sheet1.xml'], ['t', 'sharedStrings', 'sharedStrings.xml']),
  );
  const strings = new Map<string, number>();
  const indexOf = (text: string): number => {
    const known = strings.get(text) ?? strings.size;
    strings.set(text, known);
    return known;
  };
  const rowXml = (cells: readonly string[], row: number): string =>
    `<row r="${row}">${cells.map((text, c) => (text === '' ? '' : `<c r="${String.fromCharCode(65 + c)}${row}" t="s"><v>${indexOf(text)}</v></c>`)).join('')}</row>`;
  // The sheet takes less than half of the whole; the texts, which every row adds to, the rest.
  const rows = function* (): Generator<string> {
    yield `<worksheet><sheetData>${rowXml(HEADERS, 1)}`;
    for (let i = 0; !full(bytes * 2.5); i++) yield rowXml(resident(i).trim().split(','), i + 2);
    yield '</sheetData></worksheet>';
  };
  part('xl/worksheets/sheet1.xml', rows());
  const texts = function* (): Generator<string> {
    yield '<sst>';
    for (const text of strings.keys()) yield `<si><t>${text}</t></si>`;
    yield '</sst>';
  };
  part('xl/sharedStrings.xml', texts());
  zip.end();
};

export const makeLargeFiles = (size: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-large-'));
  const write = (name: LargeFile, path: string): void => {
    const handle = openSync(path, 'w');
    const full = (bytes: number): boolean => bytes >= size;
    if (name === 'residents.xlsx') writeWorkbook(handle, full);
    else if (name === 'city.json') {
      writeSync(
        handle,
        '{"type":"CityJSON","version":"2.0","transform":{"scale":[0.001,0.001,0.001],"translate":[84000,446000,0]},"metadata":{"referenceSystem":"https://www.opengis.net/def/crs/EPSG/0/7415"},"CityObjects":{',
      );
      const count = writePieces(handle, cityObject, ',', (bytes) => bytes >= size * 0.75);
      writeSync(handle, '},"vertices":[');
      writePieces(handle, cityVertices, ',', (_bytes, at) => at >= count);
      writeSync(handle, ']}');
    } else {
      const [before, piece, between, behind] = WAYS[name];
      writeSync(handle, before);
      writePieces(handle, piece, between, full);
      writeSync(handle, behind);
    }
    closeSync(handle);
  };
  return {
    get: (name: LargeFile): { readonly path: string; readonly bytes: number } => {
      const path = join(folder, name);
      if (statSync(path, { throwIfNoEntry: false }) === undefined) write(name, path);
      return { path, bytes: statSync(path).size };
    },
    remove: (): void => rmSync(folder, { recursive: true }),
  };
};
