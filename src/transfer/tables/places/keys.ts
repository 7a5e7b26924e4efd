/** How addresses, estates and building numbers are compared, and what a search for places works on. */
import { normaliseText } from '../../../domain/address.ts';
import type { Building, Dwelling } from '../../../domain/records/index.ts';

export interface PlaceCandidate {
  readonly buildingId: string;
  readonly dwellingId: string | null;
  /** As people say it: "云和家园3号楼2单元502室". */
  readonly address: string;
  /** 0–1, best first. */
  readonly likeness: number;
}

/** What the search works on. */
export interface PlaceIndex {
  readonly buildings: readonly Building[];
  readonly byNumber: ReadonlyMap<string, readonly Building[]>;
  readonly homesOf: ReadonlyMap<string, readonly Dwelling[]>;
  readonly addressOf: (dwelling: Dwelling) => string;
}

export const placeKey = (text: string): string =>
  normaliseText(text)
    .replace(/[\s,，、]/g, '')
    .toLowerCase();
/** "03" and "3" are one building. */
export const numberKey = (number: string): string =>
  number
    .trim()
    .toUpperCase()
    .replace(/^0+(?=.)/, '')
    .replace(/(?:号楼|号院|号|栋|幢|座|#|楼)+$/, '');
export const estateKey = (estate: string): string => placeKey(estate).replace(/(?:住宅)?小区$/, '');
