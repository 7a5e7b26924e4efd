/**
 * “No blank spot” (无空白): what the check over the whole organisation says. A finding names the record that is left out, where that
 * is, and how it is mended; its sentence never holds a personal value, so that it may be printed.
 */
import type { LngLat } from '../../records/index.ts';

/** In the order in which they are shown and printed. */
export const COVERAGE_THEMES = [
  'ground',
  'grids',
  'workers',
  'buildings',
  'homes',
  'heads',
  'members',
  'branches',
  'places',
] as const;
export type CoverageTheme = (typeof COVERAGE_THEMES)[number];

/** `error` is a blank spot and withholds the certificate's verdict; `warning` is worth a look. */
export type CoverageLevel = 'error' | 'warning';

/** A repair that a click starts. Those that leave a choice open are chosen from a list. */
export type CoverageFix =
  | { readonly kind: 'redraw' }
  | { readonly kind: 'setBuildingGrid'; readonly buildingId: string; readonly gridId: string }
  | { readonly kind: 'appointHead'; readonly buildingId: string }
  | { readonly kind: 'endHead'; readonly headId: string }
  | { readonly kind: 'setGridBranch'; readonly gridId: string }
  | { readonly kind: 'setGridWorker'; readonly gridId: string }
  | { readonly kind: 'moveWorker'; readonly workerId: string }
  | { readonly kind: 'giveCode'; readonly gridId: string; readonly sequence: number }
  | { readonly kind: 'setMemberBranch'; readonly membershipId: string }
  | { readonly kind: 'endMembership'; readonly membershipId: string }
  | { readonly kind: 'setParent'; readonly bodyId: string }
  | {
      readonly kind: 'open';
      readonly what:
        | 'grid'
        | 'building'
        | 'dwelling'
        | 'household'
        | 'resident'
        | 'organisation'
        | 'facility';
      readonly id: string;
    };

export interface CoveragePlace {
  readonly gridId: string | null;
  readonly buildingId: string | null;
  /** Where it is known better than by building or grid. */
  readonly at: LngLat | null;
}

/** Whose name stands beside the finding, masked: never in its sentence. */
export interface CoverageWho {
  readonly table: 'residents' | 'gridWorkers';
  readonly id: string;
}

export interface CoverageFinding {
  /** Stable while the fault is: rule and record. */
  readonly id: string;
  readonly theme: CoverageTheme;
  /** `heads.none`: theme and what is wrong. */
  readonly rule: string;
  readonly level: CoverageLevel;
  readonly zh: string;
  readonly en: string;
  readonly place: CoveragePlace;
  readonly who: CoverageWho | null;
  readonly fixes: readonly CoverageFix[];
}

export interface ThemeReport {
  readonly theme: CoverageTheme;
  /** `problem` where not all is in order, remarks apart; `notYet`: nothing of the kind is recorded, so that nothing can be said. */
  readonly state: 'ok' | 'problem' | 'notYet';
  /** Records, of `ground` whole square metres; `ok` of them have no error. */
  readonly checked: number;
  readonly ok: number;
  readonly findings: readonly CoverageFinding[];
}

export interface CoverageReport {
  readonly themes: readonly ThemeReport[];
  /** Nothing is left out, and every theme could be checked. */
  readonly isWhole: boolean;
}

export const NOWHERE: CoveragePlace = { gridId: null, buildingId: null, at: null };

type Details = Partial<Pick<CoverageFinding, 'who' | 'fixes'>> & { readonly place?: Partial<CoveragePlace> };

/** The report of one theme, being written. */
export class ThemeWriter {
  private readonly findings: CoverageFinding[] = [];
  private readonly faulty = new Set<string>();
  private readonly theme: CoverageTheme;

  constructor(theme: CoverageTheme) {
    this.theme = theme;
  }

  /** `about` is the record that the finding is of: two errors of one record leave out one record. */
  add(
    level: CoverageLevel,
    rule: string,
    about: string,
    [zh, en]: readonly [zh: string, en: string],
    { place = {}, who = null, fixes = [] }: Details = {},
  ): void {
    if (level === 'error') this.faulty.add(about);
    this.findings.push({
      id: `${this.theme}.${rule}:${about}`,
      theme: this.theme,
      rule: `${this.theme}.${rule}`,
      level,
      zh,
      en,
      place: { ...NOWHERE, ...place },
      who,
      fixes,
    });
  }

  /** It is in no grid because what it is in is in none: not counted as in order, and no finding of its own. */
  leaveOut(about: string): void {
    this.faulty.add(about);
  }

  /** `ok` where it is not simply what has no error. */
  done(checked: number, ok = checked - this.faulty.size): ThemeReport {
    const hasError = ok < checked || this.findings.some(({ level }) => level === 'error');
    const state = hasError ? 'problem' : checked === 0 ? 'notYet' : 'ok';
    return { theme: this.theme, state, checked, ok: Math.max(0, ok), findings: this.findings };
  }
}
