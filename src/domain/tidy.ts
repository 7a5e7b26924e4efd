/**
 * Brings a record that a person wrote into the form that is stored: texts trimmed, empty optional texts left out, phone
 * numbers and codes in their one form, the year of birth taken from the date. What is wrong stays as it is, for `checkRecord`.
 */
import { checkCitizenId } from './checks/citizen-id.ts';
import { checkCreditCode } from './checks/credit-code.ts';
import { checkPhone } from './checks/phone.ts';
import type { RecordOf, TableName } from './records/index.ts';

type Tidier = (text: string) => string;

const tidyPhone: Tidier = (text) => {
  const phone = checkPhone(text);
  return phone.ok ? phone.value : text;
};
const tidyCitizenId: Tidier = (text) => {
  const id = checkCitizenId(text);
  return id.ok ? id.value.id18 : text;
};
const tidyCreditCode: Tidier = (text) => {
  const code = checkCreditCode(text);
  return code.ok ? code.value : text;
};
const asItIs: Tidier = (text) => text;

/** By name of field: a roster has a few dozen of them and a million values. */
const tidiers = new Map<string, Tidier>([
  ['citizenId', tidyCitizenId],
  ['creditCode', tidyCreditCode],
]);
const tidierOf = (key: string): Tidier => {
  const known = tidiers.get(key);
  if (known) return known;
  const tidier = /phone$/i.test(key) ? tidyPhone : asItIs;
  tidiers.set(key, tidier);
  return tidier;
};
const tidyValue = (key: string, value: unknown): unknown =>
  typeof value === 'string' ? tidierOf(key)(value.trim()) : value;

const tidyPersonal = (personal: Readonly<Record<string, unknown>>): object => {
  const tidied: Record<string, unknown> = {};
  for (const key in personal) {
    const value = tidyValue(key, personal[key]);
    if (value !== undefined && value !== null && (value !== '' || key === 'name')) tidied[key] = value;
  }
  return tidied;
};

interface TidyPerson {
  sex?: unknown;
  birthYear?: unknown;
  personal: { birthDate?: string; citizenId?: string };
}

/** What the ID tells and nobody wrote. */
const completePerson = (person: TidyPerson): void => {
  const { personal, sex } = person;
  const isSexUnknown = sex === '0' || sex === '9';
  if (personal.citizenId !== undefined && (personal.birthDate === undefined || isSexUnknown)) {
    const id = checkCitizenId(personal.citizenId);
    if (id.ok) {
      personal.birthDate ??= id.value.birthDate;
      if (isSexUnknown) person.sex = id.value.sex;
    }
  }
  const year = Number(personal.birthDate?.slice(0, 4));
  if (year > 0) person.birthYear = year;
};

export const tidyRecord = <T extends TableName>(table: T, record: RecordOf<T>): RecordOf<T> => {
  const tidied: Record<string, unknown> = {};
  const given = record as unknown as Readonly<Record<string, unknown>>;
  for (const key in given) {
    const value = given[key];
    tidied[key] =
      key === 'personal' && typeof value === 'object' && value !== null
        ? tidyPersonal(value as Record<string, unknown>)
        : tidyValue(key, value);
  }
  if (table === 'organisations' && tidied['creditCode'] === '') tidied['creditCode'] = null;
  if (table === 'residents') completePerson(tidied as unknown as TidyPerson);
  return tidied as unknown as RecordOf<T>;
};
