/**
 * What of a table of counts may be shown in a public room. A count of people or households below five is shown as "<5"; so that nobody
 * works it out from the totals, more entries are withheld until no hidden one has only one possible value.
 *
 * Counts and their totals are the edges of a network in which every node balances (a row's cells flow in, its total flows out). What
 * is shown is fixed, "<5" lies in 0…4, what is withheld is 5 or more. A hidden entry can have another value exactly where a closed
 * round through hidden entries exists that it is part of, so a search of paths decides it, and the cheapest such round says what else
 * to withhold. Rejected: rounding (the totals no longer add up on the screen), noise (two walls disagree), linear programming (for
 * tables like these the network gives the same answer with forty lines).
 */

/** Below this a count is hidden. */
export const THRESHOLD = 5;

/** A number, "<5", or nothing because it would give another one away. */
export type Shown = number | 'few' | 'withheld';

/** A single count that nothing else adds up to. */
export const protectCount = (value: number): Shown => (value < THRESHOLD ? 'few' : value);

/** A count that flows from one node to another. */
export interface Flow {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Shown elsewhere as well: only its own smallness hides it. */
  readonly fixed?: boolean;
}

interface Edge extends Flow {
  hidden: boolean;
  readonly low: number;
  readonly high: number;
}

const edgeOf = (flow: Flow): Edge => {
  const few = flow.value < THRESHOLD;
  return {
    ...flow,
    hidden: few,
    low: few ? 0 : THRESHOLD,
    high: few ? THRESHOLD - 1 : Number.POSITIVE_INFINITY,
  };
};

/** What it costs to walk along an edge: nothing where it is hidden and has room, its count where it must be withheld first. */
const costOf = (edge: Edge, up: boolean): number => {
  if (up ? edge.value >= edge.high : edge.value <= edge.low) return Number.POSITIVE_INFINITY;
  if (edge.hidden) return 0;
  return edge.fixed ? Number.POSITIVE_INFINITY : edge.value + 1;
};

interface Path {
  readonly cost: number;
  readonly edges: readonly number[];
}

/** The cheapest way between two nodes that does not use one edge: Bellman and Ford, the tables are small. */
const cheapestPath = (
  edges: readonly Edge[],
  nodes: number,
  from: number,
  to: number,
  without: number,
): Path | null => {
  const best = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const came = new Int32Array(nodes).fill(-1);
  best[from] = 0;
  for (let turn = 0, changed = true; changed && turn < nodes; turn++) {
    changed = false;
    edges.forEach((edge, at) => {
      if (at === without) return;
      for (const up of [true, false]) {
        const [a, b] = up ? [edge.from, edge.to] : [edge.to, edge.from];
        const cost = (best[a] ?? 0) + costOf(edge, up);
        if (cost < (best[b] ?? 0)) {
          best[b] = cost;
          came[b] = at;
          changed = true;
        }
      }
    });
  }
  if (!Number.isFinite(best[to])) return null;
  const path: number[] = [];
  for (let node = to; node !== from; ) {
    const at = came[node] ?? -1;
    const edge = edges[at];
    if (!edge) return null;
    path.push(at);
    node = edge.from === node ? edge.to : edge.from;
  }
  return { cost: best[to] ?? 0, edges: path };
};

/** The cheaper of the two rounds that an entry can be part of: with one more in it, or with one less. */
const cheapestRound = (edges: readonly Edge[], nodes: number, at: number): Path | null => {
  const edge = edges[at] as Edge;
  const rounds = [
    edge.value < edge.high ? cheapestPath(edges, nodes, edge.to, edge.from, at) : null,
    edge.value > edge.low ? cheapestPath(edges, nodes, edge.from, edge.to, at) : null,
  ].filter((path) => path !== null);
  return rounds.sort((a, b) => a.cost - b.cost)[0] ?? null;
};

/**
 * What may be shown of a balanced network of counts, flow for flow. Where not even "<5" can be said without giving a count away (5, 5, 5
 * and 0 beside their total of 15), nothing is said of any of them.
 */
export const protect = (flows: readonly Flow[]): Shown[] => {
  const edges = flows.map(edgeOf);
  const nodes = 1 + Math.max(0, ...flows.flatMap(({ from, to }) => [from, to]));
  // Withholding more never makes an entry certain again that was not: each is looked at until it is not.
  const waiting = edges.flatMap(({ hidden }, at) => (hidden ? [at] : []));
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const round = cheapestRound(edges, nodes, at);
    if (round?.cost === 0) continue;
    const more = (round?.edges ?? []).filter((i) => !edges[i]?.hidden);
    if (more.length === 0) return flows.map(({ value, fixed }) => (fixed ? protectCount(value) : 'withheld'));
    for (const i of more) {
      (edges[i] as Edge).hidden = true;
      waiting.push(i);
    }
    waiting.push(at);
  }
  return edges.map(({ hidden, value }) => (!hidden ? value : value < THRESHOLD ? 'few' : 'withheld'));
};

/** Counts beside the total that they add up to; the total is known from elsewhere and stays. */
export const protectList = (values: readonly number[]): Shown[] => {
  const total = values.reduce((sum, value) => sum + value, 0);
  const flows: Flow[] = values.map((value) => ({ from: 0, to: 1, value }));
  return protect([...flows, { from: 1, to: 0, value: total, fixed: true }]).slice(0, -1);
};

export interface ShownTable {
  readonly cells: readonly (readonly Shown[])[];
  readonly rows: readonly Shown[];
  readonly columns: readonly Shown[];
  readonly total: Shown;
}

/** A table with the totals of its rows and columns; the grand total is known from elsewhere. */
export const protectTable = (cells: readonly (readonly number[])[]): ShownTable => {
  const height = cells.length;
  const width = cells[0]?.length ?? 0;
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const rows = cells.map(sum);
  const columns = Array.from({ length: width }, (_, j) => sum(cells.map((row) => row[j] ?? 0)));
  // Nodes: rows, columns, and what all of them flow into and out of.
  const column = (j: number): number => height + j;
  const out = height + width;
  const back = out + 1;
  const shown = protect([
    ...cells.flatMap((row, i) => row.map((value, j) => ({ from: i, to: column(j), value }))),
    ...rows.map((value, i) => ({ from: back, to: i, value })),
    ...columns.map((value, j) => ({ from: column(j), to: out, value })),
    { from: out, to: back, value: sum(rows), fixed: true },
  ]);
  const inner = height * width;
  return {
    cells: cells.map((_, i) => shown.slice(i * width, (i + 1) * width)),
    rows: shown.slice(inner, inner + height),
    columns: shown.slice(inner + height, inner + height + width),
    total: shown.at(-1) as Shown,
  };
};
