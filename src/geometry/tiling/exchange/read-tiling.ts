/** Stored rows → a tiling: from a plan, a draft, another tab. What is not a tiling is refused with the first thing wrong. */
import { type Outcome, refuse } from '../model/refusal.ts';
import type { TilingData } from '../model/rows.ts';
import { Tiling } from '../model/tiling.ts';
import { DEFAULT_LIMITS, type Limits } from '../model/limits.ts';
import { misplacedRing } from '../model/check.ts';
import { checkEdgesOf, checkSides } from '../rules/border-rules.ts';

const isWhole = (n: unknown): n is number => typeof n === 'number' && Number.isSafeInteger(n);

const MOST_ID = 2 ** 26;

const highest = (ids: readonly number[]): number => ids.reduce((most, id) => Math.max(most, id), 0);

export const readTiling = (data: TilingData, limits: Limits = DEFAULT_LIMITS): Outcome<Tiling> => {
  const vertexIds = new Set<number>();
  for (const { id, x, y } of data.vertices) {
    if (!isWhole(x) || !isWhole(y)) return refuse('notNumber', [], null);
    if (!isWhole(id) || id < 1 || id >= MOST_ID || vertexIds.has(id))
      return refuse('taken', [`#${id}`], { x, y });
    vertexIds.add(id);
  }
  const faceIds = new Set(data.faces.map(({ id }) => id));
  const arcIds = new Set<number>();
  for (const { id, vertexIds: ids, left, right } of data.arcs) {
    if (!isWhole(id) || id < 1 || arcIds.has(id) || vertexIds.has(id))
      return refuse('taken', [`#${id}`], null);
    arcIds.add(id);
    const lost = ids.find((vertexId) => !vertexIds.has(vertexId));
    if (lost !== undefined || ids.length < 2) return refuse('unknown', [`#${lost ?? id}`], null);
    for (const side of [left, right])
      if (side !== null && !faceIds.has(side)) return refuse('unknown', [side], null);
  }
  if (!isWhole(data.nextId) || data.nextId <= highest([...vertexIds, ...arcIds]))
    return refuse('taken', [`#${data.nextId}`], null);
  const tiling = Tiling.of(data);
  // A small or sharp grid is a matter for the list of problems; rows that are no tiling are a matter for nobody.
  for (const { findings } of [checkSides(tiling), checkEdgesOf(tiling, limits)[0]])
    for (const { at, zh, en, faceIds: concerned } of findings)
      return { refused: { code: 'crosses', zh, en, at, faceIds: concerned } };
  for (const { id } of data.faces) {
    const wrong = misplacedRing(tiling.shape(id));
    if (wrong === null) continue;
    const at = { x: wrong.coordinates[0] as number, y: wrong.coordinates[1] as number };
    return refuse('collapses', [id], at, [id]);
  }
  return { ok: tiling };
};
