/**
 * What lists show of a personal value: enough to recognise it, not enough to use it. Phone 138****5678, ID 110105********0123,
 * a name its first character. A key that no rule knows is hidden whole, so that a new field is safe before anybody thinks of it.
 */
import type { TableName } from './records/index.ts';
import { parseAddress } from './address.ts';

const HIDDEN = '***';

export const maskName = (name: string): string => {
  const [first] = [...name.trim()];
  return first === undefined ? '' : `${first}**`;
};

export const maskPhone = (phone: string): string => {
  const digits = phone.trim();
  if (/^\d{11}$/.test(digits) && digits.startsWith('1')) return `${digits.slice(0, 3)}****${digits.slice(7)}`;
  const landLine = /^(0\d{2,3})-?\d{4,5}(\d{3})$/.exec(digits);
  return landLine ? `${landLine[1]}-****${landLine[2]}` : digits === '' ? '' : HIDDEN;
};

export const maskCitizenId = (id: string): string => {
  const text = id.trim();
  if (text.length === 18) return `${text.slice(0, 6)}********${text.slice(14)}`;
  return text.length === 15 ? `${text.slice(0, 6)}******${text.slice(12)}` : text === '' ? '' : HIDDEN;
};

/** Only the last four digits. */
export const maskBankAccount = (account: string): string => {
  const digits = account.replace(/\s/g, '');
  return digits === '' ? '' : digits.length < 8 ? HIDDEN : `**** ${digits.slice(-4)}`;
};

/** The first two and the last two characters of a certificate's number. */
export const maskCertificate = (number: string): string => {
  const text = number.trim();
  return text === '' ? '' : text.length < 8 ? HIDDEN : `${text.slice(0, 2)}****${text.slice(-2)}`;
};

/** The estate or street without the house: the first six characters at most, and never a number of a home. */
export const maskAddress = (address: string): string => {
  const text = address.trim();
  if (text === '') return '';
  const estate = parseAddress(text)?.estate ?? text;
  return `${[...estate.replace(/\d/g, '')].slice(0, 6).join('')}****`;
};

/** The year of a date: 1949-**-**. */
export const maskDate = (date: string): string => (date === '' ? '' : `${date.slice(0, 4)}-**-**`);

const RULES: Readonly<Record<string, (value: string) => string>> = {
  citizenId: maskCitizenId,
  birthDate: maskDate,
  bankAccount: maskBankAccount,
  bookletNo: maskCertificate,
  permitNo: maskCertificate,
  certificateNo: maskCertificate,
  activityCertificateNo: maskCertificate,
  registeredAddress: maskAddress,
  destination: maskAddress,
  place: maskAddress,
  flowTo: maskAddress,
  representative: maskName,
  personInCharge: maskName,
  unitContact: maskName,
  homeBranchContact: maskName,
  visitor: maskName,
};
/** Codes, posts and amounts: lists sort and count by them, and none of them leads to a person. */
const SHOWN = new Set(['marital', 'education', 'partyPost', 'monthlyYuan', 'unitName', 'occupation']);
/** A matter's title is written for the list of matters. */
const SHOWN_OF_TABLE: Partial<Record<TableName, ReadonlySet<string>>> = { matters: new Set(['title']) };

const maskValue = (table: TableName, key: string, value: unknown): unknown => {
  if (SHOWN.has(key) || SHOWN_OF_TABLE[table]?.has(key)) return value;
  if (typeof value !== 'string') return HIDDEN;
  const rule = RULES[key];
  if (rule) return rule(value);
  if (/name$/i.test(key)) return maskName(value);
  if (/phone$/i.test(key)) return maskPhone(value);
  return value === '' ? '' : HIDDEN;
};

/** The `personal` of a record as lists show it. The same keys, so that a table's columns find their values. */
export const maskPersonal = <P extends object>(table: TableName, personal: P): P =>
  Object.fromEntries(
    Object.entries(personal)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, maskValue(table, key, value)]),
  ) as P;
