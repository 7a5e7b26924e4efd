/** What planners of tables about places and services share: the lists they look into, and how they answer. */
import type { Edit } from '../../../domain/edit.ts';
import { type Reason, refuse, type Result } from '../../../domain/reasons.ts';
import type {
  Building,
  Facility,
  Grid,
  GridWorker,
  Matter,
  Organisation,
  PartyBody,
  Service,
} from '../../../domain/records/index.ts';
import type { PlaceResolution } from '../places/directory.ts';
import { addressOf, homeReason, type PlanContext, writtenAddress } from './context.ts';
import type { PointOf } from './coordinates.ts';
import type { NameBook } from './names.ts';
import { type RowValues, textOf } from './row-reader.ts';

export interface RecordBooks {
  readonly organisations: NameBook<Organisation>;
  readonly partyBodies: NameBook<PartyBody>;
  readonly grids: NameBook<Grid>;
  readonly facilities: NameBook<Facility>;
  readonly gridWorkers: Map<string, GridWorker>;
  readonly services: Map<string, Service>;
  readonly matters: Map<string, Matter>;
  /** Homes and buildings as planned so far, where they differ from the directory's. */
  readonly buildings: Map<string, Building>;
  readonly homes: Map<string, string>;
  /** Where the coordinates of a row lie. */
  readonly pointOf: PointOf;
  lastMatterNumber: string | null;
}

export type PlannedRecord =
  | {
      readonly as: 'imported';
      readonly result: Result<Edit>;
      readonly place?: PlaceResolution | null;
      readonly warnings?: readonly Reason[];
    }
  | {
      readonly as: 'updated';
      readonly results: readonly Result<Edit | null>[];
      readonly place?: PlaceResolution | null;
      readonly warnings?: readonly Reason[];
    };

export const refused = (reason: Reason, place: PlaceResolution | null = null): PlannedRecord => ({
  as: 'imported',
  result: refuse(reason),
  place,
});
export const updated = (...results: readonly Result<Edit | null>[]): PlannedRecord => ({
  as: 'updated',
  results,
});

export const placeOf = (row: RowValues, context: PlanContext): PlaceResolution | null =>
  context.directory.resolveColumns(addressOf(row));
export const buildingIdOf = (place: PlaceResolution | null): string | null =>
  place && 'buildingId' in place ? place.buildingId : null;
export const lostPlace = (row: RowValues, place: PlaceResolution | null): Reason => ({
  ...homeReason(place, writtenAddress(row)),
  field: 'address',
});

/** A named record that the row points at: its id, null where the row names none, a reason where there is no such record. */
export const pointed = <T extends { id: string; name: string }>(
  row: RowValues,
  field: string,
  book: NameBook<T>,
  what: readonly [string, string],
): { readonly id: string | null } | { readonly reason: Reason } => {
  const name = textOf(row, field);
  if (name === undefined) return { id: null };
  const found = book.find(name);
  return found ? { id: found.id } : { reason: book.unknown(name, what, field) };
};

export type RecordPlanner = (row: RowValues, context: PlanContext, books: RecordBooks) => PlannedRecord;

/** By what a record is known that has no name of its own. */
export const serviceKey = (facilityId: string, name: string): string => `${facilityId}/${name}`;

export const matterKey = (matter: Pick<Matter, 'number' | 'openedAt' | 'personal'>): string =>
  `${matter.personal.title}/${matter.openedAt}`;

export const workerKey = (gridId: string, role: string, name: string): string => `${gridId}/${role}/${name}`;
