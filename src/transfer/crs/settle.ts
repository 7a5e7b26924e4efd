/** The whole question "where is it?" in one call: what the file says, what speaks against it, and what else it could be. */
import type { PlaceSet } from '../places/place-set.ts';
import type { PlaceContext } from './context.ts';
import { samplePoints } from './context.ts';
import type { Crs } from './crs.ts';
import { type Doubt, doubtCrs } from './doubt.ts';
import { type Candidate, guessCrs } from './guess.ts';
import { pointsInside } from './overlap.ts';
import { resolveCrs, WGS84_CRS } from './resolve.ts';

export interface Settled {
  /** What to begin with; null where a person must choose or place the model. */
  readonly crs: Crs | null;
  /** Said by the file, taken by its format's rule, guessed from its numbers, or not known at all. */
  readonly by: 'file' | 'format' | 'guess' | 'nothing';
  readonly candidates: readonly Candidate[];
  readonly doubts: readonly Doubt[];
}

/** Formats whose standard says WGS 84, longitude first, where the file says nothing. */
const DEGREES_BY_RULE = new Set(['geojson', 'geojsonseq']);

const unknown = (set: PlaceSet): Doubt[] => {
  if (set.crs === null) return [];
  const text = set.crs.text.length > 80 ? `${set.crs.text.slice(0, 80)}…` : set.crs.text;
  return [
    {
      code: 'crs.unknown',
      severity: 'warning',
      where: set.crs.where,
      zh: `不认识文件写的坐标系“${text}”，请选择一个，或填写它的 WKT 或 PROJ 定义。`,
      en: `The file's coordinate system "${text}" is not known: choose one, or give its WKT or PROJ definition.`,
      better: null,
      movesMetres: null,
    },
  ];
};

/**
 * What to read a set in. Two things are set right unasked, and said, since the numbers leave no other reading: swapped axes, and metres
 * where only a format's rule says degrees. Everything else that speaks for another system is a doubt with a better one in it, for a
 * person to take.
 */
export const settleCrs = (set: PlaceSet, context: PlaceContext): Settled => {
  const points = samplePoints(set);
  const inside = pointsInside(set.buildings.flatMap((b) => b.footprint));
  const candidates = guessCrs(points, context, inside);
  if (set.unplaced)
    return { crs: null, by: 'nothing', candidates: candidates.filter((c) => c.crs === null), doubts: [] };
  const said = set.crs && resolveCrs(set.crs);
  const byRule = set.crs === null && DEGREES_BY_RULE.has(set.format) ? WGS84_CRS : null;
  const crs = said ?? byRule ?? candidates[0]?.crs ?? null;
  const by = said ? 'file' : byRule ? 'format' : crs ? 'guess' : 'nothing';
  if (!crs) return { crs, by, candidates, doubts: unknown(set) };
  const doubts = doubtCrs(set, crs, context);
  const impossible = byRule
    ? doubts.find((doubt) => doubt.code === 'crs.notDegrees' && doubt.better)
    : undefined;
  // Nobody said degrees but the format's rule, and degrees they cannot be.
  if (impossible)
    return {
      crs: impossible.better,
      by: 'guess',
      candidates,
      doubts: [impossible, ...doubtCrs(set, impossible.better as Crs, context)],
    };
  const swapped = doubts.find((doubt) => doubt.code === 'crs.swapped')?.better;
  const again = swapped ? doubtCrs(set, swapped, context).filter((d) => d.code !== 'crs.axesUnclear') : [];
  const all = [...(said || byRule ? [] : unknown(set)), ...doubts, ...again];
  const told = all.filter((doubt, i) => all.findIndex((other) => other.code === doubt.code) === i);
  return { crs: swapped ?? crs, by, candidates, doubts: told };
};
