/**
 * A row's cells as values of fields. What cannot be read is an error and keeps the row out, with its column and why; an unknown word
 * for something that may as well be unknown (an education, an occupancy) is a warning, and the field stays as it is.
 */
import { checkCreditCode } from '../../../domain/checks/credit-code.ts';
import { type Reason, reasonOf, type Result } from '../../../domain/reasons.ts';
import { type Cell, cellAt, type TableRow, textCell } from '../cell.ts';
import type { Field, KindOfTable } from '../fields/field.ts';
import { fieldOf } from '../fields/kinds.ts';
import type { TableMapping } from '../mapping.ts';
import { readCitizenId } from '../values/citizen-id.ts';
import { type ReadDate, readDate } from '../values/dates.ts';
import { readCoordinate, readPoint } from '../values/coordinates.ts';
import { readDoors, readStoreys } from '../values/counts.ts';
import { readInteger, readNumber } from '../values/numbers.ts';
import { readPhones } from '../values/phones.ts';
import { cleanName, cleanText, isNothing } from '../values/text.ts';
import { codeOfWord } from '../values/words.ts';
import { readYesNo } from '../values/yes-no.ts';
import { rowReason, type RowReason } from './outcome.ts';

export interface RowValues {
  readonly row: number;
  /** By field: texts, numbers, truth values, lists of texts, `ReadDate`s. Absent where the row says nothing. */
  readonly values: Readonly<Record<string, Value>>;
  readonly errors: readonly RowReason[];
  readonly warnings: readonly RowReason[];
}
export type Value = string | number | boolean | readonly string[] | ReadDate;

export interface RowReaderOptions {
  /** `yyyy-MM-dd`. */
  readonly today: string;
  /** Takes a row whose citizen ID is damaged, without the ID. Otherwise it is rejected. */
  readonly withoutDamagedId?: boolean | undefined;
  /** Takes a row whose phone number is wrong, and keeps the number in the notes. Otherwise it is rejected. */
  readonly wrongPhonesToNotes?: boolean | undefined;
  /** The column of citizen IDs lost its last digits: see `isRoundedColumn`. */
  readonly roundedIds?: boolean | undefined;
}

/** Codes without which there is no record; for the others an unknown word is left out. */
const NEEDED = new Set([
  'relation',
  'direction',
  'mode',
  'careKind',
  'assistanceKind',
  'facilityKind',
  'category',
  'level',
]);
const LIST_PARTS = /[、,，;；/|\n]+/;
const COMMUNITY_OFFSET = '+08:00';

/** Shared by the many rows that have none. */
export const NO_REASONS: readonly RowReason[] = [];

interface Draft {
  readonly values: Record<string, Value>;
  readonly errors: RowReason[];
  readonly warnings: RowReason[];
  readonly notes: string[];
}

type Tell = (reason: Reason, severity: 'error' | 'warning') => void;
type Read = (cell: Cell, field: Field, draft: Draft, tell: Tell, options: RowReaderOptions) => void;

const unknownWord = (field: Field, text: string): Reason =>
  reasonOf(
    'code.unknown',
    `${field.label.zh}“${text}”不在可选范围内，可填：${Object.values(field.words?.codes ?? {})
      .map(({ zh }) => zh)
      .join('、')}。`,
    `The ${field.label.en.toLowerCase()} “${text}” is not among the choices: ${Object.values(
      field.words?.codes ?? {},
    )
      .map(({ en }) => en)
      .join(', ')}.`,
  );

const readId: Read = (cell, field, draft, tell, options) => {
  const read = readCitizenId(cell, options.today, options.roundedIds);
  if (read.kind === 'right') {
    draft.values[field.key] = read.id.id18;
    draft.values['idBirthDate'] = { date: read.id.birthDate, precision: 'day' };
    draft.values['idSex'] = read.id.sex;
    return;
  }
  const spared = read.kind === 'damaged' && options.withoutDamagedId === true;
  tell(read.reason, spared ? 'warning' : 'error');
  if (spared && read.birthDate !== null)
    draft.values['idBirthDate'] = { date: read.birthDate, precision: 'day' };
};

const readPhone: Read = (cell, field, draft, tell, options) => {
  const read = readPhones(cell, field.type === 'publicPhone');
  if (!read.ok) {
    for (const reason of read.reasons) tell(reason, options.wrongPhonesToNotes ? 'warning' : 'error');
    if (options.wrongPhonesToNotes) draft.notes.push(`待核实电话：${cleanText(cell.text)}`);
    return;
  }
  const { phone, others, warnings } = read.value;
  draft.values[field.key] = phone;
  if (others.length > 0) draft.notes.push(`其他电话：${others.join('、')}`);
  for (const reason of warnings) tell(reason, 'warning');
};

const readDateValue: Read = (cell, field, draft, tell, options) => {
  const read = readDate(cell, options.today);
  if (!read.ok) {
    // 长期, 至今: no last day.
    if (field.key === 'until' && /^(?:长期|至今|永久|不限)$/.test(cleanText(cell.text))) return;
    for (const reason of read.reasons) tell(reason, 'error');
    return;
  }
  const { value } = read;
  if (value.warning) tell(value.warning, 'warning');
  if (value.precision !== 'day' && field.key !== 'birthDate' && field.type === 'date')
    tell(
      reasonOf(
        'date.month',
        `${field.label.zh}“${cleanText(cell.text)}”没有写到日，按 ${value.date} 记录，请核对。`,
        `The ${field.label.en.toLowerCase()} “${cleanText(cell.text)}” names no day; ${value.date} is recorded. Check it.`,
      ),
      'warning',
    );
  if (field.type === 'month') draft.values[field.key] = value.date.slice(0, 7);
  else if (field.type === 'instant')
    draft.values[field.key] = Date.parse(`${value.date}T${value.time ?? '00:00:00'}${COMMUNITY_OFFSET}`);
  else if (field.key === 'birthDate') draft.values[field.key] = value;
  else draft.values[field.key] = value.date;
};

const readCode: Read = (cell, field, draft, tell) => {
  const text = cleanText(cell.text);
  const code = field.words ? codeOfWord(field.words, text) : null;
  if (code !== null) draft.values[field.key] = code;
  else if (!isNothing(text)) tell(unknownWord(field, text), NEEDED.has(field.key) ? 'error' : 'warning');
};

const readCodes: Read = (cell, field, draft, tell) => {
  const codes: string[] = [];
  for (const part of cleanText(cell.text).split(LIST_PARTS)) {
    if (isNothing(part)) continue;
    const code = field.words ? codeOfWord(field.words, part) : null;
    if (code === null) tell(unknownWord(field, part), 'warning');
    else if (!codes.includes(code)) codes.push(code);
  }
  if (codes.length > 0) draft.values[field.key] = codes;
};

const readWhole: Read = (cell, field, draft, tell) => {
  const read = field.type === 'integer' || field.type === 'age' ? readInteger(cell) : readNumber(cell);
  if (read.ok) draft.values[field.key] = read.value;
  else for (const reason of read.reasons) tell(reason, 'error');
};

const readAs =
  (reader: (cell: Cell) => Result<number>): Read =>
  (cell, field, draft, tell) => {
    const read = reader(cell);
    if (read.ok) draft.values[field.key] = read.value;
    else for (const reason of read.reasons) tell(reason, 'error');
  };

/** Columns of their own win over the one that has both. */
const readPointValue: Read = (cell, _field, draft, tell) => {
  const read = readPoint(cell);
  if (!read.ok) {
    for (const reason of read.reasons) tell(reason, 'error');
    return;
  }
  draft.values['longitude'] ??= read.value[0];
  draft.values['latitude'] ??= read.value[1];
};

const READERS: Readonly<Record<Field['type'], Read>> = {
  text: (cell, field, draft) => {
    draft.values[field.key] = cleanText(cell.text);
  },
  name: (cell, field, draft) => {
    draft.values[field.key] = cleanName(cell.text);
  },
  address: (cell, field, draft) => {
    draft.values[field.key] = cleanText(cell.text);
  },
  list: (cell, field, draft) => {
    draft.values[field.key] = cleanText(cell.text)
      .split(LIST_PARTS)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  },
  citizenId: readId,
  creditCode: (cell, field, draft, tell) => {
    const read = checkCreditCode(cell.text);
    if (read.ok) draft.values[field.key] = read.value;
    else for (const reason of read.reasons) tell(reason, 'error');
  },
  phone: readPhone,
  publicPhone: readPhone,
  date: readDateValue,
  month: readDateValue,
  instant: readDateValue,
  integer: readWhole,
  number: readWhole,
  money: readWhole,
  age: readWhole,
  storeys: readAs(readStoreys),
  doors: readAs(readDoors),
  coordinate: readAs(readCoordinate),
  point: readPointValue,
  yesNo: (cell, field, draft, tell) => {
    const read = readYesNo(cell.text);
    if (read.ok) draft.values[field.key] = read.value;
    else for (const reason of read.reasons) tell(reason, 'warning');
  },
  code: readCode,
  codes: readCodes,
};

/** Types for which "无" and "-" are answers. */
const ANSWERS_NOTHING = new Set<Field['type']>(['code', 'yesNo']);

const saysNothing = (cell: Cell, field: Field): boolean =>
  cell.kind === 'empty' ||
  cell.kind === 'error' ||
  (ANSWERS_NOTHING.has(field.type)
    ? cleanText(cell.text) === ''
    : isNothing(cell.text) || cleanText(cell.text) === '');

export const createRowReader = (
  kind: KindOfTable,
  mapping: TableMapping,
  options: RowReaderOptions,
): ((row: TableRow) => RowValues) => {
  const columns = mapping.columns.flatMap(({ column, header, field: key }) => {
    const field = fieldOf(kind, key);
    return field ? [{ column, header, field }] : [];
  });
  const constants = Object.entries(mapping.constants).flatMap(([key, text]) => {
    const field = fieldOf(kind, key);
    return field ? [{ field, cell: textCell(text) }] : [];
  });
  return (row) => {
    const draft: Draft = { values: {}, errors: [], warnings: [], notes: [] };
    const read = (cell: Cell, field: Field, header: string | null): void => {
      if (saysNothing(cell, field)) return;
      const tell: Tell = (reason, severity) => {
        (severity === 'error' ? draft.errors : draft.warnings).push(
          rowReason(reason, severity, row.number, header, field.key),
        );
      };
      READERS[field.type](cell, field, draft, tell, options);
    };
    for (const { field, cell } of constants) read(cell, field, null);
    for (const { column, header, field } of columns) read(cellAt(row, column), field, header);
    if (draft.notes.length > 0 && fieldOf(kind, 'notes'))
      draft.values['notes'] = [draft.values['notes'], ...draft.notes]
        .filter((text) => text !== undefined)
        .join('；');
    return {
      row: row.number,
      values: draft.values,
      errors: draft.errors.length === 0 ? NO_REASONS : draft.errors,
      warnings: draft.warnings.length === 0 ? NO_REASONS : draft.warnings,
    };
  };
};

/** Values by their types; a field has one type, so a wrong one is a fault of the program. */
export const textOf = ({ values }: RowValues, key: string): string | undefined =>
  values[key] as string | undefined;
export const numberOf = ({ values }: RowValues, key: string): number | undefined =>
  values[key] as number | undefined;
export const listOf = ({ values }: RowValues, key: string): readonly string[] =>
  (values[key] as readonly string[] | undefined) ?? [];
export const yesOf = ({ values }: RowValues, key: string): boolean | undefined =>
  values[key] as boolean | undefined;
export const dateValueOf = ({ values }: RowValues, key: string): ReadDate | undefined =>
  values[key] as ReadDate | undefined;
