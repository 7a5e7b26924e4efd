/**
 * Plans by machine: three to five of them, each with another wish in front. The same seed gives the same plans; nothing depends
 * on the clock. A generator, so that whoever runs it decides when to draw, to wait, or to stop; it yields often enough to be
 * stopped within a tenth of a second, and the plans made until then are good.
 *
 *     for (const step of propose(input)) { if (stopped) break; show(step); }
 *
 * Why not k-means (45–52 % of grids in the band) or power diagrams (80–90 %): they know no connectedness and no roads.
 */
import { random32 } from '../../domain/random32.ts';
import type { FaceId, Side } from '../tiling/model/rows.ts';
import { type AtomInput, type Atoms, atomSteps, componentsOf } from './atoms.ts';
import { anneal, Division, type Goal, type Weights } from './anneal.ts';
import { bisectSteps } from './bisect.ts';
import { describe, feasibility, type Infeasible } from './explain.ts';
import { heldParts, labelParts } from './labels.ts';
import { type Band, restBeside, type Targets } from './targets.ts';

export interface ProposeInput extends AtomInput {
  readonly band: Band;
  /** Of grids in `faceIds` that are not to have the common band but one of their own. */
  readonly targets?: Targets;
  /** How many grids; as many as there are when not given. */
  readonly k?: number;
  readonly weights?: Partial<Weights>;
  readonly seed: number;
  /** Ids for grids that do not exist yet, used in order. */
  readonly newIds: readonly FaceId[];
  /** Tries per atom and plan; more is better and slower. */
  readonly effort?: number;
}

export type Wish = 'balance' | 'shape' | 'stability' | 'fewer' | 'more';

export interface ProposedGrid {
  readonly faceId: FaceId;
  readonly isNew: boolean;
  readonly rows: readonly number[];
  readonly households: number;
  readonly inBand: boolean;
  /** Polsby–Popper of the ground of its buildings, before borders are straightened. */
  readonly compactness: number;
}

export interface Proposal {
  readonly wish: Wish;
  readonly k: number;
  readonly grids: readonly ProposedGrid[];
  /** By row of the building set; rows that were not up for sharing keep their grid. */
  readonly faceOf: readonly Side[];
  readonly figures: {
    readonly inBand: number;
    /** Mean deviation from the mean, as a share of it. */
    readonly deviation: number;
    readonly medianCompactness: number;
    readonly worstCompactness: number;
    readonly borderMm: number;
    /** Share of inner borders that follow roads and walls. */
    readonly followShare: number;
    readonly movedHouseholds: number;
    readonly movedShare: number;
    readonly movedBuildings: number;
    readonly cost: number;
  };
  /** The figures in words. */
  readonly zh: string;
  readonly en: string;
}

export interface ProposeStep {
  /** 0…1 over all plans. */
  readonly done: number;
  readonly wish: Wish;
  /** A plan that is ready now; null while one is being made. */
  readonly proposal: Proposal | null;
  /** Said once, first: why not every grid can be in the band. */
  readonly infeasible: readonly Infeasible[];
}

const STANDARD: Weights = { balance: 1, shape: 1, roads: 1, stability: 0.3 };

const WISHES: Readonly<Record<Wish, Weights>> = {
  balance: { balance: 4, shape: 2, roads: 0.6, stability: 0 },
  shape: { balance: 1, shape: 3, roads: 0.6, stability: 0 },
  stability: { balance: 1, shape: 0.5, roads: 0.5, stability: 12 },
  fewer: { balance: 2, shape: 1.5, roads: 0.6, stability: 0 },
  more: { balance: 2, shape: 1.5, roads: 0.6, stability: 0 },
};

interface Task {
  readonly wish: Wish;
  readonly k: number;
  readonly weights: Weights;
}

const tasksFor = (input: ProposeInput, atoms: Atoms): Task[] => {
  const k = Math.max(1, Math.min(input.k ?? input.faceIds.length, atoms.count));
  const total = atoms.weight.reduce((sum, w) => sum + w, 0);
  const fits = (parts: number): boolean => {
    const rest = restBeside(input.targets?.values() ?? [], total, parts);
    const mean = rest.households / rest.parts;
    return rest.parts >= 1 && parts <= atoms.count && mean >= input.band.min && mean <= input.band.max;
  };
  const asked = { ...STANDARD, ...input.weights };
  const weightsOf = (wish: Wish): Weights => ({
    balance: WISHES[wish].balance * asked.balance,
    shape: WISHES[wish].shape * asked.shape,
    roads: WISHES[wish].roads * asked.roads,
    // What was asked for on the slider holds for every plan.
    stability: WISHES[wish].stability + (input.weights?.stability ?? 0),
  });
  const tasks: Task[] = (['balance', 'shape'] as const).map((wish) => ({
    wish,
    k,
    weights: weightsOf(wish),
  }));
  // To move few there must be a division to start from with as many grids.
  if (k === input.faceIds.length) tasks.push({ wish: 'stability', k, weights: weightsOf('stability') });
  if (fits(k - 1)) tasks.push({ wish: 'fewer', k: k - 1, weights: weightsOf('fewer') });
  if (fits(k + 1)) tasks.push({ wish: 'more', k: k + 1, weights: weightsOf('more') });
  if (tasks.length < 3)
    tasks.push({ wish: 'more', k: Math.min(k + 1, atoms.count), weights: weightsOf('more') });
  return tasks;
};

/** How many parts each component gets: in proportion to its weight, at least one. */
const sharesOf = (atoms: Atoms, groups: readonly number[][], k: number): number[] => {
  const weights = groups.map((group) => group.reduce((sum, atom) => sum + (atoms.weight[atom] as number), 0));
  const shares = groups.map(() => 1);
  for (let left = k - groups.length; left > 0; left--) {
    let next = 0;
    for (let i = 1; i < groups.length; i++)
      if (
        (weights[i] as number) / (shares[i] as number) >
          (weights[next] as number) / (shares[next] as number) &&
        (shares[i] as number) < (groups[i] as number[]).length
      )
        next = i;
    shares[next] = (shares[next] as number) + 1;
  }
  return shares;
};

/** Parts as they are now, made whole: pieces apart from the main piece of a grid join a neighbour by themselves later. */
const currentParts = (atoms: Atoms, faceIds: readonly FaceId[]): Int32Array | null => {
  const partOf = Int32Array.from(atoms.home, (side) => (side === null ? -1 : faceIds.indexOf(side)));
  if (partOf.some((part) => part < 0)) return null;
  const seen = new Set<number>();
  for (const start of partOf.keys()) {
    if (seen.has(start)) continue;
    const part = partOf[start];
    const group = [start];
    seen.add(start);
    for (const atom of group)
      for (const { other } of atoms.links[atom] ?? [])
        if (!seen.has(other) && partOf[other] === part) {
          seen.add(other);
          group.push(other);
        }
    // A grid in two pieces cannot be kept in one by moving single atoms.
    if (group.length !== partOf.filter((own) => own === part).length) return null;
  }
  return new Set(partOf).size === faceIds.length ? partOf : null;
};

/** Starts per plan: a bad first division is hard to anneal away, a second one costs little. */
const STARTS = 3;
/** Tries per plan where nothing is asked: few buildings get more each. */
const STEPS = 400_000;

export function* propose(input: ProposeInput): Generator<ProposeStep, readonly Proposal[]> {
  const nothing: ProposeStep = { done: 0, wish: 'balance', proposal: null, infeasible: [] };
  const steps = atomSteps(input);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield nothing;
  const atoms = step.value;
  const groups = componentsOf(atoms);
  const tasks = tasksFor(input, atoms);
  const infeasible = feasibility(atoms, groups.length, input, tasks[0]?.k ?? 1);
  const first = tasks[0]?.wish ?? 'balance';
  yield { done: 0, wish: first, proposal: null, infeasible };
  if (atoms.count === 0) return [];
  const current = currentParts(atoms, input.faceIds);
  const effort = input.effort ?? Math.max(150, Math.min(2500, STEPS / atoms.count));
  const proposals: Proposal[] = [];
  for (const [number, { wish, k, weights }] of tasks.entries()) {
    const parts = Math.max(k, groups.length);
    const random = random32(input.seed * 31 + number * 7919);
    const homePart =
      current !== null && wish === 'stability' ? current : new Int32Array(atoms.count).fill(-1);
    let best: { readonly division: Division; readonly held: ReturnType<typeof heldParts> } | null = null;
    const starts = wish === 'stability' && current !== null ? 1 : STARTS;
    for (let start = 0; start < starts; start++) {
      const partOf = new Int32Array(atoms.count);
      if (starts === 1 && current !== null) partOf.set(current);
      else {
        let offset = 0;
        for (const [i, share] of sharesOf(atoms, groups, parts).entries()) {
          for (const _ of bisectSteps(atoms, groups[i] as number[], share, random, partOf, offset))
            yield { done: (number + start / starts) / tasks.length, wish, proposal: null, infeasible };
          offset += share;
        }
      }
      const held = heldParts({ atoms, partOf, goal: { parts } }, input.targets);
      const own = new Map([...held].map(([part, { band }]) => [part, band]));
      const anchors = new Set([...held.values()].map(({ anchor }) => anchor));
      const goal: Goal = { ...input.band, own, anchors, parts, weights, homePart };
      const division = new Division(atoms, goal, partOf);
      for (const share of anneal(division, { effort: effort / starts, random }))
        yield {
          done: (number + (start + share) / starts) / tasks.length,
          wish,
          proposal: null,
          infeasible,
        };
      if (best === null || division.cost() < best.division.cost()) best = { division, held };
    }
    if (best === null) continue;
    const proposal = describe(best.division, labelParts(best.division, input, best.held), wish, input);
    proposals.push(proposal);
    yield { done: (number + 1) / tasks.length, wish, proposal, infeasible };
  }
  return proposals;
}

export interface RunOptions {
  readonly report?: (step: ProposeStep) => void;
  /** Asked between steps; true stops, and the plans made so far are the answer. */
  readonly stopped?: () => boolean;
}

/** Runs to the end, or until stopped. */
export const runProposals = (input: ProposeInput, { report, stopped }: RunOptions = {}): Proposal[] => {
  const out: Proposal[] = [];
  for (const step of propose(input)) {
    if (step.proposal !== null) out.push(step.proposal);
    report?.(step);
    if (stopped?.() === true) break;
  }
  return out;
};

/** The same, giving way to other work between steps: in a worker, messages (a stop among them) come through. */
export const runProposalsAsync = async (
  input: ProposeInput,
  { report, stopped }: RunOptions = {},
): Promise<Proposal[]> => {
  const out: Proposal[] = [];
  let last = performance.now();
  for (const step of propose(input)) {
    if (step.proposal !== null) out.push(step.proposal);
    report?.(step);
    if (performance.now() - last > 20) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      last = performance.now();
    }
    if (stopped?.() === true) break;
  }
  return out;
};
