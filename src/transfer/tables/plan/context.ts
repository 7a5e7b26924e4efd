/** What every part of a plan works with, and how it says what becomes of a row. */
import { type Reason, reasonOf } from '../../../domain/reasons.ts';
import type { Edit } from '../../../domain/edit.ts';
import { type Stamp, dayOf } from '../../../domain/operations/operation.ts';
import { isDelete } from '../../../domain/edit.ts';
import type { LngLat, Resident } from '../../../domain/records/index.ts';
import type { Problems } from '../../problem.ts';
import type { ReadOptions } from '../../source-file.ts';
import type { KindOfTable } from '../fields/field.ts';
import type { TableMapping } from '../mapping.ts';
import type { AddressColumns } from '../places/columns.ts';
import type { PlaceDirectory, PlaceResolution } from '../places/directory.ts';
import type { Existing } from './existing.ts';
import {
  type Candidate,
  type Decision,
  type DuplicatePair,
  type OutcomeKind,
  rowReason,
  type RowOutcome,
  type RowReason,
} from './outcome.ts';
import { type RowValues, textOf } from './row-reader.ts';
import { type UnknownPeople, usualUnknownPeople } from './unknown-people.ts';
import { Working } from './working.ts';

export interface PlanOptions extends Pick<ReadOptions, 'signal' | 'report'> {
  /** Who imports, where and when; its source of ids makes those of new records. */
  readonly stamp: Stamp;
  /** Rows whose citizen ID is damaged are taken without it. Otherwise they are rejected. */
  readonly withoutDamagedId?: boolean;
  /** Rows with a wrong phone number are taken, the number goes to the notes. Otherwise they are rejected. */
  readonly wrongPhonesToNotes?: boolean;
  /** A recorded person whom the file shows in another home: a person decides, or all move, or all stay. */
  readonly moves?: 'ask' | 'move' | 'stay';
  /** People whom a register names and who are not on record: registered by it, or their rows are rejected. See `usualUnknownPeople`. */
  readonly unknownPeople?: UnknownPeople;
  /** The coordinate system of columns of coordinates; found out from headers and numbers where it is not given. */
  readonly crs?: string | null;
  /** Where the community lies; absent while nobody knows. */
  readonly anchor?: LngLat;
  /** The rest of a larger table is left out and told. */
  readonly mostRows?: number;
  /** Takes what concerns the table as a whole. */
  readonly problems?: Problems;
  /** A building of which storeys, staircases and doors are known, and no home, gets its homes by that rule. */
  readonly makeHomes?: boolean;
  /** Answers to pairs, by their key. */
  readonly decisions?: ReadonlyMap<string, Decision>;
  /** The community's district, "西峰区": tells registered addresses within it from those outside. */
  readonly district?: string;
}

export class PlanContext {
  readonly kind: KindOfTable;
  readonly mapping: TableMapping;
  readonly directory: PlaceDirectory;
  readonly existing: Existing;
  readonly options: PlanOptions;
  readonly working: Working;
  readonly today: string;
  /** People who have their row: recorded ones that a row was matched with, and new ones. */
  readonly takenPeople = new Set<string>();
  outcomes: RowOutcome[] = [];
  pairs: DuplicatePair[] = [];
  readonly #headers: ReadonlyMap<string, string>;
  readonly #keyOfPath: ReadonlyMap<string, string>;

  constructor(
    kind: KindOfTable,
    mapping: TableMapping,
    directory: PlaceDirectory,
    existing: Existing,
    options: PlanOptions,
  ) {
    this.kind = kind;
    this.mapping = mapping;
    this.directory = directory;
    this.existing = existing;
    this.options = options;
    this.working = new Working(existing);
    this.today = dayOf(options.stamp);
    this.#headers = new Map(mapping.columns.map(({ field, header }) => [field, header]));
    this.#keyOfPath = new Map(
      kind.fields.flatMap(({ key, path }) => (path === null ? [] : [[path, key] as const])),
    );
  }

  /** Whether rows about people who are not on record register them. */
  get registersPeople(): boolean {
    return usualUnknownPeople(this.kind.kind, this.options.unknownPeople) === 'create';
  }

  get stamp(): Stamp {
    return this.options.stamp;
  }

  /** A reason of the domain said of a row: its field becomes the column that gave it. */
  at(row: RowValues, reason: Reason, field?: string, severity: 'error' | 'warning' = 'error'): RowReason {
    const key = field ?? this.#keyOf(reason.field);
    return rowReason(reason, severity, row.row, key === null ? null : (this.#headers.get(key) ?? null), key);
  }

  #keyOf(path: string | undefined): string | null {
    if (path === undefined) return null;
    if (path === 'birthYear') return 'birthDate';
    return this.#keyOfPath.get(path) ?? path.replace(/^personal\./, '');
  }

  has(field: string): boolean {
    return this.#headers.has(field);
  }

  reject(
    row: RowValues,
    reasons: readonly RowReason[],
    more: { readonly candidates?: readonly Candidate[]; readonly pair?: string } = {},
  ): void {
    this.outcomes.push({
      row: row.row,
      outcome: 'rejected',
      reasons,
      warnings: row.warnings,
      candidates: more.candidates ?? [],
      pair: more.pair ?? null,
      records: [],
    });
  }

  accept(
    row: RowValues,
    outcome: Exclude<OutcomeKind, 'rejected'>,
    records: RowOutcome['records'],
    warnings: readonly RowReason[] = [],
  ): void {
    this.outcomes.push({
      row: row.row,
      outcome,
      reasons: [],
      warnings: [...row.warnings, ...warnings],
      candidates: [],
      pair: null,
      records,
    });
  }

  /** Takes an edit into the plan; null changes nothing. */
  apply(edit: Edit | null): RowOutcome['records'] {
    if (edit === null) return [];
    this.working.apply(edit);
    return edit.changes.flatMap((change) =>
      isDelete(change) ? [] : [{ table: change.table, id: change.put.id }],
    );
  }

  /** The answer to a pair; the pair is given out either way, so that a screen can show what was decided. */
  decide(pair: DuplicatePair): Decision | null {
    this.pairs.push(pair);
    return this.options.decisions?.get(pair.key) ?? null;
  }

  labelOf(resident: Resident): string {
    return `${resident.personal.name}，${this.directory.addressOf(resident.dwellingId)}`;
  }

  candidateOf(resident: Resident): Candidate {
    return { table: 'residents', id: resident.id, label: this.labelOf(resident) };
  }
}

export const addressOf = (row: RowValues): AddressColumns => ({
  address: textOf(row, 'address'),
  estate: textOf(row, 'estate'),
  building: textOf(row, 'building'),
  unit: textOf(row, 'unit'),
  floor: textOf(row, 'floor'),
  room: textOf(row, 'room'),
});

/** The address as the row writes it, for sentences. */
export const writtenAddress = (row: RowValues): string =>
  Object.values(addressOf(row))
    .filter((text) => text !== undefined && text !== '')
    .join(' ');

export const placeCandidates = (resolution: PlaceResolution): Candidate[] =>
  'candidates' in resolution
    ? resolution.candidates.map(({ buildingId, dwellingId, address }) => ({
        table: dwellingId === null ? ('buildings' as const) : ('dwellings' as const),
        id: dwellingId ?? buildingId,
        label: address,
      }))
    : [];

/** The directory knows a home that the records do not give: they have changed since, or do not fit each other. */
export const homeUnread = reasonOf(
  'home.unread',
  '读不到这套住房的登记资料，可能刚被改动，请稍后重新导入。',
  'The records of this home could not be read; they may have changed. Import again later.',
);

/** Why a row has no home, with the nearest there are. */
export const homeReason = (resolution: PlaceResolution | null, written: string): Reason => {
  const nearest = resolution && 'candidates' in resolution ? resolution.candidates[0]?.address : undefined;
  const [zh, en] =
    nearest === undefined ? ['', ''] : [`最接近的是“${nearest}”。`, ` The nearest is “${nearest}”.`];
  if (resolution === null)
    return reasonOf(
      'address.missing',
      '没有填写住址，无法确定住房。',
      'There is no address, so the home is unknown.',
    );
  if (resolution.found === 'several')
    return reasonOf(
      'address.several',
      `住址“${written}”对应多处，请补充小区或单元。${zh}`,
      `The address “${written}” fits several places; add the estate or the unit.${en}`,
    );
  if (resolution.found === 'building')
    return resolution.asksForHome
      ? reasonOf(
          'address.noHome',
          `楼栋已找到，但没有“${written}”这套住房，请核对单元和室号，或先登记房屋。${zh}`,
          `The building is known, but there is no home “${written}” in it; check unit and room, or register the home first.${en}`,
        )
      : reasonOf(
          'address.homeNeeded',
          `住址“${written}”没有写到室，请补充单元和室号。`,
          `The address “${written}” names no room; add unit and room.`,
        );
  return reasonOf(
    'address.unknown',
    `找不到住址“${written}”，请核对。${zh}`,
    `There is no place “${written}”; please check it.${en}`,
  );
};
