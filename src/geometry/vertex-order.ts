/**
 * The order of triangles that spares a software rasteriser work. SwiftShader shades four vertices at a time: where one that is asked
 * for is not among the last ones, it and the three entries of the index after it are shaded together. A far crown of sixteen triangles over
 * ten vertices takes six such passes as a lathe writes it, and three in the order found here.
 */

/** Vertices that are kept, each in the place that the end of its number says. */
const KEPT = 64;
const AT_ONCE = 4;

/** How many passes over four vertices the triangles of an index take. */
export const vertexPasses = (indices: ArrayLike<number>): number => {
  const kept = new Float64Array(KEPT).fill(-1);
  let passes = 0;
  for (let i = 0; i < indices.length; i++) {
    const vertex = indices[i] as number;
    if (kept[vertex % KEPT] === vertex) continue;
    passes++;
    for (let k = i; k < Math.min(i + AT_ONCE, indices.length); k++) {
      const next = indices[k] as number;
      kept[next % KEPT] = next;
    }
  }
  return passes;
};

const ROTATIONS = [
  [0, 1, 2],
  [1, 2, 0],
  [2, 0, 1],
] as const;

/** The same triangles, each turned as before, in an order found greedily: for shapes of a few triangles. */
export const orderForPasses = (indices: ArrayLike<number>): number[] => {
  const left: (readonly number[])[] = [];
  for (let i = 0; i + 2 < indices.length; i += 3)
    left.push([indices[i] as number, indices[i + 1] as number, indices[i + 2] as number]);
  const out: number[] = [];
  while (left.length > 0) {
    let best: { at: number; turned: number[]; passes: number; fresh: number } | null = null;
    const seen = new Set(out);
    for (const [at, triangle] of left.entries())
      for (const turn of ROTATIONS) {
        const turned = turn.map((k) => triangle[k] as number);
        const passes = vertexPasses([...out, ...turned]);
        const fresh = turned.filter((vertex) => !seen.has(vertex)).length;
        // As few passes as can be; of equals the one that brings most vertices along.
        if (!best || passes < best.passes || (passes === best.passes && fresh > best.fresh))
          best = { at, turned, passes, fresh };
      }
    if (!best) break;
    out.push(...best.turned);
    left.splice(best.at, 1);
  }
  return out;
};
