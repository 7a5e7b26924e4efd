/**
 * Fills the index from the database and keeps it true after commits. A commit names the records it touched; each is read again and
 * put in place of what was there.
 */
import type { RecordOf, TableName } from '../../domain/records/index.ts';
import { type Committed, eachResident, listPage, places, record } from '../../storage/index.ts';
import {
  buildingEntry,
  dwellingEntry,
  facilityEntry,
  gridEntry,
  matterEntry,
  organisationEntry,
  type Reader,
  residentEntry,
} from './entries.ts';
import type { Entry } from './search-entry.ts';
import type { SearchIndex } from './search-index.ts';

/** Residents at a time; between two chunks the worker can answer. */
const CHUNK = 2000;
const EVERYTHING = { offset: 0, limit: 100_000 };

type Indexed = 'grids' | 'buildings' | 'dwellings' | 'residents' | 'organisations' | 'facilities' | 'matters';
type Makers = { [T in Indexed]: (index: SearchIndex, read: Reader, record: RecordOf<T>) => Entry };

const MAKERS: Makers = {
  grids: (_index, read, grid) => gridEntry(read, grid),
  buildings: (index, read, building) => {
    index.putBuilding(building);
    return buildingEntry(index, read, building);
  },
  dwellings: (index, _read, dwelling) => {
    index.putHome(dwelling);
    return dwellingEntry(index, dwelling);
  },
  residents: residentEntry,
  organisations: organisationEntry,
  facilities: facilityEntry,
  matters: matterEntry,
};

const isIndexed = (table: TableName): table is Indexed => Object.hasOwn(MAKERS, table);

export const fillIndex = async (index: SearchIndex, read: Reader): Promise<void> => {
  const { buildings, grids, facilities } = await places();
  const gridsById = new Map(grids.map((grid) => [grid.id, grid]));
  for (const building of buildings) {
    index.putBuilding(building);
    index.put(buildingEntry(index, read, building, gridsById.get(building.gridId ?? '')));
  }
  for (const grid of grids) index.put(gridEntry(read, grid));
  for (const facility of facilities) index.put(facilityEntry(index, read, facility));
  await eachResident(CHUNK, (residents, homes) => {
    for (const home of homes) index.put(MAKERS.dwellings(index, read, home));
    for (const resident of residents) index.put(residentEntry(index, read, resident));
  });
  for (const organisation of (await listPage('organisations', EVERYTHING)).records)
    index.put(organisationEntry(index, read, organisation));
  for (const matter of (await listPage('matters', EVERYTHING)).records)
    index.put(matterEntry(index, read, matter));
};

const renew = async <T extends Indexed>(
  index: SearchIndex,
  read: Reader,
  table: T,
  id: string,
): Promise<void> => {
  const now = await record(table, id);
  const make = MAKERS[table] as (index: SearchIndex, read: Reader, record: RecordOf<T>) => Entry;
  const closed = table === 'grids' && (now as RecordOf<'grids'> | undefined)?.validTo !== null;
  if (now && !closed) index.put(make(index, read, now));
  else index.remove(id);
};

export const followCommit = async (
  index: SearchIndex,
  read: Reader,
  { ids }: Pick<Committed, 'ids'>,
): Promise<void> => {
  for (const { table, id } of ids) if (isIndexed(table)) await renew(index, read, table, id);
};
