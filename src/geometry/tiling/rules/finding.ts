/** What checking a tiling finds: by rule, with a level, a state, a place to fly to, the grids concerned, and fixes to click. */
import type { FaceId, MmPoint } from '../model/rows.ts';

/** The rules in the order in which they are shown. */
export const RULES = [
  'sides',
  'crossings',
  'rings',
  'clearance',
  'buildings',
  'contiguous',
  'band',
  'staff',
  'locked',
  'outline',
  'through',
] as const;
export type Rule = (typeof RULES)[number];

export type Level = 'error' | 'warning';

/** A repair that a click starts; the screen knows how. */
export type Fix =
  | { readonly kind: 'declareApart'; readonly faceId: FaceId }
  | { readonly kind: 'dissolve'; readonly faceId: FaceId }
  | { readonly kind: 'merge'; readonly faceIds: readonly FaceId[] }
  | { readonly kind: 'split'; readonly faceId: FaceId }
  | { readonly kind: 'rebalance'; readonly faceIds: readonly FaceId[] }
  | { readonly kind: 'assignBranch'; readonly faceId: FaceId }
  | { readonly kind: 'assignWorkers'; readonly faceId: FaceId }
  | { readonly kind: 'assignHeads'; readonly rows: readonly number[] }
  | { readonly kind: 'paint'; readonly rows: readonly number[]; readonly faceId: FaceId }
  | { readonly kind: 'deleteVertex'; readonly vertexId: number }
  | { readonly kind: 'followGuide'; readonly arcId: number }
  | { readonly kind: 'restore'; readonly faceIds: readonly FaceId[] };

export interface Finding {
  /** Stable while the tiling does not change: rule and what it is about. */
  readonly id: string;
  readonly rule: Rule;
  readonly level: Level;
  readonly zh: string;
  readonly en: string;
  readonly at: MmPoint | null;
  readonly faceIds: readonly FaceId[];
  /** Rows of the building set. */
  readonly rows: readonly number[];
  readonly fixes: readonly Fix[];
}

export interface RuleReport {
  readonly rule: Rule;
  /** `notYet`: what it needs is not given, so that nothing can be said. */
  readonly state: 'ok' | 'problem' | 'notYet';
  readonly findings: readonly Finding[];
}

type Details = Partial<Pick<Finding, 'at' | 'faceIds' | 'rows' | 'fixes'>>;

/** A report of one rule, being written. */
export class Report {
  readonly findings: Finding[] = [];
  private readonly rule: Rule;

  constructor(rule: Rule) {
    this.rule = rule;
  }

  add(
    level: Level,
    about: string | number,
    [zh, en]: readonly [string, string],
    details: Details = {},
  ): void {
    this.findings.push({
      id: `${this.rule}:${about}`,
      rule: this.rule,
      level,
      zh,
      en,
      at: details.at ?? null,
      faceIds: details.faceIds ?? [],
      rows: details.rows ?? [],
      fixes: details.fixes ?? [],
    });
  }

  done(): RuleReport {
    return { rule: this.rule, state: this.findings.length > 0 ? 'problem' : 'ok', findings: this.findings };
  }
}

export const notYet = (rule: Rule): RuleReport => ({ rule, state: 'notYet', findings: [] });
