/** The edit that a previewed file of places makes: the community's centre, its ground, buildings, the source with its links, grids. */
import { dateOf } from '../../../../domain/dates.ts';
import type { Change } from '../../../../domain/edit.ts';
import { newId } from '../../../../domain/ids.ts';
import type { Building, Community, Landscape, Source } from '../../../../domain/records/index.ts';
import { packMeshes } from '../../../../geometry/mesh-pack.ts';
import { type Places, saveAsset } from '../../../../storage/index.ts';
import type { LocatedSet } from '../../../../transfer/crs/located-set.ts';
import { gridChanges, type GridsPlan } from '../../../../transfer/places/areas.ts';
import { outlineAbout } from '../../../../transfer/places/new-community.ts';
import type { PlaceSet } from '../../../../transfer/places/place-set.ts';
import { changesOf, type PlacesPlan } from '../../../../transfer/places/plan.ts';
import { readAll, type SourceFile } from '../../../../transfer/source-file.ts';

/** What a preview has worked out, waiting to be written. */
export interface Ready {
  readonly name: string;
  readonly located: LocatedSet;
  /** With the centre and elevation that it will have. */
  readonly community: Community;
  readonly plan: PlacesPlan;
  readonly grids: GridsPlan | null;
  /** Null where it stays as it is. */
  readonly landscape: Landscape | null;
  /** The version of the file that is there already. */
  readonly earlier: Source | null;
}

const kindOf = ({ plan, located }: Ready, meshId: string | null): Source['kind'] => {
  if (plan.objects.length > 0) return meshId === null ? 'footprints' : 'model';
  if (located.areas.length > 0) return 'areas';
  return located.terrain ? 'terrain' : 'imagery';
};

/** A GeoTIFF is laid on the ground as the picture that was made of it; any other picture is its file. */
const pictureOf = async ({ imagery }: LocatedSet, kind: Source['kind']): Promise<Source['picture']> =>
  imagery === null || kind !== 'imagery'
    ? null
    : { assetId: await saveAsset(imagery.bytes), corners: [...imagery.corners] };

/** The file itself is kept, with the coordinates that it came with. */
const sourceOf = async (file: SourceFile, set: PlaceSet, ready: Ready, at: number): Promise<Source> => {
  const { plan, earlier, community, located, name } = ready;
  const { crs, placement } = located.source;
  const fileId = await saveAsset(await readAll(file));
  const meshId = plan.meshes.length > 0 ? await saveAsset(packMeshes(plan.meshes)) : null;
  const kind = kindOf(ready, meshId);
  return {
    id: earlier?.id ?? newId(),
    communityId: community.id,
    createdAt: at,
    updatedAt: at,
    revision: 1,
    kind,
    name: (name.trim() || file.name).slice(0, 60),
    fileName: file.name.slice(0, 255),
    format: set.format,
    version: set.version,
    fileId,
    meshId,
    address: null,
    crs,
    placement: placement && { ...placement, pivot: [...placement.pivot] as [number, number] },
    picture: await pictureOf(located, kind),
    backdrop: null,
    importedOn: dateOf(at),
    shown: true,
  };
};

/** Buildings that the plan writes anyway go into their grids with it. */
const inGrids = (buildings: readonly Building[], grids: GridsPlan | null): Building[] => {
  const gridOf = new Map(grids?.moved.map(({ id, gridId }) => [id, gridId]));
  return buildings.map((building) => {
    const gridId = gridOf.get(building.id);
    return gridId === undefined ? building : { ...building, gridId };
  });
};

export const changesToWrite = async (
  file: SourceFile,
  set: PlaceSet,
  ready: Ready,
  known: Places,
): Promise<Change[]> => {
  const { plan, community, landscape, grids, earlier } = ready;
  const stamp = { at: Date.now(), newId };
  const placed: PlacesPlan = {
    ...plan,
    created: inGrids(plan.created, grids),
    updated: inGrids(plan.updated, grids),
  };
  const first = known.buildings.length === 0 && placed.created.length > 0;
  const grown = first ? { ...community, outline: outlineAbout(placed.created, community.anchor) } : community;
  const changes: Change[] = [];
  if (JSON.stringify(grown) !== JSON.stringify(known.community))
    changes.push({ table: 'communities', put: grown });
  if (landscape) changes.push({ table: 'landscapes', put: landscape });
  changes.push(
    ...changesOf(
      placed,
      await sourceOf(file, set, ready, stamp.at),
      known.sourceLinks.filter(({ sourceId }) => sourceId === earlier?.id),
      new Map(known.buildings.map((building) => [building.id, building])),
      stamp,
    ),
  );
  if (!grids) return changes;
  const written = new Set([...placed.created, ...placed.updated].map(({ id }) => id));
  const rest: GridsPlan = { ...grids, moved: grids.moved.filter(({ id }) => !written.has(id)) };
  // Grids first: buildings name them.
  return [...gridChanges(rest, { ...known, community: grown }), ...changes];
};
