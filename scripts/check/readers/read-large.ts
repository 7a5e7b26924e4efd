/** What is done with a large file in a process of its own, and what it comes to in words. */
import { createIdSource } from '../../../src/domain/ids.ts';
import type { Building, Dwelling } from '../../../src/domain/records/index.ts';
import { readPlaces } from '../../../src/transfer/places/read-places.ts';
import {
  createPlaceDirectory,
  existingOf,
  guessTable,
  mappingOf,
  planImport,
  readTable,
  sampleOfSheet,
} from '../../../src/transfer/tables/index.ts';
import { fileOfPath } from '../../convert/disk-file.ts';
import { BUILDINGS, HOMES_OF_A_BUILDING, type LargeFile } from './large-files.ts';

const AT = Date.UTC(2026, 2, 5, 2);
const newId = createIdSource(
  () => AT,
  () => 0.5,
);
const communityId = newId();
const base = () => ({ id: newId(), communityId, createdAt: AT, updatedAt: AT, revision: 1 });

/** The buildings and homes that the roster names. */
const town = () => {
  const buildings: Building[] = [];
  const dwellings: Dwelling[] = [];
  for (let b = 1; b <= BUILDINGS; b++) {
    const building: Building = {
      ...base(),
      gridId: null,
      name: `${b}号楼`,
      estate: '云和家园',
      number: String(b),
      aliases: [],
      use: 'residential',
      footprint: [
        [
          [107.6, 35.7],
          [107.601, 35.7],
          [107.601, 35.701],
        ],
      ],
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
    };
    buildings.push(building);
    for (let home = 0; home < HOMES_OF_A_BUILDING; home++) {
      const [floor, door] = [(Math.floor(home / 2) % 12) + 1, (home % 2) + 1];
      dwellings.push({
        ...base(),
        buildingId: building.id,
        unit: Math.floor(home / 24) + 1,
        floor,
        door,
        room: String(floor * 100 + door),
        use: 'home',
        occupancy: 'vacant',
        areaSquareMetres: null,
        rooms: null,
        personal: {},
      });
    }
  }
  return { buildings, dwellings };
};

const readRows = async (path: string): Promise<string> => {
  const table = await readTable(await fileOfPath(path));
  let rows = 0;
  for (const sheet of table.sheets) for await (const chunk of sheet.rows()) rows += chunk.length;
  return `${rows} rows`;
};

const planRows = async (path: string): Promise<string> => {
  const table = await readTable(await fileOfPath(path));
  const [sheet] = table.sheets;
  if (!sheet) throw new Error('no sheet');
  const mapping = mappingOf(guessTable(await sampleOfSheet(table, sheet)));
  const known = town();
  const counts: Record<string, number> = {};
  const plan = planImport(
    sheet.rows(),
    mapping,
    mapping.kind,
    createPlaceDirectory(known),
    existingOf(known),
    {
      stamp: { communityId, by: '', at: AT, newId },
    },
  );
  for await (const { outcomes } of plan)
    for (const { outcome } of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return Object.entries(counts)
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(', ');
};

const readMap =
  (format: 'geojson' | 'cityjson') =>
  async (path: string): Promise<string> => {
    const set = await readPlaces(await fileOfPath(path), format);
    return `${set.buildings.length} buildings`;
  };

interface LargeReader {
  readonly title: string;
  readonly file: LargeFile;
  readonly read: (path: string) => Promise<string>;
}

export const LARGE_READERS: Readonly<Record<string, LargeReader>> = {
  rows: { title: 'CSV, rows with quoted newlines', file: 'lines.csv', read: readRows },
  plan: { title: 'CSV, residents read and planned', file: 'residents.csv', read: planRows },
  'plan-xlsx': { title: 'XLSX, residents read and planned', file: 'residents.xlsx', read: planRows },
  geojson: { title: 'GeoJSON, a collection', file: 'buildings.geojson', read: readMap('geojson') },
  geojsonl: { title: 'GeoJSON, a feature a line', file: 'buildings.geojsonl', read: readMap('geojson') },
  cityjson: { title: 'CityJSON, one document', file: 'city.json', read: readMap('cityjson') },
};

export const readLarge = (reader: string, path: string): Promise<string> => {
  const found = LARGE_READERS[reader];
  if (!found) throw new Error(`no reader ${reader}`);
  return found.read(path);
};
