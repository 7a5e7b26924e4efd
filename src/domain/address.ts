/**
 * Addresses of homes in every spelling people use: 3号楼2单元502室, 3-2-502, 3幢2单元502, ３号楼二单元五〇二, 3#2-502, 3栋502,
 * "Room 502, Unit 2, Building 3". They are read from the right: what stands in front of the last unbroken run of numbers and
 * marks is the estate. A number without a mark takes the next free place: building, unit, then room (three digits or more) or
 * floor and door.
 */
import type { Language } from './reasons.ts';
import { CHINESE_NUMERAL, parseChineseNumber, toHalfWidth } from './text.ts';

export interface ParsedAddress {
  /** What stands before the building: 小区, street. */
  readonly estate?: string;
  /** 楼号, "3", "A", "3A". */
  readonly building?: string;
  readonly unit?: number;
  readonly floor?: number;
  /** 室 as on the door. */
  readonly room?: string;
  /** The door on the landing, where the room tells it. */
  readonly door?: number;
}

const MARKS = '号楼|号院|号|栋|幢|座|#楼|#单元|#|单元|门洞|门|梯|层|楼|室|户|房';
const NUMERALS_BEFORE_MARK = new RegExp(`${CHINESE_NUMERAL}+(?=${MARKS}|-)`, 'g');
const NUMERALS_AFTER_MARK = new RegExp(`(?<=(?:${MARKS}|-) ?)${CHINESE_NUMERAL}+$`);
const NUMERALS_LAST = new RegExp(`${CHINESE_NUMERAL}{3,}$`);

const toDigits = (numeral: string): string => {
  const value = parseChineseNumber(numeral);
  return value === null ? numeral : String(value);
};

/**
 * Half-width, every dash a "-", and Chinese numerals as digits where they number something (二单元, 十二层, a room at the end).
 * Numerals within a name stay: 百合苑, 三里桥, 二期.
 */
export const normaliseText = (text: string): string =>
  toHalfWidth(text)
    .replace(NUMERALS_BEFORE_MARK, toDigits)
    .replace(NUMERALS_AFTER_MARK, toDigits)
    .replace(NUMERALS_LAST, toDigits);

interface Token {
  readonly value: string;
  /** '' and '-' leave the place open. */
  readonly mark: string;
  readonly text: string;
}

const TOKEN = new RegExp(
  `((?:负|地下)?\\d+[A-Z]?|(?<![A-Z])[A-Z]\\d*(?=${MARKS}|-|\\d))(${MARKS}|-)?[ ,，、]*`,
  'giy',
);

/** The tokens of a text that consists of nothing else; null otherwise. */
const tokensOf = (text: string): Token[] | null => {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  let end = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    tokens.push({ value: (match[1] ?? '').toUpperCase(), mark: match[2] ?? '', text: match[0] });
    end = TOKEN.lastIndex;
  }
  return end === text.length && tokens.length > 0 ? tokens : null;
};

const BUILDING_MARKS = ['号楼', '号院', '栋', '幢', '座', '#楼'];

/** A numbered courtyard or street in front of the building belongs to the estate: 北街12号院3号楼. */
const leaveEstate = (estate: string, tokens: Token[]): { estate: string; tokens: Token[] } => {
  const first = tokens.findLastIndex((token) => BUILDING_MARKS.includes(token.mark));
  if (first <= 0) return { estate, tokens };
  const before = tokens.slice(0, first).map((token) => token.text);
  return { estate: estate + before.join(''), tokens: tokens.slice(first) };
};

/** The longest run of tokens that reaches the end, and what stands in front of it. */
const splitEstate = (text: string): { estate: string; tokens: Token[] } | null => {
  for (let start = 0; start < text.length; start++) {
    const sign = text[start] ?? '';
    const previous = text[start - 1] ?? '';
    if (!/[0-9A-Z负地]/i.test(sign) || (/\d/.test(sign) && /\d/.test(previous))) continue;
    if (/[A-Z]/i.test(previous)) continue;
    const tokens = tokensOf(text.slice(start));
    if (tokens) return leaveEstate(text.slice(0, start), tokens);
  }
  return null;
};

interface Places {
  building?: string;
  unit?: number;
  floor?: number;
  room?: string;
  door?: number;
}

const numberOf = (value: string): number => {
  const below = /^(负|地下)/.test(value);
  const digits = Number(value.replace(/\D/g, ''));
  return below ? -digits : digits;
};
const isRoom = (value: string): boolean => /^\d{3,}[A-Z]?$/.test(value);

const putRoom = (places: Places, value: string): void => {
  if (places.floor !== undefined && !isRoom(value)) {
    places.door = numberOf(value);
    places.room = `${places.floor < 0 ? '-' : ''}${Math.abs(places.floor) * 100 + numberOf(value)}`;
    return;
  }
  places.room = value;
  if (!isRoom(value)) return;
  places.floor ??= Math.floor(numberOf(value) / 100);
  places.door ??= numberOf(value) % 100;
};

const putOpen = (places: Places, value: string, isFirst: boolean, isLast: boolean): void => {
  if (places.floor !== undefined) putRoom(places, value);
  else if (isLast && isRoom(value)) putRoom(places, value);
  else if (places.building === undefined && places.unit === undefined && (!isLast || isFirst))
    places.building = value;
  else if (places.unit === undefined) places.unit = numberOf(value);
  else places.floor = numberOf(value);
};

/** 号, #, 楼 and 门 mean different things by where they stand. */
const putMarked = (places: Places, { value, mark }: Token, isLast: boolean, alone: boolean): void => {
  switch (mark) {
    case '号楼':
    case '号院':
    case '栋':
    case '幢':
    case '座':
    case '#楼':
      places.building = value;
      return;
    case '号':
    case '#':
      if (
        places.building === undefined &&
        places.unit === undefined &&
        (!isLast || (alone && !isRoom(value)))
      )
        places.building = value;
      else if (isRoom(value) || places.floor !== undefined) putRoom(places, value);
      else if (places.unit === undefined) places.unit = numberOf(value);
      else putRoom(places, value);
      return;
    case '单元':
    case '#单元':
    case '门':
    case '门洞':
    case '梯':
      places.unit = numberOf(value);
      return;
    case '楼':
      if (places.building === undefined && places.unit === undefined && !isLast) places.building = value;
      else places.floor = numberOf(value);
      return;
    case '层':
      places.floor = numberOf(value);
      return;
    default:
      putRoom(places, value);
  }
};

const WORDS: readonly (readonly [keyof Places, RegExp])[] = [
  ['room', /\b(?:room|rm|flat)\.? *(-?\w+)/i],
  ['floor', /\b(?:floor|storey) *(-?\d+)/i],
  ['unit', /\b(?:unit|staircase) *(\d+)/i],
  ['building', /\b(?:building|bldg)\.? *(\w+)/i],
];

/** "Room 502, Unit 2, Building 3, 云和家园". */
const parseEnglish = (text: string): ParsedAddress | null => {
  if (!WORDS.some(([, pattern]) => pattern.test(text))) return null;
  const places: Places = {};
  let rest = text;
  for (const [place, pattern] of WORDS) {
    const value = pattern.exec(rest)?.[1];
    if (value === undefined) continue;
    rest = rest.replace(pattern, '');
    if (place === 'building') places.building = value.toUpperCase();
    else if (place === 'room') putRoom(places, value.toUpperCase());
    else places[place] = Number(value);
  }
  const estate = rest.replace(/^[ ,]+|[ ,]+$/g, '').replace(/ *,[ ,]*/g, ', ');
  return estate === '' ? places : { estate, ...places };
};

/** Province, city, county, subdistrict and community in front of the estate say nothing more about the home. */
const REGION =
  /^(?:[^省]{2,8}省)?(?:[^市]{2,6}市)?(?:[^区县]{2,3}(?<![小园社])[区县])?(?:[^道]{2,6}街道)?(?:[^区]{2,8}社区)?/;

const tidyEstate = (text: string): string => {
  const estate = text.replace(/^[ ,，、]+|[ ,，、-]+$/g, '');
  const local = estate.replace(REGION, '').trim();
  return local === '' ? estate : local;
};

/** Reads an address; null when nothing in it numbers a building or a home. */
export const parseAddress = (text: string): ParsedAddress | null => {
  const normal = normaliseText(text);
  const english = parseEnglish(normal);
  if (english) return english;
  const split = splitEstate(normal);
  if (!split) return null;
  const { tokens } = split;
  const places: Places = {};
  tokens.forEach((token, i) => {
    const isLast = i === tokens.length - 1;
    if (token.mark === '' || token.mark === '-') putOpen(places, token.value, i === 0, isLast);
    else putMarked(places, token, isLast, tokens.length === 1);
  });
  const estate = tidyEstate(split.estate);
  return estate === '' ? places : { estate, ...places };
};

export interface AddressParts {
  readonly estate?: string | undefined;
  /** As people say it: "3号楼", or a name of its own. */
  readonly buildingName: string;
  /** 0 or none where there are no staircases. */
  readonly unit?: number | undefined;
  readonly floor?: number | undefined;
  readonly room?: string | undefined;
}

const englishBuilding = (name: string): string => {
  const number = /^([A-Z]?\d+[A-Z]?|[A-Z])(?:号楼|栋|幢|座)$/i.exec(name)?.[1];
  return number === undefined ? name : `Building ${number}`;
};

/** "云和家园3号楼2单元502室", or "Room 502, Unit 2, Building 3, 云和家园". A floor is written only where there is no room. */
export const formatAddress = (parts: AddressParts, language: Language): string => {
  const { unit, floor, room } = parts;
  const estate = parts.estate ?? '';
  const building =
    estate !== '' && parts.buildingName.startsWith(estate)
      ? parts.buildingName.slice(estate.length).trim()
      : parts.buildingName;
  const hasUnit = unit !== undefined && unit > 0;
  const hasFloor = (room === undefined || room === '') && floor !== undefined;
  if (language === 'zh') {
    const level = hasFloor ? (floor < 0 ? `负${-floor}层` : `${floor}层`) : '';
    return `${estate}${building}${hasUnit ? `${unit}单元` : ''}${room ? `${room}室` : level}`;
  }
  return [
    room ? `Room ${room}` : hasFloor ? `Floor ${floor}` : '',
    hasUnit ? `Unit ${unit}` : '',
    englishBuilding(building),
    estate,
  ]
    .filter((part) => part !== '')
    .join(', ');
};

/** "3-2-502": the short form for tables and the omnibox. */
export const shortAddress = (parts: {
  readonly number: string;
  readonly unit?: number;
  readonly room?: string;
}): string =>
  [parts.number, parts.unit ? String(parts.unit) : '', parts.room ?? '']
    .filter((part) => part !== '')
    .join('-');
