/**
 * From a file of places to records: which objects are new buildings, which stand for buildings that are there, and which stand for none.
 * A plan, to be looked at before anything is written; `changesOf` makes an edit of it.
 */
import type { Change } from '../../domain/edit.ts';
import type { IdSource } from '../../domain/ids.ts';
import type { Polygon } from '../../domain/records/base.ts';
import type { Building, Community, Grid, Source, SourceLink } from '../../domain/records/index.ts';
import { createFrame, type Frame } from '../../geometry/frame.ts';
import type { PackedMesh } from '../../geometry/mesh-pack.ts';
import type { LocatedSet } from '../crs/located-set.ts';
import { Problems } from '../problem.ts';
import { doorsOf, namesOf, podiumOf, roofOf, unitsOf, useOf, yearOf } from './attributes.ts';
import { footprintOf, type Group, groupsOf, meshesOf, topOf } from './groups.ts';
import { createMatcher, type LinkWay, type Match } from './match.ts';
import { facadeOf, gridFinder } from './new-building.ts';

export interface PlaceContext {
  readonly community: Pick<Community, 'id' | 'anchor'>;
  readonly buildings: readonly Building[];
  readonly grids: readonly Grid[];
  /** Links of the version of this file that came before. */
  readonly earlier: readonly SourceLink[];
}
export interface PlaceOptions {
  /** Objects that stand for no building become one. */
  readonly create: boolean;
  /** Buildings of an earlier version of the file take the new outline and height. */
  readonly update: boolean;
  readonly ways: readonly LinkWay[];
  readonly leastShare: number;
  /** Where a file gives storeys without a height, and the other way round. */
  readonly storeyMetres: number;
  /** 小区 of buildings that have none of their own. */
  readonly estate: string;
}
export const DEFAULT_PLACE_OPTIONS: PlaceOptions = {
  create: true,
  update: true,
  ways: ['id', 'name', 'overlap'],
  leastShare: 0.5,
  storeyMetres: 3,
  estate: '',
};
export interface PlaceStamp {
  readonly at: number;
  readonly newId: IdSource;
}

export type Outcome = 'created' | 'updated' | 'linked' | 'unchanged' | 'unlinked';
export interface PlannedObject {
  readonly key: string;
  readonly where: string;
  readonly name: string;
  readonly outcome: Outcome;
  readonly match: Match | null;
  /** Does it bring a mesh? */
  readonly hasMesh: boolean;
}
export interface PlacesPlan {
  readonly created: readonly Building[];
  readonly updated: readonly Building[];
  readonly objects: readonly PlannedObject[];
  readonly meshes: readonly PackedMesh[];
  readonly problems: Problems;
}

/** Eaves of a building of which neither height nor storeys are known: two storeys. */
const UNKNOWN_STOREYS = 2;
const LEAST_HEIGHT_METRES = 2;

const sizesOf = (group: Group, meshes: readonly PackedMesh[], storeyMetres: number, problems: Problems) => {
  const { root, members } = group;
  const heights = members.map(({ heightMetres }) => heightMetres).filter((h): h is number => h !== null);
  const storeysOf = members.map(({ storeys }) => storeys).filter((s): s is number => s !== null);
  const known = root.heightMetres ?? (heights.length > 0 ? Math.max(...heights) : null);
  const top = topOf(meshes);
  const storeys = root.storeys ?? (storeysOf.length > 0 ? Math.max(...storeysOf) : null);
  if (known === null && top === 0 && storeys === null)
    problems.add('places.height.unknown', 'warning', root.where, () => [
      `没有高度和层数，按 ${UNKNOWN_STOREYS} 层处理。`,
      `Neither height nor storeys are given; ${UNKNOWN_STOREYS} storeys are assumed.`,
    ]);
  const heightMetres = Math.max(
    LEAST_HEIGHT_METRES,
    known ?? (top > 0 ? top : (storeys ?? UNKNOWN_STOREYS) * storeyMetres),
  );
  const standing = members.some(({ minHeightMetres }) => minHeightMetres <= 0) ? 0 : root.minHeightMetres;
  return {
    heightMetres,
    minHeightMetres: Math.min(standing, heightMetres - 1),
    storeys: Math.max(1, Math.round(storeys ?? (heightMetres - standing) / storeyMetres)),
  };
};

const sameShape = (a: Building, b: Building): boolean =>
  a.heightMetres === b.heightMetres &&
  a.storeys === b.storeys &&
  JSON.stringify(a.footprint) === JSON.stringify(b.footprint);

export const planPlaces = (
  set: LocatedSet,
  context: PlaceContext,
  options: PlaceOptions,
  stamp: PlaceStamp,
): PlacesPlan => {
  const { community, buildings, grids, earlier } = context;
  const frame: Frame = createFrame(community.anchor);
  const problems = new Problems();
  const match = createMatcher({
    frame,
    buildings,
    earlier,
    ways: options.ways,
    leastShare: options.leastShare,
  });
  const gridOf = gridFinder(grids, frame);
  const byId = new Map(buildings.map((building) => [building.id, building]));
  const thisYear = new Date(stamp.at).getUTCFullYear();
  const created: Building[] = [];
  const updated: Building[] = [];
  const objects: PlannedObject[] = [];
  const meshes: PackedMesh[] = [];
  let unnamed = 0;

  const shapeOf = (group: Group, footprint: Polygon, groupMeshes: readonly PackedMesh[]) => ({
    footprint: footprint.map((ring) => [...ring]),
    ...sizesOf(group, groupMeshes, options.storeyMetres, problems),
  });
  const buildingOf = (group: Group, footprint: Polygon, groupMeshes: readonly PackedMesh[]): Building => {
    const { attributes, name, key } = group.root;
    const shape = shapeOf(group, footprint, groupMeshes);
    const named = namesOf(name, attributes, '');
    const use = useOf(attributes);
    return {
      id: stamp.newId(),
      communityId: community.id,
      createdAt: stamp.at,
      updatedAt: stamp.at,
      revision: 1,
      gridId: gridOf(footprint),
      ...named,
      name: named.name || `未命名${++unnamed}`,
      estate: named.estate || options.estate,
      aliases: [],
      use,
      ...shape,
      podiumStoreys: podiumOf(attributes, shape.storeys),
      roof: roofOf(attributes),
      facade: facadeOf(use, key),
      units: unitsOf(attributes),
      doorsPerLanding: doorsOf(attributes),
      yearBuilt: yearOf(attributes, thisYear),
      branchId: null,
    };
  };

  for (const group of groupsOf(set.buildings)) {
    const { root, members } = group;
    const footprint = footprintOf(group, frame);
    const groupMeshes = meshesOf(group);
    const named = namesOf(root.name, root.attributes, '');
    const found = match({ key: root.key, footprint, ...named });
    const existing = found ? byId.get(found.buildingId) : undefined;
    const meshKeys = new Set(groupMeshes.map(({ key }) => key));
    const tell = (outcome: Outcome, link: Match | null): void => {
      for (const member of members)
        objects.push({
          key: member.key,
          where: member.where,
          name: member.name,
          outcome,
          match: link,
          hasMesh: meshKeys.has(member.key),
        });
    };
    meshes.push(...groupMeshes);
    if (existing && found) {
      const guessed = existing.approximate === true;
      // A list of buildings that told the storeys knows more than a map that tells no height.
      const tells = members.some((m) => m.heightMetres !== null || m.storeys !== null || m.mesh !== null);
      const fresh = !footprint
        ? existing
        : guessed && !tells
          ? { ...existing, footprint: footprint.map((ring) => [...ring]) }
          : { ...existing, ...shapeOf(group, footprint, groupMeshes) };
      // Only what a file made is a file's to change: a building that a person drew or another file brought keeps its outline.
      const mine = (found.by === 'made' || guessed) && options.update;
      if (mine && !sameShape(existing, fresh)) {
        const { approximate: _, ...measured } = fresh;
        updated.push(measured);
        tell('updated', { ...found, by: 'made' });
      } else tell(earlier.some(({ key }) => key === root.key) ? 'unchanged' : 'linked', found);
      continue;
    }
    if (options.create && footprint) {
      const building = buildingOf(group, footprint, groupMeshes);
      created.push(building);
      tell('created', { buildingId: building.id, by: 'made', share: 1 });
      continue;
    }
    if (options.create)
      problems.add('places.footprint.none', 'warning', root.where, () => [
        '没有可用的轮廓，不能建立楼栋，只保留模型。',
        'It has no usable outline, so no building is made of it; only the model is kept.',
      ]);
    tell('unlinked', null);
  }
  return { created, updated, objects, meshes, problems };
};

/** The edit that writes a plan. `replaces`: the links of the version before, which give way to the new ones. */
export const changesOf = (
  plan: PlacesPlan,
  source: Source,
  before: readonly SourceLink[],
  existing: ReadonlyMap<string, Building>,
  stamp: PlaceStamp,
): Change[] => {
  const changes: Change[] = plan.created.map((put): Change => ({ table: 'buildings', put, expect: null }));
  for (const put of plan.updated) {
    const was = existing.get(put.id);
    changes.push({
      table: 'buildings',
      put,
      ...(was && { expect: { revision: was.revision, updatedAt: was.updatedAt } }),
    });
  }
  changes.push({ table: 'sources', put: source });
  const old = new Map(before.map((link) => [link.key, link]));
  for (const { key, match } of plan.objects) {
    const was = old.get(key);
    old.delete(key);
    if (!match || (was && was.buildingId === match.buildingId && was.sourceId === source.id)) continue;
    changes.push({
      table: 'sourceLinks',
      put: {
        id: was?.id ?? stamp.newId(),
        communityId: source.communityId,
        createdAt: stamp.at,
        updatedAt: stamp.at,
        revision: 1,
        sourceId: source.id,
        key,
        buildingId: match.buildingId,
        by: match.by,
        share: match.share,
      },
    });
  }
  // Objects that the new version no longer has.
  for (const { id } of old.values()) changes.push({ table: 'sourceLinks', del: id });
  return changes;
};
