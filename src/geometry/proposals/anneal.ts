/**
 * Improvement: one atom at a time moves to a neighbouring part (or two change places), where its own part stays in one piece.
 * Worse is accepted now and then, less and less. The cost is kept in step, never computed anew.
 */
import type { Atoms } from './atoms.ts';
import type { Random } from './bisect.ts';
import { type Band, middleOf, restBeside } from './targets.ts';

export interface Weights {
  /** Households off the band, and off the mean. */
  readonly balance: number;
  /** Round rather than long. */
  readonly shape: number;
  /** Borders short, and along roads. */
  readonly roads: number;
  /** Households that would change their grid. */
  readonly stability: number;
}

export interface Goal extends Band {
  /** By part: bands of their own, where they have one. */
  readonly own?: ReadonlyMap<number, Band>;
  /** Atoms that stay in their part. */
  readonly anchors?: ReadonlySet<number>;
  readonly parts: number;
  readonly weights: Weights;
  /** The part that each atom has now, -1 for none; for stability. */
  readonly homePart: Int32Array;
}

/** A building that changes its grid is as bad as so many households, though nobody lives in it: a school, a market. */
const BUILDING_MOVES = 3;

export class Division {
  readonly atoms: Atoms;
  readonly goal: Goal;
  readonly partOf: Int32Array;
  readonly weight: Float64Array;
  readonly area: Float64Array;
  readonly perimeter: Float64Array;
  readonly cut: Float64Array;
  readonly size: Int32Array;
  moved = 0;
  /** Households that each part should come near to. */
  private readonly aim: Float64Array;
  private readonly mean: number;
  private readonly total: number;
  private readonly scaleMm: number;
  private readonly mark: Int32Array;
  private stamp = 0;
  private readonly queue: number[] = [];

  constructor(atoms: Atoms, goal: Goal, partOf: Int32Array) {
    this.atoms = atoms;
    this.goal = goal;
    this.partOf = partOf;
    const { parts } = goal;
    this.weight = new Float64Array(parts);
    this.area = new Float64Array(parts);
    this.perimeter = new Float64Array(parts);
    this.cut = new Float64Array(parts);
    this.size = new Int32Array(parts);
    this.mark = new Int32Array(atoms.count);
    const area = atoms.areaMm2.reduce((sum, own) => sum + own, 0);
    this.total = Math.max(
      1,
      atoms.weight.reduce((sum, own) => sum + own, 0),
    );
    this.mean = this.total / parts;
    this.aim = this.aims();
    this.scaleMm = Math.sqrt(area / parts) * 4;
    this.restore(partOf.slice());
  }

  private aims(): Float64Array {
    const { parts, own } = this.goal;
    if (own === undefined || own.size === 0) return new Float64Array(parts).fill(this.mean);
    const rest = restBeside(own.values(), this.total, parts);
    const usual = rest.households / Math.max(1, rest.parts);
    return Float64Array.from({ length: parts }, (_, part) => {
      const band = own.get(part);
      return Math.max(1, band === undefined ? usual : middleOf(band));
    });
  }

  /** What the households of a part should be between. */
  private bandOf(part: number): Band {
    return this.goal.own?.get(part) ?? this.goal;
  }

  isInBand(part: number): boolean {
    const { min, max } = this.bandOf(part);
    const households = this.weight[part] as number;
    return households >= min && households <= max;
  }

  /** Counts everything anew for a given division. */
  restore(partOf: Int32Array): void {
    for (const sums of [this.weight, this.area, this.perimeter, this.cut, this.size]) sums.fill(0);
    this.moved = 0;
    // One after another, as if each came to its part: a border is taken back when its second side comes.
    this.partOf.fill(-1);
    for (let atom = 0; atom < this.atoms.count; atom++) {
      const part = partOf[atom] as number;
      this.add(atom, part, 1);
      this.partOf[atom] = part;
    }
  }

  private add(atom: number, part: number, sign: 1 | -1): void {
    const { atoms } = this;
    const weight = atoms.weight[atom] as number;
    this.weight[part] = (this.weight[part] as number) + sign * weight;
    this.area[part] = (this.area[part] as number) + sign * (atoms.areaMm2[atom] as number);
    this.size[part] = (this.size[part] as number) + sign;
    let perimeter = atoms.rimMm[atom] as number;
    let cut = 0;
    for (const { other, lengthMm, costMm } of atoms.links[atom] ?? []) {
      const together = this.partOf[other] === part;
      perimeter += together ? -lengthMm : lengthMm;
      cut += together ? -costMm : costMm;
    }
    this.perimeter[part] = (this.perimeter[part] as number) + sign * perimeter;
    this.cut[part] = (this.cut[part] as number) + sign * cut;
    const home = this.goal.homePart[atom] as number;
    if (home !== -1 && home !== part)
      this.moved += sign * (weight + BUILDING_MOVES * (atoms.rows[atom] as readonly number[]).length);
  }

  /** What one part costs. */
  private partCost(part: number): number {
    const { weights } = this.goal;
    const { min, max } = this.bandOf(part);
    const w = this.weight[part] as number;
    const aim = this.aim[part] as number;
    const off = Math.max(0, min - w, w - max) / this.mean;
    const deviation = (w - aim) / aim;
    const perimeter = this.perimeter[part] as number;
    const area = Math.max(1, this.area[part] as number);
    const roundness = (perimeter * perimeter) / (4 * Math.PI * area);
    return (
      weights.balance * ((off > 0 ? 3 + 40 * off : 0) + 2 * deviation * deviation) +
      weights.shape * (0.5 * roundness + 0.15 * Math.max(0, roundness - 1.6) ** 2) +
      (weights.roads * (this.cut[part] as number)) / this.scaleMm
    );
  }

  cost(): number {
    let sum = (this.goal.weights.stability * this.moved * this.goal.parts) / this.total;
    for (let part = 0; part < this.goal.parts; part++) sum += this.partCost(part);
    return sum;
  }

  /** May an atom leave its part? It must hang together without it. */
  private leavesWhole(atom: number): boolean {
    if (this.goal.anchors?.has(atom) === true) return false;
    const part = this.partOf[atom] as number;
    const { links } = this.atoms;
    const own = (links[atom] ?? []).filter(({ other }) => this.partOf[other] === part);
    if (own.length === 0) return false;
    if (own.length === 1) return true;
    this.stamp++;
    const { mark, queue, stamp } = this;
    queue.length = 0;
    mark[atom] = stamp;
    const first = (own[0] as (typeof own)[number]).other;
    mark[first] = stamp;
    queue.push(first);
    let left = own.length - 1;
    for (let i = 0; i < queue.length; i++)
      for (const { other } of links[queue[i] as number] ?? []) {
        if (mark[other] === stamp || this.partOf[other] !== part) continue;
        mark[other] = stamp;
        if (own.some((link) => link.other === other) && --left === 0) return true;
        queue.push(other);
      }
    return false;
  }

  private put(atom: number, part: number): void {
    const from = this.partOf[atom] as number;
    this.add(atom, from, -1);
    this.partOf[atom] = part;
    this.add(atom, part, 1);
  }

  /** Tries to move an atom; undone where it is not accepted. */
  tryMove(atom: number, to: number, temperature: number, random: Random): boolean {
    const from = this.partOf[atom] as number;
    if (from === to || !this.leavesWhole(atom)) return false;
    const before = this.partCost(from) + this.partCost(to) + this.movedCost();
    this.put(atom, to);
    const change = this.partCost(from) + this.partCost(to) + this.movedCost() - before;
    if (change <= 0 || random() < Math.exp(-change / temperature)) return true;
    this.put(atom, from);
    return false;
  }

  private movedCost(): number {
    return (this.goal.weights.stability * this.moved * this.goal.parts) / this.total;
  }

  /** Two atoms of neighbouring parts change places. */
  trySwap(a: number, b: number, temperature: number, random: Random): boolean {
    const [p, q] = [this.partOf[a] as number, this.partOf[b] as number];
    const before = this.partCost(p) + this.partCost(q) + this.movedCost();
    if (!this.leavesWhole(a)) return false;
    this.put(a, q);
    if (!this.leavesWhole(b) || !(this.atoms.links[b] ?? []).some(({ other }) => this.partOf[other] === p)) {
      this.put(a, p);
      return false;
    }
    this.put(b, p);
    const change = this.partCost(p) + this.partCost(q) + this.movedCost() - before;
    if (change <= 0 || random() < Math.exp(-change / temperature)) return true;
    this.put(b, q);
    this.put(a, p);
    return false;
  }
}

export interface AnnealOptions {
  /** Tries per atom. */
  readonly effort: number;
  readonly random: Random;
}

/** Yields now and then, with how far it is (0…1): so that others have their turn, and it can be stopped. */
export function* anneal(division: Division, { effort, random }: AnnealOptions): Generator<number, void> {
  const { atoms, partOf } = division;
  const steps = Math.round(atoms.count * effort);
  let best = division.cost();
  let kept = partOf.slice();
  const [hot, cold] = [0.6, 0.003];
  for (let step = 0; step < steps; step++) {
    const temperature = hot * (cold / hot) ** (step / steps);
    const atom = Math.floor(random() * atoms.count);
    const links = atoms.links[atom] ?? [];
    const link = links[Math.floor(random() * links.length)];
    if (link !== undefined && partOf[link.other] !== partOf[atom]) {
      const to = partOf[link.other] as number;
      if (!division.tryMove(atom, to, temperature, random) && random() < 0.3)
        division.trySwap(atom, link.other, temperature, random);
    }
    if ((step & 255) === 255) {
      const cost = division.cost();
      if (cost < best) {
        best = cost;
        kept = partOf.slice();
      }
    }
    if ((step & 2047) === 2047) yield step / steps;
  }
  if (division.cost() > best) division.restore(kept);
}
