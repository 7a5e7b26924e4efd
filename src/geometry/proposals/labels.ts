/** Which part keeps the name of which grid: pairs with the most households in common first, so that the fewest change grids. */
import type { FaceId } from '../tiling/model/rows.ts';
import type { Division } from './anneal.ts';

export const labelParts = (
  { atoms, partOf, goal }: Division,
  { faceIds, newIds }: { readonly faceIds: readonly FaceId[]; readonly newIds: readonly FaceId[] },
): FaceId[] => {
  const common = new Map<string, { part: number; id: FaceId; weight: number }>();
  for (let atom = 0; atom < atoms.count; atom++) {
    const home = atoms.home[atom];
    if (home === null || home === undefined) continue;
    const part = partOf[atom] as number;
    const key = `${part} ${home}`;
    const pair = common.get(key) ?? { part, id: home, weight: 0 };
    pair.weight += (atoms.weight[atom] as number) + 1e-6;
    common.set(key, pair);
  }
  const labels: (FaceId | null)[] = Array.from({ length: goal.parts }, () => null);
  const used = new Set<FaceId>();
  const pairs = [...common.values()].sort(
    (a, b) => b.weight - a.weight || a.part - b.part || (a.id < b.id ? -1 : 1),
  );
  for (const { part, id } of pairs) {
    if (labels[part] !== null || used.has(id)) continue;
    labels[part] = id;
    used.add(id);
  }
  const spare = [...faceIds.filter((id) => !used.has(id)), ...newIds];
  return labels.map((label, i) => label ?? spare.shift() ?? `new:${i}`);
};
