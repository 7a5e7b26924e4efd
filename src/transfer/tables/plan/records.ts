/** Tables about places and services: row by row against lists that are read whole. */
import type { Edit } from '../../../domain/edit.ts';
import type { Grid, Matter } from '../../../domain/records/index.ts';
import { addressOf, placeCandidates, type PlanContext } from './context.ts';
import { pointReader } from './coordinates.ts';
import { nameBook } from './names.ts';
import { planGrid, planGridWorker, planPartyBody } from './grid-kinds.ts';
import { planBuilding, planDwelling, planFacility } from './place-kinds.ts';
import { matterKey, type RecordBooks, type RecordPlanner, serviceKey, workerKey } from './record-books.ts';
import { planMatter, planOrganisation, planService } from './service-kinds.ts';
import type { RowValues } from './row-reader.ts';
import type { RowStore } from './row-store.ts';

const PLANNERS: Readonly<Record<string, RecordPlanner>> = {
  dwellings: planDwelling,
  buildings: planBuilding,
  organisations: planOrganisation,
  facilities: planFacility,
  services: planService,
  matters: planMatter,
  partyBodies: planPartyBody,
  grids: planGrid,
  gridWorkers: planGridWorker,
};

/** Lists that each kind looks into. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  buildings: ['grids', 'partyBodies'],
  organisations: ['organisations', 'partyBodies'],
  facilities: ['facilities'],
  services: ['facilities', 'services'],
  matters: ['matters'],
  partyBodies: ['partyBodies', 'organisations'],
  grids: ['grids', 'partyBodies'],
  gridWorkers: ['grids', 'gridWorkers'],
};

const inForce = ({ validTo }: Grid): boolean => validTo === null;

const readBooks = async (rows: RowStore, context: PlanContext): Promise<RecordBooks> => {
  const { existing, kind } = context;
  const needs = new Set(NEEDS[kind.kind]);
  const matters = needs.has('matters') ? await existing.all('matters') : [];
  const services = needs.has('services') ? await existing.all('services') : [];
  const workers = needs.has('gridWorkers') ? await existing.all('gridWorkers') : [];
  const books: RecordBooks = {
    organisations: nameBook(needs.has('organisations') ? await existing.all('organisations') : []),
    partyBodies: nameBook(needs.has('partyBodies') ? await existing.all('partyBodies') : []),
    // A closed grid is history: a row of today means the one in force that has its code or name.
    grids: nameBook(needs.has('grids') ? (await existing.all('grids')).filter(inForce) : [], (grid) => [
      grid.code,
      grid.code.slice(12),
      `第${grid.sequence}网格`,
      `${grid.sequence}号网格`,
    ]),
    facilities: nameBook(needs.has('facilities') ? await existing.all('facilities') : []),
    gridWorkers: new Map(workers.map((w) => [workerKey(w.gridId, w.role, w.personal.name), w])),
    services: new Map(services.map((s) => [serviceKey(s.facilityId, s.name), s])),
    matters: new Map(),
    buildings: new Map(),
    homes: new Map(),
    pointOf: pointReader(rows, context),
    lastMatterNumber:
      matters
        .map(({ number }) => number)
        .filter((number) => /^\d{4}-\d{4,}$/.test(number))
        .sort()
        .at(-1) ?? null,
  };
  for (const matter of matters) keepMatter(books, matter);
  return books;
};

const keepMatter = (books: RecordBooks, matter: Matter): void => {
  books.matters.set(`no/${matter.number}`, matter);
  books.matters.set(matterKey(matter), matter);
};

/** Later rows of the file see what earlier ones made. */
const keep = (books: RecordBooks, edit: Edit | null): void => {
  for (const change of edit?.changes ?? []) {
    if (!('put' in change)) continue;
    const { put } = change;
    if (change.table === 'organisations') books.organisations.add(change.put);
    else if (change.table === 'partyBodies') books.partyBodies.add(change.put);
    else if (change.table === 'facilities') books.facilities.add(change.put);
    else if (change.table === 'services')
      books.services.set(serviceKey(change.put.facilityId, change.put.name), change.put);
    else if (change.table === 'matters') keepMatter(books, change.put);
    else if (change.table === 'buildings') books.buildings.set(put.id, change.put);
    else if (change.table === 'gridWorkers')
      books.gridWorkers.set(
        workerKey(change.put.gridId, change.put.role, change.put.personal.name),
        change.put,
      );
    else if (change.table === 'dwellings')
      books.homes.set(`${change.put.buildingId}/${change.put.unit}/${change.put.room}`, put.id);
  }
};

/** Required fields that a row leaves empty. */
const missing = (row: RowValues, context: PlanContext) =>
  context.kind.required
    .filter((group) => !group.some((key) => key in row.values))
    .map((group) => {
      const labels = group.map((key) => context.kind.fields.find((field) => field.key === key)?.label);
      const [zh, en] = (['zh', 'en'] as const).map((language) =>
        labels.map((label) => label?.[language] ?? '').join(' / '),
      );
      return context.at(
        row,
        { code: 'field.missing', zh: `请填写${zh ?? ''}。`, en: `Fill in: ${en ?? ''}.` },
        group[0],
      );
    });

function* homesIn(rows: RowStore, context: PlanContext): Generator<string> {
  for (const row of rows) {
    const place = context.directory.resolveColumns(addressOf(row));
    if (place?.found === 'dwelling') yield place.dwellingId;
  }
}

/** One batch: the tables are small, and a record may be named by rows far apart. */
export async function* planRecords(rows: RowStore, context: PlanContext): AsyncGenerator<void> {
  const planner = PLANNERS[context.kind.kind];
  if (!planner) throw new RangeError(`${context.kind.kind} is no table about places or services`);
  const books = await readBooks(rows, context);
  if (context.kind.kind === 'dwellings' || context.kind.kind === 'organisations')
    await context.working.load(homesIn(rows, context));
  for (const row of rows) {
    const reasons = row.errors.length > 0 ? row.errors : missing(row, context);
    if (reasons.length > 0) {
      context.reject(row, reasons);
      continue;
    }
    const planned = planner(row, context, books);
    const results = planned.as === 'imported' ? [planned.result] : planned.results;
    const refused = results.flatMap((result) => (result.ok ? [] : result.reasons));
    if (refused.length > 0) {
      context.reject(
        row,
        refused.map((reason) => context.at(row, reason)),
        {
          candidates: planned.place ? placeCandidates(planned.place) : [],
        },
      );
      continue;
    }
    const records = results.flatMap((result) => {
      if (!result.ok) return [];
      keep(books, result.value);
      return context.apply(result.value);
    });
    const warnings = (planned.warnings ?? []).map((reason) => context.at(row, reason, undefined, 'warning'));
    context.accept(row, records.length === 0 ? 'unchanged' : planned.as, records, warnings);
  }
  yield;
}
