/** Dates: real days, in order, not in the future. */
import { compact } from '../text.ts';
import { isRealDate, today as todayNow } from '../dates.ts';
import { ok, type Reason, type Result, reasonOf, refuse } from '../reasons.ts';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

const pad = (text: string | undefined): string => (text ?? '').padStart(2, '0');

/** Reads "2026-03-05", "2026/3/5", "2026.3.5", "2026年3月5日" and "20260305"; gives `yyyy-MM-dd`. */
export const checkDate = (text: string): Result<string> => {
  const raw = compact(text);
  const match =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(raw) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/.exec(raw) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(raw);
  if (!match)
    return refuse(
      reasonOf(
        'date.form',
        `日期“${raw}”无法识别，请写成 2026-03-05 的样子。`,
        `The date “${raw}” cannot be read; write it as 2026-03-05.`,
      ),
    );
  const date = `${match[1]}-${pad(match[2])}-${pad(match[3])}`;
  return isRealDate(date)
    ? ok(date)
    : refuse(
        reasonOf(
          'date.unreal',
          `日历上没有 ${date} 这一天，请核对。`,
          `There is no day ${date} in the calendar; please check it.`,
        ),
      );
};

/** Refuses `second` before `first`; either may be unknown. The reason is said of the field of `second`. */
export const checkOrder = (
  first: string | null | undefined,
  firstName: Words,
  second: string | null | undefined,
  secondName: Words,
  field: string,
): Reason[] =>
  first && second && second < first
    ? [
        reasonOf(
          'dates.order',
          `${secondName.zh}（${second}）早于${firstName.zh}（${first}），请核对两个日期。`,
          `The ${secondName.en} (${second}) lies before the ${firstName.en} (${first}); check both dates.`,
          field,
        ),
      ]
    : [];

export const checkNotFuture = (
  date: string | null | undefined,
  name: Words,
  field: string,
  today: string = todayNow(),
): Reason[] =>
  date && date > today
    ? [
        reasonOf(
          'dates.future',
          `${name.zh}（${date}）晚于今天，请核对。`,
          `The ${name.en} (${date}) lies in the future; please check it.`,
          field,
        ),
      ]
    : [];
