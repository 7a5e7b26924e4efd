/** Which part keeps the name of which grid: pairs with the most households in common first, so that the fewest change grids. */
import type { FaceId } from '../tiling/model/rows.ts';
import type { Atoms } from './atoms.ts';
import { type Band, NO_TARGETS, type Targets } from './targets.ts';

interface Divided {
  readonly atoms: Atoms;
  readonly partOf: Int32Array;
  readonly goal: { readonly parts: number };
}

interface Names {
  readonly faceIds: readonly FaceId[];
  readonly newIds: readonly FaceId[];
  readonly targets?: Targets;
}

interface Pair {
  readonly part: number;
  readonly id: FaceId;
  weight: number;
}

/** The most in common first. */
const pairsOf = ({ atoms, partOf }: Divided): Pair[] => {
  const common = new Map<string, Pair>();
  for (let atom = 0; atom < atoms.count; atom++) {
    const home = atoms.home[atom];
    if (home === null || home === undefined) continue;
    const part = partOf[atom] as number;
    const key = `${part} ${home}`;
    const pair = common.get(key) ?? { part, id: home, weight: 0 };
    pair.weight += (atoms.weight[atom] as number) + 1e-6;
    common.set(key, pair);
  }
  return [...common.values()].sort(
    (a, b) => b.weight - a.weight || a.part - b.part || (a.id < b.id ? -1 : 1),
  );
};

/** The atom of a group that is most links away from where it ends; of equals the one with most households. */
const innermost = ({ links, weight }: Atoms, group: ReadonlySet<number>): number => {
  const steps = new Map<number, number>();
  for (const atom of group)
    if ((links[atom] ?? []).some(({ other }) => !group.has(other))) steps.set(atom, 0);
  // A group without an end is reached from anywhere.
  if (steps.size === 0) for (const atom of group) steps.set(atom, 0);
  for (const [atom, step] of steps)
    for (const { other } of links[atom] ?? [])
      if (group.has(other) && !steps.has(other)) steps.set(other, step + 1);
  const ranked = [...steps].sort(
    ([a, near], [b, far]) => far - near || (weight[b] as number) - (weight[a] as number) || a - b,
  );
  return ranked[0]?.[0] ?? -1;
};

export interface Held {
  readonly id: FaceId;
  readonly band: Band;
  /** Stays in the part, so that the grid does not wander off to other ground. */
  readonly anchor: number;
}

/** The parts of grids with a target of their own, said before anything is improved: what they are drawn towards hangs on it. */
export const heldParts = (divided: Divided, targets: Targets = NO_TARGETS): Map<number, Held> => {
  const held = new Map<number, Held>();
  const used = new Set<FaceId>();
  if (targets.size === 0) return held;
  const { atoms, partOf } = divided;
  for (const { part, id } of pairsOf(divided)) {
    const band = targets.get(id);
    if (band === undefined || held.has(part) || used.has(id)) continue;
    const common = [...partOf.keys()].filter((atom) => partOf[atom] === part && atoms.home[atom] === id);
    // One that alone is too much for the grid would keep it from its target.
    const fitting = common.filter((atom) => (atoms.weight[atom] as number) <= band.max);
    held.set(part, { id, band, anchor: innermost(atoms, new Set(fitting.length > 0 ? fitting : common)) });
    used.add(id);
  }
  return held;
};

export const labelParts = (
  divided: Divided,
  { faceIds, newIds, targets = NO_TARGETS }: Names,
  held: ReadonlyMap<number, { readonly id: FaceId }>,
): FaceId[] => {
  const labels = Array.from({ length: divided.goal.parts }, (_, part) => held.get(part)?.id ?? null);
  const used = new Set<FaceId | null>(labels);
  for (const { part, id } of pairsOf(divided)) {
    if (labels[part] !== null || used.has(id) || targets.has(id)) continue;
    labels[part] = id;
    used.add(id);
  }
  const spare = [...faceIds.filter((id) => !used.has(id) && !targets.has(id)), ...newIds];
  return labels.map((label, i) => label ?? spare.shift() ?? `new:${i}`);
};
