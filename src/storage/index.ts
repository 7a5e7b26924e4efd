/**
 * Storage: the community in the browser's database. `commit` is the only door for change; queries speak in records and hide how
 * they lie. The functions here work on the community that `openStore` opened.
 */
import type { Edit } from '../domain/edit.ts';
import type { TableName } from '../domain/records/index.ts';
import { assetIn, eachAssetIn, saveAssetIn } from './assets.ts';
import { type BackupState, backupStateIn, historyPagesIn, lastSeqIn, noteBackupIn } from './backup-state.ts';
import { type Act, type ActOptions, beginActIn, type Settled, settleActsIn } from './commit/act.ts';
import { type CommitResult, commitTo } from './commit/commit.ts';
import { type OnStep, redoIn, type UndoState, undoIn, undoStateOf } from './commit/undo.ts';
import { deleteDraftIn, loadDraftFrom, saveDraftIn } from './drafts.ts';
import { buildingsWithIn, dutiesBetweenIn, tallyBuildingIn, tallyBuildingsIn } from './queries/aggregates.ts';
import {
  dwellingCardIn,
  facilityCardIn,
  householdCardIn,
  organisationIn,
  residentCardIn,
} from './queries/cards.ts';
import { countIn, countsIn } from './queries/counts.ts';
import { everythingIn, type RecordBatch } from './queries/everything.ts';
import { gridPlansIn } from './queries/grid-plans.ts';
import { historyIn } from './queries/history.ts';
import { interiorIn } from './queries/interior.ts';
import { type ListPage, type ListQuery, listPageIn } from './queries/list-page.ts';
import { matterFiguresIn, textsNamingAnybodyIn } from './queries/matter-figures.ts';
import { partyTreeIn } from './queries/party.ts';
import { placesIn } from './queries/places.ts';
import { type Located, type LocateRef, locateIn, recordIn } from './queries/records.ts';
import { eachResidentIn } from './queries/scan.ts';
import { currentStore, openedStore } from './store.ts';

export type { Act, ActOptions, Settled } from './commit/act.ts';
export type { CommitResult } from './commit/commit.ts';
export type { UndoState } from './commit/undo.ts';
export type { BackupState } from './backup-state.ts';
export type { JournalRow } from './schema/layout.ts';
export { checksumOf } from './checksum.ts';
export { chooseCommunity, type CommunityEntry, listCommunities } from './database.ts';
export { type Committed, onCommitted, onVersionTrouble, type VersionTrouble } from './events.ts';
export { StoreError } from './failures.ts';
export type { InstallBatch } from './install/gather.ts';
export { type InstallOptions, installCommunity, removeCommunity } from './install/install.ts';
export { planDraftKey, withDraftSteps } from './plan-drafts.ts';
export { type Persistence, persistStorage } from './persist.ts';
export type {
  DwellingCard,
  FacilityCard,
  HomeContents,
  HouseholdCard,
  OrganisationCard,
  ResidentCard,
} from './queries/cards.ts';
export {
  AGE_BAND_YEARS,
  addTo,
  LAST_AGE_BAND,
  quarterOf,
  sumOf,
  type Tally,
} from './queries/aggregates.ts';
export type { Counts } from './queries/counts.ts';
export type { RecordBatch } from './queries/everything.ts';
export type { FieldChange, HistoryEntry } from './queries/history.ts';
export type { BuildingInterior } from './queries/interior.ts';
export type { ListCondition, ListPage, ListQuery, ListValue } from './queries/list-page.ts';
export type { MatterFigures, PressingPlace, PublishedMatter } from './queries/matter-figures.ts';
export type { PartyNode } from './queries/party.ts';
export type { Places } from './queries/places.ts';
export type { Located, LocateRef } from './queries/records.ts';
export { closeStore, openStore, type Store } from './store.ts';

export const commit = (edit: Edit): Promise<CommitResult> => commitTo(openedStore(), edit);
/** Several commits that are one act: an import. */
export const beginAct = (options: ActOptions): Promise<Act> => beginActIn(openedStore(), options);
export const settleActs = (onWait?: () => void): Promise<Settled> => settleActsIn(openedStore(), onWait);
export const undo = (onStep?: OnStep): Promise<CommitResult | null> =>
  undoIn(openedStore(), Date.now(), onStep);
export const redo = (onStep?: OnStep): Promise<CommitResult | null> =>
  redoIn(openedStore(), Date.now(), onStep);
export const undoState = (): Promise<UndoState> => undoStateOf(currentStore());

export const places = () => placesIn(currentStore());
export const interiorOf = (buildingId: string) => interiorIn(currentStore(), buildingId);
export const dwellingCard = (id: string) => dwellingCardIn(currentStore(), id);
export const householdCard = (id: string) => householdCardIn(currentStore(), id);
export const residentCard = (id: string) => residentCardIn(currentStore(), id);
export const organisation = (id: string) => organisationIn(currentStore(), id);
export const facilityCard = (id: string) => facilityCardIn(currentStore(), id);
export const historyOf = (table: TableName, id: string) => historyIn(currentStore(), table, id);
export const record = <T extends TableName>(table: T, id: string) => recordIn(currentStore(), table, id);
export const locate = (ref: LocateRef): Promise<Located | null> => locateIn(currentStore(), ref);
export const partyTree = () => partyTreeIn(currentStore());
export const gridPlans = () => gridPlansIn(currentStore());
export const counts = () => countsIn(currentStore());
export const countOf = (table: TableName) => countIn(currentStore(), table);
export const listPage = <T extends TableName>(table: T, query: ListQuery<T>): Promise<ListPage<T>> =>
  listPageIn(currentStore(), table, query);
/** Every record, in batches. */
export const everything = (): AsyncGenerator<RecordBatch> => everythingIn(currentStore());
export const eachResident = (chunk: number, callback: Parameters<typeof eachResidentIn>[2]) =>
  eachResidentIn(currentStore(), chunk, callback);

export const historyPages = () => historyPagesIn(currentStore());
export const backupState = (): Promise<BackupState> => backupStateIn(currentStore());
export const lastSeq = (): Promise<number> => lastSeqIn(currentStore());
export const noteBackup = (seq: number): Promise<void> => noteBackupIn(openedStore(), seq);
export const saveAsset = (bytes: Uint8Array): Promise<string> => saveAssetIn(openedStore(), bytes);
export const asset = (id: string): Promise<Uint8Array | null> => assetIn(currentStore(), id);
export const eachAsset = () => eachAssetIn(currentStore());
export const tallyBuildings = (on: string) => tallyBuildingsIn(currentStore(), on);
export const tallyBuilding = (buildingId: string, on: string) =>
  tallyBuildingIn(currentStore(), buildingId, on);
export const buildingsWith = (ids: readonly string[]) => buildingsWithIn(currentStore(), ids);
export const dutiesBetween = (from: string, to: string) => dutiesBetweenIn(currentStore(), from, to);
export const matterFigures = (now: number) => matterFiguresIn(currentStore(), now);
export const textsNamingAnybody = (texts: readonly string[]) => textsNamingAnybodyIn(currentStore(), texts);

export const saveDraft = (key: string, json: string) => saveDraftIn(currentStore(), key, json);
export const loadDraft = (key: string) => loadDraftFrom(currentStore(), key);
export const deleteDraft = (key: string) => deleteDraftIn(currentStore(), key);
