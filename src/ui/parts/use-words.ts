/** How codes, numbers, dates and places are said in the language of the desk. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAddress } from '../../domain/address.ts';
import type { CodeList } from '../../domain/codes.ts';
import { dateOf, formatDate } from '../../domain/dates.ts';
import { labelOf } from '../../domain/labels.ts';
import type { Language } from '../../domain/reasons.ts';
import type { Building, Dwelling } from '../../domain/records/index.ts';

export interface Words {
  readonly t: (key: string, values?: Record<string, string | number>) => string;
  readonly language: Language;
  readonly code: (codes: CodeList, code: string | null | undefined) => string;
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  /** A day or a month; empty for none. */
  readonly date: (value: string | null | undefined) => string;
  /** An instant, to the minute, in the community's own time. */
  readonly instant: (epochMs: number) => string;
  readonly unit: (unit: number) => string;
  readonly floor: (floor: number) => string;
  /** "和顺家园3号楼". */
  readonly building: (building: Pick<Building, 'estate' | 'name'>) => string;
  /** "2单元502室". */
  readonly home: (dwelling: Pick<Dwelling, 'unit' | 'room'>) => string;
}

const COMMUNITY_OFFSET_MS = 8 * 3_600_000;

const makeWords = (t: Words['t'], language: Language): Words => {
  const numbers = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en');
  const percents = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en', {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  const unit = (n: number): string =>
    n === 0 ? t('records.place.noUnit') : t('records.place.unit', { unit: n });
  return {
    t,
    language,
    code: (codes, code) => labelOf(codes, code, language),
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(share),
    date: (value) => {
      if (!value) return '';
      if (value.length > 7) return formatDate(value, language);
      const day = formatDate(`${value}-01`, language);
      return language === 'zh' ? day.replace(/1日$/, '') : day.replace(/^1 /, '');
    },
    instant: (epochMs) => {
      const clock = new Date(epochMs + COMMUNITY_OFFSET_MS).toISOString().slice(11, 16);
      return `${formatDate(dateOf(epochMs), language)} ${clock}`;
    },
    unit,
    building: ({ estate, name }) => formatAddress({ estate, buildingName: name }, language),
    floor: (n) => (n < 0 ? t('records.place.cellar', { floor: -n }) : t('records.place.floor', { floor: n })),
    home: (dwelling) => {
      const room = /^\d+$/.test(dwelling.room)
        ? t('records.place.room', { room: dwelling.room })
        : dwelling.room;
      return dwelling.unit > 0 ? `${unit(dwelling.unit)}${language === 'zh' ? '' : ', '}${room}` : room;
    },
  };
};

export const useWords = (): Words => {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return useMemo(() => makeWords((key, values) => t(key, values ?? {}), language), [t, language]);
};
