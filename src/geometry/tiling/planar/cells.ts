/**
 * The cells that chains of edges cut the plane into. Chains meet at their ends only. Half-edge 2i runs along chain i, 2i + 1
 * against it, each with its cell on the left.
 */
import { compareAngles } from '../model/exact.ts';
import { type RingCoordinates, ringBox, twiceArea, windingOf } from '../model/ring-measures.ts';
import type { MmPoint } from '../model/rows.ts';

export interface Cell {
  /** Half-edges of the outside, counter-clockwise; none for the unbounded cell. */
  readonly outside: readonly number[];
  /** Half-edges of each hole. */
  readonly holes: readonly (readonly number[])[];
}

export interface Cells {
  /** Cell 0 is the unbounded one. */
  readonly cells: readonly Cell[];
  /** The cell to the left of each half-edge. */
  readonly cellOf: Int32Array;
  /** Coordinates of a cell's rings, the outside first; they may touch themselves. */
  rings(cell: number): RingCoordinates[];
}

type Chains = readonly (readonly number[])[];

const outgoing = (chains: Chains, at: (id: number) => MmPoint): Int32Array => {
  const fromVertex = new Map<number, number[]>();
  const ahead = (h: number): MmPoint => {
    const ids = chains[h >> 1] as readonly number[];
    return at((h & 1 ? ids[ids.length - 2] : ids[1]) as number);
  };
  for (const [i, ids] of chains.entries())
    for (const [h, id] of [
      [2 * i, ids[0] as number],
      [2 * i + 1, ids[ids.length - 1] as number],
    ] as const) {
      const list = fromVertex.get(id);
      if (list === undefined) fromVertex.set(id, [h]);
      else list.push(h);
    }
  const next = new Int32Array(chains.length * 2);
  for (const [id, list] of fromVertex) {
    if (list.length > 2) {
      const o = at(id);
      list.sort((a, b) => compareAngles(o, ahead(a), ahead(b)));
    }
    // Arriving by the twin of list[k], the way on is the first one clockwise.
    for (const [k, h] of list.entries()) next[h ^ 1] = list[(k + list.length - 1) % list.length] as number;
  }
  return next;
};

const cycleCoordinates = (
  cycle: readonly number[],
  chains: Chains,
  at: (id: number) => MmPoint,
): RingCoordinates => {
  const flat: number[] = [];
  for (const h of cycle) {
    const ids = chains[h >> 1] as readonly number[];
    const n = ids.length;
    for (let k = 0; k + 1 < n; k++) {
      const p = at((h & 1 ? ids[n - 1 - k] : ids[k]) as number);
      flat.push(p.x, p.y);
    }
  }
  return Float64Array.from(flat);
};

const find = (parent: Map<number, number>, id: number): number => {
  let root = id;
  for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
  for (let walk = id; walk !== root; ) {
    const up = parent.get(walk) as number;
    parent.set(walk, root);
    walk = up;
  }
  return root;
};

interface Cycle {
  readonly halves: readonly number[];
  readonly coordinates: RingCoordinates;
  readonly twice: number;
  readonly component: number;
}

const cyclesOf = (chains: Chains, at: (id: number) => MmPoint): { cycles: Cycle[]; cycleOf: Int32Array } => {
  const next = outgoing(chains, at);
  const parent = new Map<number, number>();
  for (const ids of chains) {
    const [a, b] = [find(parent, ids[0] as number), find(parent, ids[ids.length - 1] as number)];
    parent.set(a, a);
    parent.set(b, a);
  }
  const cycleOf = new Int32Array(next.length).fill(-1);
  const cycles: Cycle[] = [];
  for (let h = 0; h < next.length; h++) {
    if (cycleOf[h] !== -1) continue;
    const halves: number[] = [];
    for (let walk = h; cycleOf[walk] === -1; walk = next[walk] as number) {
      cycleOf[walk] = cycles.length;
      halves.push(walk);
    }
    const coordinates = cycleCoordinates(halves, chains, at);
    const component = find(parent, (chains[h >> 1] as readonly number[])[0] as number);
    cycles.push({ halves, coordinates, twice: twiceArea(coordinates), component });
  }
  return { cycles, cycleOf };
};

/** For each cycle around a component from outside: the smallest cycle of another component that contains it, or -1. */
const containers = (cycles: readonly Cycle[]): Map<number, number> => {
  const bounded = cycles.flatMap((cycle, i) =>
    cycle.twice > 0 ? [{ cycle, i, box: ringBox(cycle.coordinates) }] : [],
  );
  bounded.sort((a, b) => a.cycle.twice - b.cycle.twice);
  const owner = new Map<number, number>();
  for (const [i, { coordinates, twice, component }] of cycles.entries()) {
    if (twice > 0) continue;
    const x = ((coordinates[0] as number) + (coordinates[2] as number)) / 2;
    const y = ((coordinates[1] as number) + (coordinates[3] as number)) / 2;
    const around = bounded.find(
      ({ cycle, box }) =>
        cycle.component !== component &&
        x > box[0] &&
        x < box[2] &&
        y > box[1] &&
        y < box[3] &&
        windingOf(cycle.coordinates, x, y) !== 0,
    );
    owner.set(i, around?.i ?? -1);
  }
  return owner;
};

export const cellsOf = (chains: Chains, at: (id: number) => MmPoint): Cells => {
  const { cycles, cycleOf } = cyclesOf(chains, at);
  const owner = containers(cycles);
  const cells: { outside: readonly number[]; holes: (readonly number[])[] }[] = [{ outside: [], holes: [] }];
  const cellOfCycle = new Int32Array(cycles.length);
  const cyclesOfCell: number[][] = [[]];
  for (const [i, { twice, halves }] of cycles.entries()) {
    if (twice <= 0) continue;
    cellOfCycle[i] = cells.length;
    cells.push({ outside: halves, holes: [] });
    cyclesOfCell.push([i]);
  }
  for (const [i, around] of owner) {
    const cell = around === -1 ? 0 : (cellOfCycle[around] as number);
    cellOfCycle[i] = cell;
    cells[cell]?.holes.push((cycles[i] as Cycle).halves);
    cyclesOfCell[cell]?.push(i);
  }
  return {
    cells,
    cellOf: cycleOf.map((cycle) => cellOfCycle[cycle] as number),
    rings: (cell) => (cyclesOfCell[cell] ?? []).map((i) => (cycles[i] as Cycle).coordinates),
  };
};
