/**
 * Everything the wall shows, out of the counts in memory and the sums from the database, after disclosure control. Counts of people,
 * households and homes are protected; cases, places and organisations are public things and are counted as they are.
 */
import { CARE_KIND, codesOf, FLOATING_REASON } from '../../domain/codes.ts';
import { addMonths } from '../../domain/dates.ts';
import type { Duty, Facility, Grid } from '../../domain/records/index.ts';
import type { PlacesState } from '../../state/places.ts';
import {
  MEMBER_MODES,
  type MemberMode,
  membersOf,
  type Totals,
  totalsByGrid,
  totalsOfCommunity,
} from '../../state/totals.ts';
import { LAST_AGE_BAND, type MatterFigures, type Tally } from '../../storage/index.ts';
import { protectCount, protectList, protectTable, type Shown } from './disclosure.ts';
import { type KindReach, reachOf } from './reach.ts';

export const PERSON_METRICS = [
  'residents',
  'households',
  'members',
  'floating',
  'lowIncomeHouseholds',
  'careNeeds',
] as const;
export type PersonMetric = (typeof PERSON_METRICS)[number];
export const PUBLIC_METRICS = ['organisations', 'openMatters'] as const;
export type GridMetric = PersonMetric | (typeof PUBLIC_METRICS)[number];

export interface GridFigures extends Readonly<Record<GridMetric, Shown>> {
  readonly id: string;
  readonly sequence: number;
  readonly name: string;
  readonly kind: Grid['kind'];
}
export interface AgeGroup {
  /** First year of the decade; the last is open. */
  readonly from: number;
  readonly male: Shown;
  readonly female: Shown;
}
export interface ShownFigures {
  readonly totals: Readonly<Record<PersonMetric | 'separated' | 'lowIncomePersons', Shown>>;
  readonly places: {
    readonly buildings: number;
    readonly homes: Shown;
    readonly businessRooms: number;
    readonly organisations: number;
    readonly grids: number;
    readonly facilities: number;
  };
  readonly homes: { readonly owner: Shown; readonly let: Shown; readonly vacant: Shown };
  readonly ages: readonly AgeGroup[];
  readonly sexes: { readonly male: Shown; readonly female: Shown };
  readonly modes: readonly { readonly mode: MemberMode; readonly count: Shown }[];
  readonly memberKinds: { readonly full: Shown; readonly probationary: Shown };
  readonly care: readonly { readonly kind: string; readonly count: Shown }[];
  readonly reasons: readonly { readonly reason: string; readonly count: Shown }[];
  readonly movement: readonly { readonly month: string; readonly arrived: Shown; readonly left: Shown }[];
  readonly grids: readonly GridFigures[];
  readonly reach: readonly KindReach[];
  readonly matters: MatterFigures;
  readonly duties: Readonly<Record<Duty['kind'], Shown>>;
}

export type ShownInput = Pick<
  PlacesState,
  'buildings' | 'grids' | 'gridOfBuilding' | 'facilities' | 'stats' | 'frame'
> & {
  readonly tally: Tally;
  readonly matters: MatterFigures;
  readonly duties: Readonly<Record<Duty['kind'], number>>;
  /** `yyyy-MM-dd`. */
  readonly today: string;
};

const MONTHS_SHOWN = 12;
const DECADE_BANDS = 2;

/** A part of a whole that is on the screen too: hidden where it, or what is left, is small. */
export const protectPart = (part: number, whole: number): Shown =>
  part > whole ? protectCount(part) : (protectList([part, whole - part])[0] as Shown);

const metricOf = (totals: Totals, metric: GridMetric): number =>
  metric === 'members' ? membersOf(totals) : totals[metric];

/** What lies in no grid is not on the screen, and must not be what is left over either. */
const gridFigures = (input: ShownInput, whole: Totals): GridFigures[] => {
  const byGrid = totalsByGrid(input);
  const columns = new Map<GridMetric, Shown[]>();
  for (const metric of PERSON_METRICS) {
    const values = byGrid.map((totals) => metricOf(totals, metric));
    const rest = metricOf(whole, metric) - values.reduce((a, b) => a + b, 0);
    columns.set(metric, protectList(rest > 0 ? [...values, rest] : values));
  }
  for (const metric of PUBLIC_METRICS)
    columns.set(
      metric,
      byGrid.map((totals) => metricOf(totals, metric)),
    );
  return input.grids.map(({ id, sequence, name, kind }, at) => {
    const of = (metric: GridMetric): Shown => columns.get(metric)?.[at] ?? 'withheld';
    return {
      id,
      sequence,
      name,
      kind,
      residents: of('residents'),
      households: of('households'),
      members: of('members'),
      floating: of('floating'),
      lowIncomeHouseholds: of('lowIncomeHouseholds'),
      careNeeds: of('careNeeds'),
      organisations: of('organisations'),
      openMatters: of('openMatters'),
    };
  });
};

const structure = (tally: Tally): Pick<ShownFigures, 'ages' | 'sexes'> => {
  const decades = Math.floor(LAST_AGE_BAND / DECADE_BANDS) + 1;
  const sum = (decade: number, sex: string): number => {
    let people = 0;
    for (let k = 0; k < DECADE_BANDS; k++)
      people += tally.get(`age:${decade * DECADE_BANDS + k}:${sex}`) ?? 0;
    return people;
  };
  const unknown = Array.from({ length: decades }, (_, d) => sum(d, 'u')).reduce((a, b) => a + b, 0);
  // Whose sex is not stated is a row of its own, so that the margins stay true.
  const cells = Array.from({ length: decades }, (_, d) => [sum(d, 'm'), sum(d, 'f')]);
  const { cells: shown, columns } = protectTable(unknown > 0 ? [...cells, [unknown, 0]] : cells);
  return {
    ages: cells.map((_, d) => ({
      from: d * 10,
      male: shown[d]?.[0] ?? 'withheld',
      female: shown[d]?.[1] ?? 'withheld',
    })),
    // With people of no stated sex in its column a margin would count them as men.
    sexes:
      unknown > 0
        ? { male: 'withheld', female: 'withheld' }
        : { male: columns[0] as Shown, female: columns[1] as Shown },
  };
};

const movement = (tally: Tally, today: string): ShownFigures['movement'] =>
  Array.from({ length: MONTHS_SHOWN }, (_, k) => {
    const month = addMonths(`${today.slice(0, 7)}-01`, k - MONTHS_SHOWN + 1).slice(0, 7);
    return {
      month,
      arrived: protectCount(tally.get(`arrived:${month}`) ?? 0),
      left: protectCount(tally.get(`left:${month}`) ?? 0),
    };
  });

export const shownFigures = (input: ShownInput): ShownFigures => {
  const { tally, matters, duties, buildings, grids, facilities } = input;
  const whole = totalsOfCommunity(input.stats);
  const members = membersOf(whole);
  const [owner, let_, vacant] = protectList([
    whole.homes - whole.letHomes - whole.vacantHomes,
    whole.letHomes,
    whole.vacantHomes,
  ]) as [Shown, Shown, Shown];
  const modes = protectList(MEMBER_MODES.map((mode) => whole[mode]));
  const careKinds = codesOf(CARE_KIND);
  const care = protectList(careKinds.map((kind) => tally.get(`care:${kind}`) ?? 0));
  const reasonCodes = codesOf(FLOATING_REASON);
  const reasons = protectList(reasonCodes.map((code) => tally.get(`reason:${code}`) ?? 0));
  const [full, probationary] = protectList([
    tally.get('member:full') ?? 0,
    tally.get('member:probationary') ?? 0,
  ]) as [Shown, Shown];
  const dutyOf = (kind: Duty['kind']): Shown => protectPart(duties[kind], members);
  return {
    totals: {
      residents: protectCount(whole.residents),
      households: protectCount(whole.households),
      members: protectCount(members),
      floating: protectPart(whole.floating, whole.residents),
      lowIncomeHouseholds: protectPart(whole.lowIncomeHouseholds, whole.households),
      careNeeds: protectCount(whole.careNeeds),
      separated: protectPart(whole.separated, whole.residents),
      lowIncomePersons: protectCount(tally.get('helped:lowIncome') ?? 0),
    },
    places: {
      buildings: buildings.length,
      homes: protectCount(whole.homes),
      businessRooms: whole.businessRooms,
      organisations: whole.organisations,
      grids: grids.length,
      facilities: facilities.length,
    },
    homes: { owner, let: let_, vacant },
    ...structure(tally),
    modes: MEMBER_MODES.map((mode, at) => ({ mode, count: modes[at] as Shown })),
    memberKinds: { full, probationary },
    care: careKinds.map((kind, at) => ({ kind, count: care[at] as Shown })),
    reasons: reasonCodes.map((reason, at) => ({ reason, count: reasons[at] as Shown })),
    movement: movement(tally, input.today),
    grids: gridFigures(input, whole),
    reach: reachOf(input),
    matters,
    duties: {
      checkIn: dutyOf('checkIn'),
      activity: dutyOf('activity'),
      deed: dutyOf('deed'),
      meeting: dutyOf('meeting'),
      appraisal: dutyOf('appraisal'),
    },
  };
};

export type FacilityKind = Facility['kind'];
