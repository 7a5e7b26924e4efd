/**
 * The planner's heavy work off the page's thread: the whole list of rules, painting (which needs the ground of every building),
 * and proposals. Knows the town once; a tiling comes along with every question.
 */
import { expose } from 'comlink';
import {
  applyAssignment,
  assignBuildings,
  type Compound,
  type FaceId,
  followerOf,
  type FreeSpace,
  freeSpaceOf,
  type GroundCells,
  groundCells,
  hasErrors,
  type MmPoint,
  newFace,
  type Outcome,
  paint,
  type Patch,
  type RuleReport,
  type Side,
  Tiling,
  type TilingData,
  validate,
} from '../../geometry/tiling/index.ts';
import { type ProposeStep, runProposalsAsync, type Weights } from '../../geometry/proposals/index.ts';
import { compoundsOf } from '../model/compounds.ts';
import { makeTown, type Town, type TownInput } from '../model/town.ts';
import { type Followed, followTiling } from './followed-tiling.ts';

export interface Band {
  readonly min: number;
  readonly max: number;
  readonly warnBelow: number;
  readonly warnAbove: number;
}

export interface ProposalOrder {
  readonly data: TilingData;
  /** Grids whose ground is shared out anew: all that are not locked, or those of one problem. */
  readonly faceIds: readonly FaceId[];
  readonly k: number;
  readonly weights: Weights;
  /** Buildings of one compound stay together. */
  readonly keepCompounds: boolean;
  readonly band: Band;
  readonly newIds: readonly FaceId[];
  readonly seed: number;
}

interface Known {
  readonly town: Town;
  /** The plan as it is now. */
  readonly follow: (data: TilingData) => Followed;
  readonly space: FreeSpace;
  readonly barriers: readonly (readonly MmPoint[])[];
  readonly compounds: readonly Compound[];
}

let known: Known | null = null;
let ground: GroundCells | null = null;
let stopped = false;
/** The plan as it began. */
let base: Tiling | null = null;

const knownTown = (): Known => {
  if (known === null) throw new Error('the planner worker was asked before it knew the town');
  return known;
};
/** Some 0.1 s for 100 buildings: made when it is first needed. */
const groundOf = ({ town, barriers }: Known): GroundCells => {
  ground ??= groundCells(town.buildings, barriers);
  return ground;
};

const api = {
  know: (input: TownInput): void => {
    const town = makeTown(input);
    known = {
      town,
      follow: followTiling(town.buildings),
      space: freeSpaceOf(town.buildings),
      barriers: town.guides.map(({ line }) => line),
      compounds: compoundsOf(town.buildings, town.estates),
    };
    ground = null;
  },

  /** How the plan began: told once, it is the same for every check. */
  begin: (data: TilingData): void => {
    base = Tiling.of(data);
  },

  check: (
    data: TilingData,
    band: Band,
    heads: readonly boolean[],
  ): { reports: RuleReport[]; errors: boolean } => {
    const { town, compounds, follow } = knownTown();
    const { tiling, assignment } = follow(data);
    const reports = validate(tiling, {
      assignment,
      band,
      householdMetric: 'households',
      hasHead: (row) => heads[row] ?? false,
      ...(base === null ? {} : { base }),
      mainRoads: town.mainRoads,
      compounds,
    });
    return { reports, errors: hasErrors(reports) };
  },

  paint: (data: TilingData, rows: readonly number[], to: FaceId): Outcome<Patch> => {
    const now = knownTown();
    const { tiling, assignment } = now.follow(data);
    return paint(tiling, {
      rows,
      to,
      ground: groundOf(now),
      space: now.space,
      assignment,
    });
  },

  /** Plans one after the other, told as they come; true when all of them were made. */
  propose: async (order: ProposalOrder, onStep: (step: ProposeStep) => void): Promise<boolean> => {
    const now = knownTown();
    stopped = false;
    const { data, faceIds, k, weights, keepCompounds, band, newIds, seed } = order;
    const tiling = Tiling.of(data);
    const { buildings, estates } = now.town;
    const width = buildings.metrics.length;
    await runProposalsAsync(
      {
        tiling,
        ground: groundOf(now),
        households: Float64Array.from(buildings.ids, (_, row) => buildings.values[row * width] ?? 0),
        faceOf: assignBuildings(tiling, buildings).faceOf,
        faceIds,
        targets: new Map(
          faceIds.flatMap((id) => {
            const target = tiling.face(id)?.target;
            return target === undefined ? [] : [[id, target] as const];
          }),
        ),
        ...(keepCompounds ? { compoundOf: (row: number) => estates[row] || null } : {}),
        guides: now.barriers,
        band,
        k,
        weights,
        seed,
        newIds,
      },
      { report: onStep, stopped: () => stopped },
    );
    return !stopped;
  },
  stop: (): void => {
    stopped = true;
  },

  /** The borders of a proposal, as one step on top of the tiling it was made for. */
  draw: (data: TilingData, faceOf: readonly Side[], name: string): Outcome<Patch> => {
    const now = knownTown();
    const tiling = Tiling.of(data);
    const fresh = [...new Set(faceOf)].filter(
      (id): id is FaceId => id !== null && tiling.face(id) === undefined,
    );
    return applyAssignment(tiling, {
      faceOf,
      ground: groundOf(now),
      space: now.space,
      follows: followerOf(now.barriers),
      created: Object.fromEntries(
        fresh.map((id, at) => {
          const { id: _, ...fields } = newFace(id, { name: `${name}${fresh.length > 1 ? at + 1 : ''}` });
          return [id, fields];
        }),
      ),
      assignment: assignBuildings(tiling, now.town.buildings),
    });
  },
};

export type PlannerApi = typeof api;

expose(api);
