/**
 * Which building of the community an object of a file stands for: the one that it stood for in the file's last version, the one of the
 * same name, or the one whose footprint it covers. Each way is tried in turn; the first that answers counts.
 */
import { normaliseText } from '../../domain/address.ts';
import type { Building, SourceLink } from '../../domain/records/index.ts';
import type { Polygon } from '../../domain/records/base.ts';
import { createBoxIndex } from '../../geometry/footprints/box-index.ts';
import { type Frame, ringsToLocal } from '../../geometry/frame.ts';
import { overlapArea } from '../../geometry/overlap-area.ts';
import { boundsOf, type Point, polygonArea } from '../../geometry/polygon.ts';
import type { Named } from './attributes.ts';

export type LinkWay = 'id' | 'name' | 'overlap';
export interface Match {
  readonly buildingId: string;
  readonly by: SourceLink['by'];
  /** Of the smaller of the two footprints, how much lies in the other; 1 where it is not by outline. */
  readonly share: number;
}
export interface Candidate extends Named {
  readonly key: string;
  readonly footprint: Polygon | null;
}
export interface MatcherInput {
  readonly frame: Frame;
  readonly buildings: readonly Building[];
  readonly earlier: readonly SourceLink[];
  readonly ways: readonly LinkWay[];
  /** Less of an overlap is none, 0–1. */
  readonly leastShare: number;
}

const nameKey = ({ estate, name }: Pick<Named, 'estate' | 'name'>): string =>
  normaliseText(`${estate}${name}`).toLowerCase().replace(/\s+/g, '');

/** Names that more than one building has name none. */
const uniqueNames = (buildings: readonly Building[]): Map<string, string> => {
  const found = new Map<string, string | null>();
  const add = (key: string, id: string): void => {
    if (key !== '') found.set(key, found.has(key) && found.get(key) !== id ? null : id);
  };
  for (const building of buildings) {
    add(nameKey(building), building.id);
    for (const alias of building.aliases) add(nameKey({ estate: '', name: alias }), building.id);
  }
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== null));
};

interface Outline {
  readonly id: string;
  readonly rings: readonly (readonly Point[])[];
  readonly area: number;
}

const outlineFinder = (buildings: readonly Building[], frame: Frame) => {
  const outlines = buildings.map(({ id, footprint }): Outline => {
    const rings = ringsToLocal(frame, footprint);
    return { id, rings, area: polygonArea(rings) };
  });
  if (outlines.length === 0) return () => [];
  const boxes = new Float64Array(outlines.length * 4);
  outlines.forEach(({ rings }, i) => boxes.set(boundsOf(rings[0] ?? []), i * 4));
  const index = createBoxIndex(boxes);
  return ([west, south, east, north]: readonly [number, number, number, number]): Outline[] => {
    const found: Outline[] = [];
    index.visit(west, south, east, north, (at) => found.push(outlines[at] as Outline) > 0);
    return found;
  };
};

/** Cost: an index over the buildings; per object, an intersection with each building whose box it meets. */
export const createMatcher = ({ frame, buildings, earlier, ways, leastShare }: MatcherInput) => {
  const known = new Map(earlier.map(({ key, buildingId, by, share }) => [key, { buildingId, by, share }]));
  const there = new Set(buildings.map(({ id }) => id));
  const names = ways.includes('name') ? uniqueNames(buildings) : new Map<string, string>();
  const near = ways.includes('overlap') ? outlineFinder(buildings, frame) : () => [];

  const byOutline = (footprint: Polygon): Match | null => {
    const rings = ringsToLocal(frame, footprint);
    const area = polygonArea(rings);
    let best: Match | null = null;
    for (const outline of near(boundsOf(rings[0] ?? []))) {
      const smaller = Math.min(area, outline.area);
      if (smaller <= 0) continue;
      const share = Math.min(1, overlapArea(rings, outline.rings) / smaller);
      if (share >= leastShare && share > (best?.share ?? 0))
        best = { buildingId: outline.id, by: 'overlap', share };
    }
    return best;
  };

  return (candidate: Candidate): Match | null => {
    const before = known.get(candidate.key);
    // What a person has linked stays linked, whatever ways are chosen today.
    if (before && there.has(before.buildingId) && (ways.includes('id') || before.by === 'hand'))
      return before;
    if (ways.includes('id') && there.has(candidate.key))
      return { buildingId: candidate.key, by: 'id', share: 1 };
    const named = names.get(nameKey(candidate)) ?? names.get(nameKey({ estate: '', name: candidate.name }));
    if (named !== undefined) return { buildingId: named, by: 'name', share: 1 };
    return candidate.footprint ? byOutline(candidate.footprint) : null;
  };
};
