/** Drafts become buildings with their parts, and areas: what can only be told when all of a file is known. */
import { createContainers } from '../../geometry/footprints/containers.ts';
import { findDuplicates } from '../../geometry/footprints/duplicates.ts';
import type { MetresPerUnit } from '../../geometry/footprints/footprint.ts';
import type { SourceArea, SourceBuilding } from '../places/place-set.ts';
import type { Problems } from '../problem.ts';
import type { Draft } from './draft.ts';

export type ReadAs = 'buildings' | 'areas' | 'auto';

export interface Arranged {
  readonly buildings: readonly SourceBuilding[];
  readonly areas: readonly SourceArea[];
  /** Parts of buildings among the buildings, and those that no building was found for. */
  readonly parts: number;
  readonly orphans: number;
}

type Verdict = 'building' | 'part' | 'area';

const verdictOf = (draft: Draft, as: ReadAs, isNamedBuildings: boolean): Verdict => {
  const { evidence } = draft.read;
  if (as === 'areas') return 'area';
  if (evidence === 'part') return 'part';
  if (as === 'buildings' || evidence === 'building') return 'building';
  return evidence === 'none' && isNamedBuildings ? 'building' : 'area';
};

/** The building that each part belongs to: named by the part, or the outline that it lies in. */
const findOwners = (drafts: readonly Draft[], verdicts: readonly Verdict[]): (string | null)[] => {
  const byKey = new Map<string, Draft>();
  drafts.forEach((draft, i) => {
    if (verdicts[i] === 'building') {
      byKey.set(draft.key, draft);
      const { id } = draft.read;
      if (id !== null && !byKey.has(id)) byKey.set(id, draft);
    }
  });
  const outlines = drafts.filter((_, i) => verdicts[i] === 'building');
  let find: ReturnType<typeof createContainers> | null = null;
  return drafts.map((draft, i) => {
    if (verdicts[i] !== 'part') return null;
    const { parentId } = draft.read;
    const named = parentId === null ? undefined : byKey.get(parentId);
    if (named !== undefined) return named.key;
    find ??= createContainers(outlines.map((outline) => outline.polygons));
    const index = find(draft.polygons);
    return index === null ? null : (outlines[index]?.key ?? null);
  });
};

const tellDuplicates = (
  drafts: readonly Draft[],
  verdicts: readonly Verdict[],
  metresPerUnit: MetresPerUnit,
  problems: Problems,
): void => {
  const areAlike = (a: number, b: number): boolean => {
    const first = drafts[a]?.read;
    const second = drafts[b]?.read;
    return (
      verdicts[a] === verdicts[b] &&
      first?.heightMetres === second?.heightMetres &&
      first?.minHeightMetres === second?.minHeightMetres
    );
  };
  const set = { count: drafts.length, polygonsOf: (i: number) => drafts[i]?.polygons ?? [], areAlike };
  for (const [copy, original] of findDuplicates(set, metresPerUnit)) {
    const where = drafts[copy]?.where ?? '';
    const other = drafts[original]?.where ?? '';
    problems.add('geojson.duplicate', 'warning', where, () => [
      `与 ${other} 的轮廓相同，可能是重复的。`,
      `It has the same outline as ${other}: probably it is there twice.`,
    ]);
  }
};

/** Empties `drafts`: a city should not be in memory twice. */
export const arrange = (
  drafts: Draft[],
  as: ReadAs,
  isNamedBuildings: boolean,
  metresPerUnit: MetresPerUnit,
  problems: Problems,
): Arranged => {
  const verdicts = drafts.map((draft) => verdictOf(draft, as, isNamedBuildings));
  const owners = findOwners(drafts, verdicts);
  tellDuplicates(drafts, verdicts, metresPerUnit, problems);
  // Programs write a third coordinate of zero for "unknown": a whole file at sea level is a flat file.
  const isFlat = drafts.every(({ lowestZ }) => lowestZ === null || lowestZ === 0);
  const buildings: SourceBuilding[] = [];
  const areas: SourceArea[] = [];
  let orphans = 0;
  const waiting: (Draft | null)[] = drafts;
  for (let i = 0; i < verdicts.length; i++) {
    const draft = drafts[i] as Draft;
    const { key, where, read, polygons } = draft;
    const { name, attributes } = read;
    if (verdicts[i] === 'area') {
      areas.push({ key, where, name, attributes, polygons });
      continue;
    }
    const partOf = owners[i] ?? null;
    if (verdicts[i] === 'part' && partOf === null) orphans++;
    buildings.push({
      key,
      where,
      name,
      attributes,
      footprint: polygons,
      groundMetres: (isFlat ? null : draft.lowestZ) ?? read.groundMetres,
      heightMetres: read.heightMetres,
      minHeightMetres: read.minHeightMetres,
      storeys: read.storeys,
      partOf,
      mesh: null,
    });
    waiting[i] = null;
  }
  drafts.length = 0;
  return { buildings, areas, parts: verdicts.filter((verdict) => verdict === 'part').length, orphans };
};
