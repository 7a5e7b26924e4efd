/**
 * Finds the floors that records lie on, by ids. One record is one look-up by the index of ids; thousands, as an import brings them,
 * are cheaper by reading the floors of the buildings they name, and asking only for what is not there.
 */
import type { CommunityDatabase } from '../database.ts';
import { type FloorRow, floorsOf } from '../schema/layout.ts';

export interface FoundFloors {
  /** By key. */
  readonly floors: Map<string, FloorRow>;
  /** The key of the floor that each id lies on; ids that lie nowhere are absent. */
  readonly floorOf: Map<string, string>;
}

/** Finds the floor that holds a record. Cost: one look-up by the index of ids. */
export const floorWith = (db: CommunityDatabase, id: string): PromiseLike<FloorRow | undefined> =>
  db.of('floors').where('ids').equals(id).first();

/** From here on whole buildings are read. */
const MANY = 300;

const findEach = async (
  db: CommunityDatabase,
  ids: Iterable<string>,
  { floors, floorOf }: FoundFloors,
): Promise<void> => {
  const find = async (id: string): Promise<void> => {
    const row = await floorWith(db, id);
    if (!row) return;
    if (!floors.has(row.key)) floors.set(row.key, row);
    floorOf.set(id, row.key);
  };
  await Promise.all([...ids].map(find));
};

const readBuildings = async (
  db: CommunityDatabase,
  buildingIds: Iterable<string>,
  sought: ReadonlySet<string>,
  { floors, floorOf }: FoundFloors,
): Promise<void> => {
  const read = async (buildingId: string): Promise<void> => {
    const prefix = floorsOf(buildingId);
    for (const row of await db.of('floors').where('key').startsWith(prefix).toArray()) {
      floors.set(row.key, row);
      for (const id of row.ids) if (sought.has(id)) floorOf.set(id, row.key);
    }
  };
  await Promise.all([...buildingIds].map(read));
};

/** Ids made a moment ago sort behind all others, so that one count over their range tells that none of them is there. */
const noneBetween = async (db: CommunityDatabase, sorted: readonly string[]): Promise<boolean> => {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return true;
  return (await db.of('floors').where('ids').between(first, last, true, true).count()) === 0;
};

/** `buildingIds`: where the records probably lie. Cost: a look-up per id, or one range per building and one count. */
export const findFloors = async (
  db: CommunityDatabase,
  sought: ReadonlySet<string>,
  buildingIds: ReadonlySet<string>,
): Promise<FoundFloors> => {
  const found: FoundFloors = { floors: new Map(), floorOf: new Map() };
  if (sought.size < MANY) {
    await findEach(db, sought, found);
    return found;
  }
  await readBuildings(db, buildingIds, sought, found);
  const missing = [...sought].filter((id) => !found.floorOf.has(id)).sort();
  if (!(await noneBetween(db, missing))) await findEach(db, missing, found);
  return found;
};
