/**
 * Brings a record that a person wrote into the form that is stored: texts trimmed, empty optional texts left out, phone
 * numbers and codes in their one form, the year of birth taken from the date. What is wrong stays as it is, for `checkRecord`.
 */
import { checkCitizenId } from './checks/citizen-id.ts';
import { checkCreditCode } from './checks/credit-code.ts';
import { checkPhone } from './checks/phone.ts';
import type { AnyRecord, RecordOf, TableName } from './records/index.ts';

const tidyText = (key: string, text: string): string => {
  const trimmed = text.trim();
  if (/phone$/i.test(key)) {
    const phone = checkPhone(trimmed);
    return phone.ok ? phone.value : trimmed;
  }
  if (key === 'citizenId') {
    const id = checkCitizenId(trimmed);
    return id.ok ? id.value.id18 : trimmed;
  }
  if (key === 'creditCode') {
    const code = checkCreditCode(trimmed);
    return code.ok ? code.value : trimmed;
  }
  return trimmed;
};

const tidyPersonal = (personal: object): object =>
  Object.fromEntries(
    Object.entries(personal)
      .map(([key, value]): [string, unknown] => [
        key,
        typeof value === 'string' ? tidyText(key, value) : value,
      ])
      .filter(([key, value]) => value !== undefined && value !== null && (value !== '' || key === 'name')),
  );

export const tidyRecord = <T extends TableName>(table: T, record: RecordOf<T>): RecordOf<T> => {
  const tidied: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) {
    if (key === 'personal' && typeof value === 'object' && value !== null) tidied[key] = tidyPersonal(value);
    else tidied[key] = typeof value === 'string' ? tidyText(key, value) : value;
  }
  if (table === 'organisations' && tidied['creditCode'] === '') tidied['creditCode'] = null;
  if (table === 'residents') {
    const personal = tidied['personal'] as { birthDate?: string; citizenId?: string };
    const id = personal.citizenId === undefined ? null : checkCitizenId(personal.citizenId);
    if (id?.ok && personal.birthDate === undefined) personal.birthDate = id.value.birthDate;
    const year = Number(personal.birthDate?.slice(0, 4));
    if (year > 0) tidied['birthYear'] = year;
    if (id?.ok && (tidied['sex'] === '0' || tidied['sex'] === '9')) tidied['sex'] = id.value.sex;
  }
  return tidied as AnyRecord as RecordOf<T>;
};
