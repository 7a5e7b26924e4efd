/**
 * The versions of a community's database, oldest first. A version is never edited once it has been used; a change is a new
 * entry with a name and a before/after test. `stores` follows Dexie: primary key first, then indexes; what a version does not
 * name stays as it was.
 */
import type { Transaction } from 'dexie';
import type { JournalRow } from './layout.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly stores: Readonly<Record<string, string>>;
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    name: 'records by floor, counts by building, journal and outbox',
    stores: {
      communities: 'id',
      landscapes: 'id',
      organisations: 'id, buildingId',
      partyBodies: 'id',
      grids: 'id',
      gridWorkers: 'id',
      buildings: 'id',
      buildingHeads: 'id, buildingId',
      duties: 'id, membershipId',
      facilities: 'id',
      services: 'id, facilityId',
      matters: 'id, buildingId, residentId',
      visits: 'id, residentId, householdId',
      floors: 'key, *ids',
      stats: 'buildingId',
      journal: '++seq, &editId',
      outbox: 'seq',
      desks: 'desk',
      drafts: 'key',
      meta: 'key',
    },
  },
  {
    version: 2,
    name: 'history of a record: journal by the records it touched',
    stores: { journal: '++seq, &editId, *touched' },
    upgrade: async (transaction) => {
      await transaction
        .table<JournalRow, number>('journal')
        .toCollection()
        .modify((row) => {
          row.touched = [...new Set(row.changes.map((change) => change.id))].sort();
        });
    },
  },
  {
    version: 3,
    name: 'sources of places, their links, aliases of addresses, disclosures, grid plans; assets by content',
    stores: {
      sources: 'id',
      sourceLinks: 'id, sourceId, buildingId',
      addressAliases: 'id, buildingId',
      disclosures: 'id',
      gridPlans: 'id',
      assets: 'id',
    },
  },
];

export const LATEST_VERSION = MIGRATIONS.at(-1)?.version ?? 0;
