/**
 * Seeds: the atoms divided in two again and again, each time by a random spanning tree of which one edge is cut (the ReCom
 * family). Both sides of a cut tree hang together, so every part does. Borders that are dear to cut are rather in the tree.
 *
 * Typed arrays and one sort of packed numbers a tree: with objects and maps the seeds of 1,500 buildings took ten times as long.
 */
import type { Atoms } from './atoms.ts';

export type Random = () => number;

/** Trees tried per cut. */
const TREES = 24;
/** A border this long is as likely to be cut as not; shorter ones more. */
const USUAL_MM = 20_000;

interface Cut {
  readonly isInside: Uint8Array;
  readonly price: number;
}

/** A part to be divided: its atoms numbered from 0, and the borders within it. */
interface Piece {
  readonly members: readonly number[];
  readonly weight: Float64Array;
  readonly total: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly costMm: Float64Array;
}

const pieceOf = (atoms: Atoms, members: readonly number[], localOf: Int32Array): Piece => {
  for (const [i, atom] of members.entries()) localOf[atom] = i;
  const [a, b, costMm]: [number[], number[], number[]] = [[], [], []];
  for (const [i, atom] of members.entries())
    for (const link of atoms.links[atom] ?? []) {
      const j = localOf[link.other] as number;
      // Numbers of other parts are left over from before: an atom is here only when the list says so.
      if (j <= i || members[j] !== link.other) continue;
      a.push(i);
      b.push(j);
      costMm.push(link.costMm);
    }
  const weight = Float64Array.from(members, (atom) => atoms.weight[atom] as number);
  return {
    members,
    weight,
    total: weight.reduce((sum, w) => sum + w, 0),
    a: Int32Array.from(a),
    b: Int32Array.from(b),
    costMm: Float64Array.from(costMm),
  };
};

const root = (parent: Int32Array, node: number): number => {
  let up = node;
  while (parent[up] !== up) {
    parent[up] = parent[parent[up] as number] as number;
    up = parent[up] as number;
  }
  return up;
};

/** Neighbours in a random spanning tree as linked lists: `head` of a node, `next` of an entry, `to` where it leads. */
interface Tree {
  readonly head: Int32Array;
  readonly next: Int32Array;
  readonly to: Int32Array;
}

const PACK = 2 ** 20;

const spanningTree = ({ members, a, b, costMm }: Piece, random: Random): Tree => {
  const n = members.length;
  const parent = Int32Array.from({ length: n }, (_, i) => i);
  const ranked = new Float64Array(a.length);
  for (let e = 0; e < a.length; e++) {
    const rank = random() ** 2 / (1 + (costMm[e] as number) / USUAL_MM);
    ranked[e] = Math.floor(rank * 2 ** 30) * PACK + e;
  }
  ranked.sort();
  const head = new Int32Array(n).fill(-1);
  const next = new Int32Array(2 * n);
  const to = new Int32Array(2 * n);
  let count = 0;
  const link = (from: number, where: number): void => {
    to[count] = where;
    next[count] = head[from] as number;
    head[from] = count++;
  };
  for (let k = 0; k < ranked.length && count < 2 * (n - 1); k++) {
    const e = (ranked[k] as number) % PACK;
    const [x, y] = [a[e] as number, b[e] as number];
    const [p, q] = [root(parent, x), root(parent, y)];
    if (p === q) continue;
    parent[p] = q;
    link(x, y);
    link(y, x);
  }
  return { head, next, to };
};

/** The subtree whose weight is nearest to what is wanted, and what cutting it off costs. */
const bestCut = (piece: Piece, parts: number, left: number, random: Random): Cut | null => {
  const { members, weight, total, a, b, costMm } = piece;
  const n = members.length;
  const tree = spanningTree(piece, random);
  const order = new Int32Array(n);
  const above = new Int32Array(n).fill(-2);
  order[0] = Math.floor(random() * n);
  above[order[0] as number] = -1;
  let reached = 1;
  for (let i = 0; i < reached; i++) {
    const node = order[i] as number;
    for (let e = tree.head[node] as number; e !== -1; e = tree.next[e] as number) {
      const other = tree.to[e] as number;
      if (above[other] !== -2) continue;
      above[other] = node;
      order[reached++] = other;
    }
  }
  const below = weight.slice();
  for (let i = reached - 1; i > 0; i--) {
    const node = order[i] as number;
    const up = above[node] as number;
    below[up] = (below[up] as number) + (below[node] as number);
  }
  // Either side of the cut may be the smaller one: try both.
  const share = random() < 0.5 ? left / parts : 1 - left / parts;
  let [top, deviation] = [-1, Infinity];
  for (let i = 1; i < reached; i++) {
    const off = Math.abs((below[order[i] as number] as number) - share * total);
    if (off < deviation) [top, deviation] = [order[i] as number, off];
  }
  if (top === -1) return null;
  const isInside = new Uint8Array(n);
  isInside[top] = 1;
  for (let i = 1; i < reached; i++) {
    const node = order[i] as number;
    if (isInside[above[node] as number]) isInside[node] = 1;
  }
  let cost = 0;
  for (let e = 0; e < a.length; e++)
    if (isInside[a[e] as number] !== isInside[b[e] as number]) cost += costMm[e] as number;
  if (share !== left / parts) for (let i = 0; i < n; i++) isInside[i] = 1 - (isInside[i] as number);
  // A hundredth of a grid's households off weighs as much as some metres of border.
  const off = (deviation / Math.max(1, total / parts)) * 100;
  return { isInside, price: Math.max(0, off - 6) * 40_000 + cost };
};

/**
 * Divides atoms into `parts` that hang together, of about equal weight. Writes the part of each atom, from `first` on. Yields after
 * every cut, so that others have their turn.
 */
export function* bisectSteps(
  atoms: Atoms,
  members: readonly number[],
  parts: number,
  random: Random,
  partOf: Int32Array,
  first = 0,
  localOf: Int32Array = new Int32Array(atoms.count),
): Generator<void, void> {
  for (const atom of members) partOf[atom] = first;
  if (parts <= 1 || members.length <= 1) return;
  const left = Math.floor(parts / 2);
  const piece = pieceOf(atoms, members, localOf);
  let best: Cut | null = null;
  for (let tree = 0; tree < TREES; tree++) {
    const cut = bestCut(piece, parts, left, random);
    if (cut !== null && (best === null || cut.price < best.price)) best = cut;
  }
  yield;
  if (best === null) return;
  const { isInside } = best;
  const inside = members.filter((_, i) => isInside[i] === 1);
  const rest = members.filter((_, i) => isInside[i] === 0);
  yield* bisectSteps(atoms, inside, left, random, partOf, first, localOf);
  yield* bisectSteps(atoms, rest, parts - left, random, partOf, first + left, localOf);
}

/** The same without a pause. */
export const bisect = (
  atoms: Atoms,
  members: readonly number[],
  parts: number,
  random: Random,
  partOf: Int32Array,
): void => {
  for (const _ of bisectSteps(atoms, members, parts, random, partOf));
};
