/** Patches as plain data: the inverse, several as one, and what one touches. */
import type { Patch, Rows, Side } from './rows.ts';
import type { Tiling } from './tiling.ts';

type Id = number | string;
const idsOf = <K extends Id>(rows: readonly { readonly id: K }[]): Set<K> =>
  new Set(rows.map(({ id }) => id));

/** Rows that the inverse must take away: put now, not there before. */
const added = <K extends Id, T extends { readonly id: K }>(put: readonly T[], prev: readonly T[]): K[] => {
  const before = idsOf(prev);
  return put.filter(({ id }) => !before.has(id)).map(({ id }) => id);
};

/** Applied after the patch, gives back the very bytes of before. */
export const invertPatch = ({ put, prev, nextId }: Patch): Patch => ({
  put: prev,
  del: {
    vertices: added(put.vertices, prev.vertices),
    arcs: added(put.arcs, prev.arcs),
    faces: added(put.faces, prev.faces),
  },
  prev: put,
  nextId: { before: nextId.after, after: nextId.before },
});

const joinKind = <K extends Id, T extends { readonly id: K }>(
  patches: readonly { put: readonly T[]; del: readonly K[]; prev: readonly T[] }[],
): { put: T[]; del: K[]; prev: T[] } => {
  const first = new Map<K, T | null>();
  const last = new Map<K, T | null>();
  for (const { put, del, prev } of patches) {
    const before = new Map(prev.map((row) => [row.id, row]));
    for (const id of [...put.map((row) => row.id), ...del])
      if (!first.has(id)) first.set(id, before.get(id) ?? null);
    for (const row of put) last.set(row.id, row);
    for (const id of del) last.set(id, null);
  }
  const out = { put: [] as T[], del: [] as K[], prev: [] as T[] };
  for (const id of [...last.keys()].sort((a, b) => (a < b ? -1 : 1))) {
    const old = first.get(id) ?? null;
    const now = last.get(id) ?? null;
    if (now !== null) out.put.push(now);
    else if (old !== null) out.del.push(id);
    if (old !== null && (now !== null || last.get(id) === null)) out.prev.push(old);
  }
  return out;
};

/** Patches that follow one another, as one: a stroke of several steps is undone at once. */
export const joinPatches = (patches: readonly [Patch, ...Patch[]]): Patch => {
  const kind = <N extends keyof Rows>(name: N) =>
    joinKind(
      patches.map(({ put, del, prev }) => ({ put: put[name], del: del[name], prev: prev[name] })) as never,
    ) as unknown as { put: Rows[N]; del: Patch['del'][N]; prev: Rows[N] };
  const [vertices, arcs, faces] = [kind('vertices'), kind('arcs'), kind('faces')];
  return {
    put: { vertices: vertices.put, arcs: arcs.put, faces: faces.put },
    del: { vertices: vertices.del, arcs: arcs.del, faces: faces.del },
    prev: { vertices: vertices.prev, arcs: arcs.prev, faces: faces.prev },
    nextId: {
      before: patches[0].nextId.before,
      after: (patches[patches.length - 1] as Patch).nextId.after,
    },
  };
};

export const isEmptyPatch = ({ put, del }: Patch): boolean =>
  [put.vertices, put.arcs, put.faces, del.vertices, del.arcs, del.faces].every((list) => list.length === 0);

/** Grids whose shape or fields a patch changes (null: the outside); asked of the tiling before or after it. */
export const sidesOfPatch = (tiling: Tiling, { put, prev, del }: Patch): Set<Side> => {
  const sides = new Set<Side>();
  for (const { left, right } of [...put.arcs, ...prev.arcs]) sides.add(left).add(right);
  for (const { id } of [...put.vertices, ...prev.vertices])
    for (const arcId of tiling.arcsAt(id)) {
      const arc = tiling.arc(arcId);
      if (arc !== undefined) sides.add(arc.left).add(arc.right);
    }
  for (const { id } of [...put.faces, ...prev.faces]) sides.add(id);
  for (const id of del.faces) sides.add(id);
  return sides;
};
