/**
 * Dates as spreadsheets count them: days since 1900, with a 29 February 1900 that never was (serial 60), or since 1904. Times are the
 * fraction of the day.
 */
import { addDays } from '../../../domain/dates.ts';

const LAST_SERIAL = 2_958_465; // 9999-12-31
const SERIAL_THAT_NEVER_WAS = 60;
const DAYS_1900_TO_1904 = 1_462;
const SECONDS_OF_A_DAY = 86_400;

export interface SerialDate {
  /** `yyyy-MM-dd`. */
  readonly date: string;
  /** `HH:mm:ss`; null at midnight. */
  readonly time: string | null;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** Null for what is no day: a time alone, a negative number, the day that never was. */
export const dateOfSerial = (serial: number, from1904 = false): SerialDate | null => {
  const shifted = from1904 ? serial + DAYS_1900_TO_1904 : serial;
  let day = Math.floor(shifted);
  let seconds = Math.round((shifted - day) * SECONDS_OF_A_DAY);
  if (seconds === SECONDS_OF_A_DAY) {
    seconds = 0;
    day++;
  }
  if (!(day >= 1 && day <= LAST_SERIAL) || (!from1904 && day === SERIAL_THAT_NEVER_WAS)) return null;
  const date = addDays('1899-12-30', day < SERIAL_THAT_NEVER_WAS ? day + 1 : day);
  const time = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return { date, time: seconds === 0 ? null : time };
};
